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
const looked = 256
/** Numbers whose signs are looked through: vectors begin with the directions in which texts differ most. */
const guessed = 64
const patterns = 256
const bytes = guessed / 8
/** The signs of a text are two numbers of 32 bits. */
const signWords = guessed / 32
/** Guesses are whole numbers below this, so that the highest are found by counting how many texts have each. */
const levels = 1 << 14

/** @param size numbers in a vector */
export const createNearestTexts = (size: number): NearestTexts => {
  let rows = new Int8Array(0)
  let scales = new Float32Array(0)
  let signs = new Uint32Array(0)
  let guesses = new Uint16Array(0)
  let likenesses = new Float32Array(0)
  let texts = 0
  /** How far each number is from zero, all texts together: what its sign stands for. */
  const reach = new Float64Array(guessed)
  const worth = new Uint16Array(bytes * patterns)
  // What each byte is worth is rounded by itself, so a sum may be that much over.
  const counts = new Uint32Array(levels + bytes)

  const likenessOf = (vector: Float32Array, number: number): number => {
    const row = rows
    const from = number * size
    // Four sums side by side: one alone waits for itself.
    let [first, second, third, fourth] = [0, 0, 0, 0]
    for (let at = 0; at < size; at += 4) {
      first += (vector[at] ?? 0) * (row[from + at] ?? 0)
      second += (vector[at + 1] ?? 0) * (row[from + at + 1] ?? 0)
      third += (vector[at + 2] ?? 0) * (row[from + at + 2] ?? 0)
      fourth += (vector[at + 3] ?? 0) * (row[from + at + 3] ?? 0)
    }
    return (first + second + third + fourth) * (scales[number] ?? 0)
  }

  /** What each pattern of eight signs is worth to a vector; a pattern against it in every sign is worth nothing. */
  const weigh = (vector: Float32Array): void => {
    const each = Array.from(reach, (far, at) => (vector[at] ?? 0) * far)
    const scale = (levels - 1) / Math.max(1e-9, each.reduce((sum, value) => sum + Math.abs(value), 0))
    const exact = new Float64Array(patterns)
    for (let byte = 0; byte < bytes; byte += 1) {
      const eight = each.slice(byte * 8, byte * 8 + 8)
      exact[0] = scale * eight.reduce((sum, value) => sum + Math.max(0, -value), 0)
      // A pattern with one bit more is worth that number more, because it is there instead of its opposite.
      for (const [bit, value] of eight.entries()) for (let pattern = 0; pattern < 1 << bit; pattern += 1) exact[(1 << bit) + pattern] = (exact[pattern] ?? 0) + scale * value
      worth.set(exact.map(Math.round), byte * patterns)
    }
  }

  const worthOf = (byte: number, pattern: number): number => worth[byte * patterns + pattern] ?? 0

  /** What each text is worth by its signs, and how many are worth the same. */
  const guess = (): void => {
    if (guesses.length < texts) {
      guesses = new Uint16Array(scales.length)
      likenesses = new Float32Array(scales.length)
    }
    counts.fill(0)
    const [signed, into, many] = [signs, guesses, texts]
    for (let number = 0; number < many; number += 1) {
      const one = signed[signWords * number] ?? 0
      const other = signed[signWords * number + 1] ?? 0
      const sum = worthOf(0, one & 255) + worthOf(1, (one >>> 8) & 255) + worthOf(2, (one >>> 16) & 255) + worthOf(3, one >>> 24)
        + worthOf(4, other & 255) + worthOf(5, (other >>> 8) & 255) + worthOf(6, (other >>> 16) & 255) + worthOf(7, other >>> 24)
      into[number] = sum
      counts[sum] = (counts[sum] ?? 0) + 1
    }
  }

  /** Texts whose guess is among the highest. */
  const likeliest = (): number[] => {
    let least = counts.length
    for (let many = 0; least > 0 && many < looked; ) many += counts[(least -= 1)] ?? 0
    const chosen: number[] = []
    for (let number = 0; number < texts; number += 1) if ((guesses[number] ?? 0) >= least) chosen.push(number)
    return chosen
  }

  return {
    likenessOf,
    add: (vector) => {
      const number = texts
      texts += 1
      rows = roomFor(rows, texts * size, (length) => new Int8Array(length))
      scales = roomFor(scales, texts, (length) => new Float32Array(length))
      signs = roomFor(signs, texts * signWords, (length) => new Uint32Array(length))
      const top = vector.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1
      scales[number] = top / steps
      for (let at = 0; at < size; at += 1) rows[number * size + at] = Math.round(((vector[at] ?? 0) / top) * steps)
      for (let at = 0; at < guessed; at += 1) {
        const value = vector[at] ?? 0
        reach[at] = (reach[at] ?? 0) + Math.abs(value)
        const word = signWords * number + (at >> 5)
        if (value > 0) signs[word] = (signs[word] ?? 0) | (1 << (at & 31))
      }
      return number
    },
    nearest: (vector, most) => {
      if (texts === 0) return []
      weigh(vector)
      guess()
      const chosen = likeliest()
      for (const number of chosen) likenesses[number] = likenessOf(vector, number)
      const likeness = (number: number): number => likenesses[number] ?? 0
      return highest(chosen, most, likeness).map((number) => ({ number, likeness: likeness(number) }))
    },
    size: () => ({ texts, bytes: rows.byteLength + scales.byteLength + signs.byteLength + guesses.byteLength + likenesses.byteLength }),
  }
}
