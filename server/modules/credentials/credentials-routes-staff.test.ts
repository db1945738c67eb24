// An e-licence from the decision to its end: issued by a job, copied, checked, suspended, corrected, revoked; by whom, and by whom not.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAuditOf } from '../../kernel/audit-store.ts'
import type { TestClient } from '../../testing/app.ts'
import { because, openLongWay, type LongWay } from '../cases/testing-long-way.ts'
import { issueBatch } from './batch.ts'
import { sdJwtOf } from './copying.ts'
import { isCredentialNumber } from './credential-number.ts'
import { findCredential } from './credentials-store.ts'
import { followCases } from './issuing.ts'
import { checkStatusToken, statusIn } from './status-list.ts'
import { withTypes } from './testing.ts'
import { nodeCryptography, verifyHere } from './verifying.ts'

type Told = { id: string; type: string; number: string; edition: number; standing: string; because: string | null; claims: { id: string; value: unknown }[] }

describe('an e-licence from a result', () => {
  let way: LongWay
  beforeAll(async () => {
    way = await openLongWay()
    // The types are in the packs from the beginning; nothing has been decided yet.
    Object.assign(way.town.test.app, { packs: withTypes(way.town.test.app.packs) })
  })
  afterAll(() => way.town.close())

  const held = async (applicant: TestClient): Promise<Told[]> => (await applicant.get<Told[]>('/credentials')).body
  const copyOf = async (id: string): Promise<string> => {
    const found = await findCredential(way.town.test.app.db.read, id)
    if (!found) throw new Error('not there')
    return sdJwtOf(way.town.test.app, found)
  }

  it('is issued by a job after the decision, once, with a number of its own, and its copy is true', async () => {
    const { id, applicant } = await way.granted()
    expect(await held(applicant)).toEqual([])
    await way.town.test.runJobs()
    const [one, ...others] = await held(applicant)
    expect(others).toEqual([])
    expect(one).toMatchObject({ type: 'telescope-licence', edition: 1, standing: 'valid' })
    expect(isCredentialNumber(one?.number ?? '')).toBe(true)
    expect(Object.fromEntries(one?.claims.map((each) => [each.id, each.value]) ?? [])).toMatchObject({ name: '观星人', model: '牧夫座80', aperture: 80, over18: true })
    expect(await followCases(way.town.test.app, [id])).toEqual({ issued: 0, ended: 0 })
    expect(await issueBatch(way.town.test.app)).toMatchObject({ issued: 0 })
    const verified = await verifyHere(way.town.test.app, await copyOf(one?.id ?? ''))
    expect(verified).toMatchObject({ verdict: 'valid', claims: { name: '观星人', number: one?.number }, credential: { id: one?.id } })
    expect((await listAuditOf(way.town.test.app.db.read, 'credential', one?.id ?? '')).map(({ action }) => action)).toEqual(['credentials.issue'])
  })

  it('shows only what its holder chooses, and a copy for a device names its key', async () => {
    const { applicant } = await way.granted()
    await way.town.test.runJobs()
    const [one] = await held(applicant)
    const [jwt = '', ...disclosures] = (await copyOf(one?.id ?? '')).split('~')
    const chosen = disclosures.filter((text) => Buffer.from(text, 'base64url').toString().includes('"over18"'))
    const { claims, verdict } = await verifyHere(way.town.test.app, [jwt, ...chosen, ''].join('~'))
    expect({ claims, verdict }).toEqual({ verdict: 'valid', claims: { name: '观星人', over18: true } })
    const record = await findCredential(way.town.test.app.db.read, one?.id ?? '')
    const key = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) }
    const bound = record && (await sdJwtOf(way.town.test.app, record, { deviceKey: key }))
    expect(JSON.parse(Buffer.from(bound?.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({ cnf: { jwk: key } })
  })

  it('gets a new edition when the result is corrected, and the copies of the old one are worth nothing', async () => {
    const { id, applicant } = await way.granted()
    await way.town.test.runJobs()
    const [before] = await held(applicant)
    const old = await copyOf(before?.id ?? '')
    await way.act('approver', id, 'result/correct', { values: { 'telescope.model': '牧夫座90' }, reasons: '型号写错' })
    await way.town.test.runJobs()
    const [after, former] = await held(applicant)
    expect(after).toMatchObject({ number: before?.number, edition: 2, standing: 'valid' })
    expect(former).toMatchObject({ id: before?.id, standing: 'replaced' })
    expect(await verifyHere(way.town.test.app, old)).toMatchObject({ verdict: 'revoked' })
    expect(await verifyHere(way.town.test.app, await copyOf(after?.id ?? ''))).toMatchObject({ verdict: 'valid', claims: { model: '牧夫座90' } })
  })

  it('ends with the result, and the published list says so at once', async () => {
    const { id, applicant } = await way.granted()
    await way.town.test.runJobs()
    const [one] = await held(applicant)
    const { payload, list, keys } = await published(one?.id ?? '')
    expect(list && statusIn(list, payload.idx)).toBe('valid')
    await way.act('clerk', id, 'proposals', { action: 'revoke', reasons: '隐瞒事实', law: '行政许可法第六十九条' })
    await applicant.post(`/my-cases/${id}/proposal/statement`, { text: '我没有隐瞒' })
    expect((await way.act('head', id, 'result/revoke')).status).toBe(200)
    await way.town.test.runJobs()
    expect((await held(applicant))[0]).toMatchObject({ standing: 'revoked' })
    expect(statusIn((await published(one?.id ?? '')).list ?? { list: { bits: 2, bytes: new Uint8Array() } }, payload.idx)).toBe('revoked')
    expect(keys.length).toBe(1)
  })

  const published = async (id: string) => {
    const record = await findCredential(way.town.test.app.db.read, id)
    if (!record) throw new Error('not there')
    const jwt = JSON.parse(Buffer.from((await copyOf(id)).split('.')[1] ?? '', 'base64url').toString()) as { iss: string; status: { status_list: { idx: number; uri: string } } }
    const path = (address: string) => new URL(address).pathname
    const { body } = await way.town.test.asNobody.get<{ jwks: { keys: { kty: string; crv: string; x: string; y: string; kid: string; alg: string }[] } }>(path(jwt.iss).replace('/api/v1', ''))
    const token = await way.town.test.asNobody.request({ method: 'GET', url: path(jwt.status.status_list.uri) })
    expect(token.headers).toMatchObject({ 'content-type': 'application/statuslist+jwt', 'cache-control': 'public, max-age=30', 'access-control-allow-origin': '*' })
    return { payload: jwt.status.status_list, keys: body.jwks.keys, list: await checkStatusToken(token.body, jwt.status.status_list.uri, { keys: body.jwks.keys, now: way.town.test.app.clock.now(), cryptography: nodeCryptography }) }
  }

  it('is suspended, resumed and revoked by its authority, with reasons its holder reads; nobody else can', async () => {
    const { applicant } = await way.granted()
    await way.town.test.runJobs()
    const [one] = await held(applicant)
    const at = `/issued-credentials/${one?.id}`
    expect((await applicant.post(`${at}/suspend`, { reasons: '看看' })).status).toBe(403)
    expect((await way.town.test.asNobody.post(`${at}/suspend`, { reasons: '看看' })).status).toBe(401)
    expect((await way.as.clerk.post(`${at}/suspend`, { reasons: '看看' })).status).toBe(403)
    expect((await way.as.west.post(`${at}/suspend`, { reasons: '看看' })).status).toBe(404)
    expect((await way.as.energy.post(`${at}/suspend`, { reasons: '看看' })).status).toBe(404)
    expect((await way.as.west.get(at)).status).toBe(404)
    expect((await way.as.approver.post<Told>(`${at}/suspend`, { reasons: '正在核查' })).body).toMatchObject({ standing: 'suspended', because: '正在核查', actions: ['resume', 'revoke'] })
    expect(await verifyHere(way.town.test.app, await copyOf(one?.id ?? ''))).toMatchObject({ verdict: 'suspended' })
    expect((await way.as.approver.post<Told>(`${at}/resume`, { reasons: '没有问题' })).body).toMatchObject({ standing: 'valid', because: null })
    expect((await way.as.approver.post(`${at}/resume`, { reasons: '没有问题' })).status).toBe(409)
    expect((await way.as.head.post<Told>(`${at}/revoke`, { reasons: '骗取许可' })).body).toMatchObject({ standing: 'revoked' })
    expect((await way.as.head.post(`${at}/resume`, { reasons: '没有问题' })).status).toBe(409)
    const { body: messages } = await applicant.get<{ messages: { title: string }[] }>('/messages')
    expect(JSON.stringify(messages)).toContain('骗取许可')
    expect((await way.as.head.get<{ credentials: Told[] }>('/issued-credentials')).body.credentials.map(({ id }) => id)).toContain(one?.id)
    expect((await way.as.west.get<{ credentials: Told[] }>('/issued-credentials')).body.credentials).toEqual([])
    const found = async (query: string) => (await way.as.clerk.get<{ credentials: Told[]; more: boolean; types: { id: string }[] }>(`/issued-credentials?${query}`)).body
    expect((await found(`number=${one?.number}&standing=revoked&type=telescope-licence`)).credentials.map(({ id }) => id)).toEqual([one?.id])
    expect((await found(`number=${one?.number}&standing=valid`)).credentials).toEqual([])
    expect((await found('standing=expired')).credentials).toEqual([])
    expect((await found('type=none')).types.map(({ id }) => id)).toContain('telescope-licence')
    // What an official ended is not issued again because the result still holds.
    expect(await issueBatch(way.town.test.app)).toMatchObject({ issued: 0 })
  })

  it('of an authority whose key was withdrawn is from nobody known; what it signs next is under a new key', async () => {
    const { applicant } = await way.granted()
    await way.town.test.runJobs()
    const [one] = await held(applicant)
    const copy = await copyOf(one?.id ?? '')
    const { keys } = await published(one?.id ?? '')
    const body = { line: 'sky', region: '990101', reasons: '密钥泄露' }
    expect((await way.as.approver.post(`/credential-keys/${keys[0]?.kid}/withdraw`, body)).status).toBe(403)
    expect((await way.as.west.post(`/credential-keys/${keys[0]?.kid}/withdraw`, body)).status).toBe(404)
    expect((await way.as.head.post(`/credential-keys/unknown/withdraw`, body)).status).toBe(404)
    expect((await way.as.head.post(`/credential-keys/${keys[0]?.kid}/withdraw`, body)).status).toBe(200)
    expect(await verifyHere(way.town.test.app, copy)).toMatchObject({ verdict: 'issuerUnknown' })
    expect(await verifyHere(way.town.test.app, await copyOf(one?.id ?? ''))).toMatchObject({ verdict: 'valid' })
    expect(because(await way.act('clerk', one?.id ?? '', 'nothing'))).toBeUndefined()
  })
})
