// Documents that recur over all guides under different names: who issues them and how many uploads sharing would save.
// Figures first, then the documents, what saves most on top.
import { useState } from 'react'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { LoadMore } from '../../../ui/Pagination.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table } from '../../../ui/Table.tsx'
import type { SharedEvidence } from './queries.ts'

const step = 50

export function EvidenceView({ report }: { report: SharedEvidence }) {
  const t = useT()
  const format = useFormat()
  const [shown, setShown] = useState(step)
  if (report.clusters.length === 0) return <EmptyState level={1} title={t('guides.evidence.none.title')}><p>{t('guides.evidence.none.text')}</p></EmptyState>
  return (
    <>
      <header>
        <h1>{t('guides.evidence.title')}</h1>
        <p className="tb-muted">{t('guides.evidence.lead')}</p>
      </header>
      <Card>
        <KeyValue
          items={[
            { id: 'demands', label: t('guides.evidence.demands'), value: t('guides.evidence.demandsValue', { demands: format.number(report.demands), guides: format.number(report.withDocuments) }) },
            { id: 'documents', label: t('guides.evidence.documents'), value: t('guides.evidence.documentsValue', { names: format.number(report.names), documents: format.number(report.documents), several: format.number(report.underSeveralNames) }) },
            { id: 'recurring', label: t('guides.evidence.recurring'), value: format.number(report.recurring) },
            { id: 'saved', label: t('guides.evidence.saved'), value: <b>{t('guides.evidence.savedValue', { n: format.number(report.saved), share: format.share(report.demands === 0 ? 0 : report.saved / report.demands) })}</b> },
          ]}
        />
      </Card>
      <Card title={t('guides.evidence.list')}>
        <Table
          caption={t('guides.evidence.list')}
          rows={report.clusters.slice(0, shown)}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', header: t('guides.evidence.name'), cell: ({ name }) => <span lang="zh-CN">{name}</span> },
            { key: 'services', header: t('guides.evidence.services'), align: 'end', cell: ({ services }) => format.number(services) },
            { key: 'issuer', header: t('guides.evidence.issuer'), cell: ({ issuer }) => (issuer === null ? t('guides.evidence.unknown') : <span lang="zh-CN">{issuer}</span>) },
            { key: 'saved', header: t('guides.evidence.saves'), align: 'end', cell: ({ saved }) => format.number(saved) },
            { key: 'spellings', header: t('guides.evidence.alsoCalled'), cell: ({ spellings }) => <span lang="zh-CN">{spellings.slice(1).map(({ name, count }) => `${name}（${count}）`).join('、') || '—'}</span> },
          ]}
        />
        <LoadMore shown={Math.min(shown, report.clusters.length)} total={report.clusters.length} onMore={() => setShown(shown + step)} />
      </Card>
    </>
  )
}
