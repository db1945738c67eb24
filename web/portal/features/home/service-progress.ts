// How far a service of a running application is, for a bar and a few words.
// Pure. The bar counts the steps of the lifecycle that are behind: handed in, accepted, ended; it is no forecast.
import type { CaseState } from '../../../../server/modules/cases/case.ts'
import type { Tone } from '../../../ui/tone.ts'
import type { OwnApplication } from '../matters/own-applications.ts'

export type RunningService = OwnApplication['services'][number]

interface Shown {
  /** Share of the steps done, 0 to 1. */
  done: number
  tone: Tone
}

const shownStates: Readonly<Record<CaseState, Shown>> = {
  waiting: { done: 0, tone: 'neutral' },
  submitted: { done: 1 / 3, tone: 'azure' },
  supplement: { done: 1 / 3, tone: 'attention' },
  accepted: { done: 2 / 3, tone: 'azure' },
  granted: { done: 1, tone: 'success' },
  refused: { done: 1, tone: 'danger' },
  declined: { done: 1, tone: 'danger' },
  withdrawn: { done: 1, tone: 'neutral' },
  stopped: { done: 1, tone: 'neutral' },
  suspended: { done: 2 / 3, tone: 'azure' },
  terminated: { done: 1, tone: 'neutral' },
}

export function shownProgress({ state }: Pick<RunningService, 'state'>): Shown {
  return shownStates[state]
}

const spokenStates = ['granted', 'refused', 'declined', 'withdrawn', 'stopped', 'terminated', 'supplement'] as const

/** The state when it says enough by itself; undefined when who works on it and until when says more. */
export function spokenState({ state }: Pick<RunningService, 'state'>): (typeof spokenStates)[number] | undefined {
  return spokenStates.find((each) => each === state)
}
