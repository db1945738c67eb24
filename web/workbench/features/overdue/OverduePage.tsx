// What is late and what soon will be, by authority and district, for those who oversee them and for their own units.
// Counts narrow the list below; every case opens read-only for those who only look on.
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT, type T } from '../../../shared/i18n/store.ts'
import { useFormat } from '../../../shared/format.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { forStaff } from '../../for-staff.ts'
import { OverdueCases } from './OverdueCases.tsx'
import { OverdueFilters } from './OverdueFilters.tsx'
import { overdueFilterQuery, overdueQuery, readOverdueFilter, summaryQuery, type AuthorityRow, type OverdueFilter } from './queries.ts'
import './overdue.css'

export const loader = forStaff(async ({ request }) => {
  const filter = readOverdueFilter(new URL(request.url).searchParams)
  await Promise.all([queryClient.ensureQueryData(summaryQuery), queryClient.ensureInfiniteQueryData(overdueQuery(filter))])
  return null
})

export const title = () => t('overdue.title')

const columns = (t: T, name: (row: AuthorityRow) => string, district: (row: AuthorityRow) => string, day: (date: string) => string, filter: OverdueFilter): Column<AuthorityRow>[] => [
  {
    key: 'authority',
    header: t('overdue.authority'),
    cell: (row) => <Link href={paths.workbenchOverdue({}, overdueFilterQuery({ ...filter, line: row.line, region: row.region }))}>{name(row)}</Link>,
  },
  { key: 'district', header: t('overdue.district'), cell: district },
  { key: 'late', header: t('overdue.figures.late'), align: 'end', cell: (row) => <Count n={row.late} tone="danger" /> },
  { key: 'soon', header: t('overdue.figures.soon'), align: 'end', cell: (row) => <Count n={row.soon} tone="warning" /> },
  { key: 'open', header: t('overdue.figures.open'), align: 'end', cell: (row) => row.open },
  { key: 'supplement', header: t('overdue.figures.supplement'), align: 'end', cell: (row) => row.supplement },
  { key: 'unknown', header: t('overdue.figures.unknown'), align: 'end', cell: (row) => row.unknown },
  { key: 'oldest', header: t('overdue.oldest'), cell: (row) => (row.oldestDue ? day(row.oldestDue) : t('overdue.noLate')) },
]

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const [search] = useSearchParams()
  const filter = readOverdueFilter(search)
  const { data: rows = [] } = useQuery(summaryQuery)
  const total = (key: 'late' | 'soon' | 'open' | 'supplement' | 'unknown') => rows.reduce((sum, row) => sum + row[key], 0)
  return (
    <div className="tb-page overdue-page tb-stack">
      <div>
        <h1>{t('overdue.title')}</h1>
        <p className="tb-muted">{t('overdue.lead')}</p>
      </div>
      {rows.length === 0 ? (
        <EmptyState icon="check" title={t('overdue.none.title')}>
          <p>{t('overdue.none.text')}</p>
        </EmptyState>
      ) : (
        <>
          <dl className="overdue-figures">
            <Figure label={t('overdue.figures.late')} n={total('late')} tone="danger" />
            <Figure label={t('overdue.figures.soon')} n={total('soon')} tone="warning" />
            <Figure label={t('overdue.figures.open')} n={total('open')} />
            <Figure label={t('overdue.figures.supplement')} n={total('supplement')} />
            <Figure label={t('overdue.figures.unknown')} n={total('unknown')} />
          </dl>
          <Card title={t('overdue.byAuthority')}>
            <Table
              caption={t('overdue.byAuthority')}
              rows={rows}
              rowKey={({ line, region }) => `${line} ${region}`}
              selected={({ line, region }) => line === filter.line && region === filter.region}
              columns={columns(t, (row) => textIn(row.authorityName), (row) => textIn(row.regionName), format.day, filter)}
            />
          </Card>
          <OverdueFilters rows={rows} filter={filter} />
          <OverdueCases filter={filter} />
        </>
      )}
    </div>
  )
}

function Figure({ label, n, tone }: { label: string; n: number; tone?: 'danger' | 'warning' }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd><Count n={n} tone={tone} /></dd>
    </div>
  )
}

function Count({ n, tone }: { n: number; tone?: 'danger' | 'warning' | undefined }) {
  return <span className="overdue-count" data-tone={n > 0 ? tone : undefined}>{n}</span>
}
