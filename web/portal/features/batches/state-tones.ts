// How the state of a table is coloured, the same in the list and on its page.
// Red is for nothing here: what is to be mended is said where it is.
import type { Tone } from '../../../ui/tone.ts'
import type { Batch } from './queries.ts'

export const stateTones: Record<Batch['state'], Tone> = { checking: 'azure', checked: 'warning', running: 'azure', paused: 'warning', done: 'success', cancelled: 'neutral' }
