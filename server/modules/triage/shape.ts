// What like requests are found by: the most telling pieces of their words, as keyed digests, so that nobody can read the words from them. Pure.
// Every piece is bound to its district: requests of two districts are never about the same thing, and the index stays quick with millions.
import { keyedDigest } from '../../kernel/field-encryption.ts'
import { profileOf, type Worded } from './likeness.ts'

/** Terms, the heaviest first: 32 bits each, so few that two pieces of one district hardly ever share one. */
export type Shape = readonly number[]

const mostTerms = 24
const leastTerms = 3

/** First six digits of a region: district or county; a city or province where no more is known. */
export const districtOf = (region: string): string => region.slice(0, 6)

/** @param rarity how telling a piece is */
export const shapeOf = (worded: Worded, region: string, rarity: (piece: string) => number): Shape =>
  [...profileOf(worded, rarity).keys()].slice(0, mostTerms).map((piece) => Buffer.from(keyedDigest('request piece', `${districtOf(region)} ${piece}`), 'base64url').readInt32BE(0))

/** Terms by which a shape is found: the heaviest ones. */
export const leadsOf = (shape: Shape): Shape => shape.slice(0, 12)

const weightOf = (at: number, of: number): number => 1 - (0.5 * at) / Math.max(1, of)

const wholeWeight = (shape: Shape): number => shape.reduce((sum, _, at) => sum + weightOf(at, shape.length), 0)

/** How much of another shape is the same as of this one, heavier terms counting more; 0 to 1. A text too short to tell is like none but itself. */
export const likenessTo = (one: Shape): ((other: Shape) => number) => {
  const weights = new Map(one.map((term, at) => [term, weightOf(at, one.length)]))
  const own = wholeWeight(one)
  return (other) => {
    if (Math.min(one.length, other.length) < leastTerms) return one.length > 0 && one.join() === other.join() ? 1 : 0
    let common = 0
    for (const [at, term] of other.entries()) {
      const weight = weights.get(term)
      if (weight !== undefined) common += (weight + weightOf(at, other.length)) / 2
    }
    return (2 * common) / (own + wholeWeight(other))
  }
}
