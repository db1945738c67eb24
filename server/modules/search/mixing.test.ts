// How two lists of results become one, and how near-duplicates are kept from crowding out everything else.
import { describe, expect, test } from 'vitest'
import type { Ranked } from './finding.ts'
import { mixed, spread } from './mixing.ts'

const result = (title: string, score: number, more: Partial<Ranked> = {}): Ranked => ({
  type: 'importedService', id: title, region: '990000', title: { 'zh-CN': title }, summary: { 'zh-CN': '' }, url: `/${title}`, action: { kind: 'open', url: '/' }, called: title, share: score, score, ...more,
})

const titles = (found: readonly Ranked[]): (string | undefined)[] => found.map(({ title }) => title['zh-CN'])

describe('spread', () => {
  const licences = ['甲', '乙', '丙', '丁', '戊', '己'].map((who, at) => result(`望远镜使用证初次申领（${who}类人员）`, 1 - at / 100))

  test('of near-duplicates the best stays first, others make room for what is different', () => {
    const found = spread([...licences, result('观星许可', 0.88), result('灯塔参观', 0.86)])
    expect(titles(found).slice(0, 4)).toEqual(['望远镜使用证初次申领（甲类人员）', '望远镜使用证初次申领（乙类人员）', '观星许可', '灯塔参观'])
    expect(found).toHaveLength(8)
  })

  test('what fits much worse does not pass them', () => {
    expect(titles(spread([...licences.slice(0, 2), result('观星许可', 0.5)]))[2]).toBe('观星许可')
  })

  test('the same name of another kind of thing is no duplicate', () => {
    const found = [result('观星许可', 1, { type: 'matter' }), result('观星许可', 0.99, { type: 'service', id: 'a' }), result('灯塔参观', 0.98)]
    expect(spread(found)).toEqual(found)
  })

  test('nothing is lost and nothing comes twice, however many there are', () => {
    const found = Array.from({ length: 90 }, (_, at) => result(`第${at % 7}种许可（${at}）`, 1 - at / 200))
    expect(new Set(titles(spread(found))).size).toBe(90)
    expect(spread([])).toEqual([])
  })
})

describe('mixed', () => {
  const words = ['观星许可', '灯塔参观', '取水口登记', '风筝比赛报名', '渔船停靠', '山路通行'].map((title, at) => result(title, 0.9 - at / 20))

  test('with nothing alike the results stay as they are', () => {
    expect(mixed(words, [])).toEqual(words)
  })

  test('what is found both ways gains', () => {
    const [first] = mixed(words, [result('灯塔参观', 0.9)])
    expect(first).toMatchObject({ id: '灯塔参观', share: 0.85 })
  })

  test('the best of what was meant by something alike has one of the first five places, and no more', () => {
    const found = mixed(words, [result('镜片更换', 0.5), result('器材出借', 0.45)])
    expect(titles(found).slice(0, 5)).toEqual([...titles(words).slice(0, 4), '镜片更换'])
    expect(titles(found)).toContain('器材出借')
    expect(found).toHaveLength(8)
  })

  test('where no words were found it comes first, and counts little of the question', () => {
    const [only] = mixed([], [result('镜片更换', 0.5)])
    expect(only?.id).toBe('镜片更换')
    expect(only?.share).toBeLessThan(0.2)
  })

  test('a faint likeness is none', () => {
    expect(mixed(words, [result('镜片更换', 0.1)])).toEqual(words)
  })

  test('what means nearly the same as the question rises, the more the less the words have of it', () => {
    const likenessOf = (title: string): number => (title === '渔船停靠' ? 0.7 : 0)
    expect(titles(mixed(words, [], likenessOf))[0]).toBe('渔船停靠')
    const certain = words.map((each, at) => ({ ...each, share: 1, score: 1.3 - at / 8 }))
    expect(titles(mixed(certain, [], likenessOf))[0]).toBe('观星许可')
  })

  test('where no words were found, what is only a little alike is left out', () => {
    expect(mixed([], [result('镜片更换', 0.2)])).toEqual([])
  })
})
