// Deliveries of a hall: what to send and what to shelve, several at once with an outcome for each; what is on the way, what waits, what
// nobody fetches. What is due first stands at the top.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import { Table } from '../../../ui/Table.tsx'
import { forStaff } from '../../for-staff.ts'
import { mostSelected, useSelection } from '../desk/selection.ts'
import { useColumns } from './columns.tsx'
import { ExportRows } from './ExportRows.tsx'
import { filterQuery, listQuery, readFilter, refreshDeliveries, views, type Filter, type Outcome, type Row } from './queries.ts'
import './deliveries.css'

export const loader = forStaff(async ({ request }) => {
  await queryClient.ensureInfiniteQueryData(listQuery(readFilter(new URL(request.url).searchParams)))
  return null
})

export const title = () => t('delivery-desk.title')

const actions = { toSend: 'book', toShelve: 'shelve' } as const

export function Component() {
  const t = useT()
  const [search] = useSearchParams()
  const filter = readFilter(search)
  const { data, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(listQuery(filter))
  const rows = (data?.pages ?? []).flatMap(({ deliveries }) => deliveries)
  const selection = useSelection(rows)
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  const columns = useColumns(filter.view)
  const action = filter.view === 'toSend' || filter.view === 'toShelve' ? actions[filter.view] : undefined
  const acting = useChange((ids: string[]) => api('actOnDeliveries', { params: { action: action ?? 'book' }, body: { ids } }), (reply) => {
    setOutcomes(reply.outcomes)
    selection.clear()
    return refreshDeliveries()
  })
  const selectable = action !== undefined || filter.view === 'onTheWay'
  return (
    <div className="tb-page tb-stack deliveries-desk">
      <header>
        <h1>{t('delivery-desk.title')}</h1>
        <p className="tb-muted">{t('delivery-desk.lead')}</p>
      </header>
      <Views filter={filter} counts={data?.pages[0]?.counts} onLeave={() => setOutcomes([])} />
      <HallFilter filter={filter} halls={data?.pages[0]?.halls ?? []} />
      {acting.error !== null && <Notice tone="danger" live="assertive">{messageOf(acting.error) ?? t('delivery-desk.failed')}</Notice>}
      {outcomes.length > 0 && <Outcomes outcomes={outcomes} rows={rows} />}
      <Card
        title={t(`delivery-desk.views.${filter.view}`)}
        aside={<span className="tb-row"><span role="status">{t('delivery-desk.count', { n: rows.length })}{hasNextPage ? '+' : ''}</span><ExportRows filter={filter} columns={columns} /></span>}
      >
        <div className="tb-stack">
          <p className="tb-muted">{t(`delivery-desk.viewHints.${filter.view}`)}</p>
          {selectable && rows.length > 0 && (
            <div className="tb-row" role="group" aria-label={t('delivery-desk.chosen', { n: selection.chosen.length })}>
              <span role="status">{t('delivery-desk.chosen', { n: selection.chosen.length })}</span>
              {action && <Button busy={acting.isPending} disabledReason={selection.chosen.length === 0 ? t('delivery-desk.chosen', { n: 0 }) : undefined} onClick={() => acting.mutate(selection.chosen.map(({ id }) => id))}>{t(`delivery-desk.${action}`)}</Button>}
              {filter.view === 'onTheWay' && <LinkButton variant="ghost" href={paths.workbenchLabels({}, { parcels: parcelsOf(selection.chosen.length > 0 ? selection.chosen : rows) })}>{t('delivery-desk.labels')}</LinkButton>}
            </div>
          )}
          {!data && (isError ? <ErrorState onRetry={() => void refetch()} /> : <Loading />)}
          {data && (
            <Table
              caption={t('delivery-desk.list')} rows={rows} rowKey={({ id }) => id} selected={({ id }) => selection.has(id)}
              columns={[...(selectable ? [{
                key: 'select', stackedLabel: 'hidden' as const,
                header: <input type="checkbox" className="deliveries-check" aria-label={t('delivery-desk.selectAll')} checked={selection.allChosen} onChange={selection.toggleAll} />,
                cell: (row: Row) => <input type="checkbox" className="deliveries-check" aria-label={t('delivery-desk.select', { name: row.caseNumber })} checked={selection.has(row.id)} disabled={!selection.has(row.id) && selection.chosen.length >= mostSelected} onChange={() => selection.toggle(row.id)} />,
              }] : []), ...columns]}
              empty={<EmptyState icon="check" title={t('delivery-desk.empty')}><p>{t('delivery-desk.emptyText')}</p></EmptyState>}
            />
          )}
          {hasNextPage && <Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('delivery-desk.more')}</Button>}
        </div>
      </Card>
    </div>
  )
}

const parcelsOf = (rows: readonly Row[]): string => [...new Set(rows.flatMap(({ parcel }) => parcel?.id ?? []))].join(',')

function Views({ filter, counts, onLeave }: { filter: Filter; counts: Record<Filter['view'], number> | undefined; onLeave: () => void }) {
  const t = useT()
  return (
    <nav aria-label={t('delivery-desk.list')} className="deliveries-views">
      {views.map((view) => (
        <Link key={view} href={paths.workbenchDeliveries({}, filterQuery({ ...filter, view }))} aria-current={view === filter.view ? 'page' : undefined} onClick={onLeave}>
          {t(`delivery-desk.views.${view}`)} {counts?.[view] ?? ''}
        </Link>
      ))}
    </nav>
  )
}

function HallFilter({ filter, halls }: { filter: Filter; halls: readonly { id: string; name: Parameters<ReturnType<typeof useTextIn>>[0] }[] }) {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  if (halls.length < 2) return null
  return (
    <div className="deliveries-halls">
      <Select
        label={t('delivery-desk.hall')} emptyIsAll placeholder={t('delivery-desk.anyHall')} value={filter.outlet} options={halls.map(({ id, name }) => ({ value: id, label: textIn(name) }))}
        onChange={(outlet) => void navigate(paths.workbenchDeliveries({}, filterQuery({ ...filter, outlet })), { preventScrollReset: true })}
      />
    </div>
  )
}

function Outcomes({ outcomes, rows }: { outcomes: readonly Outcome[]; rows: readonly Row[] }) {
  const t = useT()
  const failed = outcomes.filter(({ outcome }) => outcome !== 'done')
  return (
    <Notice tone={failed.length > 0 ? 'warning' : 'success'} live="polite" title={t('delivery-desk.outcome.title', { done: outcomes.length - failed.length, failed: failed.length })}>
      {failed.length > 0 && <ul>{failed.map(({ id, outcome }) => <li key={id}>{rows.find((row) => row.id === id)?.caseNumber ?? ''} {t(`delivery-desk.outcome.${outcome}`)}</li>)}</ul>}
    </Notice>
  )
}
