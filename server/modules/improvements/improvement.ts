// A guide or form page people rated poorly (改进): what designers do about it, from which instant ratings speak of the text as it is now, and
// which spans are put side by side. Pure.

export const improvementStates = ['open', 'dealt', 'setAside'] as const
export type ImprovementState = (typeof improvementStates)[number]

export const improvementSteps = ['deal', 'setAside', 'reopen'] as const
export type ImprovementStep = (typeof improvementSteps)[number]

/** `recur`: dealt with, and rated poorly again and again since. What was set aside stays so. */
const lifecycle: Record<ImprovementStep | 'recur', { from: readonly ImprovementState[]; to: ImprovementState }> = {
  deal: { from: ['open', 'setAside'], to: 'dealt' },
  setAside: { from: ['open', 'dealt'], to: 'setAside' },
  reopen: { from: ['dealt', 'setAside'], to: 'open' },
  recur: { from: ['dealt'], to: 'open' },
}

/** The state after a step; undefined when the table does not allow it. */
export const stateAfter = (state: ImprovementState, step: ImprovementStep | 'recur'): ImprovementState | undefined => (lifecycle[step].from.includes(state) ? lifecycle[step].to : undefined)

/** `of`: service or matter. `page`: section or form page, '' the whole. */
export type Part = { of: string; page: string }

/** `revision` counts decisions about a part of a place from 1. `note`: what was changed, or why not. `edition`: that brought the change, if one did. `changedAt`: when people saw it. */
export type Decision = Part & { region: string; revision: number; step: ImprovementStep; note: string; edition: number | null; changedAt: string; byName: string; at: string }

/** So many poor ratings after it was dealt with, and it is open again. */
export const leastToRecur = 3

/** @param poorSince poor ratings since the change */
export const stateOf = (last: Pick<Decision, 'step'> | undefined, poorSince: number): ImprovementState => {
  const decided = last === undefined ? 'open' : lifecycle[last.step].to
  return (poorSince >= leastToRecur ? stateAfter(decided, 'recur') : undefined) ?? decided
}

/** It was dealt with, and is open all the same. */
export const hasRecurred = (last: Pick<Decision, 'step'> | undefined, state: ImprovementState): boolean => last !== undefined && stateOf(last, 0) !== state

/** From when on ratings speak of the text as it is now; `edition` null where nobody released one for it. */
export type Turn = { at: string; edition: number | null }

/** The change somebody named when they dealt with it, else the newest edition of the text; null: as it has always been. */
export const turnOf = (last: Decision | undefined, newest: { number: number; releasedAt: string } | undefined): Turn | null => {
  if (last?.step === 'deal') return { at: last.changedAt, edition: last.edition }
  return newest === undefined ? null : { at: newest.releasedAt, edition: newest.number }
}

const day = 86_400_000
/** Without a turn, ratings of so many days are told. */
const daysWithoutTurn = 365
/** Before a change at least so many days are counted, however new it is. */
const leastDaysBefore = 30

export type Span = { from: string; before: string }

const ago = (instant: number, ms: number): string => new Date(instant - ms).toISOString()

/** Since the turn, and as long before it; ISO instants. */
export const spansOf = (turn: Turn | null, now: Date): { since: Span; earlier: Span | null } => {
  // What is given in this very moment counts as well.
  const before = new Date(now.getTime() + 1).toISOString()
  if (turn === null) return { since: { from: ago(now.getTime(), daysWithoutTurn * day), before }, earlier: null }
  const at = Date.parse(turn.at)
  return { since: { from: turn.at, before }, earlier: { from: ago(at, Math.max(now.getTime() - at, leastDaysBefore * day)), before: turn.at } }
}

/** Whole days of a span, at least one. */
export const daysOf = ({ from, before }: Span): number => Math.max(1, Math.round((Date.parse(before) - Date.parse(from)) / day))
