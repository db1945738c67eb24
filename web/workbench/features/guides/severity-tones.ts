// How loud each severity of a finding looks.
// Pure.
import type { Tone } from '../../../ui/tone.ts'
import type { Severity } from './guide-filter.ts'

export const severityTones: Record<Severity, Tone> = { error: 'danger', warning: 'warning', notice: 'neutral' }
