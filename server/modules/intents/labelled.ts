// Labelled lines as a file gives them, one JSON object a line: {"text": "社保卡补办", "intent": "do"}. Pure.
// A text with {} is a pattern: names of things are put there, those of the style that `of` names.
import { intentKinds, type IntentKind } from './intent.ts'

/** `weight`: how much a line counts, 1 unless it was made from a pattern. `style` groups lines whose words may fill a pattern. */
export type LabelledLine = { text: string; intent: IntentKind; weight: number }
export type Pattern = { text: string; intent: IntentKind; of: string }
export type Thing = { text: string; style: string }
export type Labelled = { lines: LabelledLine[]; patterns: Pattern[]; things: Thing[] }

/** What is wrong with a file of lines; `line` counts from 1. */
export class LabelFault extends Error {
  readonly line: number
  constructor(line: number, what: string) {
    super(`line ${line}: ${what}`)
    this.line = line
  }
}

/** Names others give the same kinds. */
const alsoCalled: Readonly<Record<string, IntentKind>> = { matter: 'do', service: 'do', apply: 'do', report: 'complain', find: 'book', place: 'book', question: 'ask', status: 'track', person: 'contact' }

const kindOf = (label: unknown, line: number): IntentKind => {
  const kind = typeof label === 'string' ? (intentKinds.find((each) => each === label) ?? alsoCalled[label]) : undefined
  if (!kind) throw new LabelFault(line, `intent ${JSON.stringify(label)} is none of ${intentKinds.join(', ')}`)
  return kind
}

const readLine = (written: string, line: number): Partial<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(written)
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return { ...value }
  } catch {
    throw new LabelFault(line, 'is no JSON')
  }
  throw new LabelFault(line, 'is no JSON object')
}

/** Reads a file. @throws LabelFault for the first line that is none */
export const readLabelled = (file: string): Labelled => {
  const labelled: Labelled = { lines: [], patterns: [], things: [] }
  file.replace(/^\uFEFF/, '').split(/\r?\n/).forEach((written, at) => {
    if (written.trim() === '') return
    const { text, intent, of, style } = readLine(written, at + 1)
    if (typeof text !== 'string' || text.trim() === '') throw new LabelFault(at + 1, 'has no text')
    if (typeof style === 'string' && (intent === undefined || intent === 'do')) labelled.things.push({ text, style })
    if (intent === undefined && typeof style === 'string') return
    const kind = kindOf(intent, at + 1)
    if (typeof of === 'string') labelled.patterns.push({ text, intent: kind, of })
    else labelled.lines.push({ text, intent: kind, weight: 1 })
  })
  return labelled
}

export const joined = (all: readonly Labelled[]): Labelled => ({
  lines: all.flatMap(({ lines }) => lines), patterns: all.flatMap(({ patterns }) => patterns), things: all.flatMap(({ things }) => things),
})
