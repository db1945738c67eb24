// What anybody may fetch to check an e-licence, without login; nothing is there under names made up.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { issuerHolder } from './credential.ts'
import { withTypes } from './testing.ts'

describe('what is published', () => {
  let test: TestApp
  beforeAll(async () => { test = await startTestApp({ packs: withTypes(), environment: { REGION: '990100' } }) })
  afterAll(() => test.close())

  it('is the public keys of an authority, under both addresses, and never a private half', async () => {
    const { kid } = await test.app.keys.signer(issuerHolder({ line: 'sky', region: '990101' }))
    const reply = await test.asNobody.get('/credential-issuers/sky:990101')
    expect(reply).toMatchObject({ status: 200, body: { issuer: `${test.app.config.publicUrl}/api/v1/credential-issuers/sky:990101`, jwks: { keys: [{ kid, alg: 'ES256' }] } } })
    expect(JSON.stringify(reply.body)).not.toContain('"d"')
    const known = await test.asNobody.request({ method: 'GET', url: '/.well-known/jwt-vc-issuer/api/v1/credential-issuers/sky:990101' })
    expect(JSON.parse(known.body)).toEqual({ issuer: (reply.body as { issuer: string }).issuer, jwks: (reply.body as { jwks: unknown }).jwks })
  })

  it('is what a type says, which of it is shown always and which when its holder chooses', async () => {
    const { body } = await test.asNobody.get<{ vct: string; claims: { path: string[]; sd: string }[] }>('/credential-types/telescope-licence')
    expect(body.vct).toBe(`${test.app.config.publicUrl}/api/v1/credential-types/telescope-licence`)
    expect(body.claims.map(({ path, sd }) => [path[0], sd])).toEqual([['name', 'never'], ['model', 'always'], ['aperture', 'always'], ['birthDate', 'always'], ['over18', 'always'], ['over60', 'always']])
  })

  it('is nothing for authorities, types and lists there are not', async () => {
    for (const path of ['/credential-issuers/sky:123456', '/credential-issuers/energy:990101', '/credential-issuers/sky', '/credential-issuers/sky:990101:1', '/credential-types/nothing', '/credential-types/constructor', '/credential-status/sky:990101:9']) {
      expect((await test.asNobody.get(path)).status, path).toBe(404)
    }
  })
})
