// The decision table of a service: columns, rows and cells change, and nothing else does.
// Data of its own.
import { describe, expect, it } from 'vitest'
import { hitPolicies as known } from '../../../../server/kernel/dmn/hit-policy.ts'
import { readValue } from '../../../../server/modules/designs/changes.ts'
import { fieldsOf, listIn, type Fields } from './fields.ts'
import { cellOf, decidedAs, hitPolicies, newTable, withCell, withNewInput, withNewRow, withoutInput } from './outcome-table.ts'
import { rewrite } from './rewrite.ts'
import { beginWorkspace, editItem, openItem } from './workspace.ts'

const text = `# 优待证
id: card
hitPolicy: UNIQUE
inputs:
  - {id: age, name: 周岁, rule: a.age}
  - {id: here, name: 住在本省, rule: a.here}
rows:
  # 满六十
  - id: sixty
    when: {age: '>= 60', here: '-'}
    decision: refuse
    noDiscretion: true
    reason: 满六十。
    law: {title: 样例法}
`
const table = (): Fields => fieldsOf(readValue(text)) ?? {}
const row = (): Fields => listIn(table(), 'rows')[0] ?? {}

describe('a decision table', () => {
  it('shows a dash as an empty cell and writes an empty cell as none', () => {
    expect([cellOf(row(), 'age'), cellOf(row(), 'here')]).toEqual(['>= 60', ''])
    expect(withCell(row(), 'age', '')['when']).toEqual({ here: '-' })
  })

  it('changes in the one line of the cell, comments stay', () => {
    const after = rewrite(text, { ...table(), rows: [withCell(row(), 'age', '>= 65')] })
    expect(after).toBe(text.replace('>= 60', '>= 65'))
  })

  it('loses the cells of a column with the column', () => {
    const next = withoutInput(table(), 'here')
    expect(listIn(next, 'inputs').map((each) => each['id'])).toEqual(['age'])
    expect(listIn(next, 'rows')[0]?.['when']).toEqual({ age: '>= 60' })
  })

  it('keeps with an outcome only what belongs to it', () => {
    expect(decidedAs(row(), 'tentative')).toMatchObject({ decision: 'tentative', checkDays: 10 })
    expect('noDiscretion' in decidedAs(row(), 'tentative')).toBe(false)
    expect('checkDays' in decidedAs(decidedAs(row(), 'tentative'), 'approve')).toBe(false)
  })

  it('offers every way of counting rows the server knows', () => {
    expect(hitPolicies).toEqual(known)
  })

  it('names new columns and rows apart', () => {
    const next = withNewRow(withNewRow(withNewInput(withNewInput(table()))))
    expect(listIn(next, 'inputs').map((each) => each['id'])).toEqual(['age', 'here', 'input1', 'input2'])
    expect(listIn(next, 'rows').map((each) => each['id'])).toEqual(['sixty', 'row-1', 'row-2'])
  })

  it('begun for a service is a file of its own in the pack', () => {
    const open = openItem(beginWorkspace('province', []), 'decisions/card', { file: null, content: null, inherited: null, fields: null })
    const { texts } = editItem(open, 'decisions/card', newTable({ id: 'card', name: '优待证', legalBasis: [{ title: '样例法' }] })).now
    expect(Object.keys(texts)).toEqual(['province/decisions/card.yaml'])
    expect(texts['province/decisions/card.yaml']).toMatch(/^# 优待证\n# yaml-language-server: \$schema=\.\.\/\.\.\/schema\/decisions\.schema\.json\nid: card\n/)
  })
})
