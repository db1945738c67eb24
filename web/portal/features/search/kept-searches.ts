// What somebody searched lately, on this device only. Pure; where it is kept is in recent-searches.ts.
// While logged in it is kept for the time of the tab; longer, and without a login, only where the person asked for it.

export interface KeptSearches {
  /** Whose they are; null: whoever uses this device, because somebody wanted that. */
  owner: string | null
  /** Newest first. */
  words: string[]
}

const most = 8

/** What was kept under a name, or nothing when it cannot be read. */
export function parseKept(text: string | null): KeptSearches | undefined {
  try {
    const kept: unknown = JSON.parse(text ?? '')
    if (typeof kept !== 'object' || kept === null || !('words' in kept) || !Array.isArray(kept.words)) return undefined
    const owner = 'owner' in kept && typeof kept.owner === 'string' ? kept.owner : null
    return { owner, words: kept.words.filter((word): word is string => typeof word === 'string' && word !== '').slice(0, most) }
  } catch {
    return undefined
  }
}

/** Somebody else's are begun anew. */
export function withSearch(kept: KeptSearches | undefined, owner: string | null, q: string): KeptSearches {
  const before = kept?.owner === owner ? kept.words : []
  return { owner, words: [q, ...before.filter((word) => word !== q)].slice(0, most) }
}

export const withoutSearch = ({ owner, words }: KeptSearches, q: string): KeptSearches => ({ owner, words: words.filter((word) => word !== q) })
