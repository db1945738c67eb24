// Tests of loading: inheritance from province to city, values that change on a day, catalogues by region, versions.
import { expect, test } from 'vitest'
import { loadPacks, type LoadedPacks } from './load-packs.ts'
import { PacksRefused } from './pack-error.ts'
import { brokenRules, changed, inFolder, tinyPack, type PackFiles } from './tiny-pack.ts'

const first = 'tiny/services/first.yaml'

const city = (files: PackFiles): PackFiles => ({ ...tinyPack, 'city/pack.yaml': `id: city\nname: 市\nregion: '990100'\nextends: tiny\n`, ...files })

const load = (files: PackFiles, on = '2026-03-02'): LoadedPacks => inFolder(files, (folder) => loadPacks(folder, { on }))

const override = (service: string, rest: string): PackFiles => city({ [`city/services/${service}.yaml`]: `overrides: ${service}\n${rest}\n` })

test('a city states only what differs and inherits the rest', () => {
  const packs = load(override('first', `limits:\n  - {from: '2024-01-01', promised: 2, source: {title: 市规定}}`))
  expect(packs.catalogueFor('990101').services['first']?.limits).toEqual({ statutory: 10, promised: 2, legalBasis: { title: '市规定' } })
  expect(packs.catalogueFor('990000').services['first']?.limits).toEqual({ statutory: 10, promised: 5, legalBasis: { title: '样例法' } })
  expect(packs.catalogueFor('990101').services['first']?.concepts).toEqual(packs.catalogueFor('990000').services['first']?.concepts)
})

test('a city changes one item of a list, adds another and leaves one out', () => {
  const packs = load(override('second', `requirements:
  - {id: tall, rule: tree.height > 8}
  - {id: young, name: 是青年, rule: person.kind = "young", legalBasis: {title: 市规定}}
concepts:
  - {concept: tree.height, omit: true}
  - {concept: person.kind}`))
  const service = packs.catalogueFor('990100').services['second']
  expect(service?.requirements.map(({ id, name, rule }) => [id, name['zh-CN'], rule.text])).toEqual([['tall', '够高', 'tree.height > 8'], ['young', '是青年', 'person.kind = "young"']])
  expect(service?.concepts.map(({ concept }) => concept)).toEqual(['person.name', 'person.kind'])
})

test('a city that replaces a text replaces all its languages, so no stale translation stays', () => {
  const files = { ...override('first', 'summary: 市里的说明'), [first]: tinyPack[first]?.replace('summary: 说明', 'summary: {zh-CN: 说明, en: Explanation}') ?? '' }
  expect(load(files).catalogueFor('990100').services['first']?.summary).toEqual({ 'zh-CN': '市里的说明' })
})

test('an override that repeats what it inherits is refused, with both places', () => {
  expect(brokenRules(override('first', 'kind: permit\nsummary: 市里的说明'))).toEqual([{ rule: 'override-repeats', lines: ['city/services/first.yaml: kind: permit', `${first}: kind: permit`] }])
  expect(brokenRules(override('first', `limits:\n  - {from: '2024-01-01', promised: 5, source: {title: 市规定}}`)).map(({ rule }) => rule)).toEqual(['override-repeats'])
  expect(brokenRules(override('first', 'concepts:\n  - {concept: person.name}')).map(({ rule }) => rule)).toEqual(['override-repeats'])
})

test('an item copied into a city instead of overridden is a duplicate, with both places', () => {
  const copy = { 'city/services/first.yaml': tinyPack[first] ?? '' }
  expect(brokenRules(city(copy))).toEqual([{ rule: 'id-duplicate', lines: ['city/services/first.yaml: id: first', `${first}: id: first`] }])
})

test('an override of something that is not there, and a new item that is incomplete, are refused', () => {
  expect(brokenRules(override('third', 'kind: grant'))).toEqual([{ rule: 'override-unknown', lines: ['city/services/third.yaml: overrides: third'] }])
  expect(brokenRules(override('second', 'requirements:\n  - {id: young, name: 是青年}')).map(({ rule, lines }) => `${rule} ${lines[0]}`)).toEqual([
    'key-missing city/services/second.yaml: - {id: young, name: 是青年}', 'law-missing city/services/second.yaml: - {id: young, name: 是青年}',
  ])
})

