// A conversation with the assistant: what was asked, what came back, and as what it is handed to a person.
// Kept in this tab only (sessionStorage): what is asked about a family belongs neither into an address nor into a log.
import type { Reply } from '../../../api/client.ts'

export type Answer = Reply<'askAssistant'>
export type Sentence = Answer['sentences'][number]
export type About = NonNullable<Answer['about']>

/** `coming`: sentences of an answer that is still being worded. */
export type Turn = { id: number; question: string; about?: Pick<About, 'type' | 'id'>; coming: { sentences: Sentence[]; sources: Answer['sources'] } | undefined; answer: Answer | undefined; failed: boolean }

/** What the next question is about, unless it names something else. */
export const aboutOf = (turns: readonly Turn[], opened?: Turn['about']): Turn['about'] => {
  const last = turns.findLast(({ answer }) => answer?.about)?.answer?.about
  return last ? { type: last.type, id: last.id } : opened
}

export type TranscriptWords = { head: string; you: (text: string) => string; answer: (text: string) => string; unknown: string }

/** Longest account a person takes over, in characters. */
const longest = 3000

/** The conversation as plain text, the newest kept when it is too long. */
export const transcriptOf = (turns: readonly Turn[], words: TranscriptWords): string => {
  const told = turns.map(({ question, answer }) => {
    const text = answer?.kind === 'answer' ? answer.sentences.map((each) => each.text).join('') : ''
    return [words.you(question), ...(answer ? [text === '' ? words.unknown : words.answer(text.length > 200 ? `${text.slice(0, 200)}…` : text)] : [])].join('\n')
  })
  while (told.length > 1 && told.join('\n').length > longest) told.shift()
  return [words.head, ...told].join('\n').slice(0, longest)
}

/** `service:birth-allowance` of the address; undefined for anything else. */
export const readAbout = (value: string | null): Turn['about'] => {
  const [, type, id] = /^(matter|service|importedService):(.{1,100})$/u.exec(value ?? '') ?? []
  return id !== undefined && (type === 'matter' || type === 'service' || type === 'importedService') ? { type, id } : undefined
}

const key = 'tongban.assistant'
const mostKept = 30

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isAnswer = (value: unknown): value is Answer =>
  isRecord(value) && (value['kind'] === 'answer' || value['kind'] === 'unknown' || value['kind'] === 'choose') && ['sentences', 'sources', 'choices', 'people', 'more'].every((field) => Array.isArray(value[field]))
const isAbout = (value: unknown): value is Turn['about'] => value === undefined || (isRecord(value) && typeof value['id'] === 'string' && typeof value['type'] === 'string')

/** What a stored text says; a damaged one says nothing. What was not answered yet can be asked again. */
export const parseTurns = (stored: string | null): Turn[] => {
  try {
    const value: unknown = JSON.parse(stored ?? '[]')
    return (Array.isArray(value) ? value : []).filter(isRecord).flatMap(({ question, about, answer }, at): Turn[] => {
      if (typeof question !== 'string' || !isAbout(about)) return []
      return [{ id: at + 1, question, ...(about ? { about } : {}), coming: undefined, answer: isAnswer(answer) ? answer : undefined, failed: !isAnswer(answer) }]
    })
  } catch {
    return []
  }
}

/** A browser that forbids storage still works; the conversation then lasts as long as the page. */
export const readTurns = (): Turn[] => {
  try {
    return parseTurns(sessionStorage.getItem(key))
  } catch {
    return []
  }
}

export const keepTurns = (turns: readonly Turn[]): void => {
  try {
    if (turns.length === 0) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(turns.slice(-mostKept).map(({ question, about, answer }) => ({ question, about, answer }))))
  } catch {
    // Storage is forbidden or full: the conversation lasts as long as the page.
  }
}
