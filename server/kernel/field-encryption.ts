// Fields encrypted at rest: a store seals what is personal in a row as one document before it writes, and opens it after reading. It is
// bound to its table and row, so that rows cannot be swapped. The keys of the one database a process works for are given once, at start.
import { createHmac } from 'node:crypto'
import { constants, deflateSync, inflateSync } from 'node:zlib'
import { ciphers, keyOf, type CipherName } from './field-cipher.ts'

/**
 * What is encrypted under one key at a time: `identity` numbers and telephone numbers, `content` what people state and what results say,
 * `history` the same in rows that are never changed, so they keep the key they were written with.
 */
export const fieldClasses = ['identity', 'content', 'history'] as const

export type FieldClass = (typeof fieldClasses)[number]

/**
 * A table with a column `sealed` (text): one encrypted JSON document for each row. `key`: the columns of its primary key.
 * `parts`: the document's keys, and the columns which earlier versions kept them in; those are at their default since.
 * `digests`: columns that hold the person's digest of a part, by which rows are found.
 */
export type SealedTable = { table: string; class: FieldClass; key: readonly [string] | readonly [string, string]; parts: Readonly<Record<string, string>>; digests?: Readonly<Record<string, string>> }

/** `secret`: 32 bytes, never stored like this. */
export type DataKey = { id: string; class: FieldClass; cipher: CipherName; secret: Buffer }

/** `index`: what keyed digests are made with; it never changes, because digests cannot be opened and made again. */
export type KeyRing = { present: Readonly<Record<FieldClass, DataKey>>; keys: ReadonlyMap<string, DataKey>; index: Buffer }

/** A sealed field that cannot be opened: the key is not known here (yet), or the field was altered or put elsewhere. */
export class FieldFault extends Error {
  /** what HTTP makes of it: a key another process has just made is known here a moment later */
  readonly code: 'FIELD_KEY_UNKNOWN' | 'FIELD_ALTERED'
  constructor(code: FieldFault['code'], message: string) {
    super(message)
    this.code = code
  }
}

let present: { ring: KeyRing; onUnknown: () => void } | undefined

/** @param onUnknown told when a field needs a key the ring does not have */
export const setFieldKeys = (ring: KeyRing, onUnknown: () => void = () => {}): void => {
  present = { ring, onUnknown }
}

const ringInUse = (): KeyRing => {
  if (!present) throw new Error('no field keys are in use: openFields or setFieldKeys comes first')
  return present.ring
}

const mark = 'tb1'

const placeOf = (table: string, row: string): Buffer => Buffer.from(`${table} ${row}`)

/** Documents of so many bytes are sealed compressed: a plan says the same words again and again, a tenth of it is left. */
const leastCompressed = 4096
/** What the zlib format (RFC 1950) begins with, and no JSON does. */
const zlibBegins = 0x78

const packed = (document: unknown): Buffer => {
  const text = Buffer.from(JSON.stringify(document))
  return text.length < leastCompressed ? text : deflateSync(text, { level: constants.Z_BEST_SPEED })
}

const unpacked = (bytes: Buffer): string => (bytes[0] === zlibBegins ? inflateSync(bytes) : bytes).toString('utf8')

/** `tb1.<key>.<base64url>`. @param row its primary key, parts joined by a blank */
export const sealRow = ({ table, class: of }: Pick<SealedTable, 'table' | 'class'>, row: string, document: unknown): string => {
  const key = ringInUse().present[of]
  return `${mark}.${key.id}.${ciphers[key.cipher].seal(key.secret, placeOf(table, row), packed(document)).toString('base64url')}`
}

/** The document that was sealed; the caller names the type it wrote. @throws FieldFault */
export const openRow = <Document>({ table }: Pick<SealedTable, 'table'>, row: string, sealed: string): Document => {
  const [, id = '', text = ''] = sealed.split('.')
  const key = keyNamed(id, table)
  try {
    return JSON.parse(unpacked(ciphers[key.cipher].open(key.secret, placeOf(table, row), Buffer.from(text, 'base64url')))) as Document
  } catch {
    throw new FieldFault('FIELD_ALTERED', `${table} ${row} cannot be opened: altered, or not written for this row`)
  }
}

const keyNamed = (id: string, what: string): DataKey => {
  const key = ringInUse().keys.get(id)
  if (key) return key
  present?.onUnknown()
  throw new FieldFault('FIELD_KEY_UNKNOWN', `no key ${id} for ${what}`)
}

/** Bytes sealed for one place, with a key by its id. @throws FieldFault */
export const sealBytes = (id: string, place: string, plain: Buffer): Buffer => {
  const key = keyNamed(id, place)
  return ciphers[key.cipher].seal(key.secret, Buffer.from(place), plain)
}

/** @throws FieldFault */
export const openBytes = (id: string, place: string, sealed: Buffer): Buffer => {
  const key = keyNamed(id, place)
  try {
    return ciphers[key.cipher].open(key.secret, Buffer.from(place), sealed)
  } catch {
    throw new FieldFault('FIELD_ALTERED', `${place} cannot be opened: altered, or not written for this place`)
  }
}

/** The key that seals rows of a class in this process now. */
export const presentKeyOf = (of: FieldClass): string => ringInUse().present[of].id

/** Whether a sealed row is under the key its class has now. */
export const isUnderPresentKey = ({ class: of }: Pick<SealedTable, 'class'>, sealed: string): boolean => sealed.split('.', 2)[1] === presentKeyOf(of)

/** Keyed digest of a text, 43 characters of base64url: equal texts have equal ones, and nobody without the key can try texts. @param use keeps digests for different uses apart */
export const keyedDigest = (use: string, text: string): string => createHmac('sha256', keyOf(ringInUse().index)).update(`${use} ${text}`).digest('base64url')
