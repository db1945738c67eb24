// The lifecycle of a visit as a table, and the half days it may take.
import { describe, expect, it } from 'vitest'
import { lacksOf, verdictOf } from './part.ts'
import { anyTime, freeSlots, slotKey } from './slots.ts'
import { hasEndedVisit, movingObstacle, visitActions, visitAfter, visitStateOf, visitStates } from './visit.ts'

describe('the lifecycle of a visit', () => {
  it('reaches every state, and leaves every state that has not ended', () => {
    const reached = new Set([visitStateOf(['open'])])
    for (const state of reached) for (const action of visitActions) {
      const next = visitAfter(state, action)
      if (next) reached.add(next)
    }
    expect([...reached].toSorted()).toEqual([...visitStates].toSorted())
    for (const state of visitStates.filter((each) => !hasEndedVisit(each))) expect(visitActions.some((action) => ![undefined, state].includes(visitAfter(state, action)))).toBe(true)
  })

  it('never goes on once it has ended, but for what was to be put right', () => {
    for (const state of visitStates.filter(hasEndedVisit)) expect(visitActions.filter((action) => visitAfter(state, action) !== undefined)).toEqual(state === 'closed' ? ['reportRectified', 'recheck'] : [])
  })

  it('is moved by the applicant once, and until the day before', () => {
    expect(movingObstacle({ moved: false, day: '2026-03-05' }, '2026-03-04')).toBeUndefined()
    expect(movingObstacle({ moved: false, day: '2026-03-05' }, '2026-03-05')).toBe('late')
    expect(movingObstacle({ moved: true, day: '2026-03-05' }, '2026-03-04')).toBe('once')
  })
})

describe('half days', () => {
  it('come in order, those the applicant wishes first, never one that is taken', () => {
    const taken = new Set([slotKey({ day: '2026-03-05', half: 'morning' })])
    expect(freeSlots(['2026-03-05', '2026-03-06'], taken).map(slotKey)).toEqual(['2026-03-05 afternoon', '2026-03-06 morning', '2026-03-06 afternoon'])
    expect(freeSlots(['2026-03-05', '2026-03-06'], taken, { ...anyTime, half: 'morning' }).map(slotKey)[0]).toBe('2026-03-06 morning')
    expect(freeSlots(['2026-03-05', '2026-03-06'], taken, { ...anyTime, notOn: ['2026-03-05', '2026-03-06'] })).toHaveLength(3)
  })
})

describe('findings', () => {
  const item = (id: string, needs: ('photo' | 'measure')[] = []) => ({ id, text: { 'zh-CN': id }, needs, legalBasis: { title: '样例法' } })
  const found = (verdict: 'pass' | 'rectify' | 'fail' | 'na', words = '', measure = '') => ({ verdict, words, measure })

  it('come to the worst of them', () => {
    const items = [item('a'), item('b')]
    expect(verdictOf(items, { a: found('pass'), b: found('na') })).toBe('pass')
    expect(verdictOf(items, { a: found('rectify'), b: found('pass') })).toBe('rectify')
    expect(verdictOf(items, { a: found('rectify'), b: found('fail') })).toBe('fail')
  })

  it('lack nothing where a point does not apply', () => {
    expect(lacksOf([item('a', ['photo', 'measure'])], { a: found('na') }, {})).toEqual([])
    expect(lacksOf([item('a', ['photo', 'measure'])], { a: found('pass', '', '2.4') }, { a: 1 })).toEqual([])
    expect(lacksOf([item('a', ['photo', 'measure'])], { a: found('fail', '', '约两米') }, {}).map(({ lacks }) => lacks)).toEqual(['words', 'measure', 'photo'])
  })
})
