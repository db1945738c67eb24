// Acting for somebody: both sides agree, only what was agreed, only as long and as often as agreed, and always by name.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verifyAudit, sealAllAudit } from '../../kernel/audit-store.ts'
import type { TestClient } from '../../testing/app.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { changedPacks, fillDraft, on, openTelescopeTown, telescopeAnswers, turnable, type DraftReply, type TelescopeTown, type TrackingReply } from '../../testing/telescope.ts'

type Delegation = { id: string; mandate: string; standing: string; side: string; personName: string; holderName: string; uses: number; actions: string[]; mayAct: boolean; otherIdMasked: string }
type Listed = { given: Delegation[]; held: Delegation[] }
type Refused = { error: { code: string; details?: unknown } }

const time = turnable(on)

/** The testing pack with a second matter, the same but for its name. */
const withSecondMatter = (catalogue: Catalogue): Catalogue => {
  const matter = catalogue.matters['keep-telescope']
  return matter ? { ...catalogue, matters: { ...catalogue.matters, 'move-telescope': { ...matter, id: 'move-telescope' } } } : catalogue
}

let town: TelescopeTown
let nth = 900

beforeAll(async () => {
  town = await openTelescopeTown(time.clock, changedPacks(withSecondMatter))
})
afterAll(() => town.close())
beforeEach(() => time.turnTo(on))

const resident = async (name: string) => {
  nth += 1
  const idNumber = inventIdNumber(nth)
  return { name, idNumber, client: await town.test.as({ person: { name, idNumber } }) }
}
type Resident = Awaited<ReturnType<typeof resident>>

const endsOn = '2026-03-31'
const offer = (from: Resident, to: Resident, more: object = {}) =>
  from.client.post<Delegation>('/delegations', { as: 'person', other: { name: to.name, idNumber: to.idNumber }, matters: null, endsOn, maxUses: null, reason: '', ...more })

const answer = (by: Resident, id: string, action: 'accept' | 'refuse' | 'end') => by.client.post<Delegation & Refused>(`/delegations/${id}/answer`, { action })

