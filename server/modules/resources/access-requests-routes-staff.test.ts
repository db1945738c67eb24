// A request for access from asking to ending: who may do what, what is given, and that nothing is given that is over.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { followGrants } from './access-requests-jobs.ts'
import { findGrant } from './granting.ts'
import { openSharingTown, start, wanted, type RequestReply, type SharingTown } from './testing.ts'

let town: SharingTown
let asker: TestClient
let owner: TestClient
let supervisor: TestClient
beforeAll(async () => {
  town = await openSharingTown()
  asker = await town.official('steward', '990101', 'energy', '能源数据员')
  owner = await town.official('steward', '990100', 'sky', '星空数据员')
  supervisor = await town.official('supervisor', '990100', null)
})
afterAll(() => town.close())

const ask = async (more: Record<string, unknown> = {}) => (await asker.post<RequestReply>('/access-requests', wanted(more))).body
const given = { fields: ['residenceAddress', 'birthDate'], perDay: 100, until: '2026-12-31' }
const answer = (client: TestClient, { id, revision }: RequestReply, step: string, body: Record<string, unknown> = {}) => client.post<RequestReply>(`/access-requests/${id}/${step}`, { revision, ...body })
const codeOf = (reply: { body: unknown }) => (reply.body as { error: { code: string } }).error.code
const grantOn = (on: string) => findGrant(town.test.app, { consumer: 'authority:energy:990101', resource: 'residents', on })
const today = start.slice(0, 10)

describe('a request', () => {
  it('is answered within the working days of the owner’s region, in part, and gives exactly that', async () => {
    const asked = await ask()
    expect(asked).toMatchObject({ state: 'submitted', dueOn: '2026-03-04', actions: ['withdraw'], granted: null })
    expect(await grantOn(today)).toBeUndefined()
    expect((await owner.get<RequestReply>(`/access-requests/${asked.id}`)).body).toMatchObject({ mine: true, actions: ['grant', 'refuse'] })
    const part = { ...given, fields: ['residenceAddress'] }
    expect(codeOf(await answer(owner, asked, 'grant', part))).toBe('invalid')
    const granted = (await answer(owner, asked, 'grant', { ...part, reason: '出生日期与用途无关' })).body
    expect(granted).toMatchObject({ state: 'granted', dueOn: null, granted: 1, actions: ['revoke'] })
    expect(await grantOn(today)).toMatchObject({ id: asked.id, fields: ['residenceAddress'], perDay: 100, until: '2026-12-31', batch: false, purpose: wanted().purpose, legalBasis: '《样例节能办法》第五条' })
    expect((await asker.get<{ messages: { title: string; accessRequestId: string }[] }>('/staff-messages')).body.messages[0]).toMatchObject({ title: '可以使用了：居民库', accessRequestId: asked.id })
    await answer(owner, granted, 'revoke', { reason: '用途已结束' })
    expect(await grantOn(today)).toBeUndefined()
  })

  it('for fields the resource has not, a service of others, or a day that is over is refused', async () => {
    const refused = async (more: Record<string, unknown>) => codeOf(await asker.post('/access-requests', wanted(more)))
    expect(await refused({ fields: ['residenceAddress', 'salary'] })).toBe('invalid')
    expect(await refused({ service: 'telescope-permit' })).toBe('invalid')
    expect(await refused({ until: '2026-03-01' })).toBe('invalid')
    expect(await refused({ resource: 'nothing' })).toBe('not_found')
    expect(await refused({ region: '990102' })).toBe('not_found')
  })

  it('is neither asked by those without the role nor seen by those on no side of it', async () => {
    const asked = await ask()
    expect((await (await town.official('clerk', '990101', 'energy')).post('/access-requests', wanted())).status).toBe(403)
    expect((await town.test.asNobody.get(`/access-requests/${asked.id}`)).status).toBe(401)
    for (const outsider of [await town.official('steward', '990102', 'energy'), await town.official('steward', '990102', 'sky'), await town.official('clerk')]) expect((await outsider.get(`/access-requests/${asked.id}`)).status).toBe(404)
    expect((await answer(asker, asked, 'grant', given)).status).toBe(403)
    expect((await answer(await town.official('steward', '990102', 'sky'), asked, 'grant', given)).status).toBe(404)
    expect((await answer(asker, asked, 'withdraw')).body.state).toBe('withdrawn')
  })

  it('gets one answer: of two reviewers at the same moment one is first', async () => {
    const asked = await ask()
    const second = await town.official('steward')
    const both = await Promise.all([answer(owner, asked, 'grant', given), answer(second, asked, 'refuse', { reason: '不需要' })])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(codeOf(await answer(owner, { ...asked, revision: asked.revision + 1 }, 'grant', given))).toBe('not_allowed_now')
    await answer(owner, { ...asked, revision: asked.revision + 1 }, 'revoke', { reason: '演示完毕' })
  })

  it('never gives more than was asked for', async () => {
    const asked = await ask({ fields: ['residenceAddress'] })
    for (const more of [{ fields: ['residenceAddress', 'birthDate'] }, { fields: ['residenceAddress'], perDay: null }, { fields: ['residenceAddress'], until: null }, { fields: ['residenceAddress'], until: '2027-01-01' }]) {
      expect(codeOf(await answer(owner, asked, 'grant', { ...given, ...more }))).toBe('invalid')
    }
    await answer(asker, asked, 'withdraw')
  })
})

