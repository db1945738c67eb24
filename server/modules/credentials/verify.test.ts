// Checking e-licences: the published examples, copies signed by two other implementations, and everything somebody might try.
import { createHash, createPublicKey, verify as opensslVerify } from 'node:crypto'
import { CompactSign, exportJWK, generateKeyPair, jwtVerify, type CryptoKey } from 'jose'
import { StatusList } from '@sd-jwt/jwt-status-list'
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'
import { beforeAll, describe, expect, it } from 'vitest'
import fc from '../../testing/fast-check.ts'
import { readSdJwt, unfold } from './sd-jwt.ts'
import { checkStatusToken, packStatuses, readStatusList, statusAt, statusIn } from './status-list.ts'
import { rfc9901, statusLists } from './testing-vectors.ts'
import { verifySdJwt, webCryptography, type IssuerKey, type StatusVerdict, type Verifying } from './verify.ts'
import { nodeCryptography } from './verifying.ts'

const now = new Date('2026-03-02T02:00:00Z')
const seconds = now.getTime() / 1000
const iss = 'https://www.example.gov.cn/api/v1/credential-issuers/sky:990101'
const status = { status_list: { idx: 7, uri: 'https://www.example.gov.cn/api/v1/credential-status/sky:990101:1' } }
const payload = { iss, vct: 'https://www.example.gov.cn/api/v1/credential-types/telescope-licence', iat: seconds - 60, status }
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const digest = (text: string) => createHash('sha256').update(text).digest('base64url')
const disclosure = (name: string, value: unknown, salt = 'c2FsdHNhbHRzYWx0c2FsdA') => base64url([salt, name, value])

describe('the published examples', () => {
  it('of RFC 9901: what was shown comes out, signatures and key binding fit, in Node and by WebCrypto', async () => {
    const read = readSdJwt(rfc9901.presentation)
    for (const { isSignedBy, digest: hash } of [nodeCryptography, webCryptography]) {
      const { cnf, ...claims } = await unfold(read, hash)
      expect(claims).toEqual(rfc9901.claims)
      expect(await isSignedBy(rfc9901.issuerKey, read.issued.signed, read.issued.signature)).toBe(true)
      const { jwk } = cnf as { jwk: IssuerKey }
      if (!read.keyBinding) throw new Error('no key binding')
      expect(await isSignedBy(jwk, read.keyBinding.signed, read.keyBinding.signature)).toBe(true)
      expect(read.keyBinding.payload).toMatchObject({ ...rfc9901.binding, sd_hash: await hash(read.covered) })
    }
  })

  it('of status lists: every place has the status it should, and our packing gives the same bytes', async () => {
    for (const { bits, lst, bytes } of statusLists.short) expect([...(await readStatusList({ bits, lst })).bytes]).toEqual(bytes)
    for (const [bits, { lst, statuses }] of [[1, statusLists.oneBit], [2, statusLists.twoBits]] as const) {
      const list = await readStatusList({ bits, lst })
      expect(Buffer.compare(list.bytes, packStatuses(statuses, 2 ** 20, bits))).toBe(0)
      for (const [idx, value] of statuses) expect(statusAt(list, idx)).toBe(value)
      expect([statusAt(list, 1), statusAt(list, 2 ** 20)]).toEqual([0, undefined])
      const library = StatusList.decompressStatusList(lst, bits)
      for (const [idx, value] of [...statuses, [1, 0]] as const) expect(library.getStatus(idx)).toBe(value)
    }
  })
})

