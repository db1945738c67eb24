// A department's own system beside the product: registered and granted access over the API by data officers, it signs its requests with
// Node's crypto, not with the product's code.
import assert from 'node:assert/strict'
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import type { Page } from 'playwright-core'
import { ask } from './api.ts'

/** What it asks for in every request of the journey. */
export type Terms = { resource: string; fields: string[]; purpose: string; legalBasis: { title: string; article?: string } }

type Replied = { status: number; body: { id?: string; state?: string; response?: string; error?: { code: string } } }

export type Department = { send: (path: string, content: Record<string, unknown>) => Promise<Replied> }

/** @param asker, owner windows of the data officers of the authority that asks and of the one that keeps the register */
export const openDepartment = async (url: string, { asker, owner }: { asker: Page; owner: Page }, authority: { line: string; region: string; name: string }, { resource, fields, purpose, legalBasis }: Terms): Promise<Department> => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const { line, region } = authority
  const id = `journey-${randomUUID().slice(0, 8)}`
  const { kid } = await ask(asker, 'addExchangeConsumer', { body: { id, name: authority.name, line, region, jwk: { kty: 'EC', crv: 'P-256', x, y } } })
  const asked = await ask(asker, 'submitAccessRequest', { body: { resource, region, line, service: null, fields, purpose, legalBasis, perDay: 100, until: null, batch: false, renews: null } })
  const granted = await ask(owner, 'grantAccess', { params: { id: asked.id }, body: { revision: asked.revision, fields, perDay: 100, until: null, reason: '' } })
  assert.equal(granted.state, 'granted')
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return {
    send: async (path, content) => {
      const { title, article } = legalBasis
      const signed = `${part({ alg: 'ES256', kid, typ: 'exchange-request+jwt' })}.${part({ iss: id, aud: url, iat: Math.floor(Date.now() / 1000), jti: randomUUID(), resource, fields, purpose, legalBasis: `《${title}》${article ?? ''}`, ...content })}`
      const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')
      const reply = await fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ request: `${signed}.${signature}` }) })
      return { status: reply.status, body: (await reply.json()) as Replied['body'] } // as the API documents it
    },
  }
}
