// The filters of the service list: one choice per facet, with how many services each would leave.
// Folded away on a phone; the choices made stay in sight as chips that can be removed.
import { useId, useState } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Select } from '../../../ui/Select.tsx'
import type { Facets } from './queries.ts'
import type { FilterName, ServiceFilter } from './service-filter.ts'

const facets = [
  { filter: 'region', facet: 'regions' },
  { filter: 'authority', facet: 'authorities' },
  { filter: 'kind', facet: 'kinds' },
  { filter: 'audience', facet: 'audiences' },
  { filter: 'theme', facet: 'themes' },
] as const

interface Props {
  filter: ServiceFilter
  choices: Facets
  onChange: (name: FilterName, value: string | undefined) => void
  onClear: () => void
}

export function ServiceFilters({ filter, choices, onChange, onClear }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const [open, setOpen] = useState(false)
  const panel = useId()
  const chosen = facets.flatMap(({ filter: name, facet }) => {
    const value = filter[name]
    if (value === undefined) return []
    const found = choices[facet].find((choice) => choice.value === value)
    return [{ name, label: found ? textIn(found.name) : value }]
  })
  return (
    <div className="service-filters">
      <Button variant="quiet" className="service-filters-toggle" aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
        {t('services.browse.filters')}
      </Button>
      <div id={panel} className="service-filters-panel" data-open={open || undefined}>
        {facets.map(({ filter: name, facet }) => (
          <Select
            key={name}
            label={t(`services.browse.${facet}`)}
            value={filter[name] ?? ''}
            placeholder={t('services.browse.any')}
            optional
            onChange={(value) => onChange(name, value || undefined)}
            options={choices[facet].map((choice) => ({ value: choice.value, label: t('services.browse.option', { name: textIn(choice.name), n: choice.count }) }))}
          />
        ))}
      </div>
      {(chosen.length > 0 || filter.q) && (
        <div className="tb-row">
          {filter.q && <Chosen label={filter.q} onRemove={() => onChange('q', undefined)} />}
          {chosen.map(({ name, label }) => (
            <Chosen key={name} label={label} onRemove={() => onChange(name, undefined)} />
          ))}
          <Button variant="plain" onClick={onClear}>{t('services.browse.clear')}</Button>
        </div>
      )}
    </div>
  )
}

function Chosen({ label, onRemove }: { label: string; onRemove: () => void }) {
  const t = useT()
  return (
    <button type="button" className="service-chosen" aria-label={t('services.browse.remove', { name: label })} onClick={onRemove}>
      {label}
      <Icon name="close" />
    </button>
  )
}