describe('a copy', () => {
  let key: CryptoKey, device: CryptoKey, other: CryptoKey, keys: IssuerKey[], deviceJwk: { kty: string; crv: string; x: string; y: string }
  const publicOf = async (one: CryptoKey) => {
    const { kty = '', crv = '', x = '', y = '' } = await exportJWK(one)
    return { kty, crv, x, y }
  }
  beforeAll(async () => {
    const pairs = await Promise.all([1, 2, 3].map(() => generateKeyPair('ES256', { extractable: true })))
    ;[key, device, other] = pairs.map(({ privateKey }) => privateKey) as [CryptoKey, CryptoKey, CryptoKey]
    keys = [{ ...(await publicOf(key)), kid: 'k1', alg: 'ES256' }]
    deviceJwk = await publicOf(device)
  })
  const signed = (body: object, { header = {}, by = key }: { header?: object; by?: CryptoKey } = {}) =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(body))).setProtectedHeader({ alg: 'ES256', typ: 'dc+sd-jwt', kid: 'k1', ...header }).sign(by)
  const name = disclosure('name', '观星人')
  const copy = async (more: object = {}, { shown = [name], ...options }: { shown?: string[]; header?: object; by?: CryptoKey } = {}) =>
    [await signed({ ...payload, _sd: [digest(name)], _sd_alg: 'sha-256', ...more }, options), ...shown, ''].join('~')
  const check = (text: string, more: Partial<Verifying> = {}) =>
    verifySdJwt(text, { now, keysOf: (address) => (address === iss ? keys : undefined), statusOf: () => 'valid', cryptography: nodeCryptography, ...more })
  const verdictOf = async (text: string, more?: Partial<Verifying>) => {
    const { verdict, because } = await check(text, more)
    return because === undefined ? verdict : `${verdict} ${because}`
  }

  it('signed by jose is true here, in Node and by WebCrypto; what is not shown stays unknown', async () => {
    expect(await check(await copy())).toMatchObject({ verdict: 'valid', claims: { name: '观星人' }, issuer: iss, issuedAt: seconds - 60 })
    expect(await check(await copy(), { cryptography: webCryptography })).toMatchObject({ verdict: 'valid', claims: { name: '观星人' } })
    expect((await check(await copy({}, { shown: [] }))).claims).toEqual({})
  })

  it('that is true here is true for jose, for OpenSSL and for the library, too', async () => {
    const text = await copy()
    const [jwt = ''] = text.split('~')
    const [issuerKey] = keys
    if (!issuerKey) throw new Error('no key')
    const publicKey = createPublicKey({ key: { kty: issuerKey.kty, crv: issuerKey.crv, x: issuerKey.x, y: issuerKey.y }, format: 'jwk' })
    expect((await jwtVerify(jwt, publicKey, { currentDate: now, algorithms: ['ES256'] })).payload.iss).toBe(iss)
    const [head, body, signature = ''] = jwt.split('.')
    expect(opensslVerify('sha256', Buffer.from(`${head}.${body}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))).toBe(true)
    const library = new SDJwtVcInstance({ hasher: (data) => createHash('sha256').update(typeof data === 'string' ? data : new Uint8Array(data)).digest(), verifier: (data, sig) => opensslVerify('sha256', Buffer.from(data), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(sig, 'base64url')) })
    // Without a status the library has nothing to fetch.
    expect((await library.verify(await copy({ status: undefined }), { currentDate: seconds })).payload).toMatchObject({ name: '观星人' })
  })

  it('is expired, not yet valid, suspended, revoked or of unknown status, as it is; clocks may be half a minute off', async () => {
    expect(await verdictOf(await copy({ exp: seconds - 31 }))).toBe('expired time')
    expect(await verdictOf(await copy({ exp: seconds - 29 }))).toBe('valid')
    expect(await verdictOf(await copy({ nbf: seconds + 31 }))).toBe('notYetValid time')
    expect(await verdictOf(await copy({ iat: seconds + 29 }))).toBe('valid')
    for (const [found, verdict] of [['revoked', 'revoked'], ['suspended', 'suspended'], ['unknown', 'statusUnknown']] as [StatusVerdict, string][]) expect(await verdictOf(await copy(), { statusOf: () => found })).toBe(`${verdict} status`)
    expect(await verdictOf(await copy({ status: undefined }))).toBe('statusUnknown status')
    expect(await verdictOf(await copy({ status: { status_list: { idx: -1, uri: 'x' } } }))).toBe('statusUnknown status')
  })

  it('of nobody known, of an authority without that key, or of a type it may not issue, is from nobody known', async () => {
    expect(await verdictOf(await copy({ iss: 'https://elsewhere.example.com' }))).toBe('issuerUnknown issuer')
    expect(await verdictOf(await copy({}, { header: { kid: 'k2' } }))).toBe('issuerUnknown issuer')
    expect(await verdictOf(await copy({}, { header: { kid: undefined } }))).toBe('issuerUnknown issuer')
    expect(await verdictOf(await copy(), { mayIssue: () => false })).toBe('issuerUnknown type')
  })

  it('is not fooled about the algorithm: none, HMAC with the public key, other types, critical headers, keys in the header', async () => {
    const { x = '', y = '' } = keys[0] ?? {}
    const forged = (header: object) => `${base64url({ typ: 'dc+sd-jwt', kid: 'k1', ...header })}.${base64url(payload)}.${Buffer.alloc(64, 1).toString('base64url')}~`
    expect(await verdictOf(forged({ alg: 'none' }))).toBe('tampered algorithm')
    expect(await verdictOf(forged({ alg: 'HS256' }))).toBe('tampered algorithm')
    expect(await verdictOf(forged({ alg: 'ES384' }))).toBe('tampered algorithm')
    expect(await verdictOf(forged({ alg: 'ES256', crit: ['exp'] }))).toBe('tampered algorithm')
    expect(await verdictOf(forged({ alg: 'ES256', jwk: { kty: 'EC', crv: 'P-256', x, y } }))).toBe('tampered signature')
    expect(await verdictOf(await copy({}, { header: { typ: 'jwt' } }))).toBe('tampered type')
    expect(await verdictOf(await copy({}, { by: other }))).toBe('tampered signature')
    expect(await verdictOf(await copy(), { keysOf: () => keys.map((each) => ({ ...each, alg: 'HS256' })) })).toBe('tampered algorithm')
  })

  it('with disclosures added, repeated, altered, too large or too many is no e-licence', async () => {
    const extra = disclosure('over60', true)
    expect(await verdictOf(await copy({}, { shown: [name, extra] }))).toBe('tampered disclosure')
    expect(await verdictOf(await copy({}, { shown: [name, name] }))).toBe('tampered disclosure')
    expect(await verdictOf(await copy({}, { shown: [disclosure('name', '别人')] }))).toBe('tampered disclosure')
    expect(await verdictOf(await copy({ name: '别人' }))).toBe('tampered disclosure')
    expect(await verdictOf(await copy({ _sd: [digest(name), digest(name)] }))).toBe('tampered disclosure')
    const sly = disclosure('_sd', [])
    expect(await verdictOf(await copy({ _sd: [digest(sly)] }, { shown: [sly] }))).toBe('tampered disclosure')
    expect(await verdictOf(await copy({ _sd_alg: 'md5' }))).toBe('tampered disclosure')
    expect(await verdictOf(await copy({}, { shown: ['A'.repeat(8193)] }))).toBe('tampered size')
    expect(await verdictOf(await copy({}, { shown: Array.from({ length: 201 }, () => name) }))).toBe('tampered size')
    expect(await verdictOf(`${'A'.repeat(70_000)}~`)).toBe('tampered size')
    let deep: unknown = 1
    for (let level = 0; level < 30; level += 1) deep = [deep]
    expect(await verdictOf(await copy({ deep }))).toBe('tampered size')
  })

  it('shown by a device: bound to it, to who checks, to the moment, and to exactly what was shown', async () => {
    const bound = await copy({ cnf: { jwk: deviceJwk } })
    const show = async (text: string, more: object = {}, by = device) =>
      `${text}${await new CompactSign(new TextEncoder().encode(JSON.stringify({ iat: seconds, aud: 'desk', nonce: 'n1', sd_hash: digest(text), ...more }))).setProtectedHeader({ alg: 'ES256', typ: 'kb+jwt' }).sign(by)}`
    const wanted = { requireKeyBinding: { audience: 'desk', nonce: 'n1', maxAge: 60 } }
    expect(await check(await show(bound, { purpose: '看病' }), wanted)).toMatchObject({ verdict: 'valid', keyBinding: { purpose: '看病' } })
    expect(await verdictOf(bound, wanted)).toBe('tampered keyBinding')
    expect(await verdictOf(await show(bound, {}, other), wanted)).toBe('tampered keyBinding')
    expect(await verdictOf(await show(bound, { sd_hash: digest('else') }), wanted)).toBe('tampered keyBinding')
    const [jwt] = bound.split('~')
    expect(await verdictOf((await show(bound)).replace(bound, `${jwt}~`), wanted)).toBe('tampered keyBinding')
    for (const late of [{ iat: seconds - 91 }, { iat: seconds + 31 }, { aud: 'other' }, { nonce: 'n2' }]) expect(await verdictOf(await show(bound, late), wanted)).toBe('tampered replayed')
    expect(await verdictOf(await show(await copy()), wanted)).toBe('tampered keyBinding')
  })

  it('that is anything at all gets a verdict and never an error', async () => {
    const text = await copy()
    await fc.assert(fc.asyncProperty(fc.string({ maxLength: 200 }), fc.nat(text.length), fc.string({ maxLength: 4 }), async (made, at, piece) => {
      expect(await check(made)).toMatchObject({ claims: {} })
      const altered = text.slice(0, at) + piece + text.slice(at + piece.length)
      if (altered !== text) expect((await check(altered)).verdict === 'valid' && altered.split('~')[0] !== text.split('~')[0]).toBe(false)
    }), { numRuns: 100 })
  })

  it('finds its status in a signed list, and in no other', async () => {
    const uri = status.status_list.uri
    const { deflateSync } = await import('node:zlib')
    const lst = deflateSync(packStatuses([[7, 1], [8, 2], [9, 3]], 1024, 2)).toString('base64url')
    const token = (more: object = {}, options: { header?: object; by?: CryptoKey } = {}) => signed({ sub: uri, iat: seconds, exp: seconds + 60, ttl: 30, status_list: { bits: 2, lst }, ...more }, { ...options, header: { typ: 'statuslist+jwt', ...options.header } })
    const list = await checkStatusToken(await token(), uri, { keys, now })
    expect([6, 7, 8, 9, 4096].map((idx) => list && statusIn(list, idx))).toEqual(['valid', 'revoked', 'suspended', 'unknown', 'unknown'])
    for (const bad of [token({ sub: `${uri}2` }), token({ exp: seconds - 31 }), token({ iat: seconds + 31 }), token({}, { by: other }), token({}, { header: { typ: 'jwt' } }), token({ status_list: { bits: 3, lst } }), token({ status_list: { bits: 2, lst: 'AAAA' } })]) {
      expect(await checkStatusToken(await bad, uri, { keys, now })).toBeUndefined()
    }
    const bomb = deflateSync(Buffer.alloc(9 * 1024 * 1024)).toString('base64url')
    expect(await checkStatusToken(await token({ status_list: { bits: 1, lst: bomb } }), uri, { keys, now })).toBeUndefined()
  })
})
