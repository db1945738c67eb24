// Tests of references between items: what does not exist, does not fit or goes in circles, with both places named.
import { expect, test } from 'vitest'
import { brokenRules, changed, tinyPack } from './tiny-pack.ts'

const first = 'tiny/services/first.yaml'
const second = 'tiny/services/second.yaml'

test('a form asking for a concept nobody defined is refused at that line', () => {
  expect(brokenRules(changed(first, '{concept: person.kind}', '{concept: person.size}'))).toContainEqual({ rule: 'concept-unknown', lines: [`${first}: - {concept: person.size}`] })
})

test('unknown evidence, registry, service, stage and region are each refused', () => {
  expect(brokenRules(changed(first, 'anyOf: [card]', 'anyOf: [cards]'))[0]).toEqual({ rule: 'evidence-unknown', lines: [`${first}: - {id: who, anyOf: [cards], legalBasis: {title: 样例法}}`] })
  expect(brokenRules(changed('tiny/evidence/all.yaml', '[people]', '[persons]'))[0]?.rule).toBe('registry-unknown')
  expect(brokenRules(changed(second, '[first]', '[firsts]')).map(({ rule }) => rule)).toContain('service-unknown')
  expect(brokenRules(changed('tiny/matters/plant.yaml', 'stage: leisure', 'stage: work'))).toEqual([{ rule: 'stage-unknown', lines: ['tiny/matters/plant.yaml: stage: work'] }])
  expect(brokenRules(changed('tiny/authorities/all.yaml', `'990101'`, `'990102'`)).map(({ rule }) => rule)).toContain('region-unknown')
})

test('an appointment of a hall names an https page or a number, and where the hall publishes it', () => {
  const file = 'tiny/outlets/all.yaml'
  const withHall = (appointment: string) => brokenRules({ ...tinyPack, [file]: `outlets:\n  - id: hall\n    region: '990101'\n    name: 大厅\n    appointment: ${appointment}\n    windows: [{number: '1', name: 综合窗口}]\n` })
  const source = 'source: {title: 预约须知}'
  expect(withHall(`{url: 'https://book.example.org/hall?id=1', phone: 0990-1234, ${source}}`)).toEqual([])
  expect(withHall(`{phone: 0990-1234, ${source}}`)).toEqual([])
  for (const url of ['http://book.example.org', 'javascript:alert(1)', 'https://who@book.example.org/', 'https://', 'https://a b']) expect(withHall(`{url: '${url}', ${source}}`), url).toEqual([{ rule: 'value-wrong', lines: [`${file}: appointment: {url: '${url}', ${source}}`] }])
  expect(withHall(`{${source}}`)).toEqual([{ rule: 'key-missing', lines: [`${file}: appointment: {${source}}`] }])
  expect(withHall(`{phone: 0990-1234}`)).toEqual([{ rule: 'law-missing', lines: [`${file}: appointment: {phone: 0990-1234}`] }])
})

test('a reference to something that exists but is broken is not a second error', () => {
  expect(brokenRules(changed('tiny/concepts/all.yaml', 'type: integer', 'type: number')).map(({ rule }) => rule)).toEqual(['value-wrong'])
})

test('an id defined twice is refused with both places', () => {
  const files = { ...tinyPack, 'tiny/concepts/more.yaml': 'concepts:\n  - {id: person.name, name: 名字, type: text}\n' }
  expect(brokenRules(files)).toEqual([{
    rule: 'id-duplicate', lines: ['tiny/concepts/more.yaml: - {id: person.name, name: 名字, type: text}', 'tiny/concepts/all.yaml: - {id: person.name, name: 姓名, type: text}'],
  }])
})

test('a concept twice in a form and two authorities of one line in a region are refused with both places', () => {
  expect(brokenRules(changed(first, '{concept: person.kind}', '{concept: person.name, required: false}'))).toContainEqual({
    rule: 'id-duplicate', lines: [`${first}: - {concept: person.name, required: false}`, `${first}: - {concept: person.name}`],
  })
  const again = `  - {line: trees, regions: ['990101'], name: 另一个局, shortName: 另一个}\n`
  const files = { ...tinyPack, 'tiny/authorities/all.yaml': `${tinyPack['tiny/authorities/all.yaml']}${again}` }
  expect(brokenRules(files)).toEqual([{ rule: 'id-duplicate', lines: [`tiny/authorities/all.yaml: ${again.trim()}`, `tiny/authorities/all.yaml: - {line: trees, regions: ['990101'], name: '{region}林业局', shortName: 林业局}`] }])
})

test('services that wait for each other in a circle are refused with every line of the circle', () => {
  const files = changed(first, 'concepts:', 'dependsOn: [second]\nconcepts:')
  expect(brokenRules(files)).toEqual([{ rule: 'service-cycle', lines: [`${first}: dependsOn: [second]`, `${second}: dependsOn: [first]`] }])
})

test('concepts computed from each other are refused with every line of the circle', () => {
  const files = { ...tinyPack, 'tiny/concepts/more.yaml': 'concepts:\n  - {id: tree.a, name: 甲, type: integer, derived: tree.b + 1}\n  - {id: tree.b, name: 乙, type: integer, derived: tree.a + 1}\n' }
  expect(brokenRules(files).map(({ rule, lines }) => [rule, lines.length])).toEqual([['derived-cycle', 2]])
})

test('a rule that is no FEEL and a rule that reads an unknown concept are refused at the rule', () => {
  expect(brokenRules(changed(second, 'rule: tree.height > 5', 'rule: tree.height >'))[0]).toEqual({ rule: 'rule-syntax', lines: [`${second}: - {id: tall, name: 够高, rule: tree.height >, legalBasis: {title: 样例法}}`] })
  expect(brokenRules(changed(second, 'rule: tree.height > 5', 'rule: tree.width > 5'))).toEqual([{ rule: 'rule-concept-unknown', lines: [`${second}: - {id: tall, name: 够高, rule: tree.width > 5, legalBasis: {title: 样例法}}`] }])
})

