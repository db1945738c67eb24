// Makes a classifier from labelled rows. Confidence is set on rows each model had not seen: one temperature for all, and the threshold from
// which on 95 of 100 were right. The same rows give the same model. Pure.
import { chanceFrom, shuffled } from '../../kernel/learning/chance.ts'
import { bestTemperature, shares } from '../../kernel/learning/shares.ts'
import { opinionColumns, scoresOf, vectorOf, type Classifier } from './classifier.ts'
import { buckets, piecesOf, type Wording } from './features.ts'
import { fitLine } from './linear.ts'

export type LabelledRow = Wording & { label: string }

/** A row as a model that had not seen it read it: shares in the order of `classes`. */
export type Reading = { label: string; shares: number[] }

const defaultSeed = 20_261_122
const folds = 5
/** Pieces that fewer rows have are left out: none where classes have a handful of rows, once-seen ones where they have many. */
const leastRows = (rows: number, classes: number): number => (rows / classes < 20 ? 1 : 2)
/** Of a hundred, how many are right from the threshold on. */
const rightAtThreshold = 0.95
const temperatures = [0.02, 2] as const

/** Columns for the pieces that enough rows have. */
const toColumns = (rows: readonly Wording[], least: number): Pick<Classifier, 'columns' | 'rarity'> => {
  const seen = new Int32Array(buckets)
  for (const row of rows) for (const bucket of piecesOf(row).keys()) seen[bucket] = (seen[bucket] ?? 0) + 1
  const columns = new Int32Array(buckets).fill(-1)
  const rarity: number[] = []
  seen.forEach((many, bucket) => {
    if (many < least) return
    columns[bucket] = rarity.length
    rarity.push(Math.log((rows.length + 1) / (many + 1)) + 1)
  })
  return { columns, rarity: Float32Array.from(rarity) }
}

/** The leaf, what it lies under, and what that lies under: how much each line counts for the leaf. */
const levelCounts = [1, 0.5, 0.4] as const

/** a/b/c → a, a/b, a/b/c: classes that lie under the same one have much in common. */
const levelsOf = (label: string): string[] => label.split('/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/'))

/** Of a model with many classes, weights below this share of the largest of their class are left out: each is next to nothing, together they are most of the file. */
const [leastWeight, manyWeights] = [0.05, 1_000_000]

/** Where the line stands is kept. */
const pruned = (weights: Float32Array, width: number): Float32Array => {
  if (weights.length < manyWeights) return weights
  const own = weights.length - width
  const largest = new Float32Array(width)
  for (let at = 0; at < own; at += 1) largest[at % width] = Math.max(largest[at % width] ?? 0, Math.abs(weights[at] ?? 0))
  return weights.map((weight, at) => (at < own && Math.abs(weight) < leastWeight * (largest[at % width] ?? 0) ? 0 : weight))
}

type Fitted = Pick<Classifier, 'classes' | 'columns' | 'rarity' | 'weights' | 'base'>

const fit = (rows: readonly LabelledRow[], classes: readonly string[], base: Classifier | undefined): Fitted => {
  const shape = { ...toColumns(rows, leastRows(rows.length, classes.length)), ...(base ? { base } : {}) }
  const vectors = rows.map((row) => vectorOf(shape, row))
  const width = shape.rarity.length + opinionColumns(base)
  const weights = new Float32Array((width + 1) * classes.length)
  const lines = new Map<string, Float32Array>()
  for (const name of new Set(classes.flatMap(levelsOf))) lines.set(name, fitLine(vectors, rows.map(({ label }) => (levelsOf(label).includes(name) ? 1 : -1)), width))
  classes.forEach((label, nth) => {
    const levels = levelsOf(label)
    for (const [depth, level] of levels.entries()) {
      const counts = levelCounts[levels.length - 1 - depth] ?? 0
      lines.get(level)?.forEach((weight, column) => { weights[column * classes.length + nth] = (weights[column * classes.length + nth] ?? 0) + counts * weight })
    }
  })
  return { classes, weights: pruned(weights, classes.length), ...shape }
}

