// How a case looks on the applicant's screens: its place on the map, its colour, in which order cases want attention.
// Pure; what a state means is asked of the lifecycle, never compared here.
import { awaitsApplicant, hasEnded, isWaiting, wasGranted } from '../../../../server/modules/cases/case.ts'
import type { LaneState } from '../../../ui/LaneMap.tsx'
import type { Tone } from '../../../ui/tone.ts'
import type { TrackedCase, Tracking } from './queries.ts'

type Stands = Pick<TrackedCase, 'state' | 'urgency' | 'reasons'>

export function laneStateOf({ state, urgency, reasons }: Stands): LaneState {
  if (awaitsApplicant(state)) return 'attention'
  if (wasGranted(state)) return 'done'
  // Only a decision against the person has reasons; what was withdrawn or stopped has none.
  if (hasEnded(state)) return reasons === null ? 'stopped' : 'refused'
  if (isWaiting(state)) return 'waiting'
  return urgency === 'late' ? 'late' : 'active'
}

const tones: Record<LaneState, Tone> = { planned: 'neutral', waiting: 'neutral', active: 'azure', attention: 'attention', late: 'danger', done: 'success', refused: 'danger', stopped: 'neutral' }

export const toneOf = (one: Stands): Tone => tones[laneStateOf(one)]

/** Refused or not accepted; not what the person withdrew or what stopped by itself. */
export const wasDecidedAgainst = (one: Stands): boolean => laneStateOf(one) === 'refused'

const progressTones: Record<Tracking['progress'], Tone> = { needsYou: 'attention', inProgress: 'azure', granted: 'success', partlyGranted: 'warning', refused: 'danger', withdrawn: 'neutral' }

export const progressTone = (progress: Tracking['progress']): Tone => progressTones[progress]

const order: readonly LaneState[] = ['attention', 'late', 'active', 'waiting', 'planned', 'refused', 'stopped', 'done']

/** Cases in the order they want attention: what needs the person first, what is done last. */
export const byAttention = (cases: readonly TrackedCase[]): TrackedCase[] =>
  cases.toSorted((a, b) => order.indexOf(laneStateOf(a)) - order.indexOf(laneStateOf(b)) || a.start - b.start)

/** Under way, with nothing for the person to do or to read. */
export const isQuiet = (one: TrackedCase): boolean => !one.ended && laneStateOf(one) !== 'attention'

/** Every service has ended, one way or another. */
export const isOver = (cases: readonly Pick<TrackedCase, 'ended'>[]): boolean => cases.every(({ ended }) => ended)

/** What the person should read of a case that has ended without opening it: a decision against them, a hearing before a result is taken back. */
export const hasToBeRead = (one: Pick<TrackedCase, 'state' | 'urgency' | 'reasons' | 'course'>): boolean => wasDecidedAgainst(one) || one.course.hears

/** Services of the same application a case still waits for. */
export const waitsFor = (one: TrackedCase, cases: readonly TrackedCase[]): TrackedCase[] =>
  isWaiting(one.state) ? cases.filter((other) => one.dependsOn.includes(other.service) && !other.ended) : []

/** What one authority has of an application. `leading`: the case that wants attention first; `calls`: those that wait for the person. */
export type TrackedLane = { leading: TrackedCase; handler: string | null; expectedOn: string | null; ended: boolean; waiting: TrackedCase[]; calls: TrackedCase[] }

/** Lanes by authority in the order they want attention. The day is the latest of what is open: by then the whole lane is promised. */
export const lanesOf = (cases: readonly TrackedCase[]): TrackedLane[] =>
  [...Map.groupBy(byAttention(cases), ({ authorityName }) => authorityName['zh-CN']).values()].flatMap((own) => {
    const [leading] = own
    if (!leading) return []
    const open = own.filter(({ ended }) => !ended)
    const days = open.flatMap(({ expectedOn }) => expectedOn ?? [])
    return [{
      leading, handler: open.find(({ handler }) => handler !== null)?.handler ?? null, expectedOn: days.toSorted().at(-1) ?? null, ended: open.length === 0,
      waiting: open.length > 0 && open.every(({ state }) => isWaiting(state)) ? waitsFor(leading, cases) : [], calls: own.filter((one) => laneStateOf(one) === 'attention'),
    }]
  })

/** The words for where a case stands; one whose file a hall elsewhere still has waits for that, not for another service. */
export const stateKey = ({ state, course }: Pick<TrackedCase, 'state' | 'course'>) => (course.fileElsewhere ? ('applications.states.fileElsewhere' as const) : (`applications.states.${state}` as const))
