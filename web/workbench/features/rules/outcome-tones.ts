// The colour that goes with each outcome of a decision table; words always stand beside it.
import type { Tone } from '../../../ui/tone.ts'
import type { Outcome } from './queries.ts'

export const outcomeTones: Readonly<Record<Outcome, Tone>> = { approve: 'success', refuse: 'danger', tentative: 'azure', person: 'warning' }
