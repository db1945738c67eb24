// Data keys of sealed fields: made when first needed, wrapped by a key that follows from KEYSTORE_SECRET and never stands in the database,
// so that neither database nor backup can be read without the secret. A new key serves new rows at once; older ones still open theirs.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Clock } from './clock.ts'
import type { Database, Read, Tx } from './db.ts'
import type { CipherName } from './field-cipher.ts'
import { fieldClasses, setFieldKeys, type DataKey, type FieldClass, type KeyRing } from './field-encryption.ts'
import { insertFieldKey, listFieldKeys, lockFieldKeys, type WrappedKey } from './field-keys-store.ts'
import { KeystoreFault } from './keystore.ts'

export type FieldKeyOptions = { secret: string; cipher: CipherName; clock: Clock }

const wrappingKey = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'tongban field keys', 32))

const wrap = (key: Buffer, { id, class: of }: Pick<WrappedKey, 'id' | 'class'>, secret: string): string => {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(secret), iv).setAAD(Buffer.from(`${of} ${id}`))
  return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

const unwrap = ({ id, class: of, wrapped }: WrappedKey, secret: string): Buffer => {
  const bytes = Buffer.from(wrapped, 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey(secret), bytes.subarray(0, 12)).setAAD(Buffer.from(`${of} ${id}`)).setAuthTag(bytes.subarray(-16))
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
  } catch {
    throw new KeystoreFault(`the field key ${id} cannot be opened: KEYSTORE_SECRET is not the one it was wrapped with`)
  }
}

/** Makes a new key for a class; new rows are sealed with it by every process that has heard of it. */
export const makeFieldKey = async (tx: Tx, of: WrappedKey['class'], { secret, cipher, clock }: FieldKeyOptions): Promise<string> => {
  const id = randomBytes(6).toString('base64url')
  await insertFieldKey(tx, { id, class: of, cipher, wrapped: wrap(randomBytes(32), { id, class: of }, secret), createdAt: clock.now().toISOString(), retiredAt: null })
  return id
}

/** @throws KeystoreFault when the secret is another one */
export const readFieldKeys = async (read: Read, secret: string): Promise<KeyRing | undefined> => {
  const wrapped = await listFieldKeys(read)
  const keys = wrapped.flatMap((each): DataKey[] => (each.class === 'index' ? [] : [{ id: each.id, class: each.class, cipher: each.cipher, secret: unwrap(each, secret) }]))
  const [identity, content, history] = fieldClasses.map((of) => keys.find((key) => key.class === of))
  const index = wrapped.find((key) => key.class === 'index')
  if (!identity || !content || !history || !index) return undefined
  return { present: { identity, content, history }, keys: new Map(keys.map((key) => [key.id, key])), index: unwrap(index, secret) }
}

/** Makes what is missing and takes the keys into use. */
export const takeFieldKeys = async (db: Database, options: FieldKeyOptions, onUnknown?: () => void): Promise<void> => {
  await db.transaction(async (tx) => {
    await lockFieldKeys(tx)
    const there = new Set((await listFieldKeys(tx)).map((key) => key.class))
    for (const of of [...fieldClasses, 'index'] as const) if (!there.has(of)) await makeFieldKey(tx, of, options)
  })
  const ring = await readFieldKeys(db.read, options.secret)
  if (ring) setFieldKeys(ring, onUnknown)
}

/** Keys of this process alone, for work that keeps nothing: what they seal nobody opens again. */
export const takePassingKeys = (): void => {
  const [identity, content, history] = (['identity', 'content', 'history'] as const).map((of): DataKey => ({ id: `passing-${of}`, class: of, cipher: 'AES-256-GCM', secret: randomBytes(32) }))
  if (identity && content && history) setFieldKeys({ present: { identity, content, history }, keys: new Map([identity, content, history].map((key) => [key.id, key])), index: randomBytes(32) })
}

/** Takes the keys into use and follows what other processes make. Returns what ends the following. */
export const openFieldKeys = async (db: Database, options: FieldKeyOptions): Promise<() => Promise<void>> => {
  // Whoever meets a key unknown here is answered "in a moment"; should the word of it have been lost, it is looked up for the next.
  const again = (): void => void takeFieldKeys(db, options, again).catch(() => {})
  await takeFieldKeys(db, options, again)
  return db.listen('field_keys', again, again)
}

export const isFieldClass = (given: string): given is FieldClass => fieldClasses.some((each) => each === given)
