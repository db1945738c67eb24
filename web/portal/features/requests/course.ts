// How far a request is, as five steps of the present round: received, sent to a unit, signed for, answered, rated.
// Pure; what happened comes from the server, what a state means is the server's table.
import { awaitsGrade, hasEndedRequest, isAnswered, type RequestAction, type RequestState } from '../../../../server/modules/requests/request.ts'
import type { Tone } from '../../../ui/tone.ts'

export const courseSteps = ['received', 'dispatched', 'signed', 'answered', 'rated'] as const
export type CourseStep = (typeof courseSteps)[number]

export interface CourseItem {
  step: CourseStep
  state: 'done' | 'current' | 'todo'
  /** When it was done, ISO. */
  at: string | undefined
}

interface Happened {
  action: RequestAction
  at: string
}

const beginsRound: readonly RequestAction[] = ['redo', 'reopen']
const doneBy: Record<CourseStep, readonly RequestAction[]> = {
  received: ['receive', 'part'], dispatched: ['dispatch', 'keep', 'rule', 'split', 'join', 'redo', 'reopen'], signed: ['sign'], answered: ['release', 'answer', 'answerWithLead', 'handOver', 'decline'], rated: ['rate', 'settle', 'leave'],
}

/** @param history oldest first */
export function courseOf(state: RequestState, history: readonly Happened[]): CourseItem[] {
  const round = history.slice(Math.max(0, history.findLastIndex(({ action }) => beginsRound.includes(action))))
  const atOf = (step: CourseStep) => (step === 'received' ? history : round).findLast(({ action }) => doneBy[step].includes(action))?.at
  const times = courseSteps.map((step) => atOf(step))
  const last = times.findLastIndex((at) => at !== undefined)
  const over = hasEndedRequest(state)
  return courseSteps.map((step, index) => ({ step, at: times[index], state: index <= last ? 'done' : index === last + 1 && !over ? 'current' : 'todo' }))
}

/** Each step with the unit that had it then: what happens to it names it only where it changes. @param history oldest first */
export function withUnits<Unit, Step extends { unit: Unit | null }>(history: readonly Step[]): Step[] {
  let unit: Unit | null = null
  return history.map((step) => {
    unit = step.unit ?? unit
    return { ...step, unit }
  })
}

const calm: Partial<Record<RequestState, Tone>> = { withdrawn: 'neutral', declined: 'neutral', joined: 'neutral', unsolved: 'warning' }

/** What waits for the reporter stands out; what is late is said by its own chip. */
export function stateTone(state: RequestState): Tone {
  if (calm[state]) return calm[state]
  if (awaitsGrade(state)) return 'attention'
  return isAnswered(state) || hasEndedRequest(state) ? 'success' : 'azure'
}
