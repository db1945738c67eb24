// Fields about several people or things, laid out one after the other, and what becomes of the answers when one is taken away.
// Pure; the fields come from the plan, which asks for as many as there are.
import { countConcept, instanceId, type Answer, type Answers } from '../../../server/modules/planning/index.ts'
import type { FormField } from './useFields.ts'

export type FieldRow = { number: number; fields: FormField[] }

/** One field, or all fields of a group: the question for their number, where it is asked, and a row for each. */
export type FieldBlock = { kind: 'field'; field: FormField } | { kind: 'group'; group: string; count: FormField | undefined; rows: FieldRow[] }

/**
 * Blocks in the order of the fields; a group stands where its first field does. Where the first of several has plain ids (twins), it is
 * row 1 as soon as there is a second. @param isGroup whether a group asks for its number itself
 */
export function layOut(fields: readonly FormField[], isGroup: (subject: string) => boolean): FieldBlock[] {
  const groups = new Map<string, Extract<FieldBlock, { kind: 'group' }>>()
  const firsts = new Map(fields.flatMap(({ concept: { instance } }) => (instance && !isGroup(instance.group) ? [[instance.of, { ...instance, number: 1 }]] : [])))
  return fields.flatMap((field): FieldBlock[] => {
    const { id, subject } = field.concept
    const instance = field.concept.instance ?? firsts.get(id)
    const group = instance?.group ?? (isGroup(subject) && id === countConcept(subject) ? subject : undefined)
    if (group === undefined) return [{ kind: 'field', field }]
    const known = groups.get(group)
    const block = known ?? { kind: 'group', group, count: undefined, rows: [] }
    groups.set(group, block)
    if (!instance) block.count = field
    else {
      const row = block.rows.find(({ number }) => number === instance.number)
      if (row) row.fields.push(field)
      else block.rows.push({ number: instance.number, fields: [field] })
    }
    return known ? [] : [block]
  })
}

/** `heir.2.name` → ['2', 'name']; undefined for anything not about one of the group. */
const partsOf = (concept: string, group: string): [number: number, property: string] | undefined => {
  const [subject, number, property, ...more] = concept.split('.')
  return subject === group && property !== undefined && more.length === 0 && /^\d+$/.test(number ?? '') ? [Number(number), property] : undefined
}

/**
 * The changed answers when one of `count` is taken away: those after it move up, the last place becomes empty.
 * `undo` brings everything back as it was.
 */
export function takeAway(answers: Answers, group: string, number: number, count: number): { changes: Answers; undo: Answers } {
  const changes: Record<string, Answer> = { [countConcept(group)]: count - 1 }
  for (const concept of Object.keys(answers)) {
    const [at, property] = partsOf(concept, group) ?? []
    if (at === undefined || property === undefined || at < number || at > count) continue
    changes[concept] = answers[instanceId(`${group}.${property}`, at + 1)] ?? null
    // what only a later one has moves into a place that was empty
    if (at > number) changes[instanceId(`${group}.${property}`, at - 1)] = answers[concept] ?? null
    if (at === count) changes[concept] = null
  }
  return { changes, undo: Object.fromEntries(Object.keys(changes).map((concept) => [concept, concept === countConcept(group) ? count : (answers[concept] ?? null)])) }
}
