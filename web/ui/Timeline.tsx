// What happened, newest or oldest first as given: when, who, what, and details on demand.
// The line at the left is drawn by CSS; the order is a list for screen readers.
import type { ReactNode } from 'react'
import type { Tone } from './tone.ts'
import './Timeline.css'

export interface TimelineItem {
  id: string
  /** The moment for machines (ISO) and for people. */
  dateTime: string
  time: string
  text: ReactNode
  detail?: ReactNode
  tone?: Tone
}

export function Timeline({ label, items }: { label: string; items: readonly TimelineItem[] }) {
  return (
    <ol className="tb-timeline" aria-label={label}>
      {items.map((item) => (
        <li key={item.id} data-tone={item.tone ?? 'neutral'}>
          <time dateTime={item.dateTime}>{item.time}</time>
          <div>
            {item.text}
            {item.detail && <div className="tb-muted">{item.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
