// The fields of a service's own form: added from the defined ones, required always, never, or when a rule holds.
import { useState } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { listIn, moved, stringIn, withItem, withKey } from './fields.ts'
import type { ServiceProps } from './ServicePart.tsx'
import { SortableList } from './SortableList.tsx'

export function ServiceFieldsCard({ service, parts, inherited, onChange }: ServiceProps) {
  const t = useT()
  const textIn = useTextIn()
  const [adding, setAdding] = useState('')
  const fields = listIn(service, 'concepts')
  const taken = new Set(fields.map((field) => stringIn(field, 'concept')))
  const nameOf = (id: string) => textIn(parts.concepts.find((concept) => concept.id === id)?.name ?? { 'zh-CN': id })
  const kindOf = (required: unknown) => (typeof required === 'string' ? 'rule' : required === false ? 'never' : 'always')
  const setKind = (index: number, kind: string) => {
    const field = fields[index]
    if (field) onChange({ ...service, concepts: withItem(fields, index, withKey(field, 'required', kind === 'rule' ? 'true' : kind === 'never' ? false : undefined)) })
  }
  return (
    <Card title={t('designs.service2.fields', { n: fields.length })}>
      <div className="tb-stack">
        <SortableList
          label={t('designs.service2.fieldsList')} group="service-fields" fixed={inherited ? t('designs.sort.inherited') : undefined} onMove={(from, to) => onChange({ ...service, concepts: moved(fields, from, to) })}
          items={fields.map((field, index) => {
            const id = stringIn(field, 'concept')
            const kind = kindOf(field['required'])
            return {
              id, label: nameOf(id),
              content: (
                <div className="tb-stack">
                  <span>{nameOf(id)} <small className="tb-muted">{id}</small></span>
                  {kind === 'rule' && <TextInput label={t('designs.service2.requiredWhen')} value={stringIn(field, 'required')} onChange={(text) => onChange({ ...service, concepts: withItem(fields, index, { ...field, required: text }) }, `required ${id}`)} />}
                </div>
              ),
              actions: (
                <>
                  <Select label={t('designs.service2.required', { name: nameOf(id) })} labelHidden value={kind} onChange={(value) => setKind(index, value)} options={(['always', 'never', 'rule'] as const).map((value) => ({ value, label: t(`designs.service2.requiredKind.${value}`) }))} />
                  <Button variant="plain" onClick={() => onChange({ ...service, concepts: fields.filter((_, at) => at !== index) })}>{t('designs.service2.remove')}<span className="tb-hidden"> {nameOf(id)}</span></Button>
                </>
              ),
            }
          })}
        />
        <div className="designs-add">
          <Select label={t('designs.service2.addField')} value={adding} onChange={setAdding} options={parts.concepts.filter(({ id }) => !taken.has(id)).map(({ id, name }) => ({ value: id, label: `${textIn(name)} (${id})` }))} />
          <Button variant="ghost" icon="add" disabledReason={adding === '' ? t('designs.questions.choose') : undefined} onClick={() => { onChange({ ...service, concepts: [...fields, { concept: adding }] }); setAdding('') }}>{t('designs.service2.add')}</Button>
        </div>
      </div>
    </Card>
  )
}
