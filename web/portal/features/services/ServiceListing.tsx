// The implementation list (实施清单) of a service: the elements the state's lists have that the facts at a glance leave out.
// What the authority has not stated and cannot be worked out is left out, except where to go.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import type { ServiceGuide } from './queries.ts'

export function ServiceListing({ guide: { service, listing } }: { guide: ServiceGuide }) {
  const t = useT()
  const format = useFormat()
  const textIn = useTextIn()
  const { audience, onlineDepth, crossRegion, delivery, counters, consult, basicCode, implementationCode } = listing
  const reach = t(`services.listing.reaches.${crossRegion.scope}`)
  const ways = format.list(crossRegion.ways.map((way) => t(`services.listing.ways.${way}`)))
  const validity = useValidity(listing)
  return (
    <Card id="listing" title={t('services.listing.title')}>
      <KeyValue
        lines
        items={[
          { id: 'audience', label: t('services.listing.audience'), value: format.list(audience.map(({ name }) => textIn(name))) },
          { id: 'level', label: t('services.listing.level'), value: t(`services.listing.levels.${service.level}`) },
          { id: 'depth', label: t('services.listing.depth'), value: t(`services.listing.depths.${onlineDepth}`) },
          {
            id: 'reach', label: t('services.listing.reach'),
            value: (
              <>
                {ways === '' ? reach : t('services.listing.reachBy', { reach, ways })}
                {crossRegion.basis && <small>{textIn(crossRegion.basis)}</small>}
              </>
            ),
          },
          { id: 'delivery', label: t('services.listing.delivery'), value: delivery.map((way) => t(`services.listing.deliveries.${way}`)).join(t('services.listing.and')) },
          ...(service.trips === 0 && counters.length === 0 ? [] : [{
            id: 'place', label: t('services.listing.place'),
            value: counters.length === 0 ? t('services.listing.placeAsk', { phone: consult.phone }) : (
              <ul className="guide-counters">
                {counters.map(({ id, name, address, hours, phone }) => (
                  <li key={id}>
                    {textIn(name)}
                    <small>{textIn(address)}</small>
                    {hours && <small>{textIn(hours)}</small>}
                    {phone && <small>{phone}</small>}
                  </li>
                ))}
              </ul>
            ),
          }]),
          ...(basicCode ? [{ id: 'basicCode', label: t('services.listing.basicCode'), value: <code className="guide-code">{basicCode}</code> }] : []),
          ...(implementationCode ? [{ id: 'code', label: t('services.listing.implementationCode'), value: <code className="guide-code">{implementationCode}</code> }] : []),
          ...(validity ? [{ id: 'valid', label: t('services.listing.valid'), value: validity }] : []),
        ]}
      />
    </Card>
  )
}

function useValidity({ validFrom, validUntil }: ServiceGuide['listing']): string | undefined {
  const t = useT()
  const format = useFormat()
  if (validFrom && validUntil) return t('services.listing.validBetween', { from: format.date(validFrom), until: format.date(validUntil) })
  if (validFrom) return t('services.listing.validFrom', { from: format.date(validFrom) })
  return validUntil ? t('services.listing.validUntil', { until: format.date(validUntil) }) : undefined
}
