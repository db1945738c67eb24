// Which of many texts mean most nearly the same as a question: each text is kept as one byte a number, and as one bit a number to look through first. Pure.
// The bits of eight numbers are one byte, for which what they are worth to the question is looked up; only the likeliest are compared number by number.
import { roomFor } from './columns.ts'
import { highest } from './highest.ts'

export type NearestTexts = {
  /** Takes in a text by its vector, at length 1; returns its number, from 0. */
  add: (vector: Float32Array) => number
  /** How nearly a text means the same: the cosine of the angle between the vectors, −1 to 1. */
  likenessOf: (vector: Float32Array, number: number) => number
  /** The texts nearest to a vector, the nearest first; of equally near ones the earlier. */
  nearest: (vector: Float32Array, most: number) => { number: number; likeness: number }[]
  /** `texts`: how many there are; `bytes`: memory they take */
  size: () => { texts: number; bytes: number }
}

const steps = 127
/** Texts compared number by number. */
const looked = 512
/** Numbers whose signs are looked through: vectors begin with the directions in which texts differ most. */
const mostGuessed = 64
const bits = 8
const patterns = 1 << bits

/** @param size numbers in a vector */
export const createNearestTexts = (size: number): NearestTexts => {
  const width = Math.ceil(Math.min(size, mostGuessed) / bits)
  let rows = new Int8Array(0)
  let scales = new Float32Array(0)
  let signs = new Uint8Array(0)
  let guesses = new Float32Array(0)
  let texts = 0
  /** How far each number is from zero, all texts together: what its sign stands for. */
  const reach = new Float64Array(size)
  const worth = new Float32Array(width * patterns)

  const likenessOf = (vector: Float32Array, number: number): number => {
    let sum = 0
    for (let at = 0, from = number * size; at < size; at += 1) sum += (vector[at] ?? 0) * (rows[from + at] ?? 0)
    return sum * (scales[number] ?? 0)
  }

  /** What each pattern of eight signs is worth to a vector. */
  const weigh = (vector: Float32Array): void => {
    for (let byte = 0; byte < width; byte += 1) {
      let whole = 0
      for (let bit = 0; bit < bits; bit += 1) whole -= (vector[byte * bits + bit] ?? 0) * (reach[byte * bits + bit] ?? 0)
      worth[byte * patterns] = whole
      // A pattern with one bit more is worth twice that number more, because it is added instead of taken away.
      for (let bit = 0; bit < bits; bit += 1) {
        const more = 2 * (vector[byte * bits + bit] ?? 0) * (reach[byte * bits + bit] ?? 0)
        for (let pattern = 0; pattern < 1 << bit; pattern += 1) worth[byte * patterns + (1 << bit) + pattern] = (worth[byte * patterns + pattern] ?? 0) + more
      }
    }
  }

  const guess = (): void => {
    if (guesses.length < texts) guesses = new Float32Array(scales.length)
    for (let number = 0, at = 0; number < texts; number += 1) {
      let sum = 0
      for (let byte = 0; byte < width; byte += 1, at += 1) sum += worth[byte * patterns + (signs[at] ?? 0)] ?? 0
      guesses[number] = sum
    }
  }

  /** Numbers whose guess is among the highest, found by counting how many lie in each of some intervals. */
  const likeliest = (): number[] => {
    let [least, top] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (let number = 0; number < texts; number += 1) {
      least = Math.min(least, guesses[number] ?? 0)
      top = Math.max(top, guesses[number] ?? 0)
    }
    const intervals = new Uint32Array(1024)
    const each = (intervals.length - 1) / Math.max(1e-9, top - least)
    for (let number = 0; number < texts; number += 1) {
      const interval = Math.floor(((guesses[number] ?? 0) - least) * each)
      intervals[interval] = (intervals[interval] ?? 0) + 1
    }
    let from = intervals.length
    for (let many = 0; from > 0 && many < looked; ) many += intervals[(from -= 1)] ?? 0
    const chosen: number[] = []
    for (let number = 0; number < texts; number += 1) if (Math.floor(((guesses[number] ?? 0) - least) * each) >= from) chosen.push(number)
    return chosen
  }

  return {
    likenessOf,
    add: (vector) => {
      const number = texts
      texts += 1
      rows = roomFor(rows, texts * size, (length) => new Int8Array(length))
      scales = roomFor(scales, texts, (length) => new Float32Array(length))
      signs = roomFor(signs, texts * width, (length) => new Uint8Array(length))
      const top = vector.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1
      scales[number] = top / steps
      for (let at = 0; at < size; at += 1) {
        const value = vector[at] ?? 0
        rows[number * size + at] = Math.round((value / top) * steps)
        reach[at] = (reach[at] ?? 0) + Math.abs(value)
        if (value > 0 && at < width * bits) signs[number * width + (at >> 3)] = (signs[number * width + (at >> 3)] ?? 0) | (1 << (at & 7))
      }
      return number
    },
    nearest: (vector, most) => {
      if (texts === 0) return []
      weigh(vector)
      guess()
      const chosen = likeliest()
      const likeness = Float32Array.from(chosen, (number) => likenessOf(vector, number))
      const of = (place: number): number => likeness[place] ?? 0
      return highest([...chosen.keys()], most, of).map((place) => ({ number: chosen[place] ?? 0, likeness: of(place) }))
    },
    size: () => ({ texts, bytes: rows.byteLength + scales.byteLength + signs.byteLength + guesses.byteLength }),
  }
}
