// The table of hard cases: every state reached and left, histories fold, who is offered what, names made from accounts, the level above.
import { describe, expect, it } from 'vitest'
import { canRise, hardCaseActions, hardCaseAfter, hardCaseStateOf, hardCaseStates, isClosed, isOpen, levelAbove, offeredTo, titleOf, type HardCaseAction, type HardCaseState } from './hard-case.ts'

describe('the lifecycle of a hard case', () => {
  it('lets every state be reached from its beginning, and every state that is not closed be left', () => {
    const reached = new Set<HardCaseState>(['received'])
    for (const state of reached) for (const action of hardCaseActions) {
      const next = hardCaseAfter(state, action)
      if (next) reached.add(next)
    }
    expect([...reached].sort()).toEqual([...hardCaseStates].sort())
    expect(hardCaseStates.filter(isClosed)).toEqual(['settled', 'unsettled', 'retracted'])
  })

  it('folds any sequence of steps the table allows into the state they lead to', () => {
    let seed = 7
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below
    for (let run = 0; run < 200; run += 1) {
      const history: { action: HardCaseAction }[] = [{ action: 'submit' }]
      let state: HardCaseState = 'received'
      for (let length = random(12); length > 0; length -= 1) {
        const allowed = hardCaseActions.filter((action) => hardCaseAfter(state, action) !== undefined)
        const action = allowed[random(Math.max(1, allowed.length))]
        if (!action) break
        history.push({ action })
        state = hardCaseAfter(state, action) ?? state
      }
      expect(hardCaseStateOf(history)).toBe(state)
      if (isOpen(state)) expect(hardCaseAfter(state, 'retract')).toBe('retracted')
    }
  })

  it('offers coordinators what is possible and says why the rest is not', () => {
    const offer = offeredTo({ state: 'consulting', coordinatorId: 'me' }, { coordinates: true, staffId: 'me' })
    expect(offer.filter(({ possible }) => possible).map(({ action }) => action)).toEqual(['ask', 'meet', 'conclude'])
    expect(offer.find(({ action }) => action === 'claim')).toEqual({ action: 'claim', possible: false, because: 'taken' })
    expect(offeredTo({ state: 'received', coordinatorId: null }, { coordinates: false, staffId: 'me' }).every(({ because }) => because === 'role')).toBe(true)
  })
})

describe('going one level up', () => {
  it('leads from street to district to city, and not beyond the region that is served', () => {
    expect(levelAbove('440305007', '440300')).toBe('440305')
    expect(levelAbove('440305', '440300')).toBe('440300')
    expect(levelAbove('440300', '440300')).toBeUndefined()
    expect(levelAbove('440300', '440000')).toBe('440000')
  })

  it('happens once', () => {
    expect(canRise({ state: 'answered', risenFrom: null, region: '440305' }, '440300')).toBe(true)
    expect(canRise({ state: 'answered', risenFrom: '440305', region: '440300' }, '440000')).toBe(false)
    expect(canRise({ state: 'consulting', risenFrom: null, region: '440305' }, '440300')).toBe(false)
  })
})

describe('a name made from an account', () => {
  it('is the first sentence when that is short, else its first clauses, else its beginning', () => {
    expect(titleOf('门牌对不上。跑了三趟。')).toBe('门牌对不上')
    expect(titleOf('父亲去世后留下公积金，继承人在国外回不来，几个部门都让我先去别处开证明，跑了三趟都没办成。')).toBe('父亲去世后留下公积金，继承人在国外回不来')
    expect(titleOf('难'.repeat(50))).toBe(`${'难'.repeat(29)}…`)
    expect(titleOf('  \n。。 ')).toBe('。。')
  })
})
