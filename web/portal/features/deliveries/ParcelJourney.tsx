// A parcel on its way, what the courier reported last at the top.
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { Timeline } from '../../../ui/Timeline.tsx'
import type { Item, Parcel } from './queries.ts'

export function ParcelJourney({ parcel, items }: { parcel: Parcel; items: readonly Item[] }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  return (
    <section className="deliveries-parcel" aria-label={t('deliveries.parcel.title')}>
      <h3>{t('deliveries.parcel.title')}</h3>
      <p className="tb-muted">{[format.list(items.map(({ name }) => textIn(name))), parcel.number].filter(Boolean).join(' · ')}</p>
      <p className="tb-muted">{t('deliveries.parcel.to', { name: parcel.to.name, address: parcel.to.address })}</p>
      <Timeline
        label={t('deliveries.parcel.title')}
        items={parcel.events.map(({ kind, at, place, note }) => ({ id: `${kind} ${at}`, dateTime: at, time: formatMoment(at, thisYear()), text: t(`deliveries.parcel.events.${kind}`), detail: [note, place].filter(Boolean).join(' · ') }))}
      />
    </section>
  )
}
