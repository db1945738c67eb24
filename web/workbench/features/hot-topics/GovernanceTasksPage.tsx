// Governance tasks: a unit sees what it has to put right and says what it did; the request centre sees those of its region.
// Open ones first, each with the weeks before and after; the topic behind it is for those who watch over the region.
import { useQuery } from '@tanstack/react-query'
import { logIdOf } from '../../../shared/failure.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useSession } from '../../../shared/session.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import { forStaff } from '../../for-staff.ts'
import { tasksQuery, type GovernanceTask } from './queries.ts'
import { TaskFacts } from './TaskFacts.tsx'
import { EndTaskForm } from './TaskForms.tsx'
import '../../whole-page.css'

export const loader = forStaff(() => queryClient.fetchQuery(tasksQuery))

export const title = () => t('hot-topics.tasks.title')

export function Component() {
  const t = useT()
  const { data, error, refetch, isFetching } = useQuery(tasksQuery)
  return (
    <div className="tb-page tb-page-text whole-page tb-stack">
      <header>
        <h1>{t('hot-topics.tasks.title')}</h1>
        <p className="tb-muted">{t('hot-topics.tasks.lead')}</p>
      </header>
      {error && <ErrorState logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && <EmptyState icon="check" level={2} title={t('hot-topics.tasks.empty')}><p>{t('hot-topics.tasks.emptyText')}</p></EmptyState>}
      {data?.map((task) => <Task key={task.id} task={task} />)}
    </div>
  )
}

function Task({ task }: { task: GovernanceTask }) {
  const t = useT()
  const { person } = useSession()
  const watches = person?.roles?.some((role) => role === 'dispatcher' || role === 'supervisor') ?? false
  return (
    <Card title={task.topicName} {...(task.state === 'open' ? { tone: 'attention' as const } : {})}>
      <p className="tb-muted">{t(`hot-topics.task.states.${task.state}`)}{watches && <> · <Link href={paths.workbenchHotTopic({ topic: task.topicId })}>{t('hot-topics.tasks.topic')}</Link></>}</p>
      <TaskFacts task={task} />
      {task.state === 'open' && <EndTaskForm task={task} />}
    </Card>
  )
}
