// The time left in words: short in lists, in working days on the case itself.
// Where no clock runs, the state of the case is the answer.
import type { T } from '../../../shared/i18n/store.ts'
import type { Tone } from '../../../ui/tone.ts'
import { timeLeft, type Deadline } from './time-left.ts'
import type { QueueItem } from './queries.ts'

export function timeText(one: Deadline & Pick<QueueItem, 'state'>, t: T, length: 'short' | 'long' = 'short'): { text: string; tone: Tone } {
  const { key, n, tone } = timeLeft(one)
  if (key === 'none') return { text: t(`cases.state.${one.state}`), tone }
  return { text: length === 'short' ? t(`cases.time.${key}`, { n }) : t(`cases.timeLong.${key}`, { n }), tone }
}
