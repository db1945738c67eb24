// Documents nobody has to bring: figures, a row for each authority, and the list behind them. The authority chosen stands in the address.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api, type Reply } from '../../../api/client.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { saveTable } from '../../../shared/save-file.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { LoadMore } from '../../../ui/Pagination.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toasts.ts'
import { forStaff } from '../../for-staff.ts'

type Report = Reply<'getNoCertificateReport'>
type Saved = Report['list'][number]

const reportQuery = { queryKey: ['no-certificate'], queryFn: () => api('getNoCertificateReport'), staleTime: 60_000 }

export const loader = forStaff(async () => {
  await queryClient.ensureQueryData(reportQuery)
  return null
})

export const title = () => t('no-certificate.title')

const step = 50
const counted = ['services', 'documents', 'byCredential', 'bySharing', 'byCommitment', 'asked'] as const
const labels = { services: 'no-certificate.services', documents: 'no-certificate.saved', byCredential: 'no-certificate.byCredential', bySharing: 'no-certificate.bySharing', byCommitment: 'no-certificate.byCommitment', asked: 'no-certificate.asked' } as const

const waysOf = ({ credential, registry, commitment }: Saved) => [...(registry === null ? [] : (['registry'] as const)), ...(credential === null ? [] : (['credential'] as const)), ...(commitment ? (['commitment'] as const) : [])]

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { data: { authorities, total, list } } = useSuspenseQuery(reportQuery)
  const [search] = useSearchParams()
  const line = search.get('authority') ?? ''
  const chosen = authorities.find(({ id }) => id === line)
  const rows = chosen ? list.filter((each) => each.line === chosen.id) : list
  if (total.documents === 0) return <EmptyState level={1} title={t('no-certificate.none.title')}><p>{t('no-certificate.none.text')}</p></EmptyState>
  const columns: Column<Report['authorities'][number]>[] = [
    { key: 'authority', header: t('no-certificate.authority'), cell: ({ id, name }) => <Link href={paths.workbenchNoCertificate({}, id === line ? {} : { authority: id })}>{textIn(name)}</Link> },
    ...counted.map((figure): Column<Report['authorities'][number]> => ({ key: figure, header: t(labels[figure]), align: 'end', cell: (row) => format.number(row[figure]) })),
  ]
  return (
    <div className="tb-page tb-stack">
      <p><LinkButton variant="ghost" href={paths.workbenchGuides()}>{t('common.back')}</LinkButton></p>
      <header>
        <h1>{t('no-certificate.title')}</h1>
        <p className="tb-muted">{t('no-certificate.lead')}</p>
      </header>
      <Card>
        <KeyValue
          items={[
            { id: 'saved', label: t('no-certificate.saved'), value: <b>{t('no-certificate.savedValue', { n: format.number(total.documents), asked: format.number(total.asked), share: format.share(total.documents / total.asked) })}</b> },
            ...(['services', 'byCredential', 'bySharing', 'byCommitment'] as const).map((figure) => ({ id: figure, label: t(labels[figure]), value: format.number(total[figure]) })),
          ]}
        />
      </Card>
      <Card title={t('no-certificate.byAuthority')}>
        <Table caption={t('no-certificate.byAuthority')} rows={authorities} rowKey={({ id }) => id} selected={({ id }) => id === line} columns={columns} />
      </Card>
      <SavedList key={line} rows={rows} heading={chosen ? t('no-certificate.listOf', { authority: textIn(chosen.name) }) : t('no-certificate.list')} />
      {chosen && <p><LinkButton variant="ghost" href={paths.workbenchNoCertificate()}>{t('no-certificate.allAuthorities')}</LinkButton></p>}
    </div>
  )
}

function SavedList({ rows, heading }: { rows: readonly Saved[]; heading: string }) {
  const t = useT()
  const textIn = useTextIn()
  const [shown, setShown] = useState(step)
  const words = (row: Saved) => waysOf(row).map((way) => t(`no-certificate.way.${way}`))
  const exportList = () =>
    saveTable(heading, [[t('no-certificate.document'), t('no-certificate.service'), t('no-certificate.ways')], ...rows.map((row) => [textIn(row.document), textIn(row.service.name), words(row).join('、')])])
      .catch(() => toast(t('no-certificate.exportFailed'), { tone: 'danger' }))
  return (
    <Card title={heading} aside={<Button variant="ghost" onClick={() => void exportList()}>{t('no-certificate.export')}</Button>}>
      <Table
        caption={heading}
        rows={rows.slice(0, shown)}
        rowKey={({ service, need }) => `${service.id} ${need}`}
        columns={[
          { key: 'document', header: t('no-certificate.document'), cell: ({ document }) => textIn(document) },
          { key: 'service', header: t('no-certificate.service'), cell: ({ service }) => textIn(service.name) },
          { key: 'ways', header: t('no-certificate.ways'), cell: (row) => <span className="tb-row">{words(row).map((word) => <Chip key={word}>{word}</Chip>)}</span> },
        ]}
      />
      <LoadMore shown={Math.min(shown, rows.length)} total={rows.length} onMore={() => setShown(shown + step)} />
    </Card>
  )
}
