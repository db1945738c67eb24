// The decision table of a service as the screens change it: columns, rows, cells, outcomes.
// Pure. What the screens do not show stays in the values.
import { fieldsOf, freshId, listIn, numberIn, stringIn, withKey, type Fields } from './fields.ts'

/** As the server reads them (server/kernel/dmn/hit-policy.ts); a test compares. */
export const hitPolicies = ['UNIQUE', 'FIRST', 'PRIORITY', 'ANY', 'COLLECT', 'RULE ORDER', 'OUTPUT ORDER'] as const

export const outcomes = ['approve', 'refuse', 'tentative', 'person'] as const

/** A table of one column and one row that leaves everything to a person, until more is written. */
export function newTable(service: Fields): Fields {
  return withNewRow(withNewInput({ id: stringIn(service, 'id'), name: service['name'] ?? '', hitPolicy: 'UNIQUE', legalBasis: service['legalBasis'] ?? [], inputs: [], rows: [] }))
}

/** Columns are named in one word. */
export function withNewInput(table: Fields): Fields {
  const inputs = listIn(table, 'inputs')
  const taken = new Set([...inputs, ...listIn(table, 'values')].map((each) => stringIn(each, 'id')))
  const id = Array.from({ length: taken.size + 1 }, (_, at) => `input${at + 1}`).find((each) => !taken.has(each)) ?? 'input'
  return { ...table, inputs: [...inputs, { id, name: '', rule: '' }] }
}

/** A column goes with its cells. */
export function withoutInput(table: Fields, id: string): Fields {
  return { ...table, inputs: listIn(table, 'inputs').filter((input) => stringIn(input, 'id') !== id), rows: listIn(table, 'rows').map((row) => (fieldsOf(row['when']) ? withCell(row, id, '') : row)) }
}

export function withNewRow(table: Fields): Fields {
  const rows = listIn(table, 'rows')
  return { ...table, rows: [...rows, { id: freshId('row', rows), when: {}, decision: 'person', reason: '', law: { title: '' } }] }
}

/** Empty where the row says nothing of the input. */
export function cellOf(row: Fields, input: string): string {
  const text = stringIn(fieldsOf(row['when']) ?? {}, input)
  return text === '-' ? '' : text
}

export function withCell(row: Fields, input: string, text: string): Fields {
  return { ...row, when: withKey(fieldsOf(row['when']) ?? {}, input, text) }
}

/** Another outcome, with what belongs to it and without what belongs to others. */
export function decidedAs(row: Fields, decision: string): Fields {
  const next: Fields = { ...row, decision }
  const checked = withKey(next, 'checkDays', decision === 'tentative' ? (numberIn(row, 'checkDays') ?? 10) : undefined)
  return decision === 'refuse' ? checked : withKey(checked, 'noDiscretion', undefined)
}
