// A conversation with the assistant: what was asked, what came back, and as what it is handed to a person.
// Pure. Kept by the page as long as it is open, and nowhere else.
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
