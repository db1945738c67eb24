// What a question that resembles something said before may mean.
import { describe, expect, test } from 'vitest'
import { createSayings } from './sayings.ts'

/** Others that say something else, so that words can be rare and common. */
const others = Array.from({ length: 40 }, (_, at) => [`办第${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${'子丑寅卯'[Math.floor(at / 10)]}类登记`, `第${at}类登记`] as const)

const sayings = (pairs: readonly (readonly [said: string, meant: string])[]) => {
  const all = createSayings()
  for (const [said, meant] of [...pairs, ...others]) all.learn(said, [meant])
  return all
}

describe('meantBy', () => {
  const { meantBy } = sayings([['望远镜摔碎', '镜片更换'], ['望远镜借给', '器材出借'], ['灯塔熄灯', '灯塔维修']])

  test('a sentence with a saying in it probably means the same, whatever else it says', () => {
    expect(meantBy('昨晚在山顶把望远镜摔碎 心疼')[0]?.text).toBe('镜片更换')
  })

  test('part of a saying means the same less surely', () => {
    const [whole, part] = [meantBy('望远镜摔碎'), meantBy('望远镜摔得')]
    expect(whole[0]).toEqual({ text: '镜片更换', likeness: 1 })
    expect(part[0]?.text).toBe('镜片更换')
    expect(part[0]?.likeness).toBeLessThan(0.7)
  })

  test('English words count by how they begin', () => {
    const english = sayings([['broken telescope lenses', '镜片更换']])
    expect(english.meantBy('my telescopic lenses')[0]?.text).toBe('镜片更换')
  })

  test('words everybody uses resemble nothing', () => {
    expect(meantBy('类登记')).toEqual([])
  })

  test('what was never said like it means nothing, nor does an empty question', () => {
    for (const q of ['量子纠缠', 'asdfgh', '灯', '']) expect(meantBy(q), q).toEqual([])
  })

  test('sayings that mean the same bear each other out', () => {
    const likenessIn = (pairs: readonly (readonly [string, string])[]): number => sayings(pairs).meantBy('老人的望远镜看不清').find(({ text }) => text === '镜片更换')?.likeness ?? 0
    expect(likenessIn([['望远镜看花了', '镜片更换'], ['镜头看不清', '镜片更换']])).toBeGreaterThan(likenessIn([['望远镜看花了', '镜片更换'], ['镜头看不清', '视力检查']]))
  })

  test('the closest official words come first, and no more than a handful', () => {
    const many = createSayings()
    many.learn('观星台关门', ['观星台开放时间', '夜间开放', '场馆公告', '客服', '投诉', '预约', '退票'])
    const found = many.meantBy('观星台关门')
    expect(found.map(({ text }) => text)).toEqual(['观星台开放时间', '夜间开放', '场馆公告', '客服', '投诉', '预约'])
    expect(found.every(({ likeness }, at) => at === 0 || likeness <= (found[at - 1]?.likeness ?? 0))).toBe(true)
  })
})
