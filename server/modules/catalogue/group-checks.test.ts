// Matters with groups: sizes, counts, questions and rules that can be about several, and the instances made for them.
import { expect, test } from 'vitest'
import { makePlan, type Answers } from '../planning/index.ts'
import { loadPacks } from './load-packs.ts'
import { bundleFor } from './matter-bundle.ts'
import { brokenRules, changed, inFolder, tinyPack } from './tiny-pack.ts'

const second = 'tiny/services/second.yaml'
const matter = 'tiny/matters/plant.yaml'
const grouped = (many = '{min: 1, max: 3, ask: 种几棵？}') => changed(matter, '{id: tree, name: 树}', `{id: tree, name: 树, many: ${many}}`, changed(second, 'rule: tree.height > 5', "rule: 'every t in tree satisfies t.height > 5'"))

test('a matter about several trees is a sound pack, and every one of them is defined', () => {
  expect(brokenRules(grouped())).toEqual([])
  const catalogue = inFolder(grouped(), (folder) => loadPacks(folder, { on: '2026-03-02' }).catalogueFor('990101'))
  expect(Object.keys(catalogue.concepts).filter((id) => id.startsWith('tree.')).sort()).toEqual([
    'tree.1.height', 'tree.1.number', 'tree.2.height', 'tree.2.number', 'tree.3.height', 'tree.3.number', 'tree.count', 'tree.height', 'tree.number',
  ])
  expect(catalogue.concepts['tree.count']).toMatchObject({ type: 'integer', constraint: { minimum: 1, maximum: 3 }, name: { 'zh-CN': '种几棵？' } })
  const bundle = bundleFor(catalogue, 'plant')
  expect(Object.keys(bundle.concepts)).toEqual(expect.arrayContaining(['tree.count', 'tree.1.height', 'tree.3.height']))
  const situations: Answers[] = [{}, { 'person.kind': 'young', 'tree.count': 2, 'tree.1.height': 7 }]
  for (const answers of situations) {
    const planned = (from: typeof catalogue) => makePlan({ catalogue: from, matter: 'plant', on: '2026-03-02', answers, known: [], registries: {}, declinedServices: [], uploaded: [] })
    expect(planned(bundle)).toEqual(planned(catalogue))
  }
})

test('sizes that cannot be, and a number asked for twice, are refused', () => {
  expect(brokenRules(grouped('{min: 4, max: 3, ask: 种几棵？}')).map(({ rule }) => rule)).toEqual(['group-misused'])
  expect(brokenRules(grouped('{max: 99, ask: 种几棵？}')).map(({ rule }) => rule)).toContain('value-wrong')
  const twice = { ...grouped(), 'tiny/concepts/more.yaml': 'concepts:\n  - {id: tree.count, name: 棵数, type: integer}\n' }
  expect(brokenRules(twice)).toEqual([{ rule: 'group-misused', lines: ['tiny/concepts/more.yaml: - {id: tree.count, name: 棵数, type: integer}', `${matter}: subjects: [{id: person, name: 您}, {id: tree, name: 树, many: {min: 1, max: 3, ask: 种几棵？}}]`] }])
})

test('a rule that misspells what each of them has is refused where it stands', () => {
  const misspelt = changed(second, 't.height > 5', 't.hight > 5', grouped())
  expect(brokenRules(misspelt)[0]).toMatchObject({ rule: 'rule-concept-unknown', lines: [expect.stringContaining('t.hight'), expect.stringContaining('subjects')] })
})

test('a rule about several is refused in a matter that has only one', () => {
  const other = { ...grouped(), 'tiny/matters/one.yaml': (grouped()[matter] ?? '').replace('id: plant', 'id: one').replace(', many: {min: 1, max: 3, ask: 种几棵？}', '') }
  expect(brokenRules(other).map(({ rule }) => rule)).toEqual(['rule-concept-unknown'])
})

test('a scenario question about one of several is refused', () => {
  const asked = changed(matter, '  - {concept: person.kind, ask: 您是？}', '  - {concept: person.kind, ask: 您是？}\n  - {concept: tree.evergreen, ask: 常绿吗？}', grouped())
  expect(brokenRules({ ...asked, 'tiny/concepts/more.yaml': 'concepts:\n  - {id: tree.evergreen, name: 常绿, type: boolean}\n' }).map(({ rule }) => rule)).toEqual(['group-misused'])
})

