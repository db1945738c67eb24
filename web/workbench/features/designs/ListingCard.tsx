// How the result reaches people, and where else one may apply: 送达方式 and 通办范围.
// What a city inherits it can change and not take away; that is said where it would be done.
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { CheckboxGroup } from '../../../ui/Choice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { fieldsOf, stringIn, stringsIn, withKey } from './fields.ts'
import { statedList, withPart } from './elements.ts'
import type { ServiceProps } from './ServicePart.tsx'
import { TextPair } from './TextPair.tsx'

const deliveryWays = ['online', 'counter', 'post'] as const
const scopes = ['district', 'city', 'province', 'nation'] as const
const regionWays = ['online', 'agency', 'joint'] as const

export function ListingCard({ service, parent, onChange }: ServiceProps) {
  const t = useT()
  const delivery = stringsIn(service, 'delivery')
  const region = fieldsOf(service['crossRegion'])
  const ways = region ? stringsIn(region, 'ways') : []
  const isLast = (list: readonly string[], value: string, inherited: unknown) => (inherited !== undefined && list.length === 1 && list[0] === value ? t('design-elements.inheritedStays') : undefined)
  const setScope = (scope: string) => onChange(scope === '' ? withKey(service, 'crossRegion', undefined) : withPart(service, 'crossRegion', 'scope', scope))
  return (
    <Card title={t('design-elements.listing.title')}>
      <div className="tb-stack">
        <CheckboxGroup
          label={t('design-elements.listing.delivery')} hint={t('design-elements.listing.deliveryHint')} inline values={delivery} onChange={(next) => onChange(withKey(service, 'delivery', statedList(next)))}
          options={deliveryWays.map((value) => ({ value, label: t(`design-elements.listing.deliveryWay.${value}`), disabledReason: isLast(delivery, value, parent?.['delivery']) }))}
        />
        <Select
          label={t('design-elements.listing.scope')} hint={parent?.['crossRegion'] === undefined ? t('design-elements.listing.scopeHint') : t('design-elements.inheritedStays')} optional={parent?.['crossRegion'] === undefined} placeholder={t('design-elements.listing.scopeNone')}
          value={region ? stringIn(region, 'scope') : ''} onChange={setScope} options={scopes.map((value) => ({ value, label: t(`design-elements.listing.scopes.${value}`) }))}
        />
        {region && (
          <>
            <CheckboxGroup
              label={t('design-elements.listing.ways')} hint={t('design-elements.listing.waysHint')} values={ways} onChange={(next) => onChange(withPart(service, 'crossRegion', 'ways', statedList(next)))}
              options={regionWays.map((value) => ({ value, label: t(`design-elements.listing.way.${value}`), hint: t(`design-elements.listing.wayHint.${value}`), disabledReason: isLast(ways, value, fieldsOf(parent?.['crossRegion'])?.['ways']) }))}
            />
            <TextPair label={t('design-elements.listing.basis')} value={region['basis']} onChange={(value) => onChange(withPart(service, 'crossRegion', 'basis', value), 'cross basis')} optional />
          </>
        )}
      </div>
    </Card>
  )
}