test('a pack must lie inside the region of the pack it extends, and that pack must exist', () => {
  expect(brokenRules(city({ 'city/pack.yaml': `id: city\nname: 市\nregion: '980100'\nextends: tiny\n` }))[0]).toEqual({
    rule: 'pack-region', lines: [`city/pack.yaml: region: '980100'`, `tiny/pack.yaml: region: '990000'`],
  })
  expect(brokenRules(city({ 'city/pack.yaml': `id: city\nname: 市\nregion: '990100'\nextends: teeny\n` }))).toContainEqual({ rule: 'pack-parent-unknown', lines: ['city/pack.yaml: extends: teeny'] })
})

test('packs that extend each other are refused with both places', () => {
  const circle = brokenRules({ ...city({}), 'tiny/pack.yaml': `id: tiny\nname: 样例包\nregion: '990000'\nextends: city\n` }).filter(({ rule }) => rule === 'pack-parent-unknown')
  expect(circle.map(({ lines }) => lines)).toEqual([['city/pack.yaml: extends: tiny', 'tiny/pack.yaml: extends: city'], ['tiny/pack.yaml: extends: city', 'city/pack.yaml: extends: tiny']])
})

const amended = changed(first, 'source: {title: 样例法}}', `source: {title: 样例法}}\n  - {from: '2027-01-01', statutory: 8, promised: 4, source: {title: 修正案}}`)

test('a limit applies from the day of its line until the next line begins', () => {
  const packs = load(amended)
  expect(packs.catalogueFor('990101', '2026-12-31').services['first']?.limits.statutory).toBe(10)
  expect(packs.catalogueFor('990101', '2027-01-01').services['first']?.limits).toEqual({ statutory: 8, promised: 4, legalBasis: { title: '修正案' } })
})

test('on a day before anything was in force there is nothing to say, and that is an error', () => {
  expect(brokenRules(tinyPack, '2019-12-31').map(({ rule, lines }) => `${rule} ${lines[0]}`)).toEqual([`nothing-in-force ${first}: limits:`, 'nothing-in-force tiny/services/second.yaml: limits:'])
})

test('a service of a matter that ends on a day is there that day and gone the next', () => {
  const packs = load(changed('tiny/matters/plant.yaml', '{service: first}', `{service: first, until: '2026-06-30'}`, changed('tiny/services/second.yaml', 'dependsOn: [first]\n', '', changed('tiny/services/second.yaml', 'evidence:\n  - {id: before, anyOf: [first-result], legalBasis: {title: 样例法}}\n', ''))))
  const services = (on: string): string[] => packs.catalogueFor('990101', on).matters['plant']?.services.map(({ service }) => service) ?? []
  expect(services('2026-06-30')).toEqual(['first', 'second'])
  expect(services('2026-07-01')).toEqual(['second'])
})

test('what becomes wrong on a later day is refused today', () => {
  const files = changed('tiny/services/second.yaml', 'rule: tree.height > 5', `rule: [{from: '2020-01-01', rule: tree.height > 5, source: {title: 样例法}}, {from: '2030-01-01', rule: tree.size > 5, source: {title: 样例法}}]`)
  expect(brokenRules(files).map(({ rule }) => rule)).toEqual(['rule-concept-unknown'])
})

test('a version changes with the service, its concepts and evidence, and with nothing else', () => {
  const version = (files: PackFiles): string | undefined => load(files).catalogueFor('990101').services['first']?.version
  const before = version(tinyPack)
  expect(before).toMatch(/^[0-9a-f]{16}$/)
  expect(version(changed('tiny/services/second.yaml', 'guide: 指南', 'guide: 新指南'))).toBe(before)
  expect(version(changed(first, 'guide: 指南', 'guide: 新指南'))).not.toBe(before)
  expect(version(changed('tiny/concepts/all.yaml', 'name: 树高', 'name: 树的高度'))).not.toBe(before)
  expect(version(changed('tiny/evidence/all.yaml', 'name: 证件', 'name: 身份证件'))).not.toBe(before)
})