/** The same session, in the name of somebody else. */
const actingBy = ({ client }: Resident, mandate: string): TestClient => {
  const request: TestClient['request'] = (options) => client.request({ ...options, headers: { ...options.headers, 'x-acting-for': mandate } })
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'): TestClient['get'] =>
    async <Body>(path: string, body?: unknown) => {
      const reply = await request({ method, url: `/api/v1${path}`, ...(body === undefined ? {} : { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) })
      return { status: reply.statusCode, headers: reply.headers, body: reply.json<Body>() }
    }
  return { ...client, request, get: ask('GET'), post: ask('POST'), put: ask('PUT'), patch: ask('PATCH'), delete: ask('DELETE') }
}

/** Two residents with a delegation both agreed to. */
const agreed = async (more: object = {}) => {
  const [mother, son] = [await resident('周兰'), await resident('陈志强')]
  const { body } = await offer(mother, son, more)
  await answer(son, body.id, 'accept')
  return { mother, son, delegation: body, acting: actingBy(son, body.mandate) }
}

describe('a delegation', () => {
  it('counts once the other side has agreed, and both see the same', async () => {
    const [mother, son] = [await resident('周兰'), await resident('陈志强')]
    const offered = await offer(mother, son, { matters: ['keep-telescope'], maxUses: 2, reason: '腿脚不便' })
    expect(offered).toMatchObject({ status: 201, body: { standing: 'proposed', side: 'person', actions: ['end'], mayAct: false } })
    expect((await actingBy(son, offered.body.mandate).get<Refused>('/applications')).body.error.code).toBe('mandate_ended')
    expect((await son.client.get<{ messages: { title: string }[] }>('/messages')).body.messages[0]?.title).toBe('周兰请您确认一份授权')
    const { held } = (await son.client.get<Listed>('/delegations')).body
    expect(held).toMatchObject([{ personName: '周兰', standing: 'proposed', actions: ['accept', 'refuse', 'end'], otherIdMasked: expect.stringMatching(/^440\*+/) }])
    expect((await answer(mother, offered.body.id, 'accept')).body.error.code).toBe('not_allowed_now')
    expect((await answer(son, offered.body.id, 'accept')).body).toMatchObject({ standing: 'inForce', mayAct: true, uses: 0 })
    expect((await mother.client.get<Listed>('/delegations')).body.given).toMatchObject([{ holderName: '陈志强', standing: 'inForce', mayAct: false, actions: ['end'] }])
    expect((await mother.client.get<{ messages: { title: string }[] }>('/messages')).body.messages[0]?.title).toBe('陈志强同意了授权')
  })

  it('can be asked for by the one who wants to help, and the one helped decides', async () => {
    const [mother, son] = [await resident('周兰'), await resident('陈志强')]
    const { body } = await son.client.post<Delegation>('/delegations', { as: 'holder', other: { name: '周兰', idNumber: mother.idNumber }, matters: null, endsOn, maxUses: null, reason: '' })
    expect(body).toMatchObject({ side: 'holder', personName: '周兰', holderName: '陈志强', standing: 'proposed' })
    expect((await answer(mother, body.id, 'refuse')).body).toMatchObject({ standing: 'refused', actions: [] })
    expect((await actingBy(son, body.mandate).get<Refused>('/applications')).body.error.code).toBe('mandate_ended')
  })

  it('reaches nobody when number and name do not belong together, and tells nothing about it', async () => {
    const [mother, son] = [await resident('周兰'), await resident('陈志强')]
    const wrong = await offer(mother, { ...son, name: '陈志刚' })
    const unknown = await offer(mother, { ...son, idNumber: inventIdNumber(7777) })
    expect([wrong.status, unknown.status]).toEqual([201, 201])
    expect((await son.client.get<Listed>('/delegations')).body.held).toEqual([])
    expect((await answer(son, wrong.body.id, 'accept')).status).toBe(404)
  })

  it('is waiting for somebody who logs in for the first time later', async () => {
    const mother = await resident('周兰')
    nth += 1
    const idNumber = inventIdNumber(nth)
    const { body } = await mother.client.post<Delegation>('/delegations', { as: 'person', other: { name: '林晚', idNumber }, matters: null, endsOn, maxUses: null, reason: '' })
    const client = await town.test.as({ person: { name: '林晚', idNumber } })
    expect((await client.get<Listed>('/delegations')).body.held).toMatchObject([{ id: body.id, standing: 'proposed' }])
  })

  it('says which field is wrong', async () => {
    const [mother, son] = [await resident('周兰'), await resident('陈志强')]
    const details = async (more: object) => (await offer(mother, son, more)).body
    expect(await details({ other: { name: '陈志强', idNumber: '440305199005219990' } })).toMatchObject({ error: { code: 'invalid', details: { field: 'idNumber' } } })
    expect(await details({ other: { name: '周兰', idNumber: mother.idNumber } })).toMatchObject({ error: { details: { field: 'idNumber', problem: 'self' } } })
    expect(await details({ endsOn: '2026-03-01' })).toMatchObject({ error: { details: { field: 'endsOn', earliest: '2026-03-02' } } })
    expect(await details({ endsOn: '2027-12-31' })).toMatchObject({ error: { details: { field: 'endsOn' } } })
    expect(await details({ matters: ['no-such-matter'] })).toMatchObject({ error: { details: { field: 'matters', matter: 'no-such-matter' } } })
  })

  it('belongs to its two sides: for a third person it does not exist', async () => {
    const { delegation, mother } = await agreed()
    const stranger = await resident('路人')
    expect((await answer(stranger, delegation.id, 'end')).status).toBe(404)
    expect((await stranger.client.get(`/delegations/${delegation.id}/uses`)).status).toBe(404)
    expect((await actingBy(stranger, delegation.mandate).get<Refused>('/applications')).body.error.code).toBe('mandate_ended')
    expect((await actingBy(mother, delegation.mandate).get<Refused>('/applications')).body.error.code).toBe('mandate_ended')
    expect((await town.test.asNobody.get('/delegations')).status).toBe(401)
    expect((await (await town.test.as({ staff: [{ role: 'clerk', region: '990100', line: null }] })).get('/delegations')).status).toBe(403)
  })
})

describe('who acts for somebody', () => {
  it('works on that person’s application, which stays that person’s, and is named everywhere', async () => {
    const { mother, son, acting, delegation } = await agreed()
    const id = await fillDraft(acting)
    expect((await son.client.get<{ applications: unknown[] }>('/applications')).body.applications).toEqual([])
    expect((await mother.client.get<DraftReply>(`/applications/${id}/draft`)).body.answers).toMatchObject(telescopeAnswers)
    const tracking = await acting.post<TrackingReply & { history: { actorName: string; acting: boolean }[] }>(`/applications/${id}/submit`, { truthful: true })
    expect(tracking.body.history).toContainEqual(expect.objectContaining({ action: 'submit', actorName: '陈志强 代 周兰', acting: true }))
    const titles = (await mother.client.get<{ messages: { title: string }[] }>('/messages')).body.messages.map(({ title }) => title)
    expect(titles).toEqual(expect.arrayContaining(['陈志强已替您提交：拥有一台望远镜', '陈志强开始替您办：拥有一台望远镜']))
    expect(titles.filter((title) => title.startsWith('陈志强开始'))).toHaveLength(1)
    expect((await mother.client.get<{ uses: object[] }>('/done-for-me')).body.uses).toMatchObject([{ applicationId: id, actorName: '陈志强', capacity: 'family', mandate: delegation.mandate }])
    expect((await son.client.get<{ uses: object[] }>(`/delegations/${delegation.id}/uses`)).body.uses).toMatchObject([{ applicationId: id }])
    const entries = await town.test.app.db.read<{ actor_id: string; detail: object }[]>`select actor_id, detail from audit_entries where action = 'applications.submit' and subject_id = ${id}`
    expect(entries).toMatchObject([{ actor_id: son.client.id, detail: { actingFor: { person: mother.client.id, mandate: delegation.mandate, capacity: 'family' } } }])
    await sealAllAudit(town.test.app.db)
    expect(await verifyAudit(town.test.app.db.read)).toMatchObject({ intact: true })
  })

  it('sees nothing that is the person’s alone', async () => {
    const { acting } = await agreed()
    const codes = await Promise.all(['/messages', '/data-use', '/delegations', '/done-for-me'].map(async (path) => (await acting.get<Refused>(path)).body.error.code))
    expect(new Set(codes)).toEqual(new Set(['while_acting']))
    expect((await acting.post<Refused>('/messages/read', {})).body.error.code).toBe('while_acting')
    expect((await acting.post<Refused>('/logout')).body.error.code).toBe('while_acting')
  })

  it('cannot pass it on, or act by one authorisation upon another', async () => {
    const { acting, son, mother } = await agreed()
    const friend = await resident('朋友')
    expect((await acting.post<Refused>('/delegations', { as: 'person', other: { name: friend.name, idNumber: friend.idNumber }, matters: null, endsOn, maxUses: null, reason: '' })).body.error.code).toBe('while_acting')
    const further = (await offer(son, friend)).body
    await answer(friend, further.id, 'accept')
    const { applications } = (await actingBy(friend, further.mandate).get<{ applications: { id: string }[] }>('/applications')).body
    const hers = (await mother.client.post<DraftReply>('/applications', { matter: 'keep-telescope' })).body
    expect(applications).toEqual([])
    expect((await actingBy(friend, further.mandate).get(`/applications/${hers.id}/draft`)).status).toBe(404)
  })

  it('may do only the matters agreed on', async () => {
    const { mother, acting } = await agreed({ matters: ['move-telescope'] })
    expect((await acting.post<Refused>('/applications', { matter: 'keep-telescope' })).body.error.code).toBe('not_in_mandate')
    const { id } = (await mother.client.post<DraftReply>('/applications', { matter: 'keep-telescope' })).body
    expect((await acting.get(`/applications/${id}/draft`)).status).toBe(404)
    expect((await acting.put(`/applications/${id}/answers`, { answers: {} })).status).toBe(404)
    expect((await acting.post(`/applications/${id}/submit`, { truthful: true })).status).toBe(404)
    expect((await acting.get<{ applications: unknown[] }>('/applications')).body.applications).toEqual([])
    expect((await mother.client.get<{ uses: unknown[] }>('/done-for-me')).body.uses).toEqual([])
  })

  it('is stopped in the middle of a draft when the person ends it, and what was filled in stays', async () => {
    const { mother, acting, delegation } = await agreed()
    const id = await fillDraft(acting)
    expect((await answer(mother, delegation.id, 'end')).body).toMatchObject({ standing: 'ended', actions: [] })
    expect((await acting.post<Refused>(`/applications/${id}/submit`, { truthful: true })).body.error.code).toBe('mandate_ended')
    expect((await mother.client.post<TrackingReply>(`/applications/${id}/submit`, { truthful: true })).status).toBe(200)
  })

  it('may act until the end of the last day in China, not a minute longer', async () => {
    time.turnTo('2026-03-31T10:00:00Z')
    const { acting } = await agreed()
    time.turnTo('2026-03-31T15:59:00Z')
    expect((await acting.get('/applications')).status).toBe(200)
    time.turnTo('2026-03-31T16:00:00Z')
    expect((await acting.get<Refused>('/applications')).body.error.code).toBe('mandate_ended')
  })

  it('goes on with what was begun when the number of times is used up, but begins nothing more', async () => {
    const { acting, son } = await agreed({ maxUses: 1 })
    const id = await fillDraft(acting)
    expect((await acting.post<Refused>('/applications', { matter: 'move-telescope' })).body.error.code).toBe('mandate_used_up')
    expect((await son.client.get<Listed>('/delegations')).body.held).toMatchObject([{ standing: 'usedUp', uses: 1, mayAct: true }])
    expect((await acting.post<TrackingReply>(`/applications/${id}/submit`, { truthful: true })).status).toBe(200)
  })

  it('uses the last time once, however many begin at the same moment', async () => {
    const { acting, mother } = await agreed({ maxUses: 1 })
    const replies = await Promise.all(['keep-telescope', 'move-telescope', 'keep-telescope', 'move-telescope'].map((matter) => acting.post<DraftReply>('/applications', { matter })))
    expect(new Set(replies.filter(({ status }) => status === 201).map(({ body }) => body.id)).size).toBe(1)
    expect((await mother.client.get<{ uses: unknown[] }>('/done-for-me')).body.uses).toHaveLength(1)
  })

  it('is refused with a header that names nothing there is', async () => {
    const { son } = await agreed()
    for (const named of ['', 'delegation', 'delegation:', 'window:00000000-0000-7000-8000-000000000000', "delegation:' or 1=1", 'delegation:00000000-0000-7000-8000-000000000000']) {
      expect((await actingBy(son, named).get<Refused>('/applications')).body.error.code).toBe('mandate_ended')
    }
  })
})
