// Writing values back into YAML: only what changed changes, comments survive, and a city states only what differs.
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readValue, type Value } from '../../../../server/modules/designs/changes.ts'
import { overrideOf, rewrite } from './rewrite.ts'

const text = `# 种树，先看这里
id: plant
name: {zh-CN: 种树, en: "Plant, then water"} # 名字
services:
  # 第一项
  - {service: first}
  - service: second
    when: |
      person.kind = "young"
topics:
  - {id: all, name: 全部, concepts: [person.name, person.idNumber]}
code: '440300'
`
type Plant = { [key: string]: Value } & { name: { 'zh-CN': string; en?: string }; services: { service: string; when?: string; optional?: boolean }[]; topics: { concepts: string[] }[] }
const value = (): Plant => JSON.parse(JSON.stringify(readValue(text))) as Plant
const lines = (changed: string) => changed.split('\n').filter((line) => !text.split('\n').includes(line))

describe('a text', () => {
  it('of every pack comes back byte by byte when nothing changes', () => {
    const root = new URL('../../../../packs/', import.meta.url)
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'))
    expect(files.length).toBeGreaterThan(40)
    const different = files.filter((file) => {
      const source = readFileSync(new URL(file, root), 'utf8')
      return rewrite(source, readValue(source) ?? null) !== source
    })
    expect(different).toEqual([])
  })

  it('changes in the one line that says something else', () => {
    const next = value()
    next.name['zh-CN'] = '种一棵树'
    expect(lines(rewrite(text, next))).toEqual(['name: {zh-CN: 种一棵树, en: "Plant, then water"} # 名字'])
  })

  it('keeps the comments of items that move, and takes on new ones in the same style', () => {
    const next = value()
    next.services = [...next.services.toReversed(), { service: 'third', optional: true }]
    const changed = rewrite(text, next)
    expect(changed).toContain('  # 第一项\n  - {service: first}')
    expect(changed.indexOf('second')).toBeLessThan(changed.indexOf('first'))
    expect(lines(changed)).toEqual(['  - {service: third, optional: true}'])
    expect(readValue(changed)).toEqual(next)
  })

  it('loses what is taken away and nothing else', () => {
    const next = value()
    next.services = next.services.slice(0, 1)
    next.topics[0]?.concepts.reverse()
    const changed = rewrite(text, next)
    expect(readValue(changed)).toEqual(next)
    expect(changed).toContain('# 种树，先看这里')
    expect(changed).toContain('concepts: [person.idNumber, person.name]')
  })

  it('whose list was empty gets its items on lines of their own', () => {
    expect(rewrite('id: x\nservices: []\n', { id: 'x', services: [{ service: 'first' }, { service: 'second' }] })).toBe('id: x\nservices:\n  - {service: first}\n  - {service: second}\n')
    expect(rewrite('id: x\nwords: []\n', { id: 'x', words: ['甲', '乙'] })).toBe('id: x\nwords: [甲, 乙]\n')
  })

  it('that says the same twice writes it twice, without aliases', () => {
    const name = { 'zh-CN': '甲', en: 'A' }
    expect(rewrite(null, { id: 'x', name, summary: name })).toBe('id: x\nname: {zh-CN: 甲, en: A}\nsummary: {zh-CN: 甲, en: A}\n')
  })

  it('that is new reads like those written by hand', () => {
    expect(rewrite(null, { id: 'x', name: { 'zh-CN': '甲', en: 'A, b' }, services: [{ service: 'first' }] }, '# 甲\n')).toBe('# 甲\nid: x\nname: {zh-CN: 甲, en: "A, b"}\nservices:\n  - {service: first}\n')
  })
})

describe('a city', () => {
  const inherited: { [key: string]: Value } = {
    id: 'plant', name: { 'zh-CN': '种树', en: 'Plant' }, delivery: '邮寄',
    limits: [{ from: '2020-01-01', statutory: 10, promised: 5, source: { title: '样例法' } }],
    services: [{ service: 'first' }, { service: 'second', when: 'person.kind = "young"' }],
    topics: [{ id: 'all', name: '全部', concepts: ['person.name', 'tree.height'] }],
  }
  const stated = (change: { [key: string]: Value }) => overrideOf('plant', inherited, { ...inherited, ...change })

  it('states nothing when it wants what it inherits', () => {
    expect(stated({})).toBeUndefined()
  })

  it('states texts whole, items by their id, and what it leaves out', () => {
    expect(stated({ name: { 'zh-CN': '栽树', en: 'Plant' } })).toEqual({ overrides: 'plant', name: { 'zh-CN': '栽树', en: 'Plant' } })
    expect(stated({ services: [{ service: 'first', optional: true }, { service: 'third' }] })).toEqual({ overrides: 'plant', services: [{ service: 'first', optional: true }, { service: 'third' }, { service: 'second', omit: true }] })
    expect(stated({ topics: [{ id: 'all', name: '全部', concepts: ['tree.height', 'person.name'] }] })).toEqual({ overrides: 'plant', topics: [{ id: 'all', concepts: ['tree.height', 'person.name'] }] })
  })

  it('lifts a condition with a rule that always holds, and states a new limit with its day and source', () => {
    expect(stated({ services: [{ service: 'first' }, { service: 'second' }] })).toEqual({ overrides: 'plant', services: [{ service: 'second', when: 'true' }] })
    expect(stated({ limits: [{ from: '2027-01-01', statutory: 10, promised: 3, source: { title: '市清单' } }] })).toEqual({ overrides: 'plant', limits: [{ from: '2027-01-01', promised: 3, source: { title: '市清单' } }] })
  })
})
