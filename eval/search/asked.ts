// The labelled questions of all halves, for whoever makes something that is then counted with them: what learns must not have seen them.
import { readFileSync } from 'node:fs'
import { normalise } from '../../server/modules/search/index.ts'
import { readQueries, type Query } from './query.ts'

export const halves = ['open', 'frozen', 'later'] as const
export type Half = (typeof halves)[number]

export const queriesOf = (half: Half): Query[] => readQueries(readFileSync(new URL(`queries-${half}.jsonl`, import.meta.url), 'utf8'))

/** One form for all ways of writing; signs and spaces do not count. */
const wordsOf = (text: string): string => normalise(text).replaceAll(' ', '')

/** Says of a text whether it is one of the questions, word for word. */
export const amongAsked = (queries: readonly Query[] = halves.flatMap(queriesOf)): ((text: string) => boolean) => {
  const asked = new Set(queries.map(({ query }) => wordsOf(query)))
  return (text) => asked.has(wordsOf(text))
}
