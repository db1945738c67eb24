// What words mean, in numbers: a vector for each of some forty thousand words, made so that texts that mean the same point the same way. Pure.
// A text is cut into known words and its vector is their sum, so reading one takes microseconds and no model. How the file is made: tools/word-vectors.
import { createHash } from 'node:crypto'

/** `steps`: `size` numbers a word, one word behind the other, each times the word's `scale`; `logParts`: logarithm of how usual a word is, in parts of all words. */
export type WordTable = { words: readonly string[]; size: number; steps: Int8Array; scales: Float32Array; logParts: Float32Array }

/** Where vectors come from, as it stands in their file. */
export type Origin = { model: string; licence: string; texts: number }

export type WordVectors = {
  /** numbers in a vector */
  size: number
  /** Numbers of the known words of a normalised text, in their order. Of an unknown word what is known of its parts. */
  cut: (normalised: string) => number[]
  /** The vector of a normalised text, at length 1; undefined when no word of it is known. */
  vectorOf: (normalised: string) => Float32Array | undefined
}

/** Why a file holds no word vectors. */
export class VectorFault extends Error {}

/** Raise when the file changes, or how texts are cut. */
const format = 'tongban word vectors 1'
const aligned = 4

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer => Buffer.from(buffer, byteOffset, byteLength)

/** One line that says what it is, then scales, log parts, steps and words; with a checksum over what follows the line. */
export const encodeVectors = ({ words, size, steps, scales, logParts }: WordTable, origin: Origin): Uint8Array => {
  const body = Buffer.concat([bytesOf(scales), bytesOf(logParts), bytesOf(steps), Buffer.from(words.join('\n'))])
  const head = JSON.stringify({ format, ...origin, words: words.length, size, checksum: sha256(body) })
  const length = Buffer.byteLength(head) + 1
  return Buffer.concat([Buffer.from(`${head}${' '.repeat((aligned - (length % aligned)) % aligned)}\n`), body])
}

type Head = { words: number; size: number; checksum: string }

const readHead = (line: string): Head => {
  let head: unknown
  try {
    head = JSON.parse(line)
  } catch {
    throw new VectorFault('does not begin as word vectors')
  }
  const isHead = head !== null && typeof head === 'object' && 'format' in head && 'words' in head && 'size' in head && 'checksum' in head
  if (!isHead || typeof head !== 'object' || head === null) throw new VectorFault('does not begin as word vectors')
  const { format: written, words, size, checksum } = head as Partial<Record<'format' | 'words' | 'size' | 'checksum', unknown>>
  if (written !== format) throw new VectorFault('was made for another version')
  if (typeof words !== 'number' || typeof size !== 'number' || !Number.isSafeInteger(words * size) || words < 1 || size < 1) throw new VectorFault('does not say how much it holds')
  return { words, size, checksum: String(checksum) }
}

/** Views of the bytes of a file, which are not copied. @throws VectorFault */
export const decodeVectors = (file: Uint8Array): WordTable => {
  const end = file.indexOf(10)
  const { words: many, size, checksum } = readHead(Buffer.from(file.subarray(0, Math.max(0, end))).toString())
  // Numbers of four bytes can only be looked at where four bytes begin.
  const body = (file.byteOffset + end + 1) % aligned === 0 ? file.subarray(end + 1) : file.slice(end + 1)
  const numbers = many * (2 * Float32Array.BYTES_PER_ELEMENT + size)
  if (body.byteLength <= numbers || sha256(body) !== checksum) throw new VectorFault('was altered or cut off')
  const words = Buffer.from(body.buffer, body.byteOffset + numbers, body.byteLength - numbers).toString().split('\n')
  if (words.length !== many) throw new VectorFault('does not hold the words it says')
  const floats = (at: number) => new Float32Array(body.buffer, body.byteOffset + at * many * Float32Array.BYTES_PER_ELEMENT, many)
  return { words, size, scales: floats(0), logParts: floats(1), steps: new Int8Array(body.buffer, body.byteOffset + 2 * many * Float32Array.BYTES_PER_ELEMENT, many * size) }
}

/** Characters of a Chinese word that are tried, and what passing over an unknown one costs: more than any known word. */
const longestChinese = 8
const unknownCost = 40
/** Letters of an English word that must be known when its end is not: licences by licence. */
const leastStem = 4

const han = /^\p{Script=Han}/u

/** Cuts a Chinese text into the words most likely together (the least sum of −log parts). */
const cutChinese = (run: string, numbers: ReadonlyMap<string, number>, logParts: Float32Array): number[] => {
  const characters = [...run]
  const costs = new Float64Array(characters.length + 1)
  const begins = new Int32Array(characters.length + 1)
  const words = new Int32Array(characters.length + 1)
  for (let to = 1; to <= characters.length; to += 1) {
    let word = ''
    costs[to] = (costs[to - 1] ?? 0) + unknownCost
    begins[to] = to - 1
    words[to] = -1
    for (let from = to - 1; from >= Math.max(0, to - longestChinese); from -= 1) {
      word = `${characters[from]}${word}`
      const number = numbers.get(word)
      if (number === undefined) continue
      const cost = (costs[from] ?? 0) - (logParts[number] ?? 0)
      if (cost >= (costs[to] ?? 0)) continue
      costs[to] = cost
      begins[to] = from
      words[to] = number
    }
  }
  const found: number[] = []
  for (let to = characters.length; to > 0; to = begins[to] ?? 0) if ((words[to] ?? -1) >= 0) found.push(words[to] ?? 0)
  return found.reverse()
}

/** An English word, or the longest known word it begins with. */
const stemOf = (word: string, numbers: ReadonlyMap<string, number>): number[] => {
  for (let length = word.length; length >= Math.min(word.length, leastStem); length -= 1) {
    const number = numbers.get(word.slice(0, length))
    if (number !== undefined) return [number]
  }
  return []
}

export const createWordVectors = ({ words, size, steps, scales, logParts }: WordTable): WordVectors => {
  const numbers = new Map(words.map((word, number) => [word, number]))
  const cut = (normalised: string): number[] =>
    normalised.split(' ').flatMap((run) => (han.test(run) ? cutChinese(run, numbers, logParts) : stemOf(run, numbers)))
  return {
    size, cut,
    vectorOf: (normalised) => {
      const vector = new Float32Array(size)
      for (const number of cut(normalised)) {
        const scale = scales[number] ?? 0
        for (let at = 0; at < size; at += 1) vector[at] = (vector[at] ?? 0) + scale * (steps[number * size + at] ?? 0)
      }
      let square = 0
      for (const value of vector) square += value * value
      if (square === 0) return undefined
      const length = Math.sqrt(square)
      for (let at = 0; at < size; at += 1) vector[at] = (vector[at] ?? 0) / length
      return vector
    },
  }
}
