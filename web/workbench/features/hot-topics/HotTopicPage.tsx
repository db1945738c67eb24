// One hot topic: how it goes, what people wrote, the tasks made of it with the weeks before and after, and a form to make one.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useParams } from 'react-router'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Loading } from '../../../ui/States.tsx'
import { forStaff } from '../../for-staff.ts'
import { Chart } from '../insight/Chart.tsx'
import { EndTaskForm, MakeTaskForm } from './TaskForms.tsx'
import { TaskFacts } from './TaskFacts.tsx'
import { topicQuery, type TopicView } from './queries.ts'
import '../../whole-page.css'

export const loader = forStaff(({ params }) => queryClient.fetchQuery(topicQuery(params['topic'] ?? '')))

export const title = (view: TopicView | null) => view?.topic.name ?? t('hot-topics.title')

export function Component() {
  const t = useT()
  const format = useFormat()
  const textIn = useTextIn()
  const { topic: id = '' } = useParams()
  const { data: view } = useQuery(topicQuery(id))
  if (!view) return <Loading />
  const { topic, newest, tasks } = view
  return (
    <div className="tb-page tb-page-text whole-page tb-stack">
      <header>
        <p><LinkButton variant="ghost" href={paths.workbenchHotTopics()}>{t('hot-topics.back')}</LinkButton></p>
        <h1>{topic.name}</h1>
        <p className="tb-muted">{[textIn(topic.regionName), topic.categoryName ? textIn(topic.categoryName) : '', t('hot-topics.sum', { all: format.number(topic.requests), week: format.number(topic.thisWeek), before: format.number(topic.lastWeek) })].filter(Boolean).join(' · ')}</p>
      </header>
      <Trend view={view} />
      {tasks.map((task) => (
        <Card key={task.id} title={t(`hot-topics.task.states.${task.state}`)} {...(task.state === 'open' ? { tone: 'attention' as const } : {})}>
          <TaskFacts task={task} />
          {task.state === 'open' && <EndTaskForm task={task} />}
        </Card>
      ))}
      {!topic.inHand && <MakeTaskForm topic={topic} />}
      <Card title={t('hot-topics.newest')}>
        <ul>
          {newest.map((one) => <li key={one.id}>{formatMoment(one.receivedAt, thisYear())} · <Link href={paths.workbenchRequest({ request: one.id })}>{one.title}</Link></li>)}
        </ul>
      </Card>
    </div>
  )
}

function Trend({ view: { trend } }: { view: TopicView }) {
  const t = useT()
  const format = useFormat()
  const labels = useMemo(() => trend.map(({ day }) => format.date(day)), [trend, format])
  const series = useMemo(() => [{ name: t('hot-topics.requests'), tint: 'azure' as const, data: trend.map(({ requests }) => requests) }], [trend, t])
  return <Card><Chart title={t('hot-topics.trend')} of={t('hot-topics.day')} kind="line" labels={labels} series={series} /></Card>
}
