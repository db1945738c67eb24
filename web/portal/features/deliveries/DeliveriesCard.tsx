// How each result reaches its person: the way and where it is now, the code to fetch it with, the parcel's journey; changed while that is
// still possible. Stands on the page that checks a draft and on that of an application; nothing is drawn where all is read in the account.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { ChoiceForm } from './ChoiceForm.tsx'
import { ParcelJourney } from './ParcelJourney.tsx'
import { PickupPart } from './PickupPart.tsx'
import { bundles, deliveriesQuery, type Deliveries, type Item } from './queries.ts'
import './deliveries.css'

const tones: Record<Item['standing'], Tone> = { planned: 'neutral', account: 'success', unpaid: 'attention', none: 'neutral', ready: 'azure', sent: 'azure', shelved: 'attention', delivered: 'success', calledOff: 'neutral' }

const deliveriesId = 'deliveries'

export function DeliveriesCard({ application }: { application: string }) {
  const t = useT()
  const { data } = useQuery(deliveriesQuery(application))
  const [changing, setChanging] = useState(false)
  if (!data || data.items.length === 0) return null
  const { pickups, parcels } = bundles(data.items)
  return (
    <div id={deliveriesId}>
      <Card title={t('deliveries.title')} tone={pickups.length > 0 ? 'attention' : 'plain'}>
        <div className="tb-stack">
          {!data.submitted && <p className="tb-muted">{t('deliveries.lead')}</p>}
          <ul className="deliveries-list">{data.items.map((item) => <Entry key={item.service} item={item} deliveries={data} />)}</ul>
          {pickups.map(({ pickup, items }) => <PickupPart key={pickup.id} application={application} pickup={pickup} items={items} hall={data.halls.find(({ id }) => id === pickup.outlet)} />)}
          {parcels.map(({ parcel, items }) => <ParcelJourney key={parcel.id} parcel={parcel} items={items} />)}
          {changing ? <ChoiceForm application={application} deliveries={data} onDone={() => setChanging(false)} /> : data.items.some(({ canChange, ways, standing }) => canChange && (ways.length > 1 || standing !== 'planned')) && (
            <div><Button variant="ghost" onClick={() => setChanging(true)}>{t('deliveries.change')}</Button></div>
          )}
        </div>
      </Card>
    </div>
  )
}

/** What waits to be fetched, for the card that says what to do now. */
export function useCollectingTasks(application: string): { href: string; label: string }[] {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { data } = useQuery(deliveriesQuery(application))
  return bundles(data?.items ?? []).pickups.map(({ items }) => ({ href: `#${deliveriesId}`, label: t('deliveries.now', { names: format.list(items.map(({ name }) => textIn(name))) }) }))
}

function Entry({ item, deliveries }: { item: Item; deliveries: Deliveries }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const text = useStandingText(item, deliveries)
  // What waits at the counter has been made available; the day is for what still has to come.
  const due = item.standing === 'ready' || item.standing === 'sent' ? item.deliverBy : null
  return (
    <li>
      <div className="tb-row">
        <b>{textIn(item.name)}</b>
        <span className="tb-muted">{t(`deliveries.ways.${item.way}`)}</span>
        <span className="tb-row-end"><Chip tone={tones[item.standing]}>{t(`deliveries.standing.${item.standing}`)}</Chip></span>
      </div>
      <p>{text}{item.openedAt !== null && ` ${t('deliveries.text.opened', { time: format.instant(item.openedAt) })}`}</p>
      {due !== null && <p className="tb-muted">{t('deliveries.deliverBy', { day: format.day(due) })}</p>}
    </li>
  )
}

/** Where it is, in a sentence. */
function useStandingText({ standing, way, outlet, parcel, mishap, deliveredOn, deliveredHow }: Item, { halls, receiver }: Deliveries): string {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const name = halls.find(({ id }) => id === outlet)?.name
  const hall = name ? textIn(name) : ''
  const day = deliveredOn === null ? '' : format.day(deliveredOn)
  if (standing === 'planned') return way === 'online' ? t('deliveries.text.plannedOnline') : way === 'counter' ? t('deliveries.text.plannedCounter', { hall }) : t('deliveries.text.plannedPost', { address: receiver.address })
  if (standing === 'unpaid') return t('deliveries.text.unpaid')
  if (standing === 'account') return t('deliveries.text.account', { day })
  if (standing === 'ready' && mishap === 'lost') return t('deliveries.text.lost')
  if (standing === 'ready') return way === 'post' ? t('deliveries.text.readyPost') : t('deliveries.text.readyCounter', { hall })
  if (standing === 'sent') return parcel?.number ? t('deliveries.text.sent', { number: parcel.number }) : t('deliveries.text.sentWaiting')
  if (standing === 'shelved') return mishap === 'returned' ? t('deliveries.text.returned', { hall }) : t('deliveries.text.shelved', { hall })
  if (standing === 'delivered') return t(deliveredHow === 'post' ? 'deliveries.text.deliveredPost' : deliveredHow === 'counter' ? 'deliveries.text.deliveredCounter' : 'deliveries.text.deliveredOnline', { day })
  return t(standing === 'none' ? 'deliveries.text.none' : 'deliveries.text.calledOff')
}
