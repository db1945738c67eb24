// What somebody has told so far: the sentence, the matter chosen, answers given, put right or left open; and every step, so that each can be undone.
// Pure. Kept in this tab only: what is told about a family belongs neither into an address nor into a log.
import type { Answer } from '../../../../server/modules/planning/plan.ts'

export interface Told {
  said: string
  matter?: string
  answers: Readonly<Record<string, Answer>>
  /** Understood wrongly, by concept. */
  dropped: readonly string[]
  /** Questions that cannot be answered now. */
  unknown: readonly string[]
}

/** `before`: what was told before each step, the last one last. */
export interface Talk {
  now: Told
  before: readonly Told[]
}

/** Characters the server takes. */
export const longest = 1000
const mostSteps = 100

export const silence: Talk = { now: { said: '', answers: {}, dropped: [], unknown: [] }, before: [] }

const step = ({ now, before }: Talk, to: Told): Talk => ({ now: to, before: [...before, now].slice(-mostSteps) })

const next = (talk: Talk, change: Partial<Told>): Talk => step(talk, { ...talk.now, ...change })

const without = (list: readonly string[], one: string): string[] => list.filter((each) => each !== one)

const isUntold = ({ now, before }: Talk): boolean => now.said === '' && before.length === 0

/** A new sentence, for something else. The very first one is no step: before it nothing was told. */
export const say = (talk: Talk, said: string): Talk => {
  const now = { ...silence.now, said }
  return isUntold(talk) ? { now, before: [] } : step(talk, now)
}

/** Silence again; what was told until now can be brought back like after any other step. */
export const startAgain = (talk: Talk): Talk => step(talk, silence.now)

/** Another sentence for the same thing: what was answered stays, what was understood is read anew, and undoing brings the old sentence back. */
export const rewrite = (talk: Talk, said: string): Talk => step(talk, { said, answers: talk.now.answers, dropped: [], unknown: talk.now.unknown })

/** Choosing another matter keeps what was answered: matters share questions. */
export const choose = (talk: Talk, matter: string): Talk => next(talk, { matter })

export const answer = (talk: Talk, concept: string, value: Answer): Talk =>
  next(talk, { answers: { ...talk.now.answers, [concept]: value }, unknown: without(talk.now.unknown, concept) })

/** Takes an answer back, whether it was given or understood; its question comes back. */
export const remove = (talk: Talk, concept: string): Talk => {
  const { [concept]: _removed, ...answers } = talk.now.answers
  return next(talk, { answers, dropped: [...without(talk.now.dropped, concept), concept] })
}

export const leaveOpen = (talk: Talk, concept: string): Talk => next(talk, { unknown: [...without(talk.now.unknown, concept), concept] })

export const undo = (talk: Talk): Talk => {
  const last = talk.before.at(-1)
  return last ? { now: last, before: talk.before.slice(0, -1) } : talk
}

const key = 'tongban.guidance'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((each) => typeof each === 'string')
const isTold = (value: unknown): value is Told =>
  isRecord(value) && typeof value['said'] === 'string' && isRecord(value['answers']) && isTexts(value['dropped']) && isTexts(value['unknown']) && (value['matter'] === undefined || typeof value['matter'] === 'string')

/** What a stored text says; a damaged one says nothing. */
export const parseTalk = (stored: string | null): Talk => {
  try {
    const value: unknown = JSON.parse(stored ?? 'null')
    return isRecord(value) && isTold(value['now']) && Array.isArray(value['before']) && value['before'].every(isTold) ? { now: value['now'], before: value['before'] } : silence
  } catch {
    return silence
  }
}

/** A browser that forbids storage still works; the talk then lasts as long as the page. */
export const readTalk = (): Talk => {
  try {
    return parseTalk(sessionStorage.getItem(key))
  } catch {
    return silence
  }
}

export const keepTalk = (talk: Talk): void => {
  try {
    if (isUntold(talk)) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(talk))
  } catch {
    // Storage is forbidden or full: the talk lasts as long as the page.
  }
}
