// Keyboard and screen reader of a box with suggestions below it, after the ARIA combobox pattern (list autocomplete, manual selection):
// the focus stays in the box, arrows choose, Enter takes what is chosen or sends the words, Escape closes the list.
import { useId, useState, type KeyboardEvent } from 'react'

export interface Suggestion {
  id: string
  label: string
  /** What kind of thing it is, in a word. */
  meta?: string
}

export interface SuggestionList {
  isOpen: boolean
  /** Which one is chosen; -1: none, Enter sends the words. */
  at: number
  idOf: (index: number) => string
  listId: string
  open: () => void
  close: () => void
  keys: (event: KeyboardEvent) => void
  take: (index: number) => void
  /** Attributes of the input. */
  input: Record<string, string | undefined>
}

export function useSuggestions<S extends Suggestion>(suggestions: readonly S[], onTake: (suggestion: S) => void): SuggestionList {
  const listId = useId()
  const [wanted, setWanted] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const isOpen = wanted && suggestions.length > 0
  const at = isOpen ? Math.min(chosen, suggestions.length - 1) : -1
  const idOf = (index: number) => `${listId}-${index}`
  const close = () => {
    setWanted(false)
    setChosen(-1)
  }
  const take = (index: number) => {
    const suggestion = suggestions[index]
    close()
    if (suggestion) onTake(suggestion)
  }
  const keys = (event: KeyboardEvent) => {
    // An input method uses the same keys for its own list.
    if (event.nativeEvent.isComposing || suggestions.length === 0) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && (isOpen || event.altKey)) {
      // One place more than suggestions: the words themselves.
      const places = suggestions.length + 1
      setWanted(true)
      setChosen(((at + 1 + step + places) % places) - 1)
    } else if (event.key === 'Escape' && isOpen) close()
    else if (event.key === 'Enter' && at >= 0) take(at)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return {
    isOpen, at, idOf, listId, open: () => setWanted(true), close, keys, take,
    input: { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': String(isOpen), 'aria-controls': isOpen ? listId : undefined, 'aria-activedescendant': at >= 0 ? idOf(at) : undefined },
  }
}
