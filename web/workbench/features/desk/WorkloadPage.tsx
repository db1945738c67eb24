// Who has how much, for those who share out the work: the most pressed first. A name leads to the colleague's cases in the table,
// where they can be selected and handed over.
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../shared/format.ts'
import { t, useT, type T } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { forStaff } from '../../for-staff.ts'
import { workloadQuery, type Colleague } from './queries.ts'
import './desk.css'

export const loader = forStaff(async () => {
  await queryClient.ensureQueryData(workloadQuery)
  return null
})

export const title = () => t('desk.workload.title')

const columns = (t: T): Column<Colleague>[] => [
  { key: 'colleague', header: t('desk.workload.colleague'), cell: (one) => <Link href={paths.workbenchTable({}, { holder: one.id ?? 'nobody' })}>{one.id === null ? t('desk.workload.nobody') : one.name}</Link> },
  { key: 'unit', header: t('desk.workload.unit'), cell: (one) => one.unit ?? '' },
  { key: 'open', header: t('desk.workload.open'), align: 'end', cell: (one) => <Load one={one} /> },
  { key: 'late', header: t('desk.workload.late'), align: 'end', cell: (one) => <b className="desk-left" data-tone={one.late > 0 ? 'danger' : undefined}>{one.late}</b> },
  { key: 'soon', header: t('desk.workload.soon'), align: 'end', cell: (one) => <b className="desk-left" data-tone={one.soon > 0 ? 'warning' : undefined}>{one.soon}</b> },
  { key: 'supplement', header: t('desk.workload.supplement'), align: 'end', cell: (one) => one.supplement },
  { key: 'done', header: t('desk.workload.done'), align: 'end', cell: (one) => one.done },
]

export function Component() {
  const t = useT()
  const format = useFormat()
  const { data, isError, refetch } = useQuery(workloadQuery)
  return (
    <div className="tb-page desk-page tb-stack">
      <div>
        <h1>{t('desk.workload.title')}</h1>
        <p className="tb-muted">{t('desk.workload.lead')}</p>
      </div>
      {isError && !data ? <ErrorState onRetry={() => void refetch()} /> : !data ? <Loading lines={6} /> : (
        <Card>
          <p className="tb-muted">{t('desk.workload.since', { date: format.day(data.since) })}</p>
          <Table caption={t('desk.workload.title')} columns={columns(t)} rows={data.colleagues} rowKey={({ id }) => id ?? 'nobody'} empty={<EmptyState icon="check" title={t('desk.workload.none')} />} />
        </Card>
      )}
    </div>
  )
}

/** The number with a bar whose parts are late, soon and the rest, on one scale for all. */
function Load({ one }: { one: Colleague }) {
  const { data } = useQuery(workloadQuery)
  const most = Math.max(1, ...(data?.colleagues ?? []).map(({ open }) => open))
  const width = (n: number) => `${(n / most) * 100}%`
  return (
    <span className="desk-load">
      {one.open}
      <span className="desk-load-bar" aria-hidden="true">
        <span data-tone="danger" style={{ inlineSize: width(one.late) }} />
        <span data-tone="warning" style={{ inlineSize: width(one.soon) }} />
        <span style={{ inlineSize: width(Math.max(0, one.open - one.late - one.soon)) }} />
      </span>
    </span>
  )
}
