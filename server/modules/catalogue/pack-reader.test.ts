// Tests of reading packs: YAML, schemas and identities, each error at its line.
import { expect, test } from 'vitest'
import fc from '../../testing/fast-check.ts'
import { checkPacks } from './load-packs.ts'
import { brokenRules, changed, inFolder, tinyPack } from './tiny-pack.ts'

test('a pack that breaks no rule gives no error', () => {
  expect(brokenRules(tinyPack)).toEqual([])
})

test('a tab in the indentation is named as such, with its line', () => {
  expect(brokenRules(changed('tiny/regions.yaml', '  - {code: \'990100\'', '\t- {code: \'990100\''))).toContainEqual({ rule: 'yaml-tab', lines: ['tiny/regions.yaml: - {code: \'990100\', name: 样例市}'] })
})

test('broken YAML and an empty file are refused, and other files are still checked', () => {
  const files = { ...changed('tiny/texts/stages.yaml', 'order: 1}', 'order: 1'), 'tiny/evidence/more.yaml': '', 'tiny/services/first.yaml': tinyPack['tiny/services/first.yaml']?.replace('kind: permit', 'kind: gift') ?? '' }
  const rules = brokenRules(files).map(({ rule, lines }) => `${rule} ${lines[0]}`)
  expect(rules).toContain('yaml-syntax tiny/evidence/more.yaml: ')
  expect(rules).toContain('value-wrong tiny/services/first.yaml: kind: gift')
  expect(rules.some((rule) => rule.startsWith('yaml-syntax tiny/texts/stages.yaml'))).toBe(true)
})

test('an anchor and an alias are refused where they stand', () => {
  const files = changed('tiny/regions.yaml', `{code: '990000', name: 样例省}\n  - {code: '990100', name: 样例市}`, `{code: '990000', name: &name 样例省}\n  - {code: '990100', name: *name}`)
  expect(brokenRules(files).filter(({ rule }) => rule === 'yaml-alias').map(({ lines }) => lines[0])).toEqual([
    `tiny/regions.yaml: - {code: '990000', name: &name 样例省}`,
    `tiny/regions.yaml: - {code: '990100', name: *name}`,
  ])
})

test('a key stated twice is refused', () => {
  expect(brokenRules(changed('tiny/pack.yaml', 'name: 样例包', 'name: 样例包\nname: 另一个'))).toEqual([{ rule: 'key-duplicate', lines: ['tiny/pack.yaml: name: 另一个'] }])
})

test('a key no schema knows is refused at its line', () => {
  expect(brokenRules(changed('tiny/services/first.yaml', 'kind: permit', 'kind: permit\ncolour: green'))).toEqual([{ rule: 'key-unknown', lines: ['tiny/services/first.yaml: colour: green'] }])
})

test('a missing key, a wrong type and an unquoted code are each refused', () => {
  expect(brokenRules(changed('tiny/services/first.yaml', 'kind: permit\n', ''))).toEqual([{ rule: 'key-missing', lines: ['tiny/services/first.yaml: id: first'] }])
  expect(brokenRules(changed('tiny/services/first.yaml', 'statutory: 10', 'statutory: ten'))).toEqual([{ rule: 'value-wrong', lines: [`tiny/services/first.yaml: - {from: '2020-01-01', statutory: ten, promised: 5, source: {title: 样例法}}`] }])
  expect(brokenRules(changed('tiny/pack.yaml', `'990000'`, '990000'))).toEqual([{ rule: 'value-wrong', lines: ['tiny/pack.yaml: region: 990000'] }])
})

test('a day that does not exist and a pattern that is no regular expression are refused', () => {
  expect(brokenRules(changed('tiny/services/first.yaml', `from: '2020-01-01'`, `from: '2023-02-29'`)).map(({ rule }) => rule)).toEqual(['value-wrong'])
  expect(brokenRules(changed('tiny/concepts/all.yaml', '{minimum: 1}', `{pattern: '(a'}`)).map(({ rule }) => rule)).toEqual(['value-wrong'])
})

