// The lifecycle against its invariants, with random sequences of actions and days: what is kept is the fold of what happened, the clock
// counts each working day once and none while it stands, limits move only by law, and what is not allowed changes nothing.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/clock.ts'
import { testingPacks } from '../../testing/packs.ts'
import type { Service } from '../catalogue/definitions.ts'
import { after, canAct, caseActions, clockRuns, hasEnded, lifecycle, stateOf, type Case, type CaseAction } from './case.ts'
import { courseOf, holdsGood, openProcedures, type CourseStep } from './course.ts'
import { startClock } from './legal-clock.ts'
import { moved } from './move.ts'
import { obstacleTo } from './obstacles.ts'
import { isHeard, openProposal, proposable } from './proposal.ts'
import { inventCase } from './testing.ts'
import { addWorkingDays, workingDaysBetween } from './working-days.ts'

/** A Wednesday before the Spring Festival of 2026, so that sequences cross its holidays and their working weekends. */
const begin = '2026-02-04'
const lastDay = '2026-12-01'

type Turn = { action: CaseAction; gap: number; days: number; pick: number; agree: boolean }

const turnsOf = (actions: readonly CaseAction[], maxLength: number) => fc.array(
  fc.record({ action: fc.constantFrom(...actions), gap: fc.integer({ min: 0, max: 9 }), days: fc.integer({ min: 1, max: 10 }), pick: fc.integer({ min: 1, max: 3 }), agree: fc.boolean() }),
  { maxLength },
)

const turns = turnsOf(caseActions.filter((action) => action !== 'submit' && action !== 'release'), 40)

/** What is proposed and decided, again and again. */
const proposing = turnsOf(['propose', ...proposable, 'dropProposal', 'returnProposal', 'answerProposal', 'callHearing', 'recordHearing', 'correctResult', 'replace'], 40)

const detailFor = ({ action, days, pick, agree }: Turn): Record<string, unknown> => {
  if (action === 'extend') return { days }
  if (action === 'beginProcedure') return { kind: 'testing', days }
  if (action === 'endProcedure') return { procedure: pick, outcome: '合格' }
  if (action === 'propose') return { proposes: proposable[days % proposable.length], days, reasons: '理由', answerUntil: lastDay }
  if (action === 'answerProposal') return { text: '陈述', hearing: agree }
  if (action === 'callHearing') return { heldOn: begin, place: '会议室' }
  if (action === 'recordHearing') return { record: '笔录' }
  if (action === 'askOpinion') return { line: 'energy', region: '990101', question: '?', dueOn: null }
  return action === 'giveOpinion' || action === 'noteSilence' ? { opinion: pick, agree, text: '无意见' } : {}
}

/** Two officials and a head take turns. */
const actorIn = ({ pick }: Turn): string => ['clerk', 'colleague', 'head'][pick - 1] ?? 'clerk'

const stepAt = (turn: Turn, on: string): CourseStep => ({ action: turn.action, on, at: `${on}T02:00:00.000Z`, actorId: actorIn(turn), actorName: '甲', detail: detailFor(turn) })

const isWorkingDay = (day: string): boolean => workingDaysBetween(addDays(day, -1), day) === 1

/** The day itself or the last working day before it: where a limit used up by then ends. */
const lastWorkingDay = (day: string): string => (isWorkingDay(day) ? day : lastWorkingDay(addDays(day, -1)))

/** A permit that goes over three levels. */
const threeLevels = (): Service | undefined => {
  const permit = testingPacks('2026-03-02').catalogueFor('990101').services['telescope-permit']
  const [clerk, approver, head] = [{ role: 'clerk' as const, name: { 'zh-CN': '审查' } }, { role: 'approver' as const, name: { 'zh-CN': '审核' } }, { role: 'head' as const, name: { 'zh-CN': '批准' } }]
  return permit && { ...permit, handling: { levels: [clerk, approver, head] } }
}

/** What may still happen once a case has ended: to its result, and to what is proposed about it. */
const aboutResults: readonly CaseAction[] = ['deliver', 'correctResult', 'revoke', 'cancel', 'replace', 'reveal', 'propose', 'dropProposal', 'returnProposal', 'answerProposal', 'callHearing', 'recordHearing', 'takeCorrection', 'countDay']

type Run = { one: Case; history: CourseStep[]; counted: number; today: string }

