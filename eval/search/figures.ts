// How well questions are answered, in numbers: hits, reciprocal rank, discounted gain, calibration, and how far a figure can be trusted. Pure.
// Measures as usual in information retrieval (Manning, Raghavan, Schütze: Introduction to Information Retrieval, chapter 8).
import { chanceFrom } from '../../server/kernel/learning/chance.ts'

/** A figure with the interval in which it lies with 95 % confidence. */
export type Figure = { value: number; low: number; high: number; of: number }

const resamples = 1000

export const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length)

/** The mean with its interval by drawing the values again, with replacement, a thousand times. */
export const figureOf = (values: readonly number[], seed = 6): Figure => {
  const random = chanceFrom(seed)
  const means = Array.from({ length: resamples }, () => {
    let sum = 0
    for (let n = 0; n < values.length; n += 1) sum += values[Math.floor(random() * values.length)] ?? 0
    return values.length === 0 ? 0 : sum / values.length
  }).sort((a, b) => a - b)
  return { value: mean(values), low: means[Math.floor(resamples * 0.025)] ?? 0, high: means[Math.ceil(resamples * 0.975) - 1] ?? 0, of: values.length }
}

/** 1 when one of the first `depth` is good enough, else 0. @param grades of the answers, best first as found */
export const hitWithin = (grades: readonly number[], depth: number, goodFrom: number): number => (grades.slice(0, depth).some((grade) => grade >= goodFrom) ? 1 : 0)

/** 1 over the place of the first good answer, 0 without one. */
export const reciprocalRank = (grades: readonly number[], goodFrom: number): number => {
  const at = grades.findIndex((grade) => grade >= goodFrom)
  return at === -1 ? 0 : 1 / (at + 1)
}

const discountedGain = (grades: readonly number[]): number => grades.reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0)

/** Gain of the first `depth` answers by that of the best possible order, 0 to 1. @param possible every grade that could have been found */
export const normalisedGain = (grades: readonly number[], possible: readonly number[], depth = 10): number => {
  const best = discountedGain(possible.toSorted((a, b) => b - a).slice(0, depth))
  return best === 0 ? 0 : discountedGain(grades.slice(0, depth)) / best
}

/** One prediction: how sure it was, 0 to 1, and whether it was right. */
export type Prediction = { confidence: number; right: boolean }

/** Mean squared distance between confidence and truth; 0 is perfect, 0.25 is always saying one half. */
export const brier = (predictions: readonly Prediction[]): number => mean(predictions.map(({ confidence, right }) => (confidence - (right ? 1 : 0)) ** 2))

/** Expected calibration error over ten bins: by how much confidence and the share of right ones differ. */
export const calibrationError = (predictions: readonly Prediction[]): number => {
  const bins = Map.groupBy(predictions, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)))
  return [...bins.values()].reduce((sum, bin) => {
    const gap = Math.abs(mean(bin.map(({ confidence }) => confidence)) - mean(bin.map(({ right }) => (right ? 1 : 0))))
    return sum + (gap * bin.length) / predictions.length
  }, 0)
}

/** Agreement of two people beyond chance (Cohen's kappa). @param pairs what each of them said */
export const kappa = (pairs: readonly (readonly [string | number, string | number])[]): number => {
  const share = (count: number) => count / pairs.length
  const observed = share(pairs.filter(([a, b]) => a === b).length)
  const said = new Set(pairs.flat())
  const expected = [...said].reduce<number>((sum, each) => sum + share(pairs.filter(([a]) => a === each).length) * share(pairs.filter(([, b]) => b === each).length), 0)
  return expected === 1 ? 1 : (observed - expected) / (1 - expected)
}