test('a document for each of a group that no matter has is refused, and a default that would answer a question', () => {
  expect(brokenRules(changed('tiny/evidence/all.yaml', '{id: card,', '{id: card, each: leaf,')).map(({ rule }) => rule)).toEqual(['group-misused'])
  expect(brokenRules(changed('tiny/concepts/all.yaml', '{id: person.kind,', `{id: person.kind, default: '"old"',`)).map(({ rule }) => rule)).toEqual(['default-decides'])
})

test('commitments, e-licences and limits of reuse are read with what they leave out filled in', () => {
  const licence = "{id: id-card, name: 电子证件, prefix: IC, line: trees, registries: [people], claims: [{id: name, name: 姓名, from: [person.name]}], layout: {ink: '#000000', from: '#ffffff', to: '#eeeeee', pattern: plain, fields: [{claim: name, at: title}]}, legalBasis: {title: 样例法}}"
  const files = { ...changed('tiny/evidence/all.yaml', '{id: card,', '{id: card, commitment: true, credential: id-card, validDays: 90,', tinyPack), 'tiny/credentials/all.yaml': `credentials:\n  - ${licence}\n` }
  const [card] = Object.values(inFolder(files, (folder) => loadPacks(folder, { on: '2026-03-02' }).catalogueFor('990101')).evidence)
  expect(card).toMatchObject({ credential: { type: 'id-card' }, validDays: 90, commitment: { statement: { 'zh-CN': expect.stringContaining('证件') } } })
})

const repeats = '{count: person.trees, max: 3, own: [tree.height]}'
const repeated = (own = repeats, each = 'each: tree') => {
  const files = changed(matter, '{id: tree, name: 树}', `{id: tree, name: 树, repeats: ${own}}`)
  return { ...changed(matter, '{service: second', `{service: second, ${each}`, files), 'tiny/concepts/more.yaml': 'concepts:\n  - {id: person.trees, name: 种几棵, type: integer}\n' }
}

test('a matter about what is sometimes several has a service for each, found by whoever meets its id, also in the browser', () => {
  expect(brokenRules(repeated())).toEqual([])
  const catalogue = inFolder(repeated(), (folder) => loadPacks(folder, { on: '2026-03-02' }).catalogueFor('990101'))
  expect(Object.keys(catalogue.services)).toEqual(expect.arrayContaining(['second', 'second.2', 'second.3']))
  const bundle = bundleFor(catalogue, 'plant')
  const answers: Answers = { 'person.kind': 'young', 'person.trees': 2, 'tree.height': 7, 'tree.2.height': 9 }
  const planned = (from: typeof catalogue) => makePlan({ catalogue: from, matter: 'plant', on: '2026-03-02', answers, known: [], registries: {}, declinedServices: [], uploaded: [] })
  expect(planned(bundle)).toEqual(planned(catalogue))
  expect(planned(bundle).services.map(({ service }) => service)).toContain('second.2')
})

test.each([
  ['a count each would have of their own', '{count: tree.height, max: 3, own: [tree.height]}', 'each: tree', 'group-misused'],
  ['a count that is no whole number', '{count: person.kind, max: 3, own: [tree.height]}', 'each: tree', 'group-misused'],
  ['what is not about it', '{count: person.trees, max: 3, own: [person.kind]}', 'each: tree', 'group-misused'],
  ['what is no concept', '{count: person.trees, max: 3, own: [tree.leaf]}', 'each: tree', 'concept-unknown'],
  ['more than the pack may foresee', '{count: person.trees, max: 9, own: [tree.height]}', 'each: tree', 'value-wrong'],
  ['a service for each of what is one', repeats, 'each: person', 'group-misused'],
])('%s is refused', (_, own, each, rule) => {
  expect(brokenRules(repeated(own, each)).map((broken) => broken.rule)).toContain(rule)
})

test('a document that each one gets, written as though it were one, is refused', () => {
  const files = changed('tiny/evidence/all.yaml', '{id: card,', '{id: card, resultOf: second,', repeated())
  expect(brokenRules(files).map(({ rule }) => rule)).toContain('group-misused')
})
