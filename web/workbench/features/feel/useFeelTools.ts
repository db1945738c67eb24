// The reader and editor of rules, fetched once and then at hand: undefined until they are here.
// Without a network the plain box stays, and the server says what is wrong as before.
import { useEffect, useState } from 'react'
import type * as tool from './editor.ts'

export type FeelTools = typeof tool

let tools: FeelTools | undefined

export function useFeelTools(): FeelTools | undefined {
  const [here, setHere] = useState(tools)
  useEffect(() => {
    if (here) return
    let isGone = false
    import('./editor.ts').then((loaded) => {
      tools = loaded
      if (!isGone) setHere(loaded)
    }, () => undefined)
    return () => { isGone = true }
  }, [here])
  return here
}
