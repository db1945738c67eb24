// A classifier as it is kept: one line of JSON that says what it is, then its columns and a byte for each weight, packed. What does not fit its
// checksum is refused. A model that learnt from another's opinion carries that one with it.
import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { opinionColumns, type Classifier } from './classifier.ts'
import { buckets } from './features.ts'

/** Raise when pieces or the file change: models made before then no longer fit. */
const format = 'tongban-requests/3'
const steps = 127
/** No model is larger unpacked; what claims to be is no model. */
const mostBytes = 400_000_000

/**
 * `trainedOn`: digest of the labelled rows; `rows`: how many there were; `learnt`: rows of each class; `coverageAt95`, `macroF1`: on rows left out.
 * `until`: instant of the newest correction among them, '' without any.
 */
export type KeptModel = Classifier & { rows: number; learnt: Readonly<Record<string, number>>; trainedOn: string; until: string; macroF1: number; coverageAt95: number }

/** Why a file is no model. */
export class ModelFault extends Error {}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

export const digestOf = (texts: readonly string[]): string => sha256(texts.join('\n'))

const bytesOf = (numbers: Float32Array | Int32Array | Int8Array): Buffer => Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)

/** Weights in steps of a byte, each class with its own step. */
const toSteps = ({ classes, weights }: Classifier): { scales: number[]; bytes: Int8Array } => {
  const width = classes.length
  const scales = Array.from({ length: width }, () => 1e-9)
  weights.forEach((weight, at) => { scales[at % width] = Math.max(scales[at % width] ?? 0, Math.abs(weight) / steps) })
  return { scales, bytes: Int8Array.from(weights, (weight, at) => Math.round(weight / (scales[at % width] ?? 1))) }
}

export const encodeModel = (model: KeptModel): Uint8Array => {
  const { classes, columns, rarity, weights: _weights, packed: _packed, base, learnt, ...about } = model
  const { scales, bytes } = toSteps(model)
  // Buckets rise with their columns, so how far each is from the one before is a small number.
  const known: number[] = []
  columns.forEach((column, bucket) => { if (column >= 0) known.push(bucket) })
  const gaps = Int32Array.from(known, (bucket, nth) => bucket - (known[nth - 1] ?? 0))
  const below = base ? (base.packed ?? encodeModel({ ...base, rows: 0, learnt: {}, trainedOn: '', until: '', macroF1: 0, coverageAt95: 0 })) : new Uint8Array()
  const body = Buffer.concat([gzipSync(Buffer.concat([bytesOf(gaps), bytesOf(rarity), bytesOf(bytes)]), { level: 9 }), below])
  const head = { format, classes, learnt: classes.map((name) => learnt[name] ?? 0), columns: rarity.length, scales, base: below.byteLength, ...about, checksum: sha256(body) }
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body])
}

type Head = Partial<Record<'format' | 'classes' | 'learnt' | 'until' | 'columns' | 'scales' | 'base' | 'temperature' | 'threshold' | 'rows' | 'trainedOn' | 'macroF1' | 'coverageAt95' | 'checksum', unknown>>

const readHead = (text: string): Head => {
  try {
    const head: unknown = JSON.parse(text)
    if (head !== null && typeof head === 'object') return head
  } catch {
    throw new ModelFault('does not begin as a model')
  }
  throw new ModelFault('does not begin as a model')
}

const numberOf = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ModelFault('lacks a number')
  return value
}

const listOf = <T>(value: unknown, isOne: (each: unknown) => each is T): T[] => {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isOne)) throw new ModelFault('lacks its classes or scales')
  return value
}

const unpacked = (bytes: Uint8Array): Buffer => {
  try {
    return gunzipSync(bytes, { maxOutputLength: mostBytes })
  } catch {
    throw new ModelFault('cannot be unpacked')
  }
}

/** @throws ModelFault */
export const decodeModel = (file: Uint8Array): KeptModel => {
  const end = file.indexOf(10)
  const head = readHead(Buffer.from(file.subarray(0, Math.max(0, end))).toString())
  if (head.format !== format) throw new ModelFault('was made for another version')
  const body = file.subarray(end + 1)
  if (sha256(body) !== head.checksum) throw new ModelFault('was altered or cut off')
  const classes = listOf(head.classes, (each): each is string => typeof each === 'string')
  const isNumber = (each: unknown): each is number => typeof each === 'number'
  const scales = listOf(head.scales, isNumber)
  const learnt = listOf(head.learnt, isNumber)
  const [many, below] = [numberOf(head.columns), numberOf(head.base)]
  const base = below > 0 ? decodeModel(body.subarray(body.byteLength - below)) : undefined
  const inside = unpacked(body.subarray(0, body.byteLength - below))
  const rows = many + opinionColumns(base) + 1
  if (scales.length !== classes.length || inside.byteLength !== 8 * many + rows * classes.length) throw new ModelFault('was altered or cut off')
  const columns = new Int32Array(buckets).fill(-1)
  for (let [column, bucket] = [0, 0]; column < many; column += 1) {
    bucket += inside.readInt32LE(4 * column)
    columns[bucket] = column
  }
  const rarity = new Float32Array(many)
  for (let column = 0; column < many; column += 1) rarity[column] = inside.readFloatLE(4 * (many + column))
  // Millions of them, at every start: a plain loop over bytes takes a quarter of the time of one that calls for each.
  const weights = new Float32Array(new Int8Array(inside.buffer, inside.byteOffset + 8 * many, rows * classes.length))
  for (let row = 0; row < weights.length; row += scales.length) {
    for (let column = 0; column < scales.length; column += 1) weights[row + column] = (weights[row + column] ?? 0) * (scales[column] ?? 0)
  }
  return {
    classes, columns, rarity, weights, packed: file, ...(base ? { base } : {}), temperature: numberOf(head.temperature), threshold: numberOf(head.threshold), rows: numberOf(head.rows),
    learnt: Object.fromEntries(classes.map((name, at) => [name, learnt[at] ?? 0])), trainedOn: String(head.trainedOn), until: String(head.until), macroF1: numberOf(head.macroF1), coverageAt95: numberOf(head.coverageAt95),
  }
}
