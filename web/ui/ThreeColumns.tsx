// The staff screen: list, record and actions side by side, each scrolling by itself.
// On a narrower screen the actions go under the record; on a phone list or record is shown, not both.
import type { ReactNode } from 'react'
import './ThreeColumns.css'

export interface ThreeColumnsProps {
  list: ReactNode
  listLabel: string
  children: ReactNode
  mainLabel: string
  side?: ReactNode
  sideLabel?: string
  /** What a phone shows: the list until a record is open. */
  narrow: 'list' | 'main'
}

export function ThreeColumns({ list, listLabel, children, mainLabel, side, sideLabel, narrow }: ThreeColumnsProps) {
  return (
    <div className="tb-three" data-narrow={narrow} data-side={side ? true : undefined}>
      {/* Scrolling areas can be reached with the keyboard. */}
      <section className="tb-three-list" aria-label={listLabel} tabIndex={0}>{list}</section>
      <section className="tb-three-main" aria-label={mainLabel} tabIndex={0}>{children}</section>
      {side && <aside className="tb-three-side" aria-label={sideLabel} tabIndex={0}>{side}</aside>}
    </div>
  )
}
