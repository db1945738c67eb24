// Labelled rows as a file gives them, one JSON object a line: {"text": "路灯不亮", "category": "urban/street-lamps/broken-lamp"}. Pure.
// The class may also be called label, or stand in l1, l2 and l3; whatever classes a file has are learnt.
import type { LabelledRow } from './training.ts'

/** What is wrong with a file of rows; `line` counts from 1. */
export class LabelFault extends Error {
  readonly line: number
  constructor(line: number, what: string) {
    super(`line ${line}: ${what}`)
    this.line = line
  }
}

type Fields = Partial<Record<string, unknown>>

const readLine = (written: string, line: number): Fields => {
  try {
    const value: unknown = JSON.parse(written)
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return { ...value }
  } catch {
    throw new LabelFault(line, 'is no JSON')
  }
  throw new LabelFault(line, 'is no JSON object')
}

const words = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined)

const labelOf = ({ category, label, l1, l2, l3 }: Fields): string | undefined =>
  words(category) ?? words(label) ?? (words(l1) === undefined ? undefined : [l1, l2, l3].flatMap((level) => words(level) ?? []).join('/'))

/** @throws LabelFault for the first line without text, or without class unless `unlabelled` */
export const readRows = (file: string, { unlabelled = false } = {}): (LabelledRow & { fields: Fields })[] =>
  file.replace(/^\uFEFF/, '').split(/\r?\n/).flatMap((written, at) => {
    if (written.trim() === '') return []
    const fields = readLine(written, at + 1)
    const [text, title, label] = [words(fields.text), words(fields.title), labelOf(fields)]
    if (text === undefined && title === undefined) throw new LabelFault(at + 1, 'has no text')
    if (label === undefined && !unlabelled) throw new LabelFault(at + 1, 'has no class: category, label or l1')
    return [{ text: text ?? title ?? '', ...(title === undefined || text === undefined ? {} : { title }), label: label ?? '', fields }]
  })
