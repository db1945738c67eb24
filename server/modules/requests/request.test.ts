// The lifecycle of a request: its table holds together, and random sequences of steps keep what must hold.
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { grades, hasEndedRequest, isAnswered, isRunning, mayTake, parties, requestActions, requestAfter, requestLifecycle, requestStateOf, requestStates, waitsOn, type RequestAction, type RequestState, type Turning } from './request.ts'

const schema = readFileSync(new URL('../../migrations/0045_requests.sql', import.meta.url), 'utf8')

describe('the lifecycle of a request', () => {
  it('knows the same states as the database, and lets every one of them be reached', () => {
    const [, listed = ''] = /state text not null check \(state in \(([^)]+)\)\)/.exec(schema) ?? []
    expect(listed.split(',').map((word) => word.trim().replaceAll("'", ''))).toEqual([...requestStates])
    const reached = new Set<RequestState>(['received'])
    for (const state of reached) for (const action of requestActions) for (const grade of grades) {
      const next = requestAfter(state, action, { grade })
      if (next) reached.add(next)
    }
    expect([...reached].toSorted()).toEqual([...requestStates].toSorted())
  })

  it('leaves nobody waiting for nobody: whoever has the next move may make one, and what has ended waits for nobody', () => {
    const movers = { centre: ['centre', 'system'], unit: ['unit', 'lead'], arbiter: ['arbiter'], reporter: ['reporter', 'system'] } as const
    for (const state of requestStates) {
      const who = waitsOn(state)
      if (hasEndedRequest(state)) expect([state, who]).toEqual([state, null])
      if (who === null) continue
      const moves = requestActions.filter((action) => requestAfter(state, action) !== undefined && requestAfter(state, action) !== state && movers[who].some((party) => mayTake(party, action)))
      expect([state, moves.length > 0]).toEqual([state, true])
    }
  })

  it('gives every step to somebody, and only the system and the reporter what an official must not do', () => {
    for (const action of requestActions) expect(parties.some((party) => mayTake(party, action))).toBe(true)
    for (const party of ['unit', 'lead', 'coUnit'] as const) for (const action of ['rate', 'redo', 'settle', 'rule', 'keep', 'dispatch', 'unmask', 'withdraw', 'decline'] as const) expect(mayTake(party, action)).toBe(false)
    for (const action of ['release', 'sendBack', 'grantTime', 'refuseTime'] as const) expect(requestLifecycle[action].by).toEqual(['lead'])
  })
})

const turns = fc.array(fc.record({ action: fc.constantFrom(...requestActions.filter((each) => each !== 'receive')), grade: fc.constantFrom(...grades), solved: fc.boolean() }), { maxLength: 40 })

type Done = { action: RequestAction; detail: Turning; before: RequestState; after: RequestState }

const play = (sequence: readonly { action: RequestAction; grade: (typeof grades)[number]; solved: boolean }[]): Done[] => {
  let state: RequestState = 'received'
  const done: Done[] = [{ action: 'receive', detail: {}, before: 'received', after: 'received' }]
  for (const { action, grade, solved } of sequence) {
    const detail = action === 'rate' ? { grade, solved } : {}
    const next = requestAfter(state, action, detail)
    if (!next) continue
    done.push({ action, detail, before: state, after: next })
    state = next
  }
  return done
}

describe('any sequence of steps', () => {
  it('leaves the state as the fold of what happened', () => {
    fc.assert(fc.property(turns, (sequence) => {
      const done = play(sequence)
      expect(requestStateOf(done)).toBe(done.at(-1)?.after)
    }), { numRuns: 500 })
  })

  it('never closes as solved what somebody is not satisfied with or calls unsolved', () => {
    fc.assert(fc.property(turns, (sequence) => {
      for (const { action, detail, after } of play(sequence)) if (action === 'rate') expect(after).toBe(detail.solved && !detail.grade?.includes('unsatisfied') ? 'closed' : 'unsolved')
    }), { numRuns: 500 })
  })

  it('answers only after somebody wrote an answer, and starts again only from an answer', () => {
    fc.assert(fc.property(turns, (sequence) => {
      for (const { action, before, after } of play(sequence)) {
        if (isAnswered(after) && !isAnswered(before)) expect(['release', 'answer', 'answerWithLead']).toContain(action)
        if (isRunning(after) && isAnswered(before)) expect(['redo', 'reopen']).toContain(action)
        if (hasEndedRequest(before) && !isAnswered(before)) expect(after).toBe(before)
      }
    }), { numRuns: 500 })
  })
})
