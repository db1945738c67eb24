// Tones and words of designs that several screens share.
// Pure.
import type { DesignState } from '../../../../server/modules/designs/design.ts'
import type { Tone } from '../../../ui/tone.ts'

export const stateTone: Readonly<Record<DesignState, Tone>> = { editing: 'azure', inReview: 'warning', scheduled: 'warning', released: 'success', discarded: 'neutral' }
