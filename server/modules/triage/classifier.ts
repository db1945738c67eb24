// What a text is about, by a model learnt from labelled rows: the classes, how likely each is, and whether a person had better decide. Pure.
import { shares } from '../../kernel/learning/shares.ts'
import { piecesOf, type Wording } from './features.ts'
import type { Vector } from './linear.ts'

/**
 * `columns`: column of each bucket, -1 where a piece was not learnt; `rarity`: how telling each column is; `weights`: rows of one weight
 * for each class, columns first and where the line stands last. `threshold`: confidence from which on at least 95 % were right on rows left
 * out; above 1 when no confidence was. `base`: a model whose opinions are one more thing this one learnt from.
 */
export type Classifier = {
  classes: readonly string[]
  columns: Int32Array
  rarity: Float32Array
  weights: Float32Array
  temperature: number
  threshold: number
  base?: Classifier | undefined
  /** the bytes it was read from, so that a model built on it need not pack it again */
  packed?: Uint8Array
}

export type Likely = { id: string; confidence: number }

/** `abstained`: less sure than what was right 95 times in 100, so a person decides; `category` is then the best guess. */
export type Classification = { category?: Likely; alternatives: Likely[]; abstained: boolean }

/** How much each opinion of the base model counts beside the words, and how much wider it is spread than where it decides itself. */
const baseCounts = 0.4
const baseSpread = 1.5
/** It was taught with sentences: of a long text it reads the beginning. */
const baseReads = 400
const mostAlternatives = 4

/** What the base model is asked about: what the text begins with, and the title. */
const baseAsked = ({ title, text }: Wording): Wording[] => {
  const beginning = text.slice(0, baseReads)
  return [{ text: beginning }, { text: title ?? beginning }]
}

/** Columns of what the base model says, behind those of the words. */
export const opinionColumns = (base: Classifier | undefined): number => (base === undefined ? 0 : baseAsked({ text: '' }).length * base.classes.length)

/** Divides by the length, so that long and short texts count alike. */
const toLengthOne = (at: number[], by: number[], length = 1): { at: number[]; by: number[] } => {
  const root = Math.sqrt(by.reduce((sum, part) => sum + part * part, 0)) || 1
  return { at, by: by.map((part) => (part * length) / root) }
}

/** A text in the columns of a model; those of its base model's opinions come last. */
export const vectorOf = ({ columns, rarity, base }: Pick<Classifier, 'columns' | 'rarity' | 'base'>, wording: Wording): Vector => {
  const at: number[] = []
  const by: number[] = []
  for (const [bucket, count] of piecesOf(wording)) {
    const column = columns[bucket] ?? -1
    if (column < 0) continue
    at.push(column)
    by.push(Math.log1p(count) * (rarity[column] ?? 0))
  }
  const words = toLengthOne(at, by)
  if (!base) return { at: Int32Array.from(words.at), by: Float32Array.from(words.by) }
  const said = baseAsked(wording).map((asked, question) => {
    const opinion = shares(scoresOf(base, vectorOf(base, asked)), base.temperature * baseSpread)
    return toLengthOne(opinion.map((_, nth) => rarity.length + question * opinion.length + nth), opinion, baseCounts)
  })
  return { at: Int32Array.from([words, ...said].flatMap((each) => each.at)), by: Float32Array.from([words, ...said].flatMap((each) => each.by)) }
}

/** A score for each class. */
export const scoresOf = ({ classes, weights }: Pick<Classifier, 'classes' | 'weights'>, { at, by }: Vector): number[] => {
  const width = classes.length
  const scores = Float64Array.from(weights.subarray(weights.length - width))
  for (let each = 0; each < at.length; each += 1) {
    const from = (at[each] ?? 0) * width
    const part = by[each] ?? 0
    for (let nth = 0; nth < width; nth += 1) scores[nth] = (scores[nth] ?? 0) + part * (weights[from + nth] ?? 0)
  }
  return [...scores]
}

/** How likely each class is, in the order of `classes`. */
export const sharesOf = (model: Classifier, wording: Wording): number[] => shares(scoresOf(model, vectorOf(model, wording)), model.temperature)

/** Well below two milliseconds. A text without words is no class, and a person decides. */
export const classify = (model: Classifier, wording: Wording): Classification => {
  const vector = vectorOf(model, wording)
  if (vector.at.length === 0) return { alternatives: [], abstained: true }
  const likely = shares(scoresOf(model, vector), model.temperature).map((confidence, nth) => ({ id: model.classes[nth] ?? '', confidence })).sort((a, b) => b.confidence - a.confidence)
  const [category, ...others] = likely
  return category ? { category, alternatives: others.slice(0, mostAlternatives), abstained: category.confidence < model.threshold } : { alternatives: [], abstained: true }
}
