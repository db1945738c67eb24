// How often the assistant answers rightly what the catalogue says, how often wrongly, and how often it answers what nothing says.
// Labelled questions lie beside this file, a JSON object a line; the frozen half is only counted, never looked at while the assistant is changed.
import { readFileSync } from 'node:fs'
import { shareInterval } from '../../server/kernel/interval.ts'

/** `told`: words the answer must have; `about`: ids one of which the thing must have; `after`: what was asked just before. */
export type Answerable = { ask: string; told: string; about?: string[]; after?: string }
export type Unanswerable = { ask: string; why: string }
export const halves = ['open', 'frozen'] as const
export type Half = (typeof halves)[number]

/** What came back, as far as it is judged. */
export type Reply = { kind: 'answer' | 'choose' | 'unknown'; told: string; about?: string }
export type Ask = (question: string, after?: string) => Promise<Reply>

const rows = <Row>(name: string): Row[] =>
  readFileSync(new URL(`${name}.jsonl`, import.meta.url), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Row)

/** `declined`: said that it does not know, or asked back which one is meant. `right` + `wrong` + `declined` = `of`. */
export type Figures = { of: number; right: number; wrong: number; declined: number; rows: string[] }

type Verdict = 'right' | 'wrong' | 'declined'

const counted = async <Row extends { ask: string }>(all: readonly Row[], judge: (row: Row) => Promise<{ verdict: Verdict; reply: Reply }>, listed: readonly Verdict[]): Promise<Figures> => {
  const figures: Figures = { of: all.length, right: 0, wrong: 0, declined: 0, rows: [] }
  for (const row of all) {
    const { verdict, reply } = await judge(row)
    figures[verdict] += 1
    if (listed.includes(verdict)) figures.rows.push(`${verdict}: ${row.ask} → ${reply.kind} ${reply.about ?? ''} ${reply.told.slice(0, 60)}`)
  }
  return figures
}

/** Questions the packs answer: right is an answer that says what it must about the right thing, wrong any other answer. */
export const countAnswerable = (half: Half, ask: Ask): Promise<Figures> =>
  counted(rows<Answerable>(`answerable-${half}`), async (row) => {
    const reply = await ask(row.ask, row.after)
    const right = reply.told.includes(row.told) && (row.about === undefined || row.about.some((id) => reply.about?.includes(id)))
    return { verdict: reply.kind !== 'answer' ? 'declined' : right ? 'right' : 'wrong', reply }
  }, ['wrong', 'declined'])

/** Questions no source answers: every answer is wrong. */
export const countUnanswerable = (half: Half, ask: Ask): Promise<Figures> =>
  counted(rows<Unanswerable>(`unanswerable-${half}`), async (row) => {
    const reply = await ask(row.ask)
    return { verdict: reply.kind === 'answer' ? 'wrong' : 'declined', reply }
  }, ['wrong'])

const percent = (share: number): string => (share * 100).toFixed(1)

/** '96 of 103, 93.2 % (86.6–96.7)': with the interval of 95 % confidence. */
export const shareText = (count: number, of: number): string => {
  const { low, high } = shareInterval(count, of)
  return `${count} of ${of}, ${percent(count / of)} % (${percent(low)}–${percent(high)})`
}
