// A card shown without network: true for who checks with a network and for who does not; replayed, altered, borrowed or made up it is refused.
import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { checkOffline } from './check-offline.ts'
import { offlineAudience } from './key-binding.ts'
import { toOfflineCode } from './offline-code.ts'
import { openWalletTown, type Checked, type Phone, type WalletTown } from './testing.ts'
import type { Credential } from '../credentials/index.ts'
import type { Trust } from './trust.ts'

let town: WalletTown
let holder: TestClient
let card: Credential
let phone: Phone
let firstTrust: Trust
beforeAll(async () => {
  town = await openWalletTown()
  holder = await town.test.as({ person: { name: '观星人' } })
  card = await town.give(holder)
  firstTrust = await trustNow()
  phone = await town.phoneOf(holder, card)
})
afterAll(() => town.test.close())

const online = async (copy: string) => (await town.test.asNobody.post<Checked>('/verifications', { copy })).body
const trustNow = async () => (await town.test.asNobody.get<Trust>('/verification-trust')).body
const everything = () => true
const offline = async (copy: string, { now = town.clock.now(), remember = everything }: { now?: Date; remember?: (signed: string) => boolean } = {}) => checkOffline(copy, await trustNow(), { now, language: 'zh-CN', remember })
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const read = (text: string) => JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>

