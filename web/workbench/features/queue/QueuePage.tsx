// The workbench when no case is open: the queue, and what the day holds.
// The queue comes first from the loader, so the page is drawn with its list.
import { useQuery } from '@tanstack/react-query'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { ThreeColumns } from '../../../ui/ThreeColumns.tsx'
import { forStaff } from '../../for-staff.ts'
import { countsQuery, queueQuery } from './queries.ts'
import { filterQuery, handlesCases, readFilter, viewsFor, type QueueView } from './queue.ts'
import { QueueColumn } from './QueueColumn.tsx'
import { useFilter } from './useFilter.ts'
import { useQueue, type Queue } from './useQueue.ts'

export const loader = forStaff(async ({ request }) => {
  const filter = readFilter(new URL(request.url).searchParams)
  await Promise.all([queryClient.ensureInfiniteQueryData(queueQuery(filter)), queryClient.ensureQueryData(countsQuery)])
  return null
})

export const title = () => t('queue.title')

export function Component() {
  const t = useT()
  const { filter } = useFilter()
  const queue = useQueue(filter)
  return (
    <ThreeColumns narrow="list" listLabel={t('queue.list')} mainLabel={t('queue.title')} list={<><h1 className="tb-hidden">{t('queue.title')}</h1><QueueColumn queue={queue} /></>}>
      <Start queue={queue} />
    </ThreeColumns>
  )
}

function Start({ queue }: { queue: Queue }) {
  const t = useT()
  const { person } = useSession()
  const { data: counts } = useQuery(countsQuery)
  const [first] = queue.items
  const roles = person?.roles ?? []
  const offered = viewsFor(roles)
  const figures: { view: QueueView; label: string; count: number; tone: string }[] = [
    { view: 'dueSoon', label: t('queue.start.dueToday'), count: counts?.dueToday ?? 0, tone: 'warning' },
    { view: offered.includes('overdue') ? 'overdue' : 'dueSoon', label: t('queue.start.overdue'), count: counts?.overdue ?? 0, tone: 'danger' },
    ...(offered.includes('unclaimed') ? [{ view: 'unclaimed' as const, label: t('queue.start.unclaimed'), count: counts?.unclaimed ?? 0, tone: 'neutral' }] : []),
    { view: 'supplement', label: t('queue.start.supplement'), count: counts?.supplement ?? 0, tone: 'neutral' },
  ]
  return (
    <div className="tb-stack queue-start">
      <h2>{t('queue.start.title')}</h2>
      <ul className="queue-figures">
        {figures.map(({ view, label, count, tone }) => (
          <li key={label}>
            <Link href={paths.workbench({}, filterQuery({ view, q: '', matter: '' }))}>
              <b data-tone={count > 0 ? tone : 'neutral'}>{count}</b>
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
      {first && (
        <div className="tb-row">
          <Button shortcut="J" onClick={() => queue.open(first.id)}>{t('queue.start.first')}</Button>
          <span className="tb-muted">{t('queue.start.lead')}</span>
        </div>
      )}
      {handlesCases(roles) && (
        <Card title={t('queue.start.keys')} level={3}>
          <p>{t('queue.start.keysText')}</p>
        </Card>
      )}
    </div>
  )
}
