// Supervision in figures: requests and ratings of my jurisdiction in a span, their course, by unit, class or street, and compared fairly.
// The span and what is compared stand in the address, so that a view can be passed on.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { gradeNames, grades } from '../../../../server/modules/ratings/grade.ts'
import { logIdOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import { forStaff } from '../../for-staff.ts'
import '../../whole-page.css'
import { AssessmentCard } from './AssessmentCard.tsx'
import { Chart } from './Chart.tsx'
import { datesOf, type Series, type Tint } from './chart-data.ts'
import { LeagueCard } from './LeagueCard.tsx'
import { PartsCard } from './PartsCard.tsx'
import { insightQuery, readView, rowsAddress, spans, topics, type Choose, type Counts, type Insight, type View } from './queries.ts'
import './insight.css'

export const loader = forStaff(({ request }) => queryClient.fetchQuery(insightQuery(readView(new URL(request.url).searchParams))))

export const title = () => t('insight.title')

export function Component() {
  const t = useT()
  const [search, setSearch] = useSearchParams()
  const view = readView(search)
  const choose: Choose = (change) => setSearch({ ...view, ...change }, { replace: true, preventScrollReset: true })
  const { data, error, refetch, isFetching } = useQuery(insightQuery(view))
  return (
    <div className="tb-page whole-page tb-stack">
      <header>
        <h1>{t('insight.title')}</h1>
        <p className="tb-muted">{t('insight.lead')}</p>
      </header>
      <div className="insight-filters">
        <Select label={t('insight.span')} value={view.span} onChange={(span) => choose({ span: spans.find((each) => each === span) ?? 'month' })} options={spans.map((value) => ({ value, label: t(`insight.spans.${value}`) }))} />
        <Select label={t('insight.topic')} value={view.topic} onChange={(topic) => choose({ topic: topics.find((each) => each === topic) ?? 'all' })} options={topics.map((value) => ({ value, label: t(`insight.topics.${value}`) }))} />
      </div>
      {error && <ErrorState logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />}
      {!data && !error && <Loading />}
      {data && <Whole data={data} view={view} />}
      <PartsCard view={view} onChoose={choose} />
      <LeagueCard view={view} onChoose={choose} />
      <AssessmentCard view={view} />
    </div>
  )
}

const shareOf = (now: number | null, before: number | null): number | null => (now === null || before === null ? null : now - before)

function Whole({ data, view }: { data: Insight; view: View }) {
  const t = useT()
  if (data.totals.received === 0 && data.totals.rated === 0 && data.totals.handled === 0) return <EmptyState icon="info" level={2} title={t('insight.empty')}><p>{t('insight.emptyText')}</p></EmptyState>
  return (
    <>
      <Figures totals={data.totals} before={data.before} view={view} />
      <Trend data={data} />
      <Grades totals={data.totals} />
    </>
  )
}

function Figures({ totals, before, view }: { totals: Counts; before: Counts; view: View }) {
  const t = useT()
  const format = useFormat()
  const counts = (['received', 'handled', 'returned', 'redone', 'rated', 'held'] as const).map((key) => ({ key, value: totals[key] === 0 ? format.number(0) : <Link href={rowsAddress({ measure: key, view })}>{format.number(totals[key])}</Link>, was: t('insight.was', { value: format.number(before[key]) }) }))
  const rates = (['onTimeRate', 'solvedRate', 'satisfiedRate'] as const).map((key) => {
    const change = shareOf(totals[key], before[key])
    return { key, value: totals[key] === null ? t('insight.few') : format.share(totals[key]), was: change === null ? '' : t(change >= 0 ? 'insight.up' : 'insight.down', { points: Math.abs(Math.round(change * 1000) / 10) }) }
  })
  return (
    <Card title={t('insight.figures')}>
      <dl className="insight-figures">
        {[...counts, ...rates].map(({ key, value, was }) => (
          <div key={key}>
            <dt>{t(`insight.measures.${key}`)}</dt>
            <dd>{value}<small>{was}</small></dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function Trend({ data: { trend, span } }: { data: Insight }) {
  const t = useT()
  const dates = useMemo(() => datesOf(span), [span])
  const labels = useMemo(() => dates.map((on) => on.slice(...(span.grain === 'day' ? [5] : [0, 7]))), [dates, span])
  const series = useMemo((): Series[] => {
    const byDate = new Map(trend.map(({ on, counts }) => [on, counts]))
    return ([['received', 'azure'], ['handled', 'success'], ['rated', 'warning']] as const).map(([key, tint]) => ({ name: t(`insight.measures.${key}`), tint, data: dates.map((on) => byDate.get(on)?.[key] ?? 0) }))
  }, [trend, dates, t])
  return <Card><Chart title={t('insight.trend')} of={t(`insight.grains.${span.grain}`)} kind="line" labels={labels} series={series} /></Card>
}

const tints: Record<(typeof grades)[number], Tint> = { 'very-satisfied': 'success', satisfied: 'azure', neutral: 'ink-3', unsatisfied: 'warning', 'very-unsatisfied': 'danger' }

function Grades({ totals }: { totals: Counts }) {
  const t = useT()
  const textIn = useTextIn()
  const label = t('insight.all')
  const labels = useMemo(() => [label], [label])
  const series = useMemo((): Series[] => grades.map((grade) => ({ name: textIn(gradeNames[grade]), tint: tints[grade], data: [totals.grades[grade]] })), [totals, textIn])
  if (totals.rated === 0) return null
  return <Card><Chart title={t('insight.grades')} of="" kind="stacked" labels={labels} series={series} /></Card>
}
