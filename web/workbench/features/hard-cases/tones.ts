// Colours of states and stances. Pure.
// What waits for staff is blue, what waits for the applicant is amber.
import type { Tone } from '../../../ui/tone.ts'
import type { HardCase, Lesson } from './queries.ts'

export const stateTones: Record<HardCase['state'], Tone> = {
  received: 'azure', consulting: 'azure', guided: 'neutral', redirected: 'neutral', answered: 'warning', settled: 'success', unsettled: 'danger', retracted: 'neutral',
}

export const stanceTones: Record<NonNullable<HardCase['opinions'][number]['stance']>, Tone> = { agree: 'success', able: 'success', unable: 'danger' }

export const stageTones: Record<Lesson['stage'], Tone> = { proposed: 'azure', published: 'success', begun: 'warning', dropped: 'neutral' }
