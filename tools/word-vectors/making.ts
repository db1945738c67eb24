// From embeddings to word vectors: few numbers a word, turned so that the sum of a text's words comes close to what the text means. Pure.
// Source of the weights by how usual a word is: Arora, Liang, Ma: A simple but tough-to-beat baseline for sentence embeddings (2017).
import { createWordVectors, type WordTable } from '../../server/modules/search/index.ts'
import { along, atLengthOne, mainDirections, meanOf, ridge, rowsOf, sparseOf, times, type Rows } from './algebra.ts'
import type { Usual } from './vocabulary.ts'

/**
 * `size`: numbers in a vector; `stiffness`: how strongly words keep to their own embedding against what texts say they mean; `sameCounts`: what texts
 * that mean the same count beside a text's own embedding
 */
export type Making = { size: number; stiffness: number; sameCounts: number }

export type WordLesson = Usual & { embedding: ArrayLike<number> }

/** A text to learn from, normalised; `same`: numbers of the lessons that mean the same. */
export type Lesson = { text: string; embedding: ArrayLike<number>; same: readonly number[] }

/** A word of this part of all words counts half in a sentence. */
const usualPart = 1e-3

const steps = 127

/** Bytes for numbers; each row times its scale is the row again, to within half a step. */
export const quantised = ({ width, numbers }: Rows): { steps: Int8Array; scales: Float32Array } => {
  const many = numbers.length / width
  const scales = Float32Array.from({ length: many }, (_, row) => numbers.subarray(row * width, (row + 1) * width).reduce((top, value) => Math.max(top, Math.abs(value)), 0) / steps || 1)
  return { steps: Int8Array.from(numbers, (value, at) => Math.round(value / (scales[Math.floor(at / width)] ?? 1))), scales }
}

/** How a text is made of words: each by its weight, together 1. */
const sharesOf = (words: readonly number[], weights: Float64Array): [column: number, value: number][] => {
  const sum = words.reduce((all, word) => all + (weights[word] ?? 0), 0) || 1
  return words.map((word) => [word, (weights[word] ?? 0) / sum])
}

const sumOfProducts = (one: Float64Array, other: Float64Array): number => one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)

const columnOf = ({ width, numbers }: Rows, column: number): Float64Array => Float64Array.from({ length: numbers.length / width }, (_, row) => numbers[row * width + column] ?? 0)

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** Takes from an embedding the mean of its language: in which one something is said is no part of what it means. @param texts their embeddings say what the means are */
const withoutLanguage = (lessons: readonly Lesson[], width: number) => {
  const mean = (wanted: boolean): Float64Array => meanOf(rowsOf(lessons.filter(({ text }) => isChinese(text) === wanted).map(({ embedding }) => embedding), width))
  const means = { chinese: mean(true), other: mean(false) }
  return (text: string, embedding: ArrayLike<number>): Float64Array => {
    const taken = isChinese(text) ? means.chinese : means.other
    return taken.map((value, at) => (embedding[at] ?? 0) - value)
  }
}

/** What each text means: its own direction, and beside it that of all that means the same. */
const goalsOf = ({ width, numbers }: Rows, lessons: readonly Lesson[], sameCounts: number): Rows => {
  const goals = numbers.slice()
  for (const [row, { same }] of lessons.entries())
    for (const other of same) for (let at = 0; at < width; at += 1) goals[row * width + at] = (goals[row * width + at] ?? 0) + (sameCounts / same.length) * (numbers[other * width + at] ?? 0)
  return atLengthOne({ width, numbers: goals })
}

/** The words with their vectors, each already times its weight in a sentence. */
export const makeVectors = (words: readonly WordLesson[], lessons: readonly Lesson[], { size, stiffness, sameCounts }: Making): WordTable => {
  const width = lessons[0]?.embedding.length ?? 0
  const logParts = Float32Array.from(words, ({ part }) => Math.log(part))
  const weights = Float64Array.from(words, ({ part }) => usualPart / (usualPart + part))
  const empty = { words: words.map(({ word }) => word), size, steps: new Int8Array(words.length * size), scales: new Float32Array(words.length), logParts }
  const { cut } = createWordVectors(empty)
  const meaningOf = withoutLanguage(lessons, width)
  const meanings = atLengthOne(rowsOf(lessons.map(({ text, embedding }) => meaningOf(text, embedding)), width))
  const wanted = goalsOf(meanings, lessons, sameCounts)
  const directions = mainDirections(wanted, size)
  const goals = along(wanted, directions)
  const own = along(rowsOf(words.map(({ word, embedding }) => meaningOf(word, embedding)), width), directions)
  const sums = sparseOf(lessons.map(({ text }) => sharesOf(cut(text), weights)), words.length)
  const columns = Array.from({ length: size }, (_, column) => {
    const of = columnOf(own, column)
    return { goal: columnOf(goals, column), of, sum: times(sums, of) }
  })
  // Embeddings of words are all alike; as far apart as those of texts they are by this factor.
  const factor = columns.reduce((all, { goal, sum }) => all + sumOfProducts(goal, sum), 0) / (columns.reduce((all, { sum }) => all + sumOfProducts(sum, sum), 0) || 1)
  const made = new Float64Array(own.numbers.length)
  for (const [column, { goal, of, sum }] of columns.entries()) {
    const change = ridge(sums, goal.map((value, row) => value - factor * (sum[row] ?? 0)), stiffness)
    for (let row = 0; row < words.length; row += 1) made[row * size + column] = (factor * (of[row] ?? 0) + (change[row] ?? 0)) * (weights[row] ?? 0)
  }
  return { ...empty, ...quantised({ width: size, numbers: made }) }
}