test('a text without Chinese is refused', () => {
  expect(brokenRules(changed('tiny/services/first.yaml', 'summary: 说明', 'summary: {en: Explanation}'))).toEqual([{ rule: 'text-without-chinese', lines: ['tiny/services/first.yaml: summary: {en: Explanation}'] }])
})

test('a condition, a limit and a registry without their law are refused', () => {
  expect(brokenRules(changed('tiny/services/second.yaml', 'rule: tree.height > 5, legalBasis: {title: 样例法}', 'rule: tree.height > 5'))[0]?.rule).toBe('law-missing')
  expect(brokenRules(changed('tiny/services/second.yaml', ', source: {title: 样例法}', ''))[0]?.rule).toBe('law-missing')
  expect(brokenRules(changed('tiny/registries/all.yaml', '    legalBasis: {title: 样例法}\n', ''))[0]?.rule).toBe('law-missing')
})

test('more than eight faults of one file are all reported', () => {
  const keys = Array.from({ length: 12 }, (_, index) => `extra${index}: 1`).join('\n')
  expect(brokenRules(changed('tiny/services/first.yaml', 'kind: permit', `kind: permit\n${keys}`))).toHaveLength(12)
})

test('a service in a file of another name is refused', () => {
  const { 'tiny/services/first.yaml': text = '', ...rest } = tinyPack
  expect(brokenRules({ ...rest, 'tiny/services/third.yaml': text })).toEqual([{ rule: 'value-wrong', lines: ['tiny/services/third.yaml: id: first'] }])
})

test('a folder, a file type and a pack without manifest that do not belong are named', () => {
  const files = { ...tinyPack, 'tiny/colours/all.yaml': 'a: 1', 'tiny/services/first.yml': 'a: 1', 'stray/README.md': '' }
  expect(brokenRules(files).map(({ rule, lines }) => `${rule} ${lines[0]}`)).toEqual(['pack-missing stray: ', 'file-unknown tiny/colours: ', 'file-unknown tiny/services/first.yml: a: 1'])
})

test('a packs folder that does not exist is said to be missing', () => {
  expect(checkPacks('/nowhere/packs', { on: '2026-03-02' }).errors.map(({ rule }) => rule)).toEqual(['pack-missing'])
})

test('whatever line of a pack is damaged, checking ends with errors in both languages at real lines and never falls over', () => {
  const damage = fc.record({
    file: fc.constantFrom(...Object.keys(tinyPack)), line: fc.nat(40), column: fc.nat(60), cut: fc.nat(8),
    insert: fc.constantFrom('', ':', '- ', '\t', '{', '}', '[', '"', '&a ', '*a', '|', '? ', 'null', '__proto__: 1', '😀', '\n'),
  })
  fc.assert(fc.property(damage, ({ file, line, column, cut, insert }) => {
    const lines = (tinyPack[file] ?? '').split('\n')
    const at = line % lines.length
    const text = lines[at] ?? ''
    lines[at] = text.slice(0, column) + insert + text.slice(column + cut)
    const files = { ...tinyPack, [file]: lines.join('\n') }
    const { errors } = inFolder(files, (folder) => checkPacks(folder, { on: '2026-03-02' }))
    for (const error of errors) {
      expect(error.line).toBeLessThanOrEqual((files[error.file] ?? '').split('\n').length)
      expect(error.message['zh-CN']).toMatch(/\p{Script=Han}/u)
      expect(error.message.en).toMatch(/[a-z]/)
    }
  }), { numRuns: 60, seed: 7 })
})

test('an error of a long rule names the line and column inside the rule', () => {
  const files = changed('tiny/services/second.yaml', '{id: tall, name: 够高, rule: tree.height > 5, legalBasis: {title: 样例法}}', 'id: tall\n    name: 够高\n    rule: |\n      tree.height > 5\n      and tree.height >\n    legalBasis: {title: 样例法}')
  expect(brokenRules(files)).toEqual([{ rule: 'rule-syntax', lines: ['tiny/services/second.yaml: and tree.height >'] }])
  const column = inFolder(files, (folder) => checkPacks(folder, { on: '2026-03-02' }).errors[0]?.column)
  expect(column).toBeGreaterThan(7)
})
