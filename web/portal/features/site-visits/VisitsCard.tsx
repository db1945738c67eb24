// On the page of an application: the joint visit. When it is, who comes, what the person can do; afterwards the opinion sheet to read,
// comment and sign. Before it is arranged: when it would suit them. Nothing is drawn where no visit is needed.
import { useQuery } from '@tanstack/react-query'
import { cameToNothing, isOnSite } from '../../../../server/modules/site-visits/visit.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { useSession } from '../../../shared/session.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { myVisitsQuery, presentVisit, visitCardId, type MyVisits, type Visit } from './queries.ts'
import { SheetPart } from './SheetPart.tsx'
import { TimeForm } from './TimeForm.tsx'
import { WishForm } from './WishForm.tsx'
import './site-visits.css'

const tones: Record<Visit['state'], Tone> = { proposed: 'neutral', offered: 'attention', agreed: 'azure', onSite: 'azure', closed: 'success', missed: 'danger', cancelled: 'neutral' }

export function VisitsCard({ application }: { application: string }) {
  const { acting } = useSession()
  const { data } = useQuery({ ...myVisitsQuery(application), enabled: !acting })
  if (!data || acting) return null
  const visit = presentVisit(data)
  if (!visit) return data.expected ? <Expected application={application} data={data} /> : null
  return <VisitCard application={application} data={data} visit={visit} />
}

function Expected({ application, data }: { application: string; data: MyVisits }) {
  const t = useT()
  return (
    <div id={visitCardId}>
      <Card title={t('visits.title')}>
        <div className="tb-stack">
          <p>{t('visits.expected')}</p>
          <WishForm application={application} wish={data.wish} />
        </div>
      </Card>
    </div>
  )
}

function VisitCard({ application, data, visit }: { application: string; data: MyVisits; visit: Visit }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const coming = visit.parts.filter(({ state }) => state !== 'left' && state !== 'absent')
  const asks = visit.can.includes('accept') || visit.can.includes('signSheet')
  const spoken = visit.parts.some(({ signedAt }) => signedAt !== null)
  return (
    <div id={visitCardId}>
      <Card title={t('visits.title')} tone={asks ? 'attention' : 'plain'} aside={<Chip tone={tones[visit.state]}>{t(`visits.states.${visit.state}`)}</Chip>}>
        <div className="tb-stack">
          <KeyValue
            items={[
              { id: 'when', label: t('visits.when'), value: <b>{visit.begunOn !== null && visit.begunOn !== visit.slot.day ? format.day(visit.begunOn) : t('visits.at', { day: format.day(visit.slot.day), half: t(`visits.halves.${visit.slot.half}`) })}</b> },
              { id: 'place', label: t('visits.place'), value: visit.place },
              { id: 'who', label: t('visits.who'), value: format.list([...new Set(coming.map(({ authorityShortName }) => textIn(authorityShortName)))]) },
              { id: 'contact', label: t('visits.contact'), value: visit.contact || t('visits.noContact') },
            ]}
          />
          <TimeForm key={`${visit.slot.day} ${visit.slot.half} ${visit.state}`} application={application} visit={visit} days={data.days} />
          {(spoken || isOnSite(visit.state)) && <SheetPart application={application} visit={visit} />}
          {cameToNothing(visit.state) && data.expected && <WishForm application={application} wish={data.wish} />}
        </div>
      </Card>
    </div>
  )
}

/** What the person can do now, for the card that says so. */
export function useVisitTasks(application: string): { href: string; label: string }[] {
  const t = useT()
  const textIn = useTextIn()
  const { acting } = useSession()
  const { data } = useQuery({ ...myVisitsQuery(application), enabled: !acting })
  const visit = data && presentVisit(data)
  if (!visit) return []
  const href = `#${visitCardId}`
  return [
    ...(visit.can.includes('accept') ? [{ href, label: t('visits.now.offered') }] : []),
    ...(visit.can.includes('signSheet') ? [{ href, label: t('visits.now.sign') }] : []),
    ...visit.parts.filter(({ rectifying, rectified }) => rectifying && rectified === null).map(({ authorityShortName }) => ({ href, label: t('visits.now.rectify', { authority: textIn(authorityShortName) }) })),
  ]
}
