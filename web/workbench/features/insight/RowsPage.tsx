// The rows behind a figure or a bar: the requests or ratings it counts, one by one, newest first. What is shown stands in the address.
// Whoever may open a row gets there by its name.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { gradeNames, isBad } from '../../../../server/modules/ratings/grade.ts'
import { logIdOf } from '../../../shared/failure.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { forStaff } from '../../for-staff.ts'
import '../../whole-page.css'
import { countedQuery, readBehind, spanOfView, type CountedRating, type CountedRequest } from './queries.ts'

export const loader = forStaff(async () => null)

export const title = () => t('insight.rows.all')

export function Component() {
  const t = useT()
  const format = useFormat()
  const [search] = useSearchParams()
  const behind = readBehind(search)
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(countedQuery(behind))
  const requests = data?.pages.flatMap((page) => page.requests) ?? []
  const ratings = data?.pages.flatMap((page) => page.ratings) ?? []
  const { from, to } = spanOfView(behind.view)
  const heading = [t(`insight.measures.${behind.measure}`), behind.name].filter(Boolean).join(' · ')
  const { span, topic } = behind.view
  return (
    <div className="tb-page whole-page tb-stack">
      <Breadcrumbs items={[{ label: t('insight.title'), href: paths.workbenchInsight({}, { span, topic }) }, { label: heading }]} />
      <header>
        <h1>{heading}</h1>
        <p className="tb-muted">{t('insight.rows.lead', { from: format.date(from), to: format.date(to) })}</p>
      </header>
      {error && <ErrorState logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />}
      {!data && !error && <Loading />}
      {data && requests.length + ratings.length === 0 && <EmptyState icon="info" level={2} title={t('insight.rows.none')} />}
      {requests.length > 0 && <Requests rows={requests} caption={heading} />}
      {ratings.length > 0 && <Ratings rows={ratings} caption={heading} />}
      {data && requests.length + ratings.length > 0 && (
        <p className="tb-row">
          <span className="tb-muted" role="status">{t('insight.rows.shown', { n: requests.length + ratings.length })}</span>
          {hasNextPage && <Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('insight.rows.more')}</Button>}
        </p>
      )}
    </div>
  )
}

function Requests({ rows, caption }: { rows: readonly CountedRequest[]; caption: string }) {
  const t = useT()
  const textIn = useTextIn()
  const columns: Column<CountedRequest>[] = [
    { key: 'title', header: t('insight.rows.columns.title'), cell: ({ id, title: words, opens }) => (opens ? <Link href={paths.workbenchRequest({ request: id })}>{words}</Link> : words) },
    { key: 'number', header: t('insight.rows.columns.number'), cell: ({ number }) => number },
    { key: 'unit', header: t('insight.rows.columns.unit'), cell: ({ unit }) => (unit ? textIn(unit.name) : '–') },
    { key: 'state', header: t('insight.rows.columns.state'), cell: ({ state }) => t(`request-desk.states.${state}`) },
    { key: 'at', header: t('insight.rows.columns.at'), cell: ({ receivedAt }) => formatMoment(receivedAt, thisYear()) },
  ]
  // One sent back twice stands here twice.
  return <Table caption={caption} columns={columns} rows={rows.map((row, nth) => ({ ...row, nth }))} rowKey={({ id, nth }) => `${id} ${nth}`} />
}

function Ratings({ rows, caption }: { rows: readonly CountedRating[]; caption: string }) {
  const t = useT()
  const textIn = useTextIn()
  const columns: Column<CountedRating>[] = [
    { key: 'name', header: t('insight.rows.columns.title'), cell: ({ id, name, opens }) => (opens ? <Link href={paths.workbenchRating({ rating: id })}>{name}</Link> : name) },
    { key: 'number', header: t('insight.rows.columns.number'), cell: ({ number }) => number ?? '–' },
    { key: 'unit', header: t('insight.rows.columns.unit'), cell: ({ authorityName }) => authorityName },
    { key: 'grade', header: t('insight.rows.columns.grade'), cell: ({ grade }) => (grade === null ? '–' : <Chip tone={isBad(grade) ? 'danger' : 'success'}>{textIn(gradeNames[grade])}</Chip>) },
    { key: 'channel', header: t('insight.rows.columns.channel'), cell: ({ channel }) => t(`insight.channels.${channel}`) },
    { key: 'at', header: t('insight.rows.columns.given'), cell: ({ at }) => formatMoment(at, thisYear()) },
  ]
  return <Table caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />
}
