// Tests of matters: services that contradict each other, cannot be reached or wait in vain, and questions without a place.
import { expect, test } from 'vitest'
import { brokenRules, changed, tinyPack } from './tiny-pack.ts'

const first = 'tiny/services/first.yaml'
const second = 'tiny/services/second.yaml'
const matter = 'tiny/matters/plant.yaml'

test('two services whose limits leave no value are refused with both places', () => {
  expect(brokenRules(changed(second, 'constraint: {minimum: 5}', 'constraint: {minimum: 31}'))).toEqual([
    { rule: 'constraint-contradicts', lines: [`${second}: - {concept: tree.height, constraint: {minimum: 31}}`, `${first}: - {concept: tree.height, constraint: {maximum: 30}}`] },
  ])
})

test('two services that allow no choice in common are refused with both places', () => {
  const files = changed(second, '{concept: person.name}', '{concept: person.name}\n  - {concept: person.kind, constraint: {choices: [{value: old, name: 老年}]}}',
    changed(first, '{concept: person.kind}', '{concept: person.kind, constraint: {choices: [{value: young, name: 青年}]}}'))
  expect(brokenRules(files)).toEqual([{
    rule: 'constraint-contradicts',
    lines: [`${second}: - {concept: person.kind, constraint: {choices: [{value: old, name: 老年}]}}`, `${first}: - {concept: person.kind, constraint: {choices: [{value: young, name: 青年}]}}`],
  }])
})

test('two services whose dates leave no day are refused, also when one counts from today', () => {
  const dates = { ...tinyPack, 'tiny/concepts/more.yaml': 'concepts:\n  - {id: tree.plantedOn, name: 种植日期, type: date}\n' }
  const withDates = (earliest: string): typeof tinyPack =>
    changed(matter, 'tree.height]', 'tree.height, tree.plantedOn]', changed(first, '{concept: person.kind}', '{concept: person.kind}\n  - {concept: tree.plantedOn, constraint: {latest: today-30}}',
      changed(second, '{concept: person.name}', `{concept: person.name}\n  - {concept: tree.plantedOn, constraint: {earliest: '${earliest}'}}`, dates)))
  expect(brokenRules(withDates('2026-02-25'), '2026-03-02').map(({ rule }) => rule)).toEqual(['constraint-contradicts'])
  expect(brokenRules(withDates('2026-01-05'), '2026-03-02')).toEqual([])
})

test('a constraint no value satisfies is refused where it stands', () => {
  expect(brokenRules(changed(first, 'constraint: {maximum: 30}', 'constraint: {minimum: 9, maximum: 8}')).filter(({ lines }) => lines.length === 1)).toEqual([
    { rule: 'constraint-contradicts', lines: [`${first}: - {concept: tree.height, constraint: {minimum: 9, maximum: 8}}`] },
  ])
})

test('services whose constraints contradict are allowed as long as no matter brings them together', () => {
  const files = changed(matter, '  - {service: second, when: person.kind = "young"}\n', '', changed(second, 'constraint: {minimum: 5}', 'constraint: {minimum: 31}'))
  expect(brokenRules(files)).toEqual([])
})

test('a service whose condition can never hold is refused', () => {
  for (const never of ['false', 'person.kind = "young" and person.kind = "old"', 'false and person.kind = "young"']) {
    expect(brokenRules(changed(matter, 'when: person.kind = "young"', `when: '${never}'`)).map(({ rule }) => rule)).toEqual(['service-unreachable'])
  }
})

test('a service waiting for a result without depending on it is refused, with the evidence', () => {
  expect(brokenRules(changed(second, 'dependsOn: [first]\n', ''))).toEqual([{
    rule: 'result-without-dependency', lines: [`${second}: - {id: before, anyOf: [first-result], legalBasis: {title: 样例法}}`, 'tiny/evidence/all.yaml: - {id: first-result, name: 前项结果, resultOf: first}'],
  }])
})

test('a result that states what another service has still to give is refused unless it waits for that service, or the two never come together', () => {
  const [own, shown] = ['shows: [person.name]', 'shows: [person.name, tree.number]']
  const asked = changed(matter, 'person.idNumber, tree.height]', 'person.idNumber, tree.height, tree.number]', changed(second, '  - {concept: person.name}\n', '  - {concept: person.name}\n  - {concept: tree.number}\n'))
  const giving = changed(first, own, `${own}, issues: [tree.number]`, asked)
  expect(brokenRules(changed(second, own, shown, giving))).toEqual([])
  const apart = changed(second, 'dependsOn: [first]\n', '', changed(second, '  - {id: before, anyOf: [first-result]', '  - {id: before, anyOf: [card]', changed(second, own, shown, giving)))
  expect(brokenRules(apart).map(({ rule }) => rule)).toEqual(['result-without-dependency'])
  expect(brokenRules(changed(matter, '{service: first}', '{service: first, when: person.kind = "old"}', apart))).toEqual([])
})

test('an unknown service and a service listed twice are refused', () => {
  expect(brokenRules(changed(matter, '{service: first}', '{service: third}')).map(({ rule }) => rule)).toContain('service-unknown')
  expect(brokenRules(changed(matter, '{service: first}', '{service: first}\n  - {service: first, optional: true}'))).toEqual([
    { rule: 'id-duplicate', lines: [`${matter}: - {service: first, optional: true}`, `${matter}: - {service: first}`] },
  ])
})

