// A bar from 0 to 1. The words beside it say what it means; the bar is for the eye.
// tone success when finished, neutral when not yet begun.
import type { Tone } from './tone.ts'
import './Progress.css'

export function Progress({ value, label, tone = 'azure' }: { value: number; label: string; tone?: Tone }) {
  return <progress className="tb-progress" data-tone={tone} max={1} value={Math.min(1, Math.max(0, value))} aria-label={label} />
}
