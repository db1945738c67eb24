// What was noticed while importing services of other platforms: warnings by kind with examples, lines not taken by reason.
// Examples lead to the guide page the public sees.
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table } from '../../../ui/Table.tsx'
import type { Findings } from './queries.ts'

export function FindingsView({ findings }: { findings: Findings }) {
  const t = useT()
  const format = useFormat()
  if (findings.services === 0 && findings.rejections.length === 0) {
    return (
      <EmptyState level={1} title={t('catalogue.findings.none.title')}>
        <p>{t('catalogue.findings.none.text')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <header>
        <h1>{t('catalogue.findings.title')}</h1>
        <p>{t('catalogue.findings.lead')}</p>
      </header>
      <Card>
        <KeyValue
          items={[
            { id: 'services', label: t('catalogue.findings.services'), value: format.number(findings.services) },
            { id: 'warned', label: t('catalogue.findings.warned'), value: `${format.number(findings.warned)}（${format.share(findings.services === 0 ? 0 : findings.warned / findings.services)}）` },
            { id: 'changed', label: t('catalogue.findings.changed'), value: findings.changedAt ? format.instant(findings.changedAt) : t('catalogue.findings.never') },
          ]}
        />
      </Card>
      <Card title={t('catalogue.findings.warning')}>
        <Table
          caption={t('catalogue.findings.warning')}
          rows={findings.warnings}
          rowKey={({ code }) => code}
          empty={<p>{t('catalogue.findings.clean')}</p>}
          columns={[
            { key: 'message', header: t('catalogue.findings.warning'), cell: ({ message, code }) => <span lang="zh-CN">{message} <code>{code}</code></span> },
            { key: 'count', header: t('catalogue.findings.count'), align: 'end', cell: ({ count }) => format.number(count) },
            {
              key: 'examples',
              header: t('catalogue.findings.examples'),
              cell: ({ examples }) => (
                <ul className="catalogue-laws" lang="zh-CN">
                  {examples.map((each) => <li key={each.code}><Link href={paths.importedService({ code: each.code })}>{each.name}</Link></li>)}
                </ul>
              ),
            },
          ]}
        />
      </Card>
      <Card title={t('catalogue.findings.rejections')}>
        <Table
          caption={t('catalogue.findings.rejections')}
          rows={findings.rejections}
          rowKey={({ code }) => code}
          empty={<p>{t('catalogue.findings.noRejections')}</p>}
          columns={[
            { key: 'reason', header: t('catalogue.findings.reason'), cell: ({ message, code }) => <span lang="zh-CN">{message} <code>{code}</code></span> },
            { key: 'lines', header: t('catalogue.findings.lines'), align: 'end', cell: ({ count }) => format.number(count) },
          ]}
        />
      </Card>
    </>
  )
}
