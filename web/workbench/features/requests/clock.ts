// The time left as a list shows it: grey, amber once four fifths are gone, red when late; without a clock the state is the answer.
// Pure; when it is due is the server's count.
import { isRunning, type RequestState } from '../../../../server/modules/requests/request.ts'
import type { T } from '../../../shared/i18n/store.ts'
import type { Tone } from '../../../ui/tone.ts'

export interface Clock {
  state: RequestState
  dueAt: string | null
  /** 1 near, 2 overdue, 3 three times overdue. */
  mark: number
}

const tones: readonly Tone[] = ['neutral', 'warning', 'danger', 'danger']
const hour = 3_600_000
const day = 24 * hour

/** How long until (or since) it is due: hours below two days, days from there on. */
export function remaining(dueAt: string, now: number): { unit: 'hours' | 'days'; n: number; over: boolean } {
  const left = Date.parse(dueAt) - now
  const size = Math.abs(left)
  return size < 2 * day ? { unit: 'hours', n: Math.floor(size / hour), over: left < 0 } : { unit: 'days', n: Math.floor(size / day), over: left < 0 }
}

export function timeText({ state, dueAt, mark }: Clock, t: T, now = Date.now()): { text: string; tone: Tone } {
  if (!isRunning(state)) return { text: t(`request-desk.states.${state}`), tone: 'neutral' }
  if (dueAt === null) return { text: t('request-desk.clock.open'), tone: 'neutral' }
  const { unit, n, over } = remaining(dueAt, now)
  return { text: t(`request-desk.clock.${over ? 'over' : 'left'}.${unit}`, { n }), tone: over ? 'danger' : (tones[mark] ?? 'neutral') }
}
