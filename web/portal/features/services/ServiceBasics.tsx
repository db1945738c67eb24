// The facts of a service at a glance: authority, time promised and by law, fee, visits, how it is decided, what one gets.
// Each figure comes with what it rests on.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Citation } from './Citation.tsx'
import type { ServiceGuide } from './queries.ts'
import { useLimitText } from './useLimitText.ts'

export function ServiceBasics({ guide }: { guide: ServiceGuide }) {
  const t = useT()
  const format = useFormat()
  const textIn = useTextIn()
  const limitText = useLimitText()
  const { service, authorities, dependsOn } = guide
  const [authority] = authorities
  const working = (days: number) => limitText({ days, unit: 'working' })
  return (
    <Card id="basics" title={t('services.guide.basics')}>
      <KeyValue
        lines
        items={[
          { id: 'authority', label: t('services.guide.authority'), value: authority && authorities.length === 1 ? textIn(authority.name) : t('services.guide.byDistrict', { n: authorities.length }) },
          { id: 'promised', label: t('services.guide.promised'), value: <b>{working(service.promisedDays)}</b> },
          { id: 'statutory', label: t('services.guide.statutory'), value: <>{working(service.statutoryDays)} <small><Citation {...service.limitsBasis} /></small></> },
          { id: 'fee', label: t('services.guide.fee'), value: service.priced ? <>{textIn(service.priced.says)} <small><Citation {...service.priced.legalBasis} /></small></> : service.feeFen === 0 ? t('services.guide.free') : <>{format.money(service.feeFen)} {guide.listing.feeBasis && <small><Citation {...guide.listing.feeBasis} /></small>}</> },
          {
            id: 'trips', label: t('services.guide.trips'),
            value: (
              <>
                {service.tripsOnline === 0 ? t('services.guide.tripsNone') : t('services.guide.tripsSome', { n: service.tripsOnline })}
                {service.trips > 0 && <small>{t('services.guide.tripsAlone', { n: service.trips })}</small>}
              </>
            ),
          },
          { id: 'decision', label: t('services.guide.decision'), value: t(`services.guide.${service.decision}`) },
          { id: 'kind', label: t('services.guide.kind'), value: textIn(service.kindName) },
          {
            id: 'result', label: t('services.guide.result'),
            value: (
              <>
                {textIn(service.result.name)}
                {service.result.contains.length > 0 && <small>{t('services.guide.resultContains', { names: format.list(service.result.contains.map(({ name }) => textIn(name))) })}</small>}
              </>
            ),
          },
          ...(dependsOn.length > 0
            ? [{
                id: 'first', label: t('services.guide.needsFirst'),
                value: dependsOn.map((each) => <Link key={each.id} className="guide-link" href={paths.service({ service: each.id })}>{textIn(each.name)}</Link>),
              }]
            : []),
        ]}
      />
    </Card>
  )
}