/** Which fifth each row is left out with: every class spread over all of them. */
const foldsOf = (rows: readonly LabelledRow[], seed: number): number[] => {
  const parts = rows.map(() => 0)
  const met = new Map<string, number>()
  for (const [nth, row] of shuffled([...rows.entries()], chanceFrom(seed))) {
    const before = met.get(row.label) ?? 0
    parts[nth] = before % folds
    met.set(row.label, before + 1)
  }
  return parts
}

/** The lowest confidence from which on, all told, 95 of 100 are right; 1.01 when there is none. */
export const thresholdFor = (readings: readonly Reading[], classes: readonly string[]): number => {
  let right = 0
  let lowest = 1.01
  readings.map(({ label, shares: given }) => ({ confidence: Math.max(...given), right: classes[given.indexOf(Math.max(...given))] === label }))
    .sort((a, b) => b.confidence - a.confidence)
    .forEach((each, nth) => {
      right += each.right ? 1 : 0
      if (right / (nth + 1) >= rightAtThreshold) lowest = each.confidence
    })
  return lowest
}

/** One temperature for scores of rows a model had not seen, and how those rows read with it. */
const settled = (scored: readonly { label: string; right: number; scores: number[] }[]): { temperature: number; readings: Reading[] } => {
  const temperature = bestTemperature(scored, temperatures)
  return { temperature, readings: scored.map(({ label, scores }) => ({ label, shares: shares(scores, temperature) })) }
}

/** Each row read by a model learnt from the other four fifths. @param seed how rows are dealt out */
export const readLeftOut = (rows: readonly LabelledRow[], { base, seed = defaultSeed }: { base?: Classifier | undefined; seed?: number } = {}) => {
  const classes = [...new Set(rows.map(({ label }) => label))].sort()
  const parts = foldsOf(rows, seed)
  const scored = Array.from({ length: folds }, (_, part) => {
    const model = fit(rows.filter((_row, nth) => parts[nth] !== part), classes, base)
    return rows.filter((_row, nth) => parts[nth] === part).map((row) => ({ label: row.label, right: classes.indexOf(row.label), scores: scoresOf(model, vectorOf(model, row)) }))
  }).flat()
  const { temperature, readings } = settled(scored)
  return { classes, temperature, readings, threshold: thresholdFor(readings, classes) }
}

/** How many rows there are of each class. */
export const countLearnt = (rows: readonly LabelledRow[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { label } of rows) counts[label] = (counts[label] ?? 0) + 1
  return counts
}

/** Each of `more` read by a model of `rows` and of the other four fifths of `more`. */
export const readBeside = (rows: readonly LabelledRow[], more: readonly LabelledRow[]): { classes: string[]; readings: Reading[] } => {
  const classes = [...new Set([...rows, ...more].map(({ label }) => label))].sort()
  const parts = foldsOf(more, defaultSeed)
  const readings = Array.from({ length: folds }, (_, part) => {
    const model = fit([...rows, ...more.filter((_row, nth) => parts[nth] !== part)], classes, undefined)
    return more.filter((_row, nth) => parts[nth] === part).map((row) => ({ label: row.label, shares: shares(scoresOf(model, vectorOf(model, row))) }))
  }).flat()
  return { classes, readings }
}

/**
 * The model of all rows, and how rows it had not seen were read.
 * @param held rows by somebody else, which set the confidence; without them the rows themselves do, each fifth read by a model of the others
 */
export const train = (rows: readonly LabelledRow[], { base, held = [] }: { base?: Classifier | undefined; held?: readonly LabelledRow[] } = {}): { model: Classifier; readings: Reading[] } => {
  if (held.length === 0) {
    const { classes, temperature, threshold, readings } = readLeftOut(rows, { base })
    return { model: { ...fit(rows, classes, base), temperature, threshold }, readings }
  }
  const classes = [...new Set([...rows, ...held].map(({ label }) => label))].sort()
  const first = fit(rows, classes, base)
  const { temperature, readings } = settled(held.map((row) => ({ label: row.label, right: classes.indexOf(row.label), scores: scoresOf(first, vectorOf(first, row)) })))
  return { model: { ...fit([...rows, ...held], classes, base), temperature, threshold: thresholdFor(readings, classes) }, readings }
}
