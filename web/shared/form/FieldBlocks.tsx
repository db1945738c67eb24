// The fields of a page, with those about several people or things as rows that can be added and taken away.
// Nothing taken away is lost at once: it can be brought back as long as the page is open.
import { useState, type ReactNode } from 'react'
import type { Texts } from '../../../server/kernel/texts.ts'
import type { GroupSize } from '../../../server/modules/catalogue/definitions.ts'
import { countConcept, instanceId, type Answers } from '../../../server/modules/planning/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ConceptField, fieldId } from './ConceptField.tsx'
import { layOut, takeAway, type FieldBlock } from './groups.ts'
import type { Fields, FormField } from './useFields.ts'
import type { FieldContext } from './field-type.ts'

interface Props {
  list: readonly FormField[]
  fields: Fields
  /** Every answer of the application, also those no field shows now. */
  answers: Answers
  /** By group: what one of them is called, and how many there may be where the group asks for its number itself. */
  groups: Readonly<Record<string, { name: Texts; many?: GroupSize }>>
  /** Names of single concepts, for fields inside a row. */
  nameOf: (concept: string) => Texts
  /** Why one of a group cannot be taken away, if it cannot. */
  keptBecause?: (group: string, number: number) => string | undefined
  /** What stands around a field: why it is asked. */
  around: (field: FormField, drawn: ReactNode) => ReactNode
  context: FieldContext
}

export function FieldBlocks(props: Props) {
  const { list, fields, groups, around } = props
  return layOut(list, (subject) => groups[subject]?.many !== undefined).map((block) =>
    block.kind === 'field' ? around(block.field, <ConceptField {...fields.propsOf(block.field)} />) : <Group key={block.group} {...props} block={block} />,
  )
}

type GroupBlock = Extract<FieldBlock, { kind: 'group' }>

function Group({ block, fields, answers, groups, nameOf, keptBecause, around, context }: Props & { block: GroupBlock }) {
  const { t, textIn } = context
  const [gone, setGone] = useState<{ number: number; undo: Answers }>()
  const { group, count, rows } = block
  const { name, many } = groups[group] ?? { name: { 'zh-CN': group } }
  const called = textIn(name)
  const there = rows.length
  const values = { ...answers, ...fields.values() }

  const add = () => {
    setGone(undefined)
    fields.set({ [countConcept(group)]: there + 1 })
    // The new row comes with the next plan; the focus goes there as soon as it does.
    const first = rows[0]?.fields[0]?.concept.instance?.of
    if (first) focusWhenThere(fieldId(instanceId(first, there + 1)))
  }
  const remove = (number: number) => {
    const { changes, undo } = takeAway(values, group, number, there)
    fields.set(changes)
    setGone({ number, undo })
  }
  return (
    <section className="tb-form-group" aria-label={called}>
      {count && around(count, <ConceptField {...fields.propsOf(count)} />)}
      {rows.map((row) => (
        <fieldset key={row.number} className="tb-form-row">
          <legend>{t('form.group.one', { name: called, n: row.number })}</legend>
          {row.fields.map((field) => around(field, <ConceptField {...fields.propsOf(field)} label={textIn(nameOf(field.concept.instance?.of ?? field.concept.id))} />))}
          {count && (
            <Button variant="plain" onClick={() => remove(row.number)} disabledReason={many && there <= many.min ? t('form.group.fewest', { n: many.min }) : keptBecause?.(group, row.number)}>
              {t('form.group.remove', { name: called, n: row.number })}
            </Button>
          )}
        </fieldset>
      ))}
      {gone && (
        <Notice tone="neutral" live="polite" compact actions={<Button variant="quiet" onClick={() => { fields.set(gone.undo); setGone(undefined) }}>{t('form.group.undo')}</Button>}>
          {t('form.group.removed', { name: called, n: gone.number })}
        </Notice>
      )}
      {count && (
        <Button variant="ghost" onClick={add} disabledReason={many && there >= many.max ? t('form.group.most', { n: many.max }) : undefined}>
          {t('form.group.add', { name: called })}
        </Button>
      )}
    </section>
  )
}

/** Looks for the field for two seconds. */
function focusWhenThere(id: string, triesLeft = 20) {
  const found = document.getElementById(id)
  if (found) (found.matches('input, select, textarea') ? found : found.querySelector<HTMLElement>('input, select, textarea') ?? found).focus()
  else if (triesLeft > 0) setTimeout(() => focusWhenThere(id, triesLeft - 1), 100)
}
