// Governance of benefits: who should receive and did not, whether groups fare alike, and what a policy would cost. The tab and the policy stand in the address.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useSession } from '../../../shared/session.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { forStaff } from '../../for-staff.ts'
import { CoverageTab } from './CoverageTab.tsx'
import { FairnessTab } from './FairnessTab.tsx'
import { ForecastTab } from './ForecastTab.tsx'
import { takeUpQuery } from './queries.ts'
import '../benefits/benefits.css'

export const loader = forStaff(() => queryClient.fetchQuery(takeUpQuery))

export const title = () => t('governance-desk.title')

const tabIds = ['coverage', 'fairness', 'forecast'] as const

/** What part of the page is looked at. */
export type Look = { policy: string; onPolicy: (policy: string) => void }

export function Component() {
  const t = useT()
  const { person } = useSession()
  const { data } = useSuspenseQuery(takeUpQuery)
  const [search, setSearch] = useSearchParams()
  const set = (change: Record<string, string>) => setSearch({ ...Object.fromEntries(search), ...change }, { replace: true, preventScrollReset: true })
  const look: Look = { policy: search.get('policy') ?? '', onPolicy: (policy) => set({ policy }) }
  const mayForecast = person?.roles?.includes('supervisor') ?? false
  const tabs = [
    { id: 'coverage' as const, label: t('governance-desk.coverage'), content: <CoverageTab data={data} {...look} /> },
    { id: 'fairness' as const, label: t('governance-desk.fairness'), content: <FairnessTab data={data} {...look} /> },
    ...(mayForecast ? [{ id: 'forecast' as const, label: t('governance-desk.forecast'), content: <ForecastTab /> }] : []),
  ]
  return (
    <div className="tb-page tb-stack-l benefits-page">
      <header className="tb-stack">
        <Breadcrumbs items={[{ label: t('governance-desk.back'), href: paths.workbenchBenefits() }, { label: t('governance-desk.title') }]} />
        <h1>{t('governance-desk.title')}</h1>
        <p className="tb-muted">{t('governance-desk.lead')}</p>
      </header>
      <SurveyLine />
      <Tabs label={t('governance-desk.title')} tabs={tabs} selected={tabs.find(({ id }) => id === search.get('tab'))?.id ?? tabIds[0]} onSelect={(tab) => set({ tab })} />
    </div>
  )
}

/** As of when, and counting again. */
function SurveyLine() {
  const t = useT()
  const format = useFormat()
  const { person } = useSession()
  const { data: { survey, running } } = useSuspenseQuery(takeUpQuery)
  const counting = useChange(() => api('beginTakeUpSurvey'), () => void queryClient.invalidateQueries({ queryKey: takeUpQuery.queryKey }))
  const mayCount = person?.roles?.some((role) => role === 'approver' || role === 'head' || role === 'supervisor') ?? false
  return (
    <div className="tb-stack">
      <div className="tb-row">
        <span aria-live="polite">{running ? t('governance-desk.running', { n: running.seen }) : survey ? t('governance-desk.asOf', { day: format.date(survey.on), year: String(survey.year), n: survey.seen }) : t('governance-desk.never')}</span>
        {mayCount && <Button variant="ghost" busy={counting.isPending} {...(running ? { disabledReason: t('governance-desk.already') } : {})} onClick={() => counting.mutate()}>{t('governance-desk.count')}</Button>}
      </div>
      {counting.error !== null && <Notice tone="danger" live="assertive">{messageOf(counting.error) ?? t('governance-desk.failed')}</Notice>}
    </div>
  )
}
