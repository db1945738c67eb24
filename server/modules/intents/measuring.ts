// How well texts are read: accuracy, F1 of each kind and their mean, how far confidence is from being right, what is taken for what. Pure.
import { intentKinds, type IntentKind } from './intent.ts'

/** One line: what it is, and the shares a model gives each kind. */
export type Measured = { intent: IntentKind; shares: readonly number[] }

export type Measures = {
  rows: number
  /** shares of 1, as all below */
  accuracy: number
  macroF1: number
  /** expected calibration error over ten bins of confidence */
  ece: number
  perKind: Record<IntentKind, { rows: number; precision: number; recall: number; f1: number }>
  /** most frequent first */
  confusions: { is: IntentKind; read: IntentKind; rows: number }[]
}

const bins = 10
const rounded = (share: number): number => Math.round(share * 10_000) / 10_000
const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

const bestOf = (given: readonly number[]): { read: IntentKind; confidence: number } => {
  const confidence = Math.max(...given)
  return { read: intentKinds[given.indexOf(confidence)] ?? 'do', confidence }
}

export const measure = (lines: readonly Measured[]): Measures => {
  const read = lines.map(({ intent, shares }) => ({ is: intent, ...bestOf(shares) }))
  const right = (of: typeof read): number => of.filter(({ is, read: as }) => is === as).length
  const kinds = intentKinds.map((kind) => {
    const hits = read.filter(({ is, read: as }) => is === kind && as === kind).length
    const precision = ratio(hits, read.filter(({ read: as }) => as === kind).length)
    const rows = read.filter(({ is }) => is === kind).length
    const recall = ratio(hits, rows)
    return { kind, rows, precision: rounded(precision), recall: rounded(recall), f1: rounded(ratio(2 * precision * recall, precision + recall)) }
  })
  const ece = Array.from({ length: bins }, (_, bin) => {
    const inBin = read.filter(({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin)
    return Math.abs(inBin.reduce((sum, { confidence }) => sum + confidence, 0) - right(inBin))
  }).reduce((sum, each) => sum + each, 0)
  const confusions = intentKinds.flatMap((is) => intentKinds.filter((as) => as !== is).map((as) => ({ is, read: as, rows: read.filter((each) => each.is === is && each.read === as).length })))
  const present = kinds.filter(({ rows }) => rows > 0)
  return {
    rows: lines.length, accuracy: rounded(ratio(right(read), lines.length)), macroF1: rounded(ratio(present.reduce((sum, { f1 }) => sum + f1, 0), present.length)), ece: rounded(ratio(ece, lines.length)),
    perKind: Object.fromEntries(kinds.map(({ kind, ...figures }) => [kind, figures])) as Measures['perKind'],
    confusions: confusions.filter(({ rows }) => rows > 0).sort((a, b) => b.rows - a.rows),
  }
}
