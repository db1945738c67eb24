// Keys in files: one file for each key, its private half encrypted (AES-256-GCM) under a secret of the installation. Several servers may
// share the folder: a key's file appears whole or not at all, and who comes second uses what the first one made.
import { createCipheriv, createDecipheriv, createHash, createPrivateKey, generateKeyPairSync, hkdfSync, randomBytes, randomUUID, type KeyObject } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Value } from 'typebox/value'
import { Type } from 'typebox'
import type { Clock } from './clock.ts'
import { signWith, suites, type HeldKey, type KeyCustody, type PublicJwk, type Signer, type SuiteName } from './keys.ts'

const text = Type.String()
const KeyFile = Type.Object({
  holder: text, number: Type.Integer({ minimum: 1 }), suite: Type.Literal('ES256'), since: text,
  publicJwk: Type.Object({ kty: text, crv: text, x: text, y: text, kid: text, alg: Type.Literal('ES256'), use: Type.Literal('sig') }),
  salt: text, iv: text, sealed: text, tag: text,
})

export type KeystoreOptions = {
  folder: string
  /** at least 32 characters; without it the private halves cannot be read */
  secret: string
  clock: Clock
  suite?: SuiteName
}

/** The keystore's secret is not the one its keys were sealed with, or a file was altered. */
export class KeystoreFault extends Error {}

export const openKeystore = ({ folder, secret, clock, suite = 'ES256' }: KeystoreOptions): KeyCustody => {
  const present = new Map<string, Promise<Signer>>()
  const prefixOf = (holder: string) => createHash('sha256').update(holder).digest('hex').slice(0, 24)

  const listKeys = async (holder?: string): Promise<Signer[]> => {
    const names = await readdir(folder).catch(() => [])
    const mine = names.filter((name) => name.endsWith('.json') && (holder === undefined || name.startsWith(prefixOf(holder))))
    const keys = await Promise.all(mine.map(async (name) => readKey(await readFile(join(folder, name), 'utf8'), name, secret)))
    return keys.toSorted((a, b) => (a.holder === b.holder ? b.number - a.number : a.holder < b.holder ? -1 : 1))
  }

  const make = async (holder: string, number: number): Promise<void> => {
    await makeFolder(folder)
    const draft = join(folder, `.${randomUUID()}`)
    await writeFile(draft, JSON.stringify(newKey(holder, number, suite, secret, clock.now().toISOString()), null, 2), { mode: 0o600, flush: true })
    try {
      await link(draft, join(folder, `${prefixOf(holder)}-${String(number).padStart(4, '0')}.json`))
    } catch (error) {
      // somebody else has just made this key
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      await rm(draft, { force: true })
    }
  }

  const after = async (holder: string, number: number): Promise<Signer> => {
    const [newest] = await listKeys(holder)
    if (newest && newest.number > number) return newest
    await make(holder, number + 1)
    return after(holder, number)
  }

  const keep = (holder: string, coming: Promise<Signer>): Promise<Signer> => {
    present.set(holder, coming)
    coming.catch(() => present.delete(holder))
    return coming
  }

  return {
    signer: (holder) => present.get(holder) ?? keep(holder, after(holder, 0)),
    listKeys: async (holder) => (await listKeys(holder)).map(({ sign: _sign, ...known }): HeldKey => known),
    rotate: async (holder) => keep(holder, after(holder, (await listKeys(holder))[0]?.number ?? 0)),
  }
}

/** Step by step: where the folder above cannot be written, Node's own "recursive" may try for ever (Linux, /proc). */
const makeFolder = async (folder: string): Promise<void> => {
  if (existsSync(folder)) return
  await makeFolder(dirname(folder))
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
}

const sealingKey = (secret: string, salt: Buffer): Buffer => Buffer.from(hkdfSync('sha256', secret, salt, 'tongban keystore', 32))

const newKey = (holder: string, number: number, suite: SuiteName, secret: string, since: string) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: suites[suite].curve })
  const { kty = '', crv = '', x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url') // the thumbprint of RFC 7638
  const publicJwk: PublicJwk = { kty, crv, x, y, kid, alg: suite, use: 'sig' }
  const [salt, iv] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret, salt), iv).setAAD(Buffer.from(`${holder} ${number} ${kid}`))
  const sealed = Buffer.concat([cipher.update(privateKey.export({ format: 'der', type: 'pkcs8' })), cipher.final()])
  const base64 = (bytes: Buffer) => bytes.toString('base64url')
  return { holder, number, suite, since, publicJwk, salt: base64(salt), iv: base64(iv), sealed: base64(sealed), tag: base64(cipher.getAuthTag()) }
}

const readKey = (content: string, name: string, secret: string): Signer => {
  const key: unknown = JSON.parse(content)
  if (!Value.Check(KeyFile, key)) throw new KeystoreFault(`${name} is not a key file`)
  const { holder, number, suite, since, publicJwk } = key
  const privateKey = unseal(key, name, secret)
  return { kid: publicJwk.kid, holder, number, suite, since, publicJwk, sign: (data) => signWith(suite, privateKey, data) }
}

type Sealed = { holder: string; number: number; publicJwk: { kid: string }; salt: string; iv: string; sealed: string; tag: string }

const unseal = ({ holder, number, publicJwk, ...key }: Sealed, name: string, secret: string): KeyObject => {
  const bytes = (field: 'salt' | 'iv' | 'sealed' | 'tag') => Buffer.from(key[field], 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(secret, bytes('salt')), bytes('iv')).setAAD(Buffer.from(`${holder} ${number} ${publicJwk.kid}`)).setAuthTag(bytes('tag'))
    return createPrivateKey({ key: Buffer.concat([decipher.update(bytes('sealed')), decipher.final()]), format: 'der', type: 'pkcs8' })
  } catch {
    throw new KeystoreFault(`${name} cannot be opened: KEYSTORE_SECRET is not the one it was sealed with, or the file was altered`)
  }
}
