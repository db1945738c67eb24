// Whose systems may ask is for data officers and operators of that jurisdiction to say, and counts at once.
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openKeystore } from '../../kernel/keystore.ts'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { turnable } from '../../testing/telescope.ts'
import { signMessage } from './jws.ts'

describe('a system of a department', () => {
  const { clock } = turnable('2026-03-02T02:00:00Z')
  let test: TestApp
  let [steward, clerk, elsewhere]: TestClient[] = []
  beforeAll(async () => {
    test = await startTestApp({ clock, environment: { REGION: '990100' } })
    steward = await test.as({ staff: [{ role: 'steward', region: '990100', line: null }] })
    clerk = await test.as({ staff: [{ role: 'clerk', region: '990100', line: null }] })
    elsewhere = await test.as({ staff: [{ role: 'steward', region: '990102', line: null }] })
  })
  afterAll(() => test.close())

  it('is registered, seen and taken off by data officers of its jurisdiction, and out as soon as it is off', async () => {
    const signer = await openKeystore({ folder: `${test.app.config.dataDir}/department`, secret: 'd'.repeat(40), clock }).signer('department')
    const { kty, crv, x, y } = signer.publicJwk
    const consumer = { id: 'sky-patrol', name: '夜空巡查系统', line: 'sky', region: '990101', jwk: { kty, crv, x, y } }
    const add = (who: TestClient | undefined, stated: object = {}) => who?.post<{ kid: string }>('/exchange/consumers', { ...consumer, ...stated })
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    expect([(await add(clerk))?.status, (await add(elsewhere))?.status, (await test.asNobody.get('/exchange/consumers')).status]).toEqual([403, 404, 401])
    expect([(await add(steward, { line: 'nowhere' }))?.status, (await add(steward, { jwk: privateKey.export({ format: 'jwk' }) }))?.status, (await add(steward, { callback: 'nowhere' }))?.status]).toEqual([404, 400, 400])
    expect((await add(steward))?.body.kid).toBe(signer.kid)
    expect((await add(steward))?.status).toBe(409)

    const code = async () => {
      const request = signMessage(signer, 'exchange-request+jwt', {
        iss: consumer.id, aud: test.app.config.publicUrl, iat: clock.now().getTime() / 1000, jti: randomUUID(), resource: 'residents', subject: { idNumber: '110101199003070011' }, fields: ['birthDate'], purpose: '巡查', legalBasis: '《样例法》', caseNumber: '1',
      })
      return (await test.asNobody.post<{ error: { code: string } }>('/exchange/calls', { request })).body.error.code
    }
    // Let in, but nothing is granted to its authority yet.
    expect(await code()).toBe('not_granted')
    expect((await elsewhere?.post('/exchange/consumers/sky-patrol/end'))?.status).toBe(404)
    expect((await steward?.post('/exchange/consumers/sky-patrol/end'))?.status).toBe(200)
    expect((await steward?.post('/exchange/consumers/sky-patrol/end'))?.status).toBe(409)
    expect(await code()).toBe('bad_signature')
    expect((await steward?.get('/exchange/consumers'))?.body).toMatchObject({ consumers: [{ id: 'sky-patrol', line: 'sky', until: clock.now().toISOString() }] })
    expect((await elsewhere?.get<{ consumers: unknown[]; authorities: { region: string }[] }>('/exchange/consumers'))?.body).toMatchObject({ consumers: [], authorities: [{ region: '990102' }, { region: '990102' }] })
  })
})
