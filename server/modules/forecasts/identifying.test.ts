// What a forecast may not read: by its name, through the items of a list, by a word put together.
import { expect, it } from 'vitest'
import { parse } from '../../kernel/feel/parse.ts'
import type { Fact } from '../catalogue/index.ts'
import { identifyingReads } from './identifying.ts'

const fact = (concept: string, type: Fact['type'], more: Partial<Fact> = {}): Fact => ({ concept, name: { 'zh-CN': concept }, type, field: concept, ...more })

const facts = [
  fact('person.idNumber', 'idNumber'), fact('person.name', 'text'), fact('person.phone', 'phone'), fact('person.householdNumber', 'text'), fact('person.employer', 'uscc'), fact('person.birthDate', 'date'),
  fact('person.degree', 'text', { choices: ['none', 'doctor'] }), fact('household.number', 'text'), fact('household.savings', 'money'), fact('household.members', 'text', { many: 'person', by: 'person.householdNumber' }),
  fact('company.industryCode', 'text', { shared: true }),
]
const refused = (text: string): string[] => identifyingReads(parse(text), facts).map(({ concept }) => concept)

it.each([
  ['person.idNumber = "990101199001010019"', ['person.idNumber']],
  ['100 + (if contains(person.name, "某") and person.phone = "1" then household.savings else 0)', ['person.name', 'person.phone']],
  ['household.number in ("H1")', ['household.number']],
  ['person.householdNumber != "H1"', ['person.householdNumber']],
  ['count(household.members[idNumber = "1"]) > 0', ['person.idNumber']],
  ['some m in household.members satisfies m.phone = "1"', ['person.phone']],
  ['get value(household.members[1], "name") = "1"', ['person.name']],
  ['household.members[item.idNumber != null and get value(item, "id" + "Number") = "1"][1] != null', ['person.idNumber']],
])('%s reads what tells people apart', (text, expected) => {
  expect(refused(text)).toEqual(expected)
})

it.each(['person.employer != null and person.birthDate < today', 'null = person.idNumber', 'person.degree = "doctor"', 'substring(company.industryCode, 1, 2) = "39"', 'count(household.members[item.degree = "doctor"]) > 1', 'household.savings < 100'])('%s does not', (text) => {
  expect(refused(text)).toEqual([])
})
