// How often the assistant answers rightly what the catalogue says, and how often it answers what nothing says.
// Labelled questions lie beside this file, a JSON object a line; the frozen half is only counted, never looked at while the assistant is changed.
import { readFileSync } from 'node:fs'

/** `told`: words the answer must have; `about`: ids one of which the thing must have; `after`: what was asked just before. */
export type Answerable = { ask: string; told: string; about?: string[]; after?: string }
export type Unanswerable = { ask: string; why: string }
export type Half = 'open' | 'frozen'

/** What came back, as far as it is judged. */
export type Reply = { kind: 'answer' | 'choose' | 'unknown'; told: string; about?: string }
export type Ask = (question: string, after?: string) => Promise<Reply>

const rows = <Row>(name: string): Row[] =>
  readFileSync(new URL(`${name}.jsonl`, import.meta.url), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Row)

export type Figures = { of: number; count: number; rows: string[] }

/** Answers that say what they must about the right thing. `rows`: those that do not. */
export const countRight = async (half: Half, ask: Ask): Promise<Figures> => {
  const all = rows<Answerable>(`answerable-${half}`)
  const wrong: string[] = []
  for (const row of all) {
    const { kind, told, about } = await ask(row.ask, row.after)
    const right = kind === 'answer' && told.includes(row.told) && (row.about === undefined || row.about.some((id) => about?.includes(id)))
    if (!right) wrong.push(`${row.ask} → ${kind} ${about ?? ''} ${told.slice(0, 60)}`)
  }
  return { of: all.length, count: all.length - wrong.length, rows: wrong }
}

/** Questions no source answers that were answered all the same. `rows`: those. */
export const countFalse = async (half: Half, ask: Ask): Promise<Figures> => {
  const all = rows<Unanswerable>(`unanswerable-${half}`)
  const answered: string[] = []
  for (const { ask: question, why } of all) {
    const { kind, told, about } = await ask(question)
    if (kind === 'answer') answered.push(`${why}: ${question} → ${about ?? ''} ${told.slice(0, 60)}`)
  }
  return { of: all.length, count: answered.length, rows: answered }
}