describe('a code of a phone without network', () => {
  it('tells the chosen claims and what for, here and there, and how fresh the status is', async () => {
    const code = await toOfflineCode(await phone.show(['over60']))
    const told = { verdict: 'valid', bound: true, purpose: '享受优待', claims: [{ id: 'name', text: '观星人' }, { id: 'over60', text: '是' }] }
    const here = await offline(code)
    expect({ ...here, claims: here.claims.toSorted((a, b) => a.id.localeCompare(b.id)) }).toMatchObject({ ...told, statusAt: town.clock.now().toISOString() })
    const there = await online(code)
    expect({ ...there, claims: there.claims.toSorted((a, b) => a.id.localeCompare(b.id)) }).toMatchObject(told)
    expect(JSON.stringify([here, there])).not.toContain('1960')
  })

  it('of the first card an authority gives is known with the keys told before anything was signed', async () => {
    expect(firstTrust.issuers.map(({ keys }) => keys.length)).toEqual([1])
    expect(await checkOffline(await phone.show([]), firstTrust, { now: town.clock.now(), language: 'zh-CN', remember: everything })).toMatchObject({ verdict: 'valid' })
    expect(await offline(await phone.show([]))).toMatchObject({ verdict: 'valid' })
  })

  it('is taken once, also with its signature rewritten', async () => {
    const shown = await phone.show(['model'])
    expect((await online(shown)).verdict).toBe('valid')
    expect(await online(shown)).toMatchObject({ verdict: 'used', claims: [] })
    // Of (r, s) and (r, n − s) both are right; whoever copies a code could send the other.
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
    const [head, signature = ''] = [shown.slice(0, shown.lastIndexOf('.')), shown.slice(shown.lastIndexOf('.') + 1)]
    const bytes = Buffer.from(signature, 'base64url')
    const s = order - BigInt(`0x${bytes.subarray(32).toString('hex')}`)
    expect((await online(`${head}.${Buffer.concat([bytes.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')]).toString('base64url')}`)).verdict).toBe('used')
    const seen = new Set<string>()
    const remember = (signed: string) => seen.size < seen.add(signed).size
    const again = await phone.show(['model'])
    expect([(await offline(again, { remember })).verdict, (await offline(again, { remember })).verdict]).toEqual(['valid', 'used'])
  })

  it('is good for a minute, with half a minute for clocks that are off', async () => {
    const at = (seconds: number) => new Date(town.clock.now().getTime() + seconds * 1000)
    expect((await offline(await phone.show([], { at: at(-89) }))).verdict).toBe('valid')
    expect((await offline(await phone.show([], { at: at(29) }))).verdict).toBe('valid')
    expect((await offline(await phone.show([], { at: at(-91) }))).verdict).toBe('late')
    expect((await offline(await phone.show([], { at: at(31) }))).verdict).toBe('late')
    expect((await online(await phone.show([], { at: at(-3600) }))).verdict).toBe('late')
    expect((await online(await phone.show([], { aud: 'https://shop.example.com' }))).verdict).toBe('late')
  })

  it('altered in any part is not to be relied on', async () => {
    const shown = await phone.show(['model'])
    const [jwt = '', ...rest] = shown.split('~')
    const [head = '', payload = '', signature = ''] = jwt.split('.')
    const others = (await phone.show(['aperture'])).split('~')
    const altered = [
      [`${head}.${part({ ...read(payload), name: '别人' })}.${signature}`, ...rest], // what it says
      [jwt, part(['salt', 'model', '千寸镜']), ...rest.slice(-1)], // a claim
      [jwt, ...rest.slice(0, -1), others.at(-1) ?? ''], // another showing's word for this one
      [jwt, ...others.slice(1, -1), ...rest], // more than was shown
    ].map((parts) => parts.join('~'))
    for (const copy of altered) expect(await online(copy)).toMatchObject({ verdict: 'tampered', claims: [] })
    for (const copy of altered) expect((await offline(copy)).verdict).toBe('tampered')
  })

  it('is not shown by another phone than the one it was signed for', async () => {
    const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
    expect((await online(await phone.show([], { key: privateKey }))).verdict).toBe('tampered')
  })

  it('does not choose how it is checked: no algorithm, a shared secret and a key of its own are refused', async () => {
    const shown = await phone.show(['model'])
    const [jwt = '', ...rest] = shown.split('~')
    const [head = '', payload = ''] = jwt.split('.')
    const { kid } = read(head)
    const { issuers } = await trustNow()
    const secret = JSON.stringify(issuers[0]?.keys[0])
    const own = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const made = (header: object, key: (data: string) => string) => `${part(header)}.${payload}.${key(`${part(header)}.${payload}`)}`
    const forged = [
      made({ alg: 'none', typ: 'dc+sd-jwt', kid }, () => ''),
      made({ alg: 'HS256', typ: 'dc+sd-jwt', kid }, (data) => createHmac('sha256', secret).update(data).digest('base64url')),
      made({ alg: 'ES256', typ: 'dc+sd-jwt', kid, jwk: own.publicKey.export({ format: 'jwk' }) }, (data) => sign('sha256', Buffer.from(data), { key: own.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')),
    ]
    for (const jwtMade of forged) {
      const copy = [jwtMade, ...rest].join('~')
      expect((await online(copy)).verdict).toBe('tampered')
      expect((await offline(copy)).verdict).toBe('tampered')
    }
  })

  it('larger than anything we sign is refused before it is read', async () => {
    const shown = await phone.show(['model'])
    const [jwt = '', ...rest] = shown.split('~')
    expect((await online([jwt, ...Array.from({ length: 201 }, (_, index) => part(['salt', `c${index}`, 1])), ...rest].join('~'))).verdict).toBe('tampered')
    expect((await online([jwt, part(['salt', 'model', 'x'.repeat(9000)]), ...rest].join('~'))).verdict).toBe('tampered')
    expect((await town.test.asNobody.post('/verifications', { copy: 'x'.repeat(70_000) })).status).toBe(400)
  })

  it('of a phone its holder ended is refused at once, and the phone gets no more copies', async () => {
    const lost = await phone.show(['model'])
    const second = await town.phoneOf(holder, card)
    const shown = await second.show(['model'])
    expect((await holder.delete(`/wallet/devices/${second.device}`)).body).toEqual({ ended: true })
    expect((await online(shown)).verdict).toBe('revoked')
    expect((await holder.get(`/wallet/devices/${second.device}/copies`)).status).toBe(404)
    expect((await online(lost)).verdict).toBe('valid')
    const other = await town.test.as({ person: { name: '邻居' } })
    expect((await other.delete(`/wallet/devices/${phone.device}`)).status).toBe(404)
    expect((await other.get(`/wallet/devices/${phone.device}/copies`)).status).toBe(404)
  })

  it('of a revoked card is refused, without network as soon as the list was renewed', async () => {
    const gone = await town.give(holder)
    const its = await town.phoneOf(holder, gone)
    const before = await trustNow()
    await town.revoke(gone)
    expect((await online(await its.show([]))).verdict).toBe('revoked')
    const shown = await its.show([])
    const check = (trust: Trust) => checkOffline(shown, trust, { now: town.clock.now(), language: 'zh-CN', remember: everything })
    expect([(await check(before)).verdict, (await check(await trustNow())).verdict]).toEqual(['valid', 'revoked'])
    // Nobody known, a list that is gone or too old.
    expect((await check({ ...before, issuers: [] })).verdict).toBe('issuerUnknown')
    expect((await check({ ...before, lists: [] })).verdict).toBe('statusUnknown')
  })
})

describe('a file', () => {
  it('is checked without its holder, and says that it proves no holder', async () => {
    expect(await online(phone.copy)).toMatchObject({ verdict: 'valid', bound: false })
    expect(await offline(phone.copy)).toMatchObject({ verdict: 'valid', bound: false })
    // As often as one likes.
    expect((await online(phone.copy)).verdict).toBe('valid')
    expect((await online('hello~')).verdict).toBe('tampered')
    expect(offlineAudience).toBe('offline')
  })
})
