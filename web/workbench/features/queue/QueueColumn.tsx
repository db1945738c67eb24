// The left column: views with their counts, filters, the list itself. Stands beside the start page and beside every case.
// j and k move, digits change the view, / goes to the search.
import { useQuery } from '@tanstack/react-query'
import { useT, type T } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PickList, type PickItem } from '../../../ui/PickList.tsx'
import { EmptyState, Loading } from '../../../ui/States.tsx'
import { useShortcuts } from '../../../ui/useShortcuts.ts'
import { timeText } from './time-text.ts'
import { countsQuery, type QueueItem } from './queries.ts'
import { filterQuery, handlesCases, narrowingOf, viewsFor, type QueueFilter } from './queue.ts'
import { QueueFilters } from './QueueFilters.tsx'
import type { Queue } from './useQueue.ts'
import { useFilter } from './useFilter.ts'
import './queue.css'

export function QueueColumn({ queue, selected }: { queue: Queue; selected?: string }) {
  const t = useT()
  const { person } = useSession()
  const looksOn = !handlesCases(person?.roles ?? [])
  const group = t('queue.group')
  useShortcuts([
    { keys: 'j', label: t('queue.next'), group, run: () => queue.next && queue.open(queue.next.id) },
    { keys: 'k', label: t('queue.previous'), group, run: () => queue.previous && queue.open(queue.previous.id) },
  ])
  return (
    <>
      <div className="queue-head">
        <QueueViews filter={queue.filter} />
        {Object.keys(narrowingOf(queue.filter)).length > 0 && <Notice compact tone="neutral" actions={<LinkButton variant="plain" href={paths.workbench({}, filterQuery({ view: queue.filter.view, q: '', matter: '' }))}>{t('desk.filter.reset')}</LinkButton>}>{t('desk.filter.narrowed')}</Notice>}
        <QueueFilters filter={queue.filter} onFirst={() => queue.items[0] && queue.open(queue.items[0].id)} />
      </div>
      {queue.failed && queue.items.length > 0 && <Notice compact tone="warning" live="polite">{t('queue.failed')}</Notice>}
      <PickList
        label={t('queue.list')}
        selected={selected}
        items={queue.items.map((item) => lineOf(item, queue.filter, looksOn, t))}
        empty={queue.pending ? <div className="queue-waiting"><Loading lines={6} /></div> : <Nothing filter={queue.filter} failed={queue.failed} onRetry={queue.retry} />}
      />
      {queue.items.length > 0 && (
        <div className="queue-foot">
          <small role="status">{queue.hasMore ? t('queue.shown', { n: queue.items.length }) : t('queue.count', { n: queue.items.length })}</small>
          {queue.hasMore && <Button variant="quiet" busy={queue.loadingMore} onClick={queue.loadMore}>{t('ui.pages.more')}</Button>}
        </div>
      )}
    </>
  )
}

/** @param looksOn whose case it is matters to those who handle it, which authority's to those who look on */
function lineOf(item: QueueItem, filter: QueueFilter, looksOn: boolean, t: T): PickItem {
  const { text, tone } = timeText(item, t)
  return {
    id: item.id,
    href: paths.workbenchCase({ case: item.id }, filterQuery(filter)),
    title: <>{item.news !== 'none' && <span className="queue-news" data-news={item.news} title={t(`desk.newsText.${item.news}`)}>{t(`desk.news.${item.news}`)}</span>}{`${item.serviceName} · ${item.applicant}`}</>,
    meta: `${item.number} · ${item.matterName}`,
    side: text,
    sideTone: tone,
    sideMeta: looksOn ? item.authorityName : item.mine ? t('queue.mine') : item.assigned ? t('queue.others') : t('queue.unclaimed'),
  }
}

function QueueViews({ filter }: { filter: QueueFilter }) {
  const t = useT()
  const { person } = useSession()
  const { show } = useFilter()
  const { data: counts } = useQuery(countsQuery)
  const views = viewsFor(person?.roles ?? [])
  useShortcuts(views.map((view, index) => ({ keys: String(index + 1), label: t('queue.showView', { view: t(`queue.views.${view}`) }), group: t('queue.views.label'), run: () => show({ ...filter, view }) })))
  return (
    <nav className="queue-views" aria-label={t('queue.views.label')}>
      {views.map((view) => (
        <Link key={view} href={paths.workbench({}, filterQuery({ ...filter, view }))} aria-current={view === filter.view ? 'page' : undefined}>
          {t(`queue.views.${view}`)} <span>{counts?.[view] ?? ''}</span>
        </Link>
      ))}
    </nav>
  )
}

function Nothing({ filter, failed, onRetry }: { filter: QueueFilter; failed: boolean; onRetry: () => void }) {
  const t = useT()
  if (failed) return <EmptyState icon="alert" title={t('ui.error.title')} action={<Button variant="quiet" onClick={onRetry}>{t('ui.retry')}</Button>} />
  if (filter.q || filter.matter) {
    return (
      <EmptyState icon="search" title={t('queue.empty.filtered.title')} action={<LinkButton variant="quiet" href={paths.workbench({}, filterQuery({ ...filter, q: '', matter: '' }))}>{t('queue.empty.filtered.clear')}</LinkButton>}>
        <p>{t('queue.empty.filtered.text')}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState icon="check" title={t(`queue.empty.${filter.view}.title`)}>
      <p>{t(`queue.empty.${filter.view}.text`)}</p>
    </EmptyState>
  )
}
