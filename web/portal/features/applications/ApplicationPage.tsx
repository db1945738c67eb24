// A submitted application: the map of its services with live state, what the person can do now, results, history.
// Never "processing" without a name and a date.
import { useLocation } from 'react-router'
import { textNow, useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { useFormat } from '../../../shared/format.ts'
import { paths } from '../../../shared/paths.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { CaseCard, OpenCases } from './CaseCard.tsx'
import { BranchCard } from './BranchCard.tsx'
import { byAttention, isOver, isQuiet, progressTone } from './case-state.ts'
import { CasesMap } from './CasesMap.tsx'
import { ShareCard } from './ShareCard.tsx'
import { HistoryCard } from './HistoryCard.tsx'
import { NextStep, NowCard } from './NowCard.tsx'
import { LaneList } from './LaneList.tsx'
import { loadTracking, useTracking, type TrackingPage } from './queries.ts'
import { OutcomesCard } from './OutcomesCard.tsx'
import { SavedCard } from './SavedCard.tsx'
import { WindowReceipt } from '../apply/WindowReceipt.tsx'
import { NoticesCard } from '../notices/NoticesCard.tsx'
import { ChainsCard } from '../cross-region/ChainsCard.tsx'
import { GroundsCard } from '../grounds/GroundsCard.tsx'
import { RatingsCard } from '../ratings/RatingsCard.tsx'
import { VisitsCard } from '../site-visits/VisitsCard.tsx'
import { DeliveriesCard } from '../deliveries/DeliveriesCard.tsx'
import { PaymentCard } from '../payments/PaymentCard.tsx'
import { UndertakingsCard } from '../undertakings/UndertakingsCard.tsx'
import './applications.css'

export const loader = loadTracking

export const title = ({ tracking }: TrackingPage) => t('applications.tracking.of', { matter: textNow(tracking.matterName) })

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { tracking, catalogue } = useTracking()
  const { state } = useLocation()
  const submitted = typeof state === 'object' && state !== null && 'submitted' in state
  const matter = textIn(tracking.matterName)
  const cases = byAttention(tracking.cases)
  const over = isOver(cases)
  const loud = cases.filter((one) => !isQuiet(one))
  return (
    <div className="tb-page tb-stack">
      <Breadcrumbs items={[{ label: t('shell.nav.applications'), href: paths.applications() }, { label: matter }]} />
      <div className="tb-columns">
        <div className="tb-stack">
          {submitted && (
            <Notice tone="success" live="polite" title={t('applications.tracking.submitted')}>
              <p>
                {t('applications.tracking.submittedText', { number: tracking.number })}
                {tracking.promisedOn && ` ${t('applications.tracking.promise', { date: format.day(tracking.promisedOn) })}`}
              </p>
              <p>{t('applications.tracking.submittedNext')}</p>
            </Notice>
          )}
          <div>
            <div className="tb-row">
              <h1>{t('matters.heading', { name: matter })}</h1>
              <Chip tone={progressTone(tracking.progress)}>{t(`applications.progress.${tracking.progress}`)}</Chip>
            </div>
            <p className="tb-muted applications-meta">{t('applications.tracking.number', { number: tracking.number, date: format.instant(tracking.submittedAt) })}</p>
            <NextStep cases={tracking.cases} />
            <WindowReceipt application={tracking.id} />
          </div>
        </div>
        <aside aria-label={t('applications.now.title')}>
          <NowCard tracking={tracking} />
        </aside>
        {!over && <LaneList cases={tracking.cases} />}
      </div>
      {over && <OutcomesCard cases={cases} tracking={tracking} catalogue={catalogue} />}
      {cases.some(({ ended }) => ended) && <RatingsCard application={tracking.id} />}
      <DeliveriesCard application={tracking.id} />
      <PaymentCard application={tracking.id} />
      <UndertakingsCard application={tracking.id} catalogue={catalogue} />
      <VisitsCard application={tracking.id} />
      {!over && (
        <Card title={t('applications.map.title')} aside={tracking.promisedOn && <span>{t('applications.tracking.promise', { date: format.day(tracking.promisedOn) })}</span>}>
          <CasesMap cases={tracking.cases} />
        </Card>
      )}
      <ChainsCard application={tracking.id} />
      <BranchCard tracking={tracking} />
      <GroundsCard application={tracking.id} cases={tracking.cases} />
      <div className={over ? 'tb-stack' : 'tb-columns'}>
        {!over && <div className="tb-stack">
          {loud.filter(({ result }) => !result).map((one) => <CaseCard key={one.id} one={one} tracking={tracking} catalogue={catalogue} />)}
          <OpenCases cases={cases.filter(isQuiet)} tracking={tracking} />
          {loud.filter(({ result }) => result).map((one) => <CaseCard key={one.id} one={one} tracking={tracking} catalogue={catalogue} />)}
        </div>}
        <aside className="tb-stack" aria-label={t('applications.history.title')}>
          <NoticesCard tracking={tracking} />
          <SavedCard tracking={tracking} />
          <ShareCard number={tracking.number} />
          <HistoryCard tracking={tracking} folded={over} />
        </aside>
      </div>
      <SignedOutDialog />
    </div>
  )
}
