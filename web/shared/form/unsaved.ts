// Answers typed and not yet on the server, kept in the browser tab per application or case: nothing typed is lost when the
// session ends, the network goes or the page is reloaded. Where storage is forbidden they last as long as the page.
import type { Answer, Answers } from '../../../server/modules/planning/index.ts'

const prefix = 'tongban.unsaved.'

type Box = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface UnsavedAnswers {
  read(): Answers
  put(values: Answers): void
  /** Forgets the values that were saved; one that was changed meanwhile stays. */
  drop(saved: Answers): void
  clear(): void
}

const isAnswer = (value: unknown): value is Answer => value === null || ['string', 'number', 'boolean'].includes(typeof value)

/** What is stored, without anything that is no answer. */
function parse(stored: string | null): Record<string, Answer> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}')
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
    return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Answer] => isAnswer(entry[1])))
  } catch {
    return {}
  }
}

/** @param storage the tab's own storage; undefined where there is none @param owner id of the application or case */
export function unsavedAnswers(storage: Box | undefined, owner: string): UnsavedAnswers {
  const key = prefix + owner
  let kept: Record<string, Answer> = {}
  try {
    kept = parse(storage?.getItem(key) ?? null)
  } catch {
    // Storage is forbidden: nothing was kept from before.
  }
  const write = (values: Record<string, Answer>) => {
    kept = values
    try {
      if (Object.keys(values).length === 0) storage?.removeItem(key)
      else storage?.setItem(key, JSON.stringify(values))
    } catch {
      // Storage is forbidden or full: the page itself still holds the values.
    }
  }
  return {
    read: () => kept,
    put: (values) => write({ ...kept, ...values }),
    drop: (saved) => write(Object.fromEntries(Object.entries(kept).filter(([concept, value]) => !(concept in saved) || saved[concept] !== value))),
    clear: () => write({}),
  }
}

/** The storage of this tab; undefined where the browser forbids it. */
export function tabStorage(): Storage | undefined {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
}
