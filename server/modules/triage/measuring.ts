// How well rows were read: accuracy, F1, what share could be answered while 95 of 100 answers are right, and how honest confidence is. Pure.
import type { Reading } from './training.ts'

/** Shares from 0 to 1. `coverageAt95`: of the surest readings that are right 95 times in 100 together, how many there are. `ece`: how far confidence is from being right. */
export type Measures = {
  rows: number
  accuracy: number
  macroF1: number
  coverageAt95: number
  ece: number
  perClass: Record<string, { rows: number; precision: number; recall: number; f1: number }>
}

const bins = 10
const rightEnough = 0.95
export const rounded = (share: number): number => Math.round(share * 10_000) / 10_000
const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** @param classes what the shares of a reading stand for, in order */
export const measure = (readings: readonly Reading[], classes: readonly string[]): Measures => {
  const read = readings.map(({ label, shares }) => {
    const confidence = Math.max(...shares)
    const as = classes[shares.indexOf(confidence)] ?? ''
    return { is: label, as, confidence, right: as === label }
  })
  const present = [...new Set(readings.map(({ label }) => label))].sort()
  const perClass = present.map((label) => {
    const hits = read.filter(({ is, right }) => right && is === label).length
    const rows = read.filter(({ is }) => is === label).length
    const precision = ratio(hits, read.filter(({ as }) => as === label).length)
    const recall = ratio(hits, rows)
    return [label, { rows, precision: rounded(precision), recall: rounded(recall), f1: rounded(ratio(2 * precision * recall, precision + recall)) }] as const
  })
  let [right, covered] = [0, 0]
  for (const [nth, each] of [...read].sort((a, b) => b.confidence - a.confidence).entries()) {
    right += each.right ? 1 : 0
    if (right / (nth + 1) >= rightEnough) covered = nth + 1
  }
  const ece = Array.from({ length: bins }, (_, bin) => {
    const inBin = read.filter(({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin)
    return Math.abs(inBin.reduce((sum, { confidence }) => sum + confidence, 0) - inBin.filter((each) => each.right).length)
  }).reduce((sum, each) => sum + each, 0)
  return {
    rows: read.length, accuracy: rounded(ratio(read.filter((each) => each.right).length, read.length)), macroF1: rounded(ratio(perClass.reduce((sum, [, { f1 }]) => sum + f1, 0), present.length)),
    coverageAt95: rounded(ratio(covered, read.length)), ece: rounded(ratio(ece, read.length)), perClass: Object.fromEntries(perClass),
  }
}
