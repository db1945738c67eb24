// The index in memory: what is put in is found, replaced and removed; shelves, choices and equal titles.
import { describe, expect, test } from 'vitest'
import { createIndex, wordsOf, type Entry, type Shelf } from './memory-index.ts'
import { readQuestion } from './question.ts'

type Shown = { name: string }

const entry = (name: string, more: { key?: string; shelf?: Shelf; aliases?: string[]; context?: string; body?: string } = {}): Entry<Shown> => ({
  key: more.key ?? name, shelf: more.shelf ?? { type: 'service' }, shown: { name },
  ...wordsOf({ titles: [name], aliases: more.aliases ?? [], context: [more.context ?? ''], body: [more.body ?? ''] }),
})

const filled = (...entries: readonly Entry<Shown>[]) => {
  const index = createIndex<Shown>()
  for (const each of entries) index.put(each)
  return index
}

describe('an entry', () => {
  test('is found with what was to be shown of it', () => {
    const [found] = filled(entry('居住证续签'), entry('居民身份证补领')).find(readQuestion('居住证'))
    expect(found).toMatchObject({ key: '居住证续签', shelf: { type: 'service' }, shown: { name: '居住证续签' } })
  })

  test('put again replaces the one with its key', () => {
    const index = filled(entry('风筝放飞备案', { key: 'a' }))
    index.put(entry('灯塔参观预约', { key: 'a' }))
    expect(index.find(readQuestion('风筝'))).toEqual([])
    expect(index.find(readQuestion('灯塔')).map(({ key }) => key)).toEqual(['a'])
    expect(index.size()).toEqual({ entries: 1, gone: 1 })
  })

  test('removed is not found any more, and can come back', () => {
    const index = filled(entry('灯塔参观预约'))
    expect([index.remove('灯塔参观预约'), index.remove('灯塔参观预约'), index.remove('从没有过')]).toEqual([true, false, false])
    expect(index.find(readQuestion('灯塔'))).toEqual([])
    index.put(entry('灯塔参观预约'))
    expect(index.find(readQuestion('灯塔'))).toHaveLength(1)
  })

  test('is found by its title in every language', () => {
    const index = createIndex<Shown>()
    index.put({ key: 'a', shelf: { type: 'service' }, shown: { name: '望远镜许可' }, ...wordsOf({ titles: ['望远镜许可', 'Telescope permit'] }) })
    for (const q of ['望远镜', 'telescope']) expect(index.find(readQuestion(q)), q).toHaveLength(1)
  })
})

describe('what is found', () => {
  const north = { type: 'service', region: '990100' }
  const south = { type: 'service', region: '990200' }

  test('is on shelves that are wanted', () => {
    const index = filled(entry('灯塔参观', { shelf: north }), entry('灯塔维修', { shelf: south }))
    expect(index.find(readQuestion('灯塔'), { eligible: ({ region }) => region === '990200' }).map(({ key }) => key)).toEqual(['灯塔维修'])
  })

  test('is of equal titles the one of the shelf liked best, and all of that shelf', () => {
    const index = filled(...['1', '2'].map((key) => entry('灯塔参观', { key: `n${key}`, shelf: north })), entry('灯塔参观', { key: 's', shelf: south }))
    const liked = (wanted: string) => index.find(readQuestion('灯塔参观'), { taste: ({ region }) => (region === wanted ? 0.1 : 0) }).map(({ key }) => key)
    expect([liked('990100'), liked('990200')]).toEqual([['n1', 'n2'], ['s']])
  })

  test('comes earlier when it was chosen after the same question', () => {
    const index = filled(entry('灯塔参观甲'), entry('灯塔参观乙'))
    const first = (often: string) => index.find(readQuestion('灯塔'), { chosen: ({ name }) => (name === often ? 1 : 0) })[0]?.key
    expect([first('灯塔参观甲'), first('灯塔参观乙')]).toEqual(['灯塔参观甲', '灯塔参观乙'])
  })

  test('is limited', () => {
    const index = filled(...Array.from({ length: 30 }, (_, at) => entry(`第${at}号灯塔`)))
    expect(index.find(readQuestion('灯塔'), { limit: 3 })).toHaveLength(3)
    expect(index.find(readQuestion('7号灯塔'), { limit: 1 })[0]?.key).toBe('第7号灯塔')
  })

  test('is nothing in an empty index and for an empty question', () => {
    expect(filled().find(readQuestion('灯塔'))).toEqual([])
    expect(filled(entry('灯塔参观')).find(readQuestion(''))).toEqual([])
  })
})

test('thousands of entries grow every column, and the last one is found as quickly as the first', () => {
  const index = filled(...Array.from({ length: 3000 }, (_, at) => entry(`第${at}类登记`, { context: '登记机关', body: `材料${at}号` })))
  for (const number of [0, 1500, 2999]) expect(index.find(readQuestion(`第${number}类登记`), { limit: 1 })[0]?.key).toBe(`第${number}类登记`)
  expect(index.size()).toEqual({ entries: 3000, gone: 0 })
})
