// One joint visit: time and place, each authority, what I can do now; on the day the opinion sheet, filled in and signed on the spot.
// On a phone what is to be done comes first.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { addressOf } from '../../../api/client.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { forStaff } from '../../for-staff.ts'
import { ArrangeCard } from './ArrangeCard.tsx'
import { visitQuery, type Visit } from './queries.ts'
import { SheetForm } from './SheetForm.tsx'
import { SignedPart } from './SignedPart.tsx'
import { partTones, StateChip, useTime } from './standing.tsx'
import './site-visits.css'

export const loader = forStaff(({ params }) => queryClient.fetchQuery(visitQuery(params['visit'] ?? '')))

export const title = (visit: Visit | null) => (visit ? t('visit-desk.of', { applicant: visit.applicant }) : t('visit-desk.title'))

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const { data: visit } = useSuspenseQuery(visitQuery(useParams()['visit'] ?? ''))
  const mine = visit.can.includes('sign') ? visit.parts.filter(({ own, blank }) => own && blank) : []
  const signed = visit.parts.filter(({ signedAt }) => signedAt !== null)
  return (
    <div className="tb-page visits-page">
      <p><Link href={paths.workbenchVisits()}>{t('visit-desk.back')}</Link></p>
      <div className="tb-columns">
        <header>
          <div className="tb-row">
            <h1>{t('visit-desk.of', { applicant: visit.applicant })}</h1>
            <StateChip visit={visit} />
          </div>
          <p className="tb-muted">{textIn(visit.matterName)}</p>
        </header>
        <aside className="tb-stack" aria-label={t('visit-desk.do.title')}>
          <ArrangeCard key={visit.revision} visit={visit} />
        </aside>
        <div className="tb-stack">
          <Facts visit={visit} />
          {mine.map((part) => <SheetForm key={part.caseId} visit={visit} part={part} />)}
          {signed.map((part) => <SignedPart key={part.caseId} visit={visit} part={part} />)}
          {(visit.signBy ?? visit.signedAt) !== null && <Applicant visit={visit} />}
          <History visit={visit} />
        </div>
      </div>
      <SignedOutDialog />
    </div>
  )
}

function Facts({ visit }: { visit: Visit }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const timeOf = useTime()
  return (
    <Card title={timeOf(visit)}>
      <div className="tb-stack">
        <KeyValue
          items={[
            { id: 'place', label: t('visit-desk.facts.place'), value: visit.place },
            { id: 'contact', label: t('visit-desk.facts.contact'), value: visit.contact || t('visit-desk.facts.noContact') },
            { id: 'openedBy', label: t('visit-desk.facts.openedBy'), value: visit.openedBy },
            ...(visit.clockOn ? [{ id: 'clock', label: t('visit-desk.facts.clock'), value: t('visit-desk.facts.clockText', { day: format.day(visit.clockOn) }) }] : []),
          ]}
        />
        <h3>{t('visit-desk.authorities')}</h3>
        <ul className="visits-authorities">
          {visit.parts.map((part) => (
            <li key={part.caseId}>
              <b>{textIn(part.authorityShortName)}</b> <Chip tone={partTones[part.state]}>{t(`visit-desk.parts.${part.state}`)}</Chip>
              <span className="tb-muted">{textIn(part.serviceName)}</span>
              {part.own && <Link href={paths.workbenchCase({ case: part.caseId }, { view: 'any' })}>{t('visit-desk.toCase', { number: part.caseNumber })}</Link>}
            </li>
          ))}
        </ul>
        {visit.hasDocument && <p><a href={addressOf('openVisitSheet', { id: visit.id })} target="_blank" rel="noreferrer">{t('visit-desk.document')}</a></p>}
      </div>
    </Card>
  )
}

function Applicant({ visit }: { visit: Visit }) {
  const t = useT()
  const format = useFormat()
  const words = visit.signedAt ? t('visit-desk.sheet.applicantSigned', { time: formatMoment(visit.signedAt, thisYear()) }) : visit.hasDocument ? t('visit-desk.sheet.applicantNot') : t('visit-desk.sheet.applicantUntil', { day: format.day(visit.signBy ?? visit.slot.day) })
  return (
    <Card title={t('visit-desk.sheet.comment')}>
      {visit.comment && <p>{visit.comment}</p>}
      <p className="tb-muted">{words}</p>
    </Card>
  )
}

function History({ visit }: { visit: Visit }) {
  const t = useT()
  return (
    <Card title={t('visit-desk.history.title')}>
      <Timeline
        label={t('visit-desk.history.title')}
        items={visit.history.toReversed().map(({ action, actorName, at, words }, index) => ({ id: `${index}`, dateTime: at, time: formatMoment(at, thisYear()), text: t(`visit-desk.history.actions.${action}`, { who: actorName || t('visit-desk.history.system') }), ...(words ? { detail: words } : {}) }))}
      />
    </Card>
  )
}