describe('a refusal', () => {
  it('goes to the coordinating authority, which gives access or lets it stand', async () => {
    const refused = (await answer(owner, await ask(), 'refuse', { reason: '请向公安申请' })).body
    expect(refused.state).toBe('refused')
    const disputed = (await answer(asker, refused, 'dispute', { reason: '依法需要核对住址' })).body
    expect(disputed).toMatchObject({ state: 'disputed', dueOn: '2026-03-05' })
    expect(codeOf(await answer(owner, disputed, 'grant', given))).toBe('not_allowed_now')
    expect((await (await town.official('supervisor', '990102', null)).post(`/access-requests/${disputed.id}/settle-granting`, { revision: disputed.revision, ...given })).status).toBe(404)
    const settled = (await answer(supervisor, disputed, 'settle-granting', { ...given, reason: '属于法定职责' })).body
    expect(settled.state).toBe('granted')
    expect((await grantOn(today))?.id).toBe(settled.id)
    await answer(supervisor, settled, 'revoke', { reason: '演示完毕' })
    const again = (await answer(asker, (await answer(owner, await ask(), 'refuse', { reason: '不行' })).body, 'dispute', { reason: '再请协调' })).body
    expect((await answer(supervisor, again, 'settle-refusing', { reason: '理由成立' })).body).toMatchObject({ state: 'upheld', actions: [] })
  })
})

describe('a list', () => {
  it('tells each side its own, and what waits for an answer', async () => {
    const asked = await ask()
    type Listed = { requests: { id: string; mine: boolean }[] }
    const ids = async (client: TestClient, query: string) => (await client.get<Listed>(`/access-requests?${query}`)).body.requests.map(({ id }) => id)
    expect(await ids(owner, 'side=owning&open=true')).toEqual([asked.id])
    expect(await ids(asker, 'side=asking')).toContain(asked.id)
    expect(await ids(asker, 'side=owning')).toEqual([])
    expect(await ids(await town.official('steward', '990102', 'energy'), 'side=both')).toEqual([])
    const { askers } = (await asker.get<{ askers: { region: string; line: string }[] }>('/access-requests/askers')).body
    expect(askers.map(({ region, line }) => `${line}@${region}`)).toEqual(['energy@990101'])
    await answer(asker, asked, 'withdraw')
  })
})

describe('a grant', () => {
  it('is remembered before its last day, gives nothing after it, and ends; a renewal takes its place', async () => {
    const granted = (await answer(owner, await ask({ until: '2026-03-20' }), 'grant', { ...given, until: '2026-03-20' })).body
    expect(await followGrants(town.test.app)).toBe(0)
    town.turnTo('2026-03-12T02:00:00Z')
    expect([await followGrants(town.test.app), await followGrants(town.test.app)]).toEqual([1, 0])
    const renewer = await town.official('steward', '990101', 'energy')
    const renewed = (await renewer.post<RequestReply>('/access-requests', wanted({ renews: granted.id }))).body
    const later = await town.official('steward')
    await answer(later, renewed, 'grant', given)
    town.turnTo('2026-03-21T02:00:00Z')
    expect((await grantOn('2026-03-21'))?.id).toBe(renewed.id)
    expect(await followGrants(town.test.app)).toBe(1)
    expect((await (await town.official('steward')).get<RequestReply>(`/access-requests/${granted.id}`)).body).toMatchObject({ state: 'ended', events: [{ action: 'submit' }, { action: 'grant' }, { action: 'remind' }, { action: 'end' }] })
    await answer(await town.official('steward', '990101', 'energy'), { ...renewed, revision: 2 }, 'give-back')
    expect(await grantOn('2026-03-21')).toBeUndefined()
  })

  it('that was taken back by another process stops working within two seconds', async () => {
    const granted = (await answer(await town.official('steward'), (await (await town.official('steward', '990101', 'energy')).post<RequestReply>('/access-requests', wanted())).body, 'grant', given)).body
    expect((await grantOn('2026-03-21'))?.id).toBe(granted.id)
    await town.test.app.db.transaction(async (tx) => {
      await tx`update access_requests set state = 'revoked' where id = ${granted.id}`
    })
    town.turnTo('2026-03-21T02:00:02.500Z')
    expect(await grantOn('2026-03-21')).toBeUndefined()
  })
})
