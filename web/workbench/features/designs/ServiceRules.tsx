// Conditions and documents of a service, each with the law it rests on.
// Rules are FEEL, as in the packs; what is wrong with one is shown among the findings at once.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Select } from '../../../ui/Select.tsx'
import { FeelField } from '../feel/FeelField.tsx'
import { freshId, listIn, stringIn, stringsIn, withItem, withKey, type Fields } from './fields.ts'
import { LawFields } from './LawFields.tsx'
import type { ServiceProps } from './ServicePart.tsx'
import { TextPair } from './TextPair.tsx'
import { ToleranceFields } from './ToleranceFields.tsx'

export function RequirementsCard({ service, onChange }: ServiceProps) {
  const t = useT()
  const list = listIn(service, 'requirements')
  const set = (next: readonly Fields[], group?: string) => onChange({ ...service, requirements: next }, group)
  return (
    <Card title={t('designs.service2.requirements', { n: list.length })} aside={<Button variant="ghost" icon="add" onClick={() => set([...list, { id: freshId('condition', list), name: '', rule: '', legalBasis: { title: '' } }])}>{t('designs.service2.add')}</Button>}>
      <div className="tb-stack">
        {list.length === 0 && <p className="tb-muted">{t('designs.service2.noRequirements')}</p>}
        {list.map((item, index) => {
          const id = stringIn(item, 'id')
          const change = (next: Fields, group: string) => set(withItem(list, index, next), `requirement ${id} ${group}`)
          return (
            <div key={id} role="group" aria-label={id} className="designs-block tb-stack">
              <TextPair label={t('designs.service2.condition')} value={item['name']} onChange={(value) => change({ ...item, name: value ?? '' }, 'name')} />
              {Array.isArray(item['rule']) ? <p className="tb-muted">{t('designs.service2.datedRule')}</p> : <FeelField label={t('designs.service2.rule')} hint={t('designs.services.whenHint')} value={stringIn(item, 'rule')} onChange={(rule) => change({ ...item, rule }, 'rule')} />}
              <LawFields item={item} onChange={change} />
              <div><Button variant="plain" onClick={() => set(list.filter((_, at) => at !== index))}>{t('designs.service2.remove')}<span className="tb-hidden"> {id}</span></Button></div>
            </div>
          )
        })}
      </div>
    </Card>
  )
}

export function EvidenceCard({ service, parent, parts, onChange }: ServiceProps) {
  const t = useT()
  const textIn = useTextIn()
  const list = listIn(service, 'evidence')
  const above = parent ? listIn(parent, 'evidence') : []
  const set = (next: readonly Fields[], group?: string) => onChange({ ...service, evidence: next }, group)
  const options = parts.evidence.map(({ id, name }) => ({ value: id, label: textIn(name) }))
  const nameOf = (id: string) => options.find(({ value }) => value === id)?.label ?? id
  return (
    <Card title={t('designs.service2.evidence', { n: list.length })} aside={<Button variant="ghost" icon="add" onClick={() => set([...list, { id: freshId('document', list), anyOf: [], legalBasis: { title: '' } }])}>{t('designs.service2.add')}</Button>}>
      <div className="tb-stack">
        {list.length === 0 && <p className="tb-muted">{t('designs.service2.noEvidence')}</p>}
        {list.map((item, index) => {
          const id = stringIn(item, 'id')
          const anyOf = stringsIn(item, 'anyOf')
          const change = (next: Fields, group: string) => set(withItem(list, index, next), `evidence ${id} ${group}`)
          return (
            <div key={id} role="group" aria-label={id} className="designs-block tb-stack">
              <div className="tb-row">
                {anyOf.map((each) => <Button key={each} variant="ghost" icon="close" onClick={() => change({ ...item, anyOf: anyOf.filter((other) => other !== each) }, `without ${each}`)}>{nameOf(each)}<span className="tb-hidden"> {t('designs.service2.remove')}</span></Button>)}
              </div>
              <Select label={anyOf.length === 0 ? t('designs.service2.document') : t('designs.service2.orDocument')} value="" onChange={(chosen) => { if (chosen !== '') change({ ...item, anyOf: [...anyOf, chosen] }, `with ${chosen}`) }} options={options.filter(({ value }) => !anyOf.includes(value))} />
              <FeelField label={t('designs.service2.neededWhen')} hint={t('designs.services.whenHint')} value={stringIn(item, 'when')} onChange={(text) => change(withKey(item, 'when', text), 'when')} optional />
              <ToleranceFields item={item} above={above.find((each) => stringIn(each, 'id') === id)} onChange={change} />
              <LawFields item={item} onChange={change} />
              <div><Button variant="plain" onClick={() => set(list.filter((_, at) => at !== index))}>{t('designs.service2.remove')}<span className="tb-hidden"> {id}</span></Button></div>
            </div>
          )
        })}
      </div>
    </Card>
  )
}
