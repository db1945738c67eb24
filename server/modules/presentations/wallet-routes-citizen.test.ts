// A card shown by code: looked at once, within its minute, only what was chosen; every other look is refused, in words, and the holder sees it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { codeFrom } from './presentation.ts'
import { openWalletTown, type Checked, type Shown, type WalletTown } from './testing.ts'

let town: WalletTown
let holder: TestClient
beforeAll(async () => {
  town = await openWalletTown()
  holder = await town.test.as({ person: { name: '观星人' } })
})
afterAll(() => town.test.close())

const show = async (credential: { id: string }, claims: string[] = ['over60'], by = holder) => (await by.post<Shown>('/presentations', { credential: credential.id, claims, purpose: '坐公交' })).body
const check = async (code: string, by = town.test.asNobody) => (await by.post<Checked>('/verifications', { code })).body
const usesOf = async (id: string) => (await holder.get<{ kind: string; by: string | null; purpose: string; claims: { id: string }[]; reference: string | null }[]>(`/credentials/${id}/uses`)).body

describe('a shown code', () => {
  it('tells what its holder chose and what every copy has, without the birth date behind a proof, and what for', async () => {
    const card = await town.give(holder)
    const shown = await show(card)
    expect(shown.claims).toEqual(['name', 'over60'])
    expect(shown.address).toBe(`${town.app.config.publicUrl}/verify#${shown.code}`)
    const checked = await check(shown.code)
    expect(checked).toMatchObject({ verdict: 'valid', purpose: '坐公交', shownBy: null, bound: true, claims: [{ id: 'name', text: '观星人' }, { id: 'over60', text: '是' }] })
    expect(JSON.stringify(checked)).not.toContain('1960')
  })

  it('is looked at once: a copy of it says so and tells nothing, and the holder reads of both', async () => {
    const card = await town.give(holder)
    const { id, code } = await show(card)
    expect((await holder.get(`/presentations/${id}`)).body).toEqual({ usedAt: null, usedBy: null })
    const clerk = await town.test.as({ staff: [{ role: 'window', region: '990101', line: 'government-services' }], name: '测试窗口', unit: '东区大厅' })
    expect((await check(code, clerk)).verdict).toBe('valid')
    expect(await check(code)).toMatchObject({ verdict: 'used', claims: [], purpose: null })
    expect((await holder.get(`/presentations/${id}`)).body).toMatchObject({ usedBy: '东区大厅 测试窗口' })
    const uses = await usesOf(card.id)
    expect(uses.map(({ kind, by, purpose, reference }) => ({ kind, by, purpose, reference })).toSorted((a, b) => String(a.reference).localeCompare(String(b.reference)))).toEqual([
      { kind: 'verified', by: '东区大厅 测试窗口', purpose: '坐公交', reference: null }, { kind: 'verified', by: null, purpose: '坐公交', reference: 'used' },
    ])
    expect(uses.find(({ reference }) => reference === 'used')?.claims).toEqual([])
  })

  it('read by two scanners at once is read by one', async () => {
    const { code } = await show(await town.give(holder))
    const verdicts = (await Promise.all(Array.from({ length: 6 }, () => check(code)))).map(({ verdict }) => verdict)
    expect(verdicts.toSorted()).toEqual(['used', 'used', 'used', 'used', 'used', 'valid'])
  })

  it('is worth nothing after its minute, and when a newer one is on the screen', async () => {
    const card = await town.give(holder)
    const first = await show(card)
    const second = await show(card)
    expect((await check(first.code)).verdict).toBe('late')
    town.clock.advance(61_000)
    expect((await check(second.code)).verdict).toBe('late')
  })

  it('says revoked when the authority took the card back meanwhile; a card that is over is not shown at all', async () => {
    const card = await town.give(holder)
    const { code } = await show(card)
    await town.revoke(card)
    expect((await check(code)).verdict).toBe('revoked')
    expect((await holder.post('/presentations', { credential: card.id, claims: [], purpose: '坐公交' })).status).toBe(409)
    const ended = await town.give(holder, { validUntil: '2026-03-01' })
    expect((await holder.post<{ error: { details: unknown } }>('/presentations', { credential: ended.id, claims: [], purpose: '坐公交' })).body.error.details).toEqual({ standing: 'expired' })
  })

  it('is guessed by nobody: after twenty codes that are nobody’s a caller waits, also with a right one', async () => {
    const { code } = await show(await town.give(holder))
    const guess = (at: number) => town.test.asNobody.request({ method: 'POST', url: '/api/v1/verifications', remoteAddress: '203.0.113.7', payload: { code: codeFrom(Uint8Array.from({ length: 10 }, (_, index) => at * 7 + index)) } })
    for (let at = 0; at < 20; at += 1) expect((await guess(at)).json<Checked>().verdict).toBe('unknown')
    expect((await guess(99)).statusCode).toBe(429)
    expect((await town.test.asNobody.request({ method: 'POST', url: '/api/v1/verifications', remoteAddress: '203.0.113.7', payload: { code } })).statusCode).toBe(429)
    // Others are not held up.
    expect((await check(code)).verdict).toBe('valid')
    expect((await town.test.asNobody.post('/verifications', { code: '12345678' })).status).toBe(400)
    expect((await town.test.asNobody.post('/verifications', {})).status).toBe(400)
    expect((await town.test.asNobody.post('/verifications', { code, copy: 'a.b.c~' })).status).toBe(400)
  })
})

