// How cases look to the applicant.
// States and actions are those of the lifecycle.
import { describe, expect, it } from 'vitest'
import { caseStates } from '../../../../server/modules/cases/case.ts'
import { byAttention, isQuiet, laneStateOf, toneOf, waitsFor, wasDecidedAgainst } from './case-state.ts'
import type { TrackedCase } from './queries.ts'

const named = (text: string) => ({ 'zh-CN': text })
const endings = ['granted', 'refused', 'declined', 'withdrawn', 'stopped', 'terminated']
const caseOf = (service: string, state: TrackedCase['state'], more: Partial<TrackedCase> = {}): TrackedCase => ({
  id: service, number: '1', service, name: named(service), line: 'parks', authorityName: named('园林局'), authorityShortName: named('园林局'), authorityPhone: null, state, dependsOn: [], start: 0, end: 3,
  critical: false, promisedOn: null, expectedOn: null, urgency: 'calm', daysLeft: null, clockRuns: true, ended: endings.includes(state), canWithdraw: false, handler: null, supplement: [],
  reasons: state === 'refused' || state === 'declined' ? '不符合条件' : null, stoppedBy: null, result: null, course: { answerBy: null, deemedAccepted: false, extendedDays: 0, procedures: [], standing: 'valid', deliveredOn: null, fileElsewhere: false, hears: false }, because: null, ...more,
})

describe('a case on the map', () => {
  it('has a look for every state', () => {
    expect(Object.fromEntries(caseStates.map((state) => [state, laneStateOf(caseOf('stand', state))]))).toEqual({
      waiting: 'waiting', submitted: 'active', accepted: 'active', suspended: 'active', terminated: 'stopped', supplement: 'attention', granted: 'done', refused: 'refused', declined: 'refused', withdrawn: 'stopped', stopped: 'stopped',
    })
  })

  it('is late only while the authority has to act', () => {
    expect([laneStateOf(caseOf('stand', 'accepted', { urgency: 'late' })), laneStateOf(caseOf('stand', 'granted', { urgency: 'late' }))]).toEqual(['late', 'done'])
  })

  it('that the person withdrew or that stopped is no decision against them', () => {
    expect(['refused', 'declined', 'withdrawn', 'stopped', 'granted'].map((state) => wasDecidedAgainst(caseOf('stand', state as TrackedCase['state'])))).toEqual([true, true, false, false, false])
    expect(toneOf(caseOf('stand', 'withdrawn'))).toBe('neutral')
  })

  it('is folded while there is nothing to do or to read', () => {
    expect(['waiting', 'accepted', 'supplement', 'granted'].map((state) => isQuiet(caseOf('stand', state as TrackedCase['state'])))).toEqual([true, true, false, false])
  })
})

describe('the cases of an application', () => {
  it('stand in the order they want attention, then in that of the plan', () => {
    const cases = [caseOf('a', 'granted'), caseOf('b', 'accepted', { start: 2 }), caseOf('c', 'waiting'), caseOf('d', 'supplement'), caseOf('e', 'submitted')]
    expect(byAttention(cases).map(({ service }) => service)).toEqual(['d', 'e', 'b', 'c', 'a'])
  })

  it('wait for what they depend on until it has ended', () => {
    const sky = caseOf('dark-sky', 'waiting', { dependsOn: ['stand', 'lamp'] })
    const cases = [caseOf('stand', 'accepted'), caseOf('lamp', 'granted'), sky]
    expect(waitsFor(sky, cases).map(({ service }) => service)).toEqual(['stand'])
    expect(waitsFor({ ...sky, state: 'submitted' }, cases)).toEqual([])
  })
})
