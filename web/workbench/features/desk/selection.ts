// Which rows are selected and at which one stands: by mouse, by j, k and x. What leaves the list leaves the selection.
import { useState } from 'react'

export interface Selection<Row> {
  chosen: readonly Row[]
  has: (id: string) => boolean
  toggle: (id: string) => void
  toggleAll: () => void
  clear: () => void
  allChosen: boolean
  /** The row one stands at; -1 before the first step. */
  at: number
  move: (step: number) => void
}

/** At most this many are acted on at once; the server takes no more. */
export const mostSelected = 200

export function useSelection<Row extends { id: string }>(rows: readonly Row[]): Selection<Row> {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [at, setAt] = useState(-1)
  const chosen = rows.filter(({ id }) => ids.has(id))
  const allChosen = rows.length > 0 && chosen.length === Math.min(rows.length, mostSelected)
  return {
    chosen,
    has: (id) => ids.has(id),
    toggle: (id) => {
      const next = new Set(ids)
      if (!next.delete(id) && chosen.length < mostSelected) next.add(id)
      setIds(next)
    },
    toggleAll: () => setIds(allChosen ? new Set() : new Set(rows.slice(0, mostSelected).map(({ id }) => id))),
    clear: () => setIds(new Set()),
    allChosen,
    at: Math.min(at, rows.length - 1),
    move: (step) => setAt(Math.max(0, Math.min(rows.length - 1, at + step))),
  }
}
