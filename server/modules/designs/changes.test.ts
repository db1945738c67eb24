// What differs between two texts, as items and as lines.
import { describe, expect, it } from 'vitest'
import fc from '../../testing/fast-check.ts'
import { fileChanges, lineChanges, partsOf, readValue } from './changes.ts'

const matter = `id: plant
name: {zh-CN: 种树, en: Plant}
services:
  - {service: first}
  - {service: second, when: x.y = 1}
topics:
  - {id: a, concepts: [p.one, p.two]}
  - {id: b, concepts: [p.three]}
`

describe('changes of an item', () => {
  const partsFor = (from: string, to: string) => fileChanges('tiny/matters/plant.yaml', matter, matter.replace(from, to))?.items[0]?.parts

  it('name the key and the item of a list they are in', () => {
    expect(partsFor('when: x.y = 1', 'when: x.y = 2')).toEqual([{ path: ['services', 'second', 'when'], before: 'x.y = 1', after: 'x.y = 2' }])
    expect(partsFor('  - {service: first}\n', '')).toEqual([{ path: ['services', 'first'], before: { service: 'first' } }])
    expect(partsFor('[p.one, p.two]', '[p.two, p.one]')).toEqual([{ path: ['topics', 'a', 'concepts'], before: ['p.one', 'p.two'], after: ['p.two', 'p.one'] }])
  })

  it('say when only the order is another', () => {
    const [a = '', b = ''] = [matter.slice(matter.indexOf('  - {id: a'), matter.indexOf('  - {id: b')), matter.slice(matter.indexOf('  - {id: b'))]
    expect(partsFor(a + b, b + a)).toEqual([{ path: ['topics', 'order'], before: ['a', 'b'], after: ['b', 'a'] }])
  })

  it('take texts as a whole', () => {
    expect(partsFor('en: Plant', 'en: Plant it')).toEqual([{ path: ['name'], before: { 'zh-CN': '种树', en: 'Plant' }, after: { 'zh-CN': '种树', en: 'Plant it' } }])
  })

  it('of comments alone are no change of content, and of broken files are not guessed', () => {
    expect(fileChanges('tiny/matters/plant.yaml', matter, `# hm\n${matter}`)).toMatchObject({ items: [], readable: false })
    expect(fileChanges('tiny/matters/plant.yaml', matter, 'id: [')).toMatchObject({ items: [], readable: false })
    expect(fileChanges('tiny/matters/plant.yaml', matter, matter)).toBeUndefined()
  })

  it('of new and removed files are new and removed items', () => {
    expect(fileChanges('tiny/matters/plant.yaml', null, matter)).toMatchObject({ change: 'added', items: [{ id: 'plant', change: 'added' }] })
    expect(fileChanges('tiny/concepts/all.yaml', 'concepts: [{id: a.b, name: 甲}]\n', null)).toMatchObject({ change: 'removed', items: [{ kind: 'concepts', id: 'a.b', name: '甲', change: 'removed' }] })
  })

  it('are empty exactly when the values are the same', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const [one, two] = [JSON.parse(JSON.stringify(a)) as never, JSON.parse(JSON.stringify(b)) as never]
      expect(partsOf(one, one)).toEqual([])
      expect(partsOf(one, two).length === 0).toBe(JSON.stringify(one) === JSON.stringify(two))
    }), { numRuns: 200 })
  })
})

it('aliases are not unfolded', () => {
  expect(readValue('a: &x [1, 1]\nb: [*x, *x]\n')).toBeUndefined()
})

describe('changes of lines', () => {
  it('show what was taken away and what came', () => {
    expect(lineChanges('a\nb\nc', 'a\nx\nc').map(({ sign, text }) => sign + text)).toEqual([' a', '-b', '+x', ' c'])
    expect(lineChanges('', 'a').map(({ sign, text }) => sign + text)).toEqual(['+a'])
  })

  it('put together again give both texts', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '甲'), { maxLength: 12 }).map((lines) => lines.join('\n'))
    fc.assert(fc.property(text, text, (before, after) => {
      const lines = lineChanges(before, after)
      const side = (sign: string) => lines.filter((line) => line.sign !== sign).map((line) => line.text).join('\n')
      expect([side('+'), side('-')]).toEqual([before, after])
    }))
  })
})