test('a rule that compares a choice with a value it never has is refused', () => {
  expect(brokenRules(changed('tiny/matters/plant.yaml', 'person.kind = "young"', `'person.kind in ("young", "middle")'`))).toEqual([
    { rule: 'rule-choice-unknown', lines: [`tiny/matters/plant.yaml: - {service: second, when: 'person.kind in ("young", "middle")'}`] },
  ])
})

test('a result showing what its service does not have, or issuing what it asks for, is refused', () => {
  expect(brokenRules(changed(second, 'shows: [person.name]', 'shows: [person.kind]'))[0]?.rule).toBe('result-not-in-service')
  expect(brokenRules(changed(second, 'shows: [person.name]', 'issues: [person.name]')).map(({ rule }) => rule)).toContain('result-not-in-service')
  expect(brokenRules(changed(second, 'shows: [person.name]', 'shows: [person.name], issues: [tree.number]'))).toEqual([])
})

test('a registry answering about a subject it has no key for is refused, with the keys it has', () => {
  const files = changed('tiny/registries/all.yaml', 'person.name: name', 'person.name: name\n      tree.height: height')
  expect(brokenRules(files)).toEqual([{ rule: 'registry-subject', lines: ['tiny/registries/all.yaml: tree.height: height', 'tiny/registries/all.yaml: keys: {person: person.idNumber}'] }])
})

test('a registry that says until when something holds it does not answer is refused, with what it answers', () => {
  const withUntil = (until: string) => changed('tiny/registries/all.yaml', 'person.name: name', `person.name: name\n    until: {${until}: lastDay}`)
  expect(brokenRules(withUntil('person.name'))).toEqual([])
  expect(brokenRules(withUntil('person.kind')).map(({ rule }) => rule)).toEqual(['registry-subject'])
})

test('evidence that proves what none of its registries answers is refused, with those registries', () => {
  expect(brokenRules(changed('tiny/evidence/all.yaml', 'proves: [person.name]', 'proves: [person.kind]'))).toEqual([
    { rule: 'evidence-not-answered', lines: ['tiny/evidence/all.yaml: - {id: card, name: 证件, registries: [people], proves: [person.kind]}', 'tiny/registries/all.yaml: answers:'] },
  ])
})

test('a region whose parent is missing is refused', () => {
  expect(brokenRules(changed('tiny/regions.yaml', `  - {code: '990100', name: 样例市}\n`, ''))).toEqual([{ rule: 'region-parent-missing', lines: [`tiny/regions.yaml: - {code: '990101', name: 东山区}`] }])
})

test('a word said to name another thing holds the short name of its region', () => {
  const declared = (word: string) => brokenRules(changed('tiny/regions.yaml', 'name: 东山区}', `name: 东山区, notIn: [${word}]}`)).map(({ rule }) => rule)
  expect(declared('东山再起')).toEqual([])
  expect(declared('西山再起')).toEqual(['value-wrong'])
})

test('a line without any authority, and a district with authorities but none of the line, are refused', () => {
  expect(brokenRules(changed(first, 'line: trees', 'line: flowers'))).toEqual([{ rule: 'authority-unknown', lines: [`${first}: line: flowers`] }])
  const files = {
    ...tinyPack,
    'tiny/regions.yaml': `${tinyPack['tiny/regions.yaml']}  - {code: '990102', name: 西河区}\n`,
    'tiny/authorities/more.yaml': `authorities:\n  - {line: water, regions: ['990102'], name: 水务局, shortName: 水务局}\n`,
  }
  expect(brokenRules(files).map(({ rule, lines }) => `${rule} ${lines[0]}`)).toEqual([`authority-unknown ${first}: line: trees`, `authority-unknown ${second}: line: trees`])
})

test('a competence that rests on something other than a region is refused', () => {
  expect(brokenRules(changed(first, 'kind: permit', 'kind: permit\ncompetentBy: person.name'))).toEqual([{ rule: 'competence-not-region', lines: [`${first}: competentBy: person.name`] }])
})

test('a registry that tells records apart by what it does not answer, or what another key finds, is refused at that line', () => {
  const withSeveral = (several: string) => changed('tiny/registries/all.yaml', '    legalBasis', `    several: ${several}\n    legalBasis`)
  expect(brokenRules(withSeveral('{field: all, by: person.name, shows: [person.name]}'))).toEqual([])
  expect(brokenRules(withSeveral('{field: all, by: person.kind, shows: [person.name]}')).map(({ rule }) => rule)).toEqual(['registry-subject'])
  expect(brokenRules(withSeveral('{field: all, by: person.name, shows: [tree.height]}')).map(({ rule }) => rule)).toEqual(['registry-subject'])
})

test('a pattern that could keep the server busy is refused, of a concept and of a service', () => {
  const refused = (file: string, from: string, to: string) => brokenRules(changed(file, from, to)).map(({ rule }) => rule)
  expect(refused('tiny/concepts/all.yaml', '{id: person.name, name: 姓名, type: text}', "{id: person.name, name: 姓名, type: text, constraint: {pattern: '(?:[a-z]+)+9'}}")).toEqual(['value-wrong'])
  expect(refused(first, '{concept: person.name}', "{concept: person.name, constraint: {pattern: '(a|a)*b'}}")).toEqual(['value-wrong'])
  expect(refused(first, '{concept: person.name}', "{concept: person.name, constraint: {pattern: '[a-z]+-[0-9]+'}}")).toEqual([])
})
