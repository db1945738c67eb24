// Tests of the checks on how people put things: what a phrase is for must exist, and the phrase must be readable.
import { expect, test } from 'vitest'
import { brokenRules, tinyPack } from './tiny-pack.ts'

const file = 'tiny/sayings/plant.yaml'
const withSayings = (text: string) => ({ ...tinyPack, [file]: text })
const sound = `id: plant
matter: plant
words: {tree: 树|树苗}
said: ['(种|栽)…{tree}', '在{place}种树']
answers:
  - {concept: person.kind, said: {young: ['{number -30}岁'], unsaid: [年轻时]}}
`

test('phrases for a matter and for the choices of a question are taken', () => {
  expect(brokenRules(withSayings(sound))).toEqual([])
})

test.each([
  ['a matter nobody defined', 'matter: plant', 'matter: garden', 'matter-unknown', 'matter: garden'],
  ['a concept nobody defined', 'person.kind', 'person.size', 'concept-unknown', '- {concept: person.size, said: {young: [\'{number -30}岁\'], unsaid: [年轻时]}}'],
  ['an answer the question does not have', 'young: [', 'middle: [', 'value-wrong', '- {concept: person.kind, said: {middle: [\'{number -30}岁\'], unsaid: [年轻时]}}'],
  ['a word nobody lists', '{tree}', '{bush}', 'value-wrong', 'said: [\'(种|栽)…{bush}\', \'在{place}种树\']'],
  ['brackets that do not close', '(种|栽)', '(种|栽', 'value-wrong', 'said: [\'(种|栽…{tree}\', \'在{place}种树\']'],
])('%s is refused at its line', (_name, before, after, rule, line) => {
  expect(brokenRules(withSayings(sound.replace(before, after)))).toEqual([{ rule, lines: [`${file}: ${line}`] }])
})
