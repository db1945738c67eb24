// Keys in files: made once, kept sealed, replaced without losing what the former ones signed.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPublicKey, verify } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isSignedBy } from './keys.ts'
import { KeystoreFault, openKeystore } from './keystore.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongban-keys-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const clock = { now: () => new Date('2026-11-22T02:00:00Z') }
const open = (secret = 's'.repeat(32)) => openKeystore({ folder, secret, clock })
const data = Buffer.from('what was shown is what was signed')

describe('the key of a holder', () => {
  it('is made when it is first asked for, and found again by the next process', async () => {
    const first = await open().signer('issuer:health:440300')
    const second = await open().signer('issuer:health:440300')
    expect(second.kid).toBe(first.kid)
    expect(isSignedBy(second.publicJwk, data, first.sign(data))).toBe(true)
    expect(first).toMatchObject({ holder: 'issuer:health:440300', number: 1, suite: 'ES256', since: '2026-11-22T02:00:00.000Z' })
  })

  it('is one key, however many ask for it at once', async () => {
    const found = await Promise.all(Array.from({ length: 12 }, () => open().signer('exchange')))
    expect(new Set(found.map(({ kid }) => kid)).size).toBe(1)
    expect(await readdir(folder)).toHaveLength(1)
  })

  it('signs what other implementations accept', async () => {
    const signer = await open().signer('exchange')
    const key = createPublicKey({ key: signer.publicJwk, format: 'jwk' })
    expect(verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signer.sign(data))).toBe(true)
  })

  it('is followed by a new one, and what the former one signed can still be checked', async () => {
    const keys = open()
    const former = await keys.signer('exchange')
    const signature = former.sign(data)
    const present = await keys.rotate('exchange')
    expect((await keys.signer('exchange')).kid).toBe(present.kid)
    const listed = await keys.listKeys('exchange')
    expect(listed.map(({ number }) => number)).toEqual([2, 1])
    expect(listed.map(({ publicJwk }) => isSignedBy(publicJwk, data, signature))).toEqual([false, true])
  })

  it('never leaves the store: neither what is listed nor the file holds the private half', async () => {
    const keys = open()
    await keys.signer('exchange')
    expect(JSON.stringify(await keys.listKeys())).not.toContain('"d"')
    const [name = ''] = await readdir(folder)
    expect(Object.keys(JSON.parse(await readFile(join(folder, name), 'utf8')).publicJwk)).toEqual(['kty', 'crv', 'x', 'y', 'kid', 'alg', 'use'])
  })

  it('is not opened with another secret, nor after its file was altered', async () => {
    await open().signer('exchange')
    await expect(open('t'.repeat(32)).signer('exchange')).rejects.toThrow(KeystoreFault)
    const [name = ''] = await readdir(folder)
    const file = JSON.parse(await readFile(join(folder, name), 'utf8'))
    await writeFile(join(folder, name), JSON.stringify({ ...file, number: 7 }))
    await expect(open().listKeys()).rejects.toThrow(KeystoreFault)
    await writeFile(join(folder, name), '{}')
    await expect(open().listKeys()).rejects.toThrow('is not a key file')
  })
})

describe('a signature', () => {
  it('of another text, another key or a wrong shape does not hold', async () => {
    const keys = open()
    const [one, other] = [await keys.signer('exchange'), await keys.signer('seal:health:440300')]
    const signature = one.sign(data)
    expect(isSignedBy(one.publicJwk, Buffer.from('another'), signature)).toBe(false)
    expect(isSignedBy(other.publicJwk, data, signature)).toBe(false)
    expect(isSignedBy(one.publicJwk, data, signature.subarray(1))).toBe(false)
    expect(isSignedBy({ ...one.publicJwk, x: 'AA' }, data, signature)).toBe(false)
    expect(isSignedBy({ ...one.publicJwk, crv: 'P-384' }, data, signature)).toBe(false)
  })
})