describe('a wallet', () => {
  it('is its holder’s alone: others neither see nor show a card, officials have none', async () => {
    const card = await town.give(holder)
    const { id } = await show(card)
    const other = await town.test.as({ person: { name: '邻居' } })
    const clerk = await town.test.as({ staff: [{ role: 'window', region: '990101', line: 'government-services' }] })
    expect((await other.get<{ cards: unknown[] }>('/wallet')).body.cards).toEqual([])
    expect((await other.post('/presentations', { credential: card.id, claims: [], purpose: '坐公交' })).status).toBe(404)
    expect((await other.get(`/presentations/${id}`)).status).toBe(404)
    expect((await clerk.get('/wallet')).status).toBe(403)
    expect((await town.test.asNobody.get('/wallet')).status).toBe(401)
    expect((await holder.post('/presentations', { credential: card.id, claims: ['secret'], purpose: '坐公交' })).status).toBe(400)
  })

  it('has everything a card needs to be drawn and shown', async () => {
    const card = await town.give(holder)
    const { cards } = (await holder.get<{ cards: { id: string; standing: string; values: Record<string, unknown>; faces: { id: string; derived: boolean }[] }[] }>('/wallet')).body
    const mine = cards.find(({ id }) => id === card.id)
    expect(mine).toMatchObject({ standing: 'valid', values: { name: '观星人', over60: true, number: card.number } })
    expect(mine?.faces.filter(({ derived }) => derived).map(({ id }) => id)).toEqual(['over18', 'over60'])
  })
})

describe('a request of a department', () => {
  const ask = { type: 'telescope-licence', claims: ['model'], purpose: '办理夜间观测备案', legalBasis: '样例星空条例第七条', region: '990101', person: null }
  const official = () => town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }], name: '受理员甲', unit: '星空局' })

  it('shows its claims to who asked, once the holder agrees, and to nobody else', async () => {
    const card = await town.give(holder)
    const clerk = await official()
    const asked = (await clerk.post<{ id: string; code: string; address: string }>('/presentation-requests', ask)).body
    expect(asked.address).toBe(`${town.app.config.publicUrl}/wallet/requests/${asked.code}`)
    expect((await holder.get(`/wallet/requests/${asked.code}`)).body).toMatchObject({ by: '星空局 受理员甲', purpose: ask.purpose, state: 'open', claims: [{ id: 'name' }, { id: 'model' }] })
    expect((await clerk.get(`/presentation-requests/${asked.id}`)).body).toMatchObject({ request: { state: 'open' }, shown: null })
    expect((await holder.post(`/wallet/requests/${asked.code}/answer`, { credential: card.id })).body).toEqual({ agreed: true })
    expect((await clerk.get(`/presentation-requests/${asked.id}`)).body).toMatchObject({ request: { state: 'agreed' }, shown: { verdict: 'valid', claims: [{ text: '观星人' }, { text: '牧夫座80' }] } })
    expect((await holder.post(`/wallet/requests/${asked.code}/answer`, { credential: null })).status).toBe(409)
    const elsewhere = await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })
    expect((await elsewhere.get(`/presentation-requests/${asked.id}`)).status).toBe(404)
    expect((await usesOf(card.id))[0]).toMatchObject({ kind: 'shown', by: '星空局 受理员甲', purpose: ask.purpose })
    town.clock.advance(31 * 60_000)
    expect((await (await official()).get(`/presentation-requests/${asked.id}`)).status).toBe(404)
  })

  it('addressed to somebody is theirs to answer, and may be declined', async () => {
    const idNumber = '990101195005010019'
    const named = await town.test.as({ person: { name: '老李', idNumber } })
    const clerk = await official()
    expect((await clerk.post('/presentation-requests', { ...ask, person: { name: '老王', idNumber } })).status).toBe(404)
    expect(await town.test.app.db.read`select 1 from audit_entries where action = 'presentations.askMissed'`).toHaveLength(1)
    const asked = (await clerk.post<{ id: string }>('/presentation-requests', { ...ask, person: { name: '老李', idNumber } })).body
    expect((await named.get<{ requests: { id: string }[] }>('/wallet')).body.requests.map(({ id }) => id)).toEqual([asked.id])
    expect((await (await town.test.as({ person: { name: '邻居乙' } })).get(`/wallet/requests/${asked.id}`)).status).toBe(404)
    expect((await named.post(`/wallet/requests/${asked.id}/answer`, { credential: null })).body).toEqual({ agreed: false })
    expect((await clerk.get(`/presentation-requests/${asked.id}`)).body).toMatchObject({ request: { state: 'declined' }, shown: null })
    expect(JSON.stringify((await named.get('/messages')).body)).toContain('请您出示')
  })

  it('is asked by officials, for claims there are, in their own region', async () => {
    const clerk = await official()
    const { regions } = (await clerk.get<{ regions: { id: string; types: { id: string; claims: { id: string; always: boolean }[] }[] }[] }>('/presentation-types')).body
    expect(regions.map(({ id }) => id)).toEqual(['990101'])
    expect(regions[0]?.types.find(({ id }) => id === ask.type)?.claims).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'model', always: false }), expect.objectContaining({ id: 'number' })]))
    expect((await holder.get('/presentation-types')).status).toBe(403)
    expect((await clerk.post('/presentation-requests', { ...ask, claims: ['secret'] })).status).toBe(400)
    expect((await clerk.post('/presentation-requests', { ...ask, type: 'none' })).status).toBe(400)
    expect((await clerk.post('/presentation-requests', { ...ask, region: '990102' })).status).toBe(404)
    const watchesThere = await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }, { role: 'supervisor', region: '990102', line: null }] })
    expect((await watchesThere.post('/presentation-requests', { ...ask, region: '990102' })).status).toBe(404)
    expect((await holder.post('/presentation-requests', ask)).status).toBe(403)
    expect((await town.test.asNobody.post('/presentation-requests', ask)).status).toBe(401)
  })
})
