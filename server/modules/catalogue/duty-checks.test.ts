// Tests of the checks on the duty list: somebody answers for everything, nobody twice, units exist, ladders end, and each error names its line.
import { expect, test } from 'vitest'
import { brokenRules, tinyPack, type PackFiles } from './tiny-pack.ts'

const classes = 'tiny/request-categories/trees.yaml'
const duties = 'tiny/duties/all.yaml'
const areas = 'tiny/areas/all.yaml'

const sound: PackFiles = {
  ...tinyPack,
  [classes]: `id: trees
name: 树木
order: 1
groups:
  - id: street
    name: 路树
    leaves:
      - {id: fallen, name: 树倒了, examples: [大树倒在路上, 树压到车], keywords: [倒], deadline: life}
      - {id: trim, name: 修剪, examples: [树枝挡光, 请剪树枝], keywords: [剪], deadline: ordinary}
`,
  [areas]: `areas:
  - {id: oak-road, kind: road, name: 橡树路, region: '990101', line: [[113.9, 22.5], [113.91, 22.5]], metres: 20, invented: true}
`,
  [duties]: `duties:
  - id: all-trees
    categories: [trees]
    regions: ['990000']
    unit: {line: trees}
    from: '2020-01-01'
    source: {title: 样例法}
  - id: road-trees
    categories: [trees/street/fallen]
    areas: [oak-road]
    hours: {from: '22:00', to: '06:00'}
    unit: {line: trees, region: '990101'}
    from: '2020-01-01'
    source: {title: 样例法}
`,
}

const withDuty = (lines: string): PackFiles => ({ ...sound, [duties]: `${sound[duties]}  - id: extra\n${lines}    from: '2020-01-01'\n    source: {title: 样例法}\n` })

test('a list in which somebody answers for every class is taken', () => {
  expect(brokenRules(sound)).toEqual([])
})

test('a class nobody answers for is refused at its line, also when the duty ends on a later day', () => {
  const gap = { rule: 'duty-gap', lines: [`${classes}: - {id: trim, name: 修剪, examples: [树枝挡光, 请剪树枝], keywords: [剪], deadline: ordinary}`] }
  expect(brokenRules({ ...sound, [duties]: (sound[duties] ?? '').replace('categories: [trees]', 'categories: [trees/street/fallen]') })).toEqual([gap])
  const ending = (sound[duties] ?? '').replace("from: '2020-01-01'\n", "from: '2020-01-01'\n    until: '2026-12-31'\n")
  expect(brokenRules({ ...sound, [duties]: ending }).map(({ rule }) => rule)).toEqual(['duty-gap', 'duty-gap'])
})

test('a class left to the government of the district on purpose is no gap', () => {
  const left = (sound[classes] ?? '').replace('id: trim,', 'id: trim, unassigned: true,')
  expect(brokenRules({ ...sound, [classes]: left, [duties]: (sound[duties] ?? '').replace('categories: [trees]', 'categories: [trees/street/fallen]') })).toEqual([])
})

test('two duties equally specific at one time are refused at both lines; at different times or places they are not', () => {
  const twice = withDuty("    categories: [trees]\n    regions: ['990000']\n    unit: {line: trees}\n")
  expect(brokenRules(twice)).toEqual([{ rule: 'duty-overlap', lines: [`${duties}: - id: extra`, `${duties}: - id: all-trees`] }])
  const atNight = (from: string, to: string) => withDuty(`    categories: [trees/street/fallen]\n    areas: [oak-road]\n    hours: {from: '${from}', to: '${to}'}\n    unit: {line: trees, region: '990101'}\n`)
  expect(brokenRules(atNight('06:00', '22:00'))).toEqual([])
  expect(brokenRules(atNight('05:00', '07:00')).map(({ rule }) => rule)).toEqual(['duty-overlap'])
  expect(brokenRules(withDuty("    categories: [trees/street]\n    regions: ['990000']\n    unit: {line: trees}\n"))).toEqual([])
})

test.each([
  ['a unit that does not exist', "    categories: [trees/street/trim]\n    regions: ['990101']\n    unit: {line: rivers}\n", 'duty-unit-unknown', 'unit: {line: rivers}'],
  ['a ladder that comes back to the unit', "    categories: [trees/street/trim]\n    regions: ['990101']\n    unit: {line: trees}\n    ladder: [{line: trees}]\n", 'duty-ladder-cycle', 'ladder: [{line: trees}]'],
  ['a class nobody defined', "    categories: [flowers]\n    regions: ['990101']\n    unit: {line: trees}\n", 'duty-wrong', 'categories: [flowers]'],
  ['an area nobody defined', '    categories: [trees/street/trim]\n    areas: [elm-road]\n    unit: {line: trees, region: \'990101\'}\n', 'duty-wrong', 'areas: [elm-road]'],
  ['a region nobody defined', "    categories: [trees/street/trim]\n    regions: ['990199']\n    unit: {line: trees, region: '990101'}\n", 'region-unknown', "regions: ['990199']"],
  ['a duty without a place', "    categories: [trees/street/trim]\n    unit: {line: trees, region: '990101'}\n", 'duty-wrong', '- id: extra'],
])('%s is refused at its line', (_name, lines, rule, line) => {
  expect(brokenRules(withDuty(lines))).toEqual([{ rule, lines: [`${duties}: ${line}`] }])
})

test('an area without reach, with two shapes or in an unknown region is refused', () => {
  const broken = (text: string) => brokenRules({ ...sound, [areas]: `areas:\n  - ${text}\n${(sound[areas] ?? '').replace('areas:\n', '')}` }).map(({ rule }) => rule)
  expect(broken("{id: a, kind: facility, name: 甲, region: '990101', point: [113, 22]}")).toEqual(['duty-wrong'])
  expect(broken("{id: a, kind: facility, name: 甲, region: '990101', point: [113, 22], line: [[1, 1], [2, 2]], metres: 5}")).toEqual(['duty-wrong'])
  expect(broken("{id: a, kind: grid, name: 甲, region: '990101'}")).toEqual(['duty-wrong'])
  expect(broken("{id: a, kind: community, name: 甲, region: '990155'}")).toEqual(['region-unknown'])
})
