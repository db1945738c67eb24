// Keeps what is written on a case in this tab (sessionStorage), by account and case, at every key.
// The browser forgets it with the tab; it is removed when the action is done.
import { useState } from 'react'
import { emptyDraft, isEmptyDraft, parseDraft, type CaseDraft } from './draft.ts'

const keyOf = (account: string, id: string): string => `tongban.case.${account}.${id}`

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, draft: CaseDraft): void {
  try {
    if (isEmptyDraft(draft)) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // Storage is forbidden or full: the draft lasts as long as the page.
  }
}

export interface DraftOfCase {
  draft: CaseDraft
  change: (part: Partial<CaseDraft>) => void
  clear: () => void
}

/** Used under a key per case, so the draft of one case never appears on another. */
export function useDraft(account: string, id: string): DraftOfCase {
  const key = keyOf(account, id)
  const [draft, setDraft] = useState(() => parseDraft(read(key)))
  const set = (next: CaseDraft) => {
    setDraft(next)
    write(key, next)
  }
  return { draft, change: (part) => set({ ...draft, ...part }), clear: () => set(emptyDraft) }
}
