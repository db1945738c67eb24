// Which document of the case is open beside it. The list of documents and the column that shows one share it.
import { createContext, useContext } from 'react'

export interface OpenFile {
  id: string
  name: string
  /** Media type. */
  type: string
  /** What the document is. */
  title: string
}

export interface Viewing {
  /** Place of the open document among those of the case; undefined: none is open. */
  at: number | undefined
  open: (at: number | undefined) => void
}

export const ViewingContext = createContext<Viewing>({ at: undefined, open: () => {} })

export const useViewing = (): Viewing => useContext(ViewingContext)
