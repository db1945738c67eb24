// Officials look at the place before the decision: where, when, and point by point what they look at.
// Stating a visit states the inspection it needs as well.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox, CheckboxGroup } from '../../../ui/Choice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { FeelField } from '../feel/FeelField.tsx'
import { statedList } from './elements.ts'
import { fieldsOf, freshId, listIn, moved, stringIn, stringsIn, withItem, withKey, type Fields } from './fields.ts'
import type { HandlingProps } from './HandlingCard.tsx'
import { LawFields } from './LawFields.tsx'
import { SortableList } from './SortableList.tsx'
import { TextPair } from './TextPair.tsx'

export function VisitFields({ service, handling, above, parts, inherited, set, onChange }: HandlingProps) {
  const t = useT()
  const textIn = useTextIn()
  const visit = fieldsOf(handling['visit'])
  const form = new Set(listIn(service, 'concepts').map((each) => stringIn(each, 'concept')))
  const places = parts.concepts.filter(({ id }) => form.has(id))
  const begin = () => {
    const law = { title: '' }
    const procedures = listIn(handling, 'procedures')
    const place = places.find(({ id }) => /address/i.test(id))?.id ?? ''
    const stated = procedures.some((each) => stringIn(each, 'kind') === 'inspection') ? procedures : [...procedures, { kind: 'inspection', legalBasis: law }]
    onChange({ ...service, handling: { ...handling, procedures: stated, visit: { place, legalBasis: law, items: [{ id: 'point-1', text: '', legalBasis: law }] } } })
  }
  const change = (next: Fields, group?: string) => set('visit', next, group)
  const items = visit ? listIn(visit, 'items') : []
  const setItems = (next: readonly Fields[], group?: string) => change({ ...visit, items: next }, group)
  return (
    <section className="tb-stack" aria-label={t('design-elements.visit.title')}>
      <h3>{t('design-elements.visit.title')}</h3>
      <Checkbox label={t('design-elements.visit.on')} hint={t('design-elements.visit.onHint')} checked={visit !== null} onChange={(on) => (on ? begin() : set('visit', undefined))} disabledReason={visit && above['visit'] !== undefined ? t('design-elements.inheritedStays') : undefined} />
      {visit && (
        <>
          <div className="designs-pair">
            <Select label={t('design-elements.visit.place')} hint={t('design-elements.visit.placeHint')} value={stringIn(visit, 'place')} error={form.has(stringIn(visit, 'place')) ? undefined : t('design-elements.visit.needPlace')} onChange={(place) => change({ ...visit, place })} options={places.map(({ id, name }) => ({ value: id, label: `${textIn(name)} (${id})` }))} />
            <FeelField label={t('design-elements.visit.when')} hint={t('design-elements.ruleHint')} value={stringIn(visit, 'when')} onChange={(when) => change(withKey(visit, 'when', when), 'when')} optional />
          </div>
          <LawFields item={visit} onChange={change} />
          <SortableList
            label={t('design-elements.visit.items')} group="visit-items" fixed={inherited ? t('designs.sort.inherited') : undefined} onMove={(from, to) => setItems(moved(items, from, to))}
            items={items.map((item, index) => {
              const id = stringIn(item, 'id')
              return {
                id, label: id,
                content: <Point item={item} onChange={(next, group) => setItems(withItem(items, index, next), group && `${id} ${group}`)} />,
                actions: items.length > 1 && <Button variant="plain" onClick={() => setItems(items.filter((_, at) => at !== index))}>{t('designs.service2.remove')}<span className="tb-hidden"> {id}</span></Button>,
              }
            })}
          />
          <div className="tb-row"><Button variant="ghost" icon="add" onClick={() => setItems([...items, { id: freshId('point', items), text: '', legalBasis: { title: '' } }])}>{t('design-elements.visit.add')}</Button></div>
        </>
      )}
    </section>
  )
}

const needs = ['photo', 'measure'] as const

function Point({ item, onChange }: { item: Fields; onChange: (item: Fields, group?: string) => void }) {
  const t = useT()
  const given = stringsIn(item, 'needs')
  const measured = given.includes('measure')
  const setNeeds = (next: string[]) => onChange(withKey(withKey(item, 'needs', statedList(needs.filter((each) => next.includes(each)))), 'unit', next.includes('measure') ? item['unit'] : undefined))
  return (
    <div className="tb-stack">
      <TextPair label={t('design-elements.visit.text')} hint={t('design-elements.visit.textHint')} value={item['text']} onChange={(text) => onChange({ ...item, text: text ?? '' }, 'text')} />
      <CheckboxGroup label={t('design-elements.visit.needs')} inline values={given} onChange={setNeeds} options={needs.map((value) => ({ value, label: t(`design-elements.visit.need.${value}`) }))} />
      {measured && <TextPair label={t('design-elements.visit.unit')} value={item['unit']} onChange={(unit) => onChange(withKey(item, 'unit', unit), 'unit')} />}
      <LawFields item={item} onChange={onChange} />
    </div>
  )
}
