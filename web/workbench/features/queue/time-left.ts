// The time left for a case, as a short text key and a tone: calm grey, amber from 80 % of the promised time, red when late.
// Pure. Days are working days (行政许可法第八十二条); the server counts them.
import type { Tone } from '../../../ui/tone.ts'

export interface Deadline {
  urgency: 'none' | 'unknown' | 'calm' | 'soon' | 'late'
  daysLeft: number | null
}

/** `none`: no clock runs; the state of the case says why. */
export type TimeKey = 'late' | 'lateNow' | 'today' | 'left' | 'unknown' | 'none'

export interface TimeLeft {
  key: TimeKey
  /** Working days, never negative. */
  n: number
  tone: Tone
}

const tones: Record<Deadline['urgency'], Tone> = { none: 'neutral', unknown: 'neutral', calm: 'neutral', soon: 'warning', late: 'danger' }

export function timeLeft({ urgency, daysLeft }: Deadline): TimeLeft {
  const tone = tones[urgency]
  const n = Math.abs(daysLeft ?? 0)
  if (urgency === 'none' || urgency === 'unknown') return { key: urgency, n: 0, tone }
  // Late on a day off: the promised day is over, no further working day has passed.
  if (urgency === 'late') return { key: n === 0 ? 'lateNow' : 'late', n, tone }
  if (daysLeft === null) return { key: 'unknown', n: 0, tone }
  return { key: n === 0 ? 'today' : 'left', n, tone }
}
