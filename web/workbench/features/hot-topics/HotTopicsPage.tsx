// What many report of the region, hottest first; bursts of the week above it, callers who come again below. Each topic leads to its page.
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { logIdOf } from '../../../shared/failure.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { forStaff } from '../../for-staff.ts'
import { callersQuery, topicsQuery, type Burst, type Caller, type HotTopic } from './queries.ts'
import '../../whole-page.css'

export const loader = forStaff(() => queryClient.fetchQuery(topicsQuery))

export const title = () => t('hot-topics.title')

export function Component() {
  const t = useT()
  const { data, error, refetch, isFetching } = useQuery(topicsQuery)
  const refreshing = useChange(() => api('refreshHotTopics', { body: {} }), () => queryClient.invalidateQueries({ queryKey: ['hot-topics'] }))
  return (
    <div className="tb-page whole-page tb-stack">
      <header>
        <h1>{t('hot-topics.title')}</h1>
        <p className="tb-muted">{t('hot-topics.lead')}</p>
        <p><Button variant="ghost" busy={refreshing.isPending} onClick={() => refreshing.mutate()}>{t('hot-topics.refresh')}</Button></p>
      </header>
      {error && <ErrorState logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />}
      {!data && !error && <Loading />}
      {data && data.bursts.length > 0 && <Bursts bursts={data.bursts} />}
      {data && <Topics topics={data.topics} />}
      <Callers />
    </div>
  )
}

function Bursts({ bursts }: { bursts: readonly Burst[] }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <Notice tone="warning" title={t('hot-topics.bursts')}>
      <ul>
        {bursts.map((burst) => (
          <li key={burst.id}>
            {formatMoment(burst.seenAt, thisYear())} · {t('hot-topics.burst', { place: textIn(burst.regionName), category: textIn(burst.categoryName), n: burst.requests, expected: Math.max(0.1, Math.round(burst.expected * 10) / 10) })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Topics({ topics }: { topics: readonly HotTopic[] }) {
  const t = useT()
  const format = useFormat()
  const textIn = useTextIn()
  const columns: Column<HotTopic>[] = [
    { key: 'name', header: t('hot-topics.columns.name'), cell: ({ id, name }) => <Link href={paths.workbenchHotTopic({ topic: id })}>{name}</Link> },
    { key: 'place', header: t('hot-topics.columns.place'), cell: ({ regionName }) => textIn(regionName) },
    { key: 'category', header: t('hot-topics.columns.category'), cell: ({ categoryName }) => (categoryName ? textIn(categoryName) : '–') },
    { key: 'week', header: t('hot-topics.columns.week'), align: 'end', cell: ({ thisWeek }) => format.number(thisWeek) },
    { key: 'before', header: t('hot-topics.columns.before'), align: 'end', cell: ({ lastWeek }) => format.number(lastWeek) },
    { key: 'all', header: t('hot-topics.columns.all'), align: 'end', cell: ({ requests }) => format.number(requests) },
    { key: 'heat', header: t('hot-topics.columns.heat'), align: 'end', cell: ({ heat }) => format.number(heat) },
    { key: 'state', header: t('hot-topics.columns.state'), cell: ({ inHand }) => (inHand ? <Chip tone="success">{t('hot-topics.inHand')}</Chip> : <span className="tb-muted">{t('hot-topics.free')}</span>) },
  ]
  return (
    <Table
      caption={t('hot-topics.title')} columns={columns} rows={topics} rowKey={({ id }) => id}
      empty={<EmptyState icon="info" level={2} title={t('hot-topics.empty')}><p>{t('hot-topics.emptyText')}</p></EmptyState>}
    />
  )
}

function Callers() {
  const t = useT()
  const { data } = useQuery(callersQuery)
  if (!data || data.callers.length === 0) return null
  const columns: Column<Caller>[] = [
    { key: 'newest', header: t('hot-topics.callers.newest'), cell: ({ newest }) => <ul className="tb-stack">{newest.map((one) => <li key={one.id}><Link href={paths.workbenchRequest({ request: one.id })}>{one.title}</Link></li>)}</ul> },
    { key: 'requests', header: t('hot-topics.callers.requests'), align: 'end', cell: ({ requests }) => requests },
    { key: 'last', header: t('hot-topics.callers.last'), cell: ({ last }) => formatMoment(last, thisYear()) },
  ]
  return (
    <Card title={t('hot-topics.callers.title')}>
      <p className="tb-muted">{t('hot-topics.callers.lead')}</p>
      <Table caption={t('hot-topics.callers.title')} columns={columns} rows={data.callers} rowKey={({ last, newest }) => `${last} ${newest[0]?.id ?? ''}`} />
    </Card>
  )
}
