// A town where people hold e-licences and show them; for tests of this module.
import { randomUUID } from 'node:crypto'
import type { App } from '../../module.ts'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { clockAt, type TestClock } from '../../testing/clock.ts'
import { insertCredentials, updateCredentialState } from '../credentials/credentials-store.ts'
import { takePlaces } from '../credentials/status-lists-store.ts'
import { telescopeLicence, withTypes } from '../credentials/testing.ts'
import type { Credential } from '../credentials/index.ts'
import { presentWithKey } from './key-binding.ts'

export type Checked = { verdict: string; claims: { id: string; text: string }[]; purpose: string | null; shownBy: string | null; bound: boolean }
export type Shown = { id: string; code: string; address: string; claims: string[]; expiresAt: string }
export type Phone = { device: string; copy: string; show: (claims: readonly string[], changes?: { at?: Date; aud?: string; nonce?: string; key?: CryptoKey }) => Promise<string> }

export type WalletTown = {
  test: TestApp
  app: App
  clock: TestClock
  give: (holder: TestClient, changes?: Partial<Credential>) => Promise<Credential>
  revoke: (credential: Credential) => Promise<void>
  phoneOf: (holder: TestClient, credential: Credential) => Promise<Phone>
}

let numbers = 0

export const openWalletTown = async (): Promise<WalletTown> => {
  const clock = clockAt('2026-03-02T09:00:00+08:00')
  const test = await startTestApp({ clock, packs: withTypes(), environment: { REGION: '990101' } })
  const { app } = test
  const give: WalletTown['give'] = async (holder, changes = {}) => {
    numbers += 1
    const issuer = { line: 'sky', region: '990101' }
    const values = { 'applicant.name': '观星人', 'telescope.model': '牧夫座80', 'telescope.aperture': 80, 'applicant.birthDate': '1960-05-01' }
    return app.db.transaction(async (tx) => {
      const [place] = await takePlaces(tx, issuer, 1, clock.now())
      if (!place) throw new Error('no place in the list')
      const credential: Credential = {
        id: randomUUID(), type: telescopeLicence.id, number: `99010120260302TEL${String(numbers).padStart(6, '0')}`, edition: 1, holderPersonId: holder.id, holder: null, issuer,
        claims: { name: '观星人', model: '牧夫座80', aperture: 80, birthDate: '1960-05-01' }, values, issuedAt: clock.now().toISOString(), validUntil: null, status: 'valid', because: null, origin: 'result', resultId: null, ...place, ...changes,
      }
      if ((await insertCredentials(tx, [credential])).length === 0) throw new Error('not kept')
      return credential
    })
  }
  const phoneOf: WalletTown['phoneOf'] = async (holder, { id }) => {
    const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
    const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', keys.publicKey)
    const device = (await holder.post<{ id: string }>('/wallet/devices', { name: 'Android', publicJwk: { kty: 'EC', crv: 'P-256', x, y } })).body.id
    const { copies } = (await holder.get<{ copies: { credential: string; sdJwt: string }[] }>(`/wallet/devices/${device}/copies`)).body
    const copy = copies.find(({ credential }) => credential === id)?.sdJwt ?? ''
    return {
      device, copy,
      show: (claims, { at = clock.now(), aud = 'offline', nonce = randomUUID(), key = keys.privateKey } = {}) => presentWithKey(copy, claims, key, { iat: Math.floor(at.getTime() / 1000), aud, nonce, purpose: '享受优待' }),
    }
  }
  return { test, app, clock, give, phoneOf, revoke: (credential) => app.db.transaction((tx) => updateCredentialState(tx, credential, 'revoked', '样例', clock.now())) }
}

