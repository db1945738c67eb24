// Rows of a group: how fields are laid out, and that taking one away loses nothing of the others and can be undone.
import { describe, expect, it } from 'vitest'
import type { Concept } from '../../../server/modules/catalogue/definitions.ts'
import type { Answers } from '../../../server/modules/planning/index.ts'
import { layOut, takeAway } from './groups.ts'
import type { FormField } from './useFields.ts'

const concept = (id: string, more: Partial<Concept> = {}): Concept => ({ id, name: { 'zh-CN': id }, subject: id.split('.')[0] ?? '', type: 'text', constraint: {}, sensitive: false, ...more })
const field = (each: Concept): FormField => ({ concept: each, constraint: {}, required: true, saved: null })
const one = (number: number, property: string) => field(concept(`heir.${number}.${property}`, { subject: `heir.${number}`, instance: { group: 'heir', number, of: `heir.${property}` } }))

const isGroup = (subject: string): boolean => subject === 'heir'

describe('laying out fields', () => {
  it('puts those of a group together, with the question for their number', () => {
    const count = field(concept('heir.count', { type: 'integer' }))
    const other = field(concept('estate.city'))
    const blocks = layOut([other, count, one(1, 'name'), one(1, 'age'), one(2, 'name')], isGroup)
    expect(blocks.map((block) => (block.kind === 'field' ? block.field.concept.id : [block.group, block.count?.concept.id, block.rows.map((row) => row.fields.map((each) => each.concept.id))]))).toEqual([
      'estate.city', ['heir', 'heir.count', [['heir.1.name', 'heir.1.age'], ['heir.2.name']]],
    ])
  })

  it('leaves a count that belongs to no group alone', () => {
    expect(layOut([field(concept('estate.count', { type: 'integer' }))], isGroup).map(({ kind }) => kind)).toEqual(['field'])
  })

  it('shows a group of which there is nobody yet by the question for its number', () => {
    expect(layOut([field(concept('heir.count', { type: 'integer' }))], isGroup)).toMatchObject([{ kind: 'group', group: 'heir', rows: [] }])
  })
})

describe('taking one away', () => {
  const answers: Answers = { 'heir.count': 3, 'heir.1.name': '甲', 'heir.2.name': '乙', 'heir.2.age': 20, 'heir.3.name': '丙', 'heir.3.phone': '154', 'estate.city': '深圳', 'heir.4.name': '不算' }
  const after = (number: number) => ({ ...answers, ...takeAway(answers, 'heir', number, 3).changes })

  it('moves those after it up and leaves all else', () => {
    expect(after(2)).toEqual({ 'heir.count': 2, 'heir.1.name': '甲', 'heir.2.name': '丙', 'heir.2.age': null, 'heir.2.phone': '154', 'heir.3.name': null, 'heir.3.phone': null, 'estate.city': '深圳', 'heir.4.name': '不算' })
  })

  it.each([1, 2, 3])('can be undone: number %i', (number) => {
    const { changes, undo } = takeAway(answers, 'heir', number, 3)
    const back = Object.fromEntries(Object.entries({ ...answers, ...changes, ...undo }).filter(([, value]) => value !== null))
    expect(back).toEqual(answers)
  })
})
