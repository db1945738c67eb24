// A model as it is kept: one line of JSON that says what it is, then a byte for each weight. What does not fit its checksum is refused. Pure.
import { createHash } from 'node:crypto'
import { shares } from '../../kernel/learning/shares.ts'
import { buckets, featuresOf } from './features.ts'
import { intentFrom, intentKinds, type Intent } from './intent.ts'

/** Raise when features, kinds or the file change: models made before then no longer fit. */
const format = 'tongban-intents/2'
const steps = 127

/** `scales`: what one step of a weight is worth, by kind. `trainedOn`: digest of the labelled lines; `lines`: how many there were. */
export type Model = { weights: Int8Array; scales: readonly number[]; temperature: number; lines: number; trainedOn: string }

/** Why a file is no model. */
export class ModelFault extends Error {}

/** Scores of a text's features for each kind; `weights` as fractions, or in steps of `scales`. */
export const scoresOf = (weights: ArrayLike<number>, features: readonly number[], scales?: readonly number[]): number[] => {
  const length = Math.sqrt(Math.max(1, features.length))
  return intentKinds.map((_, kind) => {
    let sum = 0
    for (const feature of features) sum += weights[feature * intentKinds.length + kind] ?? 0
    return ((scales?.[kind] ?? 1) * sum) / length
  })
}

/** What a text is about. Nothing to read in it: each kind as likely as the other, and unsure. */
export const readWith = ({ weights, scales, temperature }: Model, text: string): Intent => intentFrom(shares(scoresOf(weights, featuresOf(text), scales), temperature))

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

export const digestOf = (files: readonly string[]): string => sha256(files.join('\n'))

/** Weights in steps of a byte. */
export const toModel = (learnt: { weights: Float64Array; temperature: number }, about: Pick<Model, 'lines' | 'trainedOn'>): Model => {
  const width = intentKinds.length
  const scales = intentKinds.map((_, kind) => learnt.weights.reduce((top, weight, at) => (at % width === kind ? Math.max(top, Math.abs(weight)) : top), 1e-9) / steps)
  const weights = Int8Array.from(learnt.weights, (weight, at) => Math.round(weight / (scales[at % width] ?? 1)))
  return { weights, scales, temperature: learnt.temperature, ...about }
}

export const encodeModel = ({ weights, ...about }: Model): Uint8Array => {
  const bytes = Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength)
  return Buffer.concat([Buffer.from(`${JSON.stringify({ format, kinds: intentKinds, buckets, ...about, checksum: sha256(bytes) })}\n`), bytes])
}

type Head = Partial<Record<'format' | 'kinds' | 'buckets' | 'scales' | 'temperature' | 'lines' | 'trainedOn' | 'checksum', unknown>>

const readHead = (text: string): Head => {
  try {
    const head: unknown = JSON.parse(text)
    if (head !== null && typeof head === 'object') return head
  } catch {
    throw new ModelFault('does not begin as a model')
  }
  throw new ModelFault('does not begin as a model')
}

/** @throws ModelFault */
export const decodeModel = (file: Uint8Array): Model => {
  const end = file.indexOf(10)
  const { format: written, kinds, buckets: many, scales, temperature, lines, trainedOn, checksum } = readHead(Buffer.from(file.subarray(0, Math.max(0, end))).toString())
  if (written !== format || many !== buckets || JSON.stringify(kinds) !== JSON.stringify(intentKinds)) throw new ModelFault('was made for another version')
  const bytes = file.slice(end + 1)
  if (bytes.byteLength !== buckets * intentKinds.length || sha256(bytes) !== checksum) throw new ModelFault('was altered or cut off')
  const numbers = Array.isArray(scales) ? scales.filter((each): each is number => typeof each === 'number' && Number.isFinite(each)) : []
  if (numbers.length !== intentKinds.length || typeof temperature !== 'number' || !(temperature > 0)) throw new ModelFault('lacks its scales')
  return { weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), scales: numbers, temperature, lines: Number(lines), trainedOn: String(trainedOn) }
}