test('a concept that may be asked but stands in no topic, or in two, is refused', () => {
  expect(brokenRules(changed(matter, ', tree.height]', ']'))).toEqual([{ rule: 'topic-missing', lines: [`${matter}: topics:`] }])
  const twice = changed(matter, 'tree.height]}', 'tree.height]}\n  - {id: more, name: 其他, concepts: [tree.height]}')
  expect(brokenRules(twice).map(({ rule, lines }) => [rule, lines.length])).toEqual([['topic-missing', 2]])
})

test('a matter that does not name a subject its services ask about is refused', () => {
  expect(brokenRules(changed(matter, ', {id: tree, name: 树}', ''))).toContainEqual({
    rule: 'subject-unknown', lines: [`${matter}: subjects: [{id: person, name: 您}]`, `${first}: - {concept: tree.height, constraint: {maximum: 30}}`],
  })
})

test('a scenario question that offers nothing to choose from is refused', () => {
  expect(brokenRules(changed(matter, '{concept: person.kind, ask: 您是？}', '{concept: person.kind, ask: 您是？}\n  - {concept: person.name, ask: 您叫什么？}'))).toEqual([
    { rule: 'question-not-choice', lines: [`${matter}: - {concept: person.name, ask: 您叫什么？}`] },
  ])
})

test('an example may name a day relative to today, and so never grows old', () => {
  const files = {
    ...changed(matter, 'tree.height]', 'tree.height, tree.plantedOn]', changed(first, '{concept: person.kind}', '{concept: person.kind}\n  - {concept: tree.plantedOn}')),
    'tiny/concepts/more.yaml': 'concepts:\n  - {id: tree.plantedOn, name: 种植日期, type: date, constraint: {earliest: today-30, latest: today}}\n',
    'tiny/examples/all.yaml': `examples:\n  - {id: one, name: 例子, matter: plant, region: '990101', answers: {tree.plantedOn: today-3}}\n`,
  }
  expect([brokenRules(files, '2026-03-02'), brokenRules(files, '2036-03-02')]).toEqual([[], []])
})

test('an example that gives a value its concept never has, or answers what is computed, is refused', () => {
  const example = (answers: string) => ({ ...tinyPack, 'tiny/examples/all.yaml': `examples:\n  - id: one\n    name: 例子\n    matter: plant\n    region: '990101'\n    answers:\n      ${answers}\n` })
  expect(brokenRules(example('person.kind: young'))).toEqual([])
  expect(brokenRules(example('person.kind: middle'))).toEqual([{ rule: 'example-wrong', lines: ['tiny/examples/all.yaml: person.kind: middle'] }])
  expect(brokenRules(example('tree.height: 0'))).toEqual([{ rule: 'example-wrong', lines: ['tiny/examples/all.yaml: tree.height: 0'] }])
  expect(brokenRules(example('tree.colour: green'))).toEqual([{ rule: 'concept-unknown', lines: ['tiny/examples/all.yaml: tree.colour: green'] }])
})

test('two services whose patterns no text can match are refused with both places, and a pattern against its own lengths', () => {
  const withPattern = (a: string, b: string): typeof tinyPack =>
    changed(second, '{concept: person.name}', `{concept: person.name, constraint: {${b}}}`, changed(first, '{concept: person.name}', `{concept: person.name, constraint: {${a}}}`))
  expect(brokenRules(withPattern("pattern: '[A-Z]{3}'", "pattern: '[0-9]+'"))).toEqual([
    { rule: 'constraint-contradicts', lines: [`${second}: - {concept: person.name, constraint: {pattern: '[0-9]+'}}`, `${first}: - {concept: person.name, constraint: {pattern: '[A-Z]{3}'}}`] },
  ])
  expect(brokenRules(withPattern("pattern: '[A-Z]{3}'", 'minLength: 4')).map(({ rule }) => rule)).toEqual(['constraint-contradicts'])
  expect(brokenRules(withPattern("pattern: '[A-Z]{3}', minLength: 4", "pattern: '[A-Z]+'")).map(({ lines }) => lines)).toEqual([[`${first}: - {concept: person.name, constraint: {pattern: '[A-Z]{3}', minLength: 4}}`]])
  expect(brokenRules(withPattern("pattern: '[A-Z]{3}'", "pattern: '[A-Z0-9]+'"))).toEqual([])
})

test('an event told apart by what no form of the matter says is refused at that place', () => {
  const withIdentity = (identity: string) => changed(matter, 'keywords:', `identity: ${identity}\nkeywords:`)
  expect(brokenRules(withIdentity('[[tree.height], [person.name, person.kind]]'))).toEqual([])
  expect(brokenRules(withIdentity('[[tree.number]]'))).toEqual([{ rule: 'identity-not-stated', lines: [`${matter}: identity: [[tree.number]]`] }])
  expect(brokenRules(withIdentity('[[tree.width]]')).map(({ rule }) => rule)).toEqual(['concept-unknown'])
})
