// All cases of a filter as a table: columns of one's choice, several rows at once, the same step for all of them, a file of what is shown.
// The address holds filter and columns, so both can be kept, shared and gone back to.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { t, useT, type T } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState, ErrorState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { useShortcuts } from '../../../ui/useShortcuts.ts'
import { forStaff } from '../../for-staff.ts'
import { stateTones } from '../cases/case-view.ts'
import { moment } from '../cases/moment.ts'
import { countsQuery, queueQuery, type QueueItem } from '../queue/queries.ts'
import { filterQuery, handlesCases, readFilter, viewsFor, type QueueFilter } from '../queue/queue.ts'
import { timeText } from '../queue/time-text.ts'
import { BulkBar } from './BulkBar.tsx'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import { ExportButton } from './ExportButton.tsx'
import { mostSelected, useSelection, type Selection } from './selection.ts'
import { cellText, columnsText, readColumns, type ColumnId, type Words } from './table-columns.ts'
import { TableFilters } from './TableFilters.tsx'
import '../queue/queue.css'
import './desk.css'

export const loader = forStaff(async ({ request }) => {
  await queryClient.ensureInfiniteQueryData(queueQuery(readFilter(new URL(request.url).searchParams)))
  return null
})

export const title = () => t('desk.table.title')

const wordsFor = (t: T): Words => ({
  state: (item) => t(`cases.state.${item.state}`), left: (item) => timeText(item, t).text, nobody: t('desk.filter.nobody'), moment,
  news: ({ news }) => (news === 'none' ? '' : t(`desk.news.${news}`)),
})

const columnsFor = (ids: readonly ColumnId[], filter: QueueFilter, t: T): Column<QueueItem>[] => {
  const words = wordsFor(t)
  return ids.map((id) => ({ key: id, header: t(`desk.column.${id}`), cell: (item) => <Cell item={item} id={id} filter={filter} words={words} /> }))
}

function Cell({ item, id, filter, words }: { item: QueueItem; id: ColumnId; filter: QueueFilter; words: Words }) {
  const t = useT()
  const text = cellText(item, id, words)
  if (id === 'service') return <Link href={paths.workbenchCase({ case: item.id }, filterQuery(filter))} data-row={item.id}>{text}</Link>
  if (id === 'state') return <Chip tone={stateTones[item.state]}>{text}</Chip>
  if (id === 'left') return <b className="desk-left" data-tone={timeText(item, t).tone}>{text}</b>
  if (id === 'news' && item.news !== 'none') return <span title={t(`desk.newsText.${item.news}`)}><Chip tone={item.news === 'changed' ? 'attention' : 'azure'}>{text}</Chip></span>
  return text
}

export function Component() {
  const t = useT()
  const { person } = useSession()
  const [search, setSearch] = useSearchParams()
  const filter = readFilter(search)
  const columns = readColumns(search.get('columns'))
  const { data, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(queueQuery(filter))
  const rows = [...new Map((data?.pages ?? []).flatMap(({ cases }) => cases).map((item) => [item.id, item])).values()]
  const selection = useSelection(rows)
  const [wide] = useState(() => matchMedia('(min-width: 720px)').matches)
  const acts = handlesCases(person?.roles ?? [])
  const show = (next: QueueFilter, shown = columns) => setSearch(addressOf(next, shown), { replace: true })
  useRowKeys(selection, rows, acts)
  return (
    <div className="tb-page desk-page tb-stack">
      <div className="tb-row">
        <h1>{t('desk.table.title')}</h1>
        <LinkButton variant="plain" href={paths.workbench({}, filterQuery(filter))}>{t('desk.table.list')}</LinkButton>
        <span className="tb-row-end tb-row">
          <ColumnsMenu columns={columns} onChange={(shown) => show(filter, shown)} />
          <ExportButton filter={filter} columns={columns} words={wordsFor(t)} />
        </span>
      </div>
      <Views filter={filter} columns={columns} />
      {/* On a phone the cases come first, the filters when asked for. */}
      <details className="desk-fold" open={wide}>
        <summary>{t('desk.filter.title')}</summary>
        <TableFilters filter={filter} columns={columnsText(columns)} onChange={show} />
      </details>
      {acts && <BulkBar selection={selection} />}
      <Card>
        <p role="status" className="tb-muted">{t(hasNextPage ? 'queue.shown' : 'queue.count', { n: rows.length })}</p>
        {isError && rows.length === 0 ? <ErrorState onRetry={() => void refetch()} /> : (
          <Table
            caption={t('desk.table.title')}
            rows={rows}
            rowKey={({ id }) => id}
            selected={({ id }) => selection.has(id)}
            columns={[...(acts ? [selectColumn(selection, t)] : []), ...columnsFor(columns, filter, t)]}
            empty={<EmptyState icon="search" title={t('queue.empty.filtered.title')} action={<Button variant="quiet" onClick={() => show({ view: 'all', q: '', matter: '' })}>{t('desk.filter.reset')}</Button>}><p>{t('queue.empty.filtered.text')}</p></EmptyState>}
          />
        )}
        {hasNextPage && <Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('ui.pages.more')}</Button>}
      </Card>
    </div>
  )
}

function addressOf(filter: QueueFilter, columns: readonly ColumnId[]): URLSearchParams {
  const text = columnsText(columns)
  return new URLSearchParams(Object.entries({ ...filterQuery(filter), ...(text ? { columns: text } : {}) }).map(([name, value]) => [name, String(value)]))
}

function selectColumn(selection: Selection<QueueItem>, t: T): Column<QueueItem> {
  return {
    key: 'select',
    header: <input type="checkbox" className="desk-check" aria-label={t('desk.table.selectAll')} checked={selection.allChosen} onChange={selection.toggleAll} />,
    cell: (item) => (
      <input
        type="checkbox"
        className="desk-check"
        aria-label={t('desk.table.select', { name: `${item.serviceName} · ${item.applicant}` })}
        checked={selection.has(item.id)}
        disabled={!selection.has(item.id) && selection.chosen.length >= mostSelected}
        onChange={() => selection.toggle(item.id)}
      />
    ),
    stackedLabel: 'hidden',
  }
}

/** j and k go from row to row, x selects, Enter follows the link that has the focus. */
function useRowKeys(selection: Selection<QueueItem>, rows: readonly QueueItem[], acts: boolean) {
  const t = useT()
  const { at } = selection
  const id = rows[at]?.id
  useEffect(() => {
    if (id) document.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus()
  }, [id])
  const group = t('desk.table.group')
  useShortcuts([
    { keys: 'j', label: t('queue.next'), group, run: () => selection.move(1) },
    { keys: 'k', label: t('queue.previous'), group, run: () => selection.move(-1) },
    ...(acts ? [{ keys: 'x', label: t('desk.table.toggle'), group, run: () => id && selection.toggle(id) }, { keys: 'Shift+X', label: t('desk.table.selectAll'), group, run: selection.toggleAll }] : []),
  ])
}

function Views({ filter, columns }: { filter: QueueFilter; columns: readonly ColumnId[] }) {
  const t = useT()
  const { person } = useSession()
  const { data: counts } = useQuery(countsQuery)
  return (
    <nav className="queue-views" aria-label={t('queue.views.label')}>
      {viewsFor(person?.roles ?? []).map((view) => (
        <Link key={view} href={paths.workbenchTable({}, Object.fromEntries(addressOf({ ...filter, view }, columns)))} aria-current={view === filter.view ? 'page' : undefined}>
          {t(`queue.views.${view}`)} <span>{counts?.[view] ?? ''}</span>
        </Link>
      ))}
    </nav>
  )
}