test('the version of a matter changes when one of its services does', () => {
  const version = (files: PackFiles): string | undefined => load(files).catalogueFor('990101').matters['plant']?.version
  expect(version(changed('tiny/services/second.yaml', 'guide: 指南', 'guide: 新指南'))).not.toBe(version(tinyPack))
  expect(version({ ...tinyPack })).toBe(version(tinyPack))
})

test('only the days looked at last are kept, so a server that runs for years does not grow', () => {
  const { catalogueFor } = load({ ...tinyPack })
  const today = catalogueFor('990101')
  for (let day = 3; day <= 5; day += 1) catalogueFor('990101', `2026-03-0${day}`)
  expect(catalogueFor('990101')).toBe(today)
  for (let day = 10; day <= 13; day += 1) catalogueFor('990101', `2026-03-${day}`)
  expect(catalogueFor('990101')).not.toBe(today)
  expect(catalogueFor('990101')).toEqual(today)
})

test('a region gets the catalogue of the nearest pack, always the same object, and a region without pack is refused', () => {
  const packs = load(city({}))
  expect(packs.catalogueFor('990101')).toBe(packs.catalogueFor('990101'))
  expect(packs.catalogueFor('990101').region).toBe('990101')
  expect(packs.catalogueFor('990200').region).toBe('990200')
  expect(() => packs.catalogueFor('110000')).toThrow('not_found')
})

test('a city that renames a stage renames it for itself only', () => {
  const packs = load(city({ 'city/texts/stages.yaml': 'stages:\n  - {overrides: leisure, name: 市里的闲暇}\n' }))
  const names = (region: string) => packs.stagesFor(region).map(({ name }) => name['zh-CN'])
  expect([names('990101'), names('990200'), names('990000'), names('110000')]).toEqual([['市里的闲暇'], ['闲暇'], ['闲暇'], []])
})

test('a city whose authorities, examples or tests lie in another city is refused at each line', () => {
  const region = `city/pack.yaml: region: '990100'`
  const files = (code: string) => ({
    ...city({
      'city/authorities/all.yaml': `authorities:\n  - {line: trees, regions: ['990100', '${code}'], name: 市林业局, shortName: 林业局}\n`,
      'city/examples/all.yaml': `examples:\n  - id: one\n    name: 一位市民\n    matter: plant\n    region: '${code}'\n    answers: {}\n`,
      'city/tests/all.yaml': `tests:\n  - name: 年轻人要办的事项不止一个\n    matter: plant\n    region: '${code}'\n    on: '2026-03-02'\n    expect: {}\n`,
    }),
    'tiny/regions.yaml': `${tinyPack['tiny/regions.yaml']}  - {code: '990102', name: 西河区}\n  - {code: '990200', name: 另一市}\n`,
  })
  expect(brokenRules(files('990102'))).toEqual([])
  expect(brokenRules(files('990200'))).toEqual([
    { rule: 'region-outside-pack', lines: [`city/authorities/all.yaml: - {line: trees, regions: ['990100', '990200'], name: 市林业局, shortName: 林业局}`, region] },
    { rule: 'region-outside-pack', lines: [`city/examples/all.yaml: region: '990200'`, region] },
    { rule: 'region-outside-pack', lines: [`city/tests/all.yaml: region: '990200'`, region] },
  ])
})

test('an authority takes the name of its region, with and without 区', () => {
  const files = changed('tiny/authorities/all.yaml', 'shortName: 林业局', `shortName: {zh-CN: '{place}林业', en: '{place} Trees'}`, changed('tiny/regions.yaml', 'name: 东山区', 'name: {zh-CN: 东山区, en: Dongshan District}'))
  expect(load(files).catalogueFor('990101').authorities).toEqual([{ line: 'trees', region: '990101', name: { 'zh-CN': '东山区林业局' }, shortName: { 'zh-CN': '东山林业', en: 'Dongshan Trees' } }])
})

test('packs with errors are refused with all of them, in the order of files and lines', () => {
  const files = changed(first, 'kind: permit', 'kind: gift', changed('tiny/concepts/all.yaml', 'type: integer', 'type: number'))
  try {
    load(files)
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(PacksRefused)
    expect(String(error)).toMatch(/break 2 rule\(s\):\n {2}tiny\/concepts\/all\.yaml:5:\d+ value-wrong: .*\n {2}tiny\/services\/first\.yaml:4:\d+ value-wrong: /)
  }
})
