// The joint visits my authorities still have something to do in, the next first; below, the half days on which we cannot go out.
// Opened from its keys and from messages.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { forStaff } from '../../for-staff.ts'
import { DaysCard } from './DaysCard.tsx'
import { visitsQuery, type Visit } from './queries.ts'
import { StateChip, useTime } from './standing.tsx'
import './site-visits.css'

export const loader = forStaff(() => queryClient.ensureQueryData(visitsQuery))

export const title = () => t('visit-desk.title')

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const timeOf = useTime()
  const { data: visits } = useSuspenseQuery(visitsQuery)
  const columns: Column<Visit>[] = [
    { key: 'time', header: t('visit-desk.columns.time'), cell: (visit) => <Link href={paths.workbenchVisit({ visit: visit.id })}>{timeOf(visit)}</Link> },
    { key: 'place', header: t('visit-desk.columns.place'), cell: ({ place }) => place },
    { key: 'applicant', header: t('visit-desk.columns.applicant'), cell: ({ applicant }) => applicant },
    { key: 'who', header: t('visit-desk.columns.who'), cell: ({ parts }) => format.list([...new Set(parts.map(({ authorityShortName }) => textIn(authorityShortName)))]) },
    { key: 'state', header: t('visit-desk.columns.state'), cell: (visit) => <StateChip visit={visit} /> },
  ]
  const offices = [...new Map(visits.flatMap(({ parts }) => parts).filter(({ own }) => own).map((part) => [`${part.line} ${part.region}`, part])).values()]
  return (
    <div className="tb-page visits-page tb-stack">
      <header>
        <h1>{t('visit-desk.title')}</h1>
        <p className="tb-muted">{t('visit-desk.lead')}</p>
      </header>
      <Table caption={t('visit-desk.list')} rows={visits} rowKey={({ id }) => id} columns={columns} empty={<EmptyState icon="check" title={t('visit-desk.empty')}><p>{t('visit-desk.emptyText')}</p></EmptyState>} />
      <DaysCard known={offices.map(({ line, region, authorityName }) => ({ line, region, name: textIn(authorityName) }))} />
    </div>
  )
}