/** Plays the turns that are allowed, counting by hand what the clock should have counted. */
const play = (sequence: readonly Turn[], isAllowed: (one: Case, turn: Turn, today: string) => boolean, look: (run: Run, before: Case) => void): Run => {
  const run: Run = { one: startClock(inventCase({ limitDays: 20, promisedDays: 10 }), begin), history: [{ action: 'submit', on: begin, at: '', actorId: 'p', actorName: '申请人', detail: {} }], counted: 0, today: begin }
  for (const turn of sequence) {
    for (let left = turn.gap; left > 0 && run.today < lastDay; left -= 1) {
      run.today = addDays(run.today, 1)
      if (clockRuns(run.one.state) && isWorkingDay(run.today)) run.counted += 1
    }
    const before = run.one
    if (!isAllowed(before, turn, run.today)) continue
    const step = stepAt(turn, run.today)
    const outcome = moved(before, step)
    expect(outcome !== undefined).toBe(canAct(before.state, turn.action))
    if (!outcome) continue
    run.one = outcome.next
    run.history.push({ ...step, detail: outcome.detail })
    look(run, before)
  }
  return run
}

const sensible = (one: Case, { action, pick }: Turn): boolean => {
  if (action === 'endProcedure') return openProcedures(one.course).some(({ id }) => id === pick)
  if (action === 'giveOpinion' || action === 'noteSilence') return one.course.opinions.some(({ id, answer }) => id === pick && answer === null)
  if (action === 'extend') return one.course.extendedDays === 0
  if (action === 'replace') return holdsGood(one.course)
  if (action === 'answerProposal') return openProposal(one.course)?.action === 'revoke'
  return action === 'sendBack' ? one.course.level > 0 : true
}

describe('any sequence of actions', () => {
  it('leaves state and course as the fold of what happened, and every step has its own revision', () => {
    fc.assert(fc.property(turns, (sequence) => {
      const { one, history } = play(sequence, sensible, () => {})
      expect(one.state).toBe(stateOf(history))
      expect(one.course).toEqual(courseOf(history))
      expect(one.revision).toBe(history.length)
    }), { numRuns: 400 })
  })

  it('counts each working day once while the clock runs, and none while the applicant is awaited or a procedure goes on', () => {
    fc.assert(fc.property(turns, (sequence) => {
      const { one, counted, today } = play(sequence, sensible, () => {})
      expect(one.clockFrom !== null).toBe(clockRuns(one.state))
      expect(one.usedDays + (one.clockFrom === null ? 0 : (workingDaysBetween(one.clockFrom, today) ?? Number.NaN))).toBe(counted)
      expect(one.uncounted).toEqual([])
    }), { numRuns: 400 })
  })

  it('moves a day due only by standing still or by an extension, to where the limit is used up', () => {
    fc.assert(fc.property(turns, (sequence) => {
      play(sequence, sensible, ({ one, counted, today, history }, before) => {
        expect(one.limitDays).toBe(20 + one.course.extendedDays)
        expect(one.promisedDays).toBe(10 + one.course.extendedDays)
        if (one.clockFrom === null) return expect([one.dueOn, one.promisedOn]).toEqual([null, null])
        const left = one.limitDays - counted
        if (left >= 0) expect({ on: one.dueOn }).toEqual(addWorkingDays(lastWorkingDay(today), left))
        if (one.dueOn !== before.dueOn) expect(['answerSupplement', 'endProcedure', 'extend']).toContain(history.at(-1)?.action)
      })
    }), { numRuns: 400 })
  })

  it('never lets a decided case go: what may follow changes its result and nothing else', () => {
    fc.assert(fc.property(turns, (sequence) => {
      play(sequence, sensible, ({ one, history }, before) => {
        if (!hasEnded(before.state)) return
        expect(aboutResults).toContain(history.at(-1)?.action)
        expect({ ...one, course: before.course, revision: before.revision, updatedAt: before.updatedAt }).toEqual(before)
      })
    }), { numRuns: 400 })
  })

  it('is refused where the table does not allow it, and then nothing is different', () => {
    fc.assert(fc.property(fc.constantFrom(...caseActions), turns, (action, sequence) => {
      const { one, today } = play(sequence, sensible, () => {})
      const from: readonly string[] = lifecycle[action].from
      const kept = structuredClone(one)
      const outcome = moved(one, stepAt({ action, gap: 0, days: 5, pick: 1, agree: true }, today))
      expect(outcome === undefined).toBe(!from.includes(one.state))
      expect(one).toEqual(kept)
      if (after(one.state, action) === undefined) expect(outcome).toBeUndefined()
    }), { numRuns: 400 })
  })
})

const systems: readonly CaseAction[] = ['withdraw', 'answerSupplement', 'giveOpinion', 'noteSilence', 'deemAccepted', 'stop', 'deemExtended', 'replace', 'answerProposal', 'countDay']

