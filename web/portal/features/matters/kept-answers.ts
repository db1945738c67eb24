// Keeps the answers given on a matter's page while the person goes to log in and comes back.
// In this tab only (sessionStorage): answers about a family do not belong into an address or a log.
import type { Answer, Answers } from '../../../../server/modules/planning/plan.ts'

export interface KeptAnswers {
  answers: Answers
  /** Optional services left out. */
  declined: readonly string[]
  /** The person pressed "start" and was sent to log in. */
  starting: boolean
}

export const nothingKept: KeptAnswers = { answers: {}, declined: [], starting: false }

const keyOf = (matter: string): string => `tongban.matter.${matter}`

const isAnswer = (value: unknown): value is Answer => value === null || ['string', 'number', 'boolean'].includes(typeof value)

/** What a stored text says; damaged text says nothing. */
export function parseKept(stored: string | null): KeptAnswers {
  try {
    const value: unknown = JSON.parse(stored ?? 'null')
    if (typeof value !== 'object' || value === null) return nothingKept
    const { answers, declined, starting } = value as Record<string, unknown>
    return {
      answers: typeof answers === 'object' && answers !== null ? Object.fromEntries(Object.entries(answers).filter(([, answer]) => isAnswer(answer))) : {},
      declined: Array.isArray(declined) ? declined.filter((each) => typeof each === 'string') : [],
      starting: starting === true,
    }
  } catch {
    return nothingKept
  }
}

/** A browser that forbids storage still works; the answers then last as long as the page. */
export function readKept(matter: string): KeptAnswers {
  try {
    return parseKept(sessionStorage.getItem(keyOf(matter)))
  } catch {
    return nothingKept
  }
}

export function keep(matter: string, kept: KeptAnswers): void {
  try {
    sessionStorage.setItem(keyOf(matter), JSON.stringify(kept))
  } catch {
    // Storage is forbidden or full: the answers last as long as the page.
  }
}
