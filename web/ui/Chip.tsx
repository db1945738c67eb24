// A short fact in a pill: a state, a source, a count. Not a button.
// Badge is the small round count beside a word.
import type { ReactNode } from 'react'
import type { Tone } from './tone.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'
import './Chip.css'

export function Chip({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="tb-chip" data-tone={tone}>
      {children}
    </span>
  )
}

/** A count; nothing is drawn for 0. `label` says what is counted, for screen readers. */
export function Badge({ count, label, tone = 'attention' }: { count: number; label: string; tone?: Tone }) {
  if (count === 0) return null
  return (
    <span className="tb-badge" data-tone={tone}>
      {count > 99 ? '99+' : count}
      <VisuallyHidden> {label}</VisuallyHidden>
    </span>
  )
}
