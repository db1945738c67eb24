// Groups, names, heat, effect and bursts.
import { describe, expect, it } from 'vitest'
import { chanceOf, isBurst } from './burst.ts'
import { cluster } from './clustering.ts'
import { bestOf } from './gathering.ts'
import { effectOf, heatOf, nameOf } from './topic.ts'

describe('a group', () => {
  it('holds those who say the same of the same place, and no others', () => {
    const texts = ['云山小区搅拌站粉尘太大，孩子咳嗽', '公交二路车等了一小时', '云山小区旁边的搅拌站粉尘大，窗户不敢开', '云山小区搅拌站的粉尘和噪声', '公积金提取一直没到账', '二路公交车等一小时不来']
    expect(cluster(texts.map((text) => ({ text })), { joins: 0.2 })).toEqual([[0, 2, 3], [1, 5], [4]])
    expect(cluster([])).toEqual([])
  })

  it('is called by the longest words most of its titles share', () => {
    expect(nameOf(['投诉云山小区搅拌站扰民', '云山小区搅拌站粉尘大', '关于云山小区搅拌站的问题'])).toBe('云山小区搅拌站')
    expect(nameOf(['路灯不亮', '关于井盖的投诉'])).toBe('路灯不亮')
    expect(nameOf([])).toBe('')
  })

  it('takes in what is like its likest members, before two lone ones make another', () => {
    expect(bestOf([{ id: 'a', score: 0.9, topicId: null }, { id: 'b', score: 0.5, topicId: 't' }, { id: 'c', score: 0.4, topicId: 't' }])).toEqual({ topicId: 't', id: 'b' })
    expect(bestOf([{ id: 'a', score: 0.9, topicId: null }, { id: 'b', score: 0.31, topicId: 't' }])).toEqual({ topicId: null, id: 'a' })
    expect(bestOf([{ id: 'a', score: 0.31, topicId: null }])).toBeUndefined()
  })

  it('that grows is hotter than one that fades', () => {
    expect(heatOf({ thisWeek: 10, lastWeek: 2 })).toBeGreaterThan(heatOf({ thisWeek: 10, lastWeek: 10 }))
    expect(heatOf({ thisWeek: 2, lastWeek: 10 })).toBeLessThan(heatOf({ thisWeek: 5, lastWeek: 5 }))
    expect(heatOf({ thisWeek: 0, lastWeek: 0 })).toBe(0)
  })
})

describe('the effect of a task', () => {
  it('is told after a week, as of four weeks', () => {
    expect(effectOf(20, 1, 6)).toBeUndefined()
    expect(effectOf(20, 5, 14)).toEqual({ perFourWeeks: 10, change: -50 })
    expect(effectOf(0, 3, 28)).toEqual({ perFourWeeks: 3, change: 0 })
  })
})

describe('a burst', () => {
  it('is more than chance brings, and never fewer than five', () => {
    expect(isBurst(4, 0)).toBe(false)
    expect(isBurst(5, 0)).toBe(true)
    expect(isBurst(12, 10)).toBe(false)
    expect(isBurst(40, 10)).toBe(true)
    expect(chanceOf(0, 3)).toBe(1)
    expect(chanceOf(1, 1)).toBeCloseTo(1 - Math.exp(-1))
  })
})
