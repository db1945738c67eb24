// Decision tables in packs: what is wrong with one is named at its line, with an example; a sound one becomes part of its service.
import { describe, expect, it } from 'vitest'
import { loadPacks } from './load-packs.ts'
import { brokenRules, changed, inFolder, tinyPack, type PackFiles } from './tiny-pack.ts'

const law = '{title: 样例法}'

const table = (rows: string, { policy = 'UNIQUE', inputs = '  - {id: height, name: 树高, rule: tree.height}' } = {}): string => `id: first
name: 样例表
hitPolicy: ${policy}
legalBasis: [${law}]
inputs:
${inputs}
rows:
${rows}`

const row = (id: string, when: string, rest = 'decision: approve'): string => `  - {id: ${id}, when: {${when}}, ${rest}, reason: 理由, law: ${law}}`

const packWith = (content: string): PackFiles => ({ ...changed('tiny/services/first.yaml', 'decision: manual', 'decision: automatic'), 'tiny/decisions/first.yaml': content })

const broken = (content: string): string[] => brokenRules(packWith(content)).map(({ rule, lines }) => `${rule} ${lines[0]?.replace('tiny/decisions/first.yaml: ', '')}`)

const sound = table([row('low', 'height: "< 5"'), row('high', 'height: ">= 5"', 'decision: tentative, checkDays: 3')].join('\n'))

describe('a sound decision table', () => {
  it('becomes part of its service, with a version that changes with what it says', () => {
    const versionOf = (content: string) => inFolder(packWith(content), (folder) => loadPacks(folder, { on: '2026-03-02' }).catalogueFor('990101').services['first']?.table?.version)
    expect(broken(sound)).toEqual([])
    expect(versionOf(sound)).toMatch(/^[0-9a-f]{16}$/)
    expect(versionOf(sound)).toBe(versionOf(sound))
    expect(versionOf(sound.replace('< 5', '<  5'))).not.toBe(versionOf(sound))
  })

  it('makes a new version of its service too', () => {
    const of = (files: PackFiles) => inFolder(files, (folder) => loadPacks(folder, { on: '2026-03-02' }).catalogueFor('990101').services['first']?.version)
    expect(of(packWith(sound))).not.toBe(of(changed('tiny/services/first.yaml', 'decision: manual', 'decision: automatic')))
  })
})

describe('a decision table that is wrong', () => {
  it('leaves values unanswered, or answers them twice', () => {
    expect(broken(table([row('low', 'height: "< 5"'), row('high', 'height: "> 5"')].join('\n')))).toEqual(['decision-gap rows:'])
    const [overlap] = brokenRules(packWith(table([row('low', 'height: "<= 5"'), row('high', 'height: ">= 5"')].join('\n'))))
    expect(overlap?.rule).toBe('decision-overlap')
    expect(overlap?.lines.map((line) => /id: (\w+)/.exec(line)?.[1])).toEqual(['high', 'low'])
  })

  it('holds twice under ANY and says different things', () => {
    expect(broken(table([row('a', 'height: ">= 5"'), row('b', 'height: "> 3"', 'decision: person')].join('\n'), { policy: 'ANY' })).map((each) => each.split(' ')[0])).toEqual(['decision-overlap'])
    expect(broken(table([row('a', 'height: ">= 5"'), row('b', 'height: "> 3"')].join('\n'), { policy: 'ANY' }))).toEqual([])
  })

  it('has a row that never counts', () => {
    expect(broken(table([row('all', ''), row('high', 'height: "> 5"')].join('\n'), { policy: 'FIRST' })).map((each) => each.split(' ')[0])).toEqual(['decision-row-unreachable'])
  })

  it('looks at what does not exist, or what the form of the service does not have', () => {
    const looking = (rule: string) => broken(table(row('all', ''), { inputs: `  - {id: height, name: 树高, rule: ${rule}}` })).map((each) => each.split(' ')[0])
    expect(looking('tree.colour')).toEqual(['rule-concept-unknown'])
    expect(looking('tree.number')).toEqual(['decision-input-unseen'])
    expect(looking('tree.height +')).toEqual(['rule-syntax'])
  })

  it('compares with values of another type, or uses columns it does not have', () => {
    expect(broken(table([row('tall', `height: '"tall"'`), row('other', `height: 'not("tall")'`)].join('\n'))).map((each) => each.split(' ')[0])).toEqual(['decision-type-wrong'])
    expect(broken(table(row('all', 'width: "> 5"'))).map((each) => each.split(' ')[0])).toContain('decision-wrong')
  })

  it('belongs to a service people decide, to none, or forgets when a tentative decision is checked', () => {
    expect(brokenRules({ ...tinyPack, 'tiny/decisions/first.yaml': table(row('all', '')) }).map(({ rule }) => rule)).toEqual(['decision-wrong'])
    expect(broken(table(row('all', '')).replace('id: first', 'id: no-such')).map((each) => each.split(' ')[0])).toContain('service-unknown')
    expect(broken(table(row('all', '', 'decision: tentative'))).map((each) => each.split(' ')[0])).toEqual(['decision-wrong'])
  })
})
