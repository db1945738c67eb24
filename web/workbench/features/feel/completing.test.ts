// What is offered while a rule is written: names by their Chinese words, the values a name can have, patterns to fill in.
import { expect, it } from 'vitest'
import { parse } from '../../../../server/kernel/feel/parse.ts'
import { functions, patterns, suggestionsFor } from './completing.ts'
import type { Name } from './vocabulary.ts'

const names: Name[] = [
  { id: 'person.birthDate', name: { 'zh-CN': '出生日期', en: 'Date of birth' }, type: 'date', choices: [] },
  { id: 'person.kind', name: { 'zh-CN': '类别', en: 'Kind' }, type: 'choice', choices: [{ value: 'young', name: { 'zh-CN': '青年' } }, { value: 'old', name: { 'zh-CN': '老年' } }] },
  { id: 'person.single', name: { 'zh-CN': '单身' }, type: 'boolean', choices: [] },
]
const words = { pattern: (id: string) => `pattern ${id}`, function: (id: string) => `function ${id}` }
const offered = (before: string, all = false) => suggestionsFor(before, names, 'zh-CN', words, all)
const labels = (before: string, all = false) => offered(before, all)?.suggestions.map(({ label }) => label) ?? []

it('finds a name by its Chinese words and by its id, and replaces what was typed', () => {
  expect(offered('出生')).toMatchObject({ from: 0, suggestions: [{ label: 'person.birthDate', detail: '出生日期', template: 'person.birthDate' }] })
  expect(labels('person.single = true and person.b')).toEqual(['person.birthDate'])
  expect(offered('1 + birth')?.from).toBe(4)
})

it('after a comparison offers the values the name can have, in Chinese', () => {
  expect(offered('person.kind = ')).toMatchObject({ from: 14, suggestions: [{ label: '"young"', detail: '青年' }, { label: '"old"', detail: '老年' }] })
  expect(labels('person.kind = "o')).toEqual(['"old"'])
  expect(labels('person.kind in ("young", ')).toEqual(['"young"', '"old"'])
  expect(labels('person.single = ')).toEqual(['true', 'false'])
})

it('offers nothing inside other texts, nor before anything is typed unless asked', () => {
  expect(offered('contains(person.name, "a')).toBeUndefined()
  expect(offered('person.kind = "young" and ')).toBeUndefined()
  expect(labels('person.kind = "young" and ', true)).toContain('person.birthDate')
})

it('every pattern and function is FEEL once its places are filled in', () => {
  for (const template of [...Object.values(patterns), ...Object.values(functions).map(([, each]) => each)]) {
    expect(() => parse(template.replaceAll(/\$\{([^}]*)\}/g, '$1')), template).not.toThrow()
  }
})