describe('officials who only do what they are offered', () => {
  it('never ask twice for corrections, extend twice, decide below the last level or while an opinion is awaited', () => {
    const service = threeLevels()
    const anybody = (turn: Turn) => ({ id: actorIn(turn), roles: ['clerk', 'approver', 'head'] as const, holding: 'self' as const })
    fc.assert(fc.property(turns, (sequence) => {
      const { history } = play(
        sequence,
        (one, turn, today) => sensible(one, turn) && (systems.includes(turn.action) || obstacleTo(turn.action, { one, service, viewer: anybody(turn), today }) === undefined),
        ({ history: so, today }, before) => {
          const action = so.at(-1)?.action
          if (action === 'grant' || action === 'refuse') {
            expect(before.course.level).toBe(2)
            expect(before.course.opinions.every(({ answer }) => answer !== null)).toBe(true)
          }
          if (action === 'requestSupplement') expect(workingDaysBetween(before.clockFrom ?? today, today)).toBeLessThanOrEqual(5)
        },
      )
      for (const once of ['requestSupplement', 'extend', 'deliver', 'revoke', 'cancel', 'replace']) expect(history.filter(({ action }) => action === once).length).toBeLessThanOrEqual(1)
      const upTo = (end: number) => history.slice(0, end).filter(({ action }) => action === 'forward').length - history.slice(0, end).filter(({ action }) => action === 'sendBack').length
      expect(history.every((_, index) => upTo(index + 1) >= 0 && upTo(index + 1) <= 2)).toBe(true)
    }), { numRuns: 400 })
  })

  it('pass a case through as many hands as it has levels: nobody passes two of them, and who accepted it does not decide it', () => {
    const service = threeLevels()
    const anybody = (turn: Turn) => ({ id: actorIn(turn), roles: ['clerk', 'approver', 'head'] as const, holding: 'self' as const })
    const passing = turnsOf(['accept', 'forward', 'forward', 'sendBack', 'grant', 'refuse'], 20)
    let decided = 0
    fc.assert(fc.property(passing, (sequence) => {
      play(
        sequence,
        (one, turn, today) => sensible(one, turn) && obstacleTo(turn.action, { one, service, viewer: anybody(turn), today }) === undefined,
        ({ one, history }) => {
          const step = history.at(-1)
          const hands = one.course.passed.map(({ id }) => id)
          expect(new Set(hands).size).toBe(hands.length)
          if (step?.action !== 'grant' && step?.action !== 'refuse') return
          decided += 1
          expect(hands).toHaveLength(2)
          expect([...hands, ...history.filter(({ action }) => action === 'accept').map(({ actorId }) => actorId)]).not.toContain(step.actorId)
        },
      )
    }), { numRuns: 600, seed: 20261122 })
    expect(decided).toBeGreaterThan(0)
  })

  it('decide what only a head decides as somebody else has proposed it, revoke only after the holder was heard, and nothing once a result holds no more', () => {
    const service = threeLevels()
    const anybody = (turn: Turn) => ({ id: actorIn(turn), roles: ['clerk', 'approver', 'head'] as const, holding: 'self' as const })
    const kinds = new Set<string>()
    fc.assert(fc.property(fc.boolean(), proposing, (granted, sequence) => {
      const opening = (['deemAccepted', 'deemExtended'] as const).slice(0, granted ? 2 : 1).map((action) => ({ action, gap: 0, days: 1, pick: 1, agree: true }))
      play(
        [...opening, ...sequence],
        (one, turn, today) => sensible(one, turn) && (systems.includes(turn.action) || obstacleTo(turn.action, { one, service, viewer: anybody(turn), today }) === undefined),
        ({ one, history, today }, before) => {
          const step = history.at(-1)
          expect(one.course.proposals.filter(({ outcome }) => outcome === null).length).toBeLessThanOrEqual(1)
          if (step?.action === 'correctResult') expect(holdsGood(before.course)).toBe(true)
          const decided = proposable.find((each) => each === step?.action)
          if (!decided) return
          kinds.add(decided)
          const open = openProposal(before.course)
          expect(open).toMatchObject({ action: decided })
          expect(open?.by.id).not.toBe(step?.actorId)
          if (decided === 'revoke' && open) expect(isHeard(open, today)).toBe(true)
          if (decided === 'revoke' || decided === 'cancel') expect(holdsGood(before.course)).toBe(true)
        },
      )
    }), { numRuns: 1500, seed: 20261122 })
    expect([...kinds].sort()).toEqual([...proposable].sort())
  })
})
