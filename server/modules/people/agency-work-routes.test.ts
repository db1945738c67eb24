// Agencies: only listed ones, only where and in what they are listed for, only by their staff, at once not when they are suspended; under both names.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { creditCodeCheckCharacter } from '../../kernel/identifiers.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import type { TestClient } from '../../testing/app.ts'
import { changedPacks, fillDraft, on, openTelescopeTown, telescopeAnswers, turnable, type DraftReply, type TelescopeTown, type TrackingReply } from '../../testing/telescope.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { actingBy } from '../windows/testing.ts'

type Delegation = { id: string; mandate: string; standing: string; holderName: string }
type Refused = { error: { code: string; details?: unknown } }

/** The testing pack with a second matter, the same but for its name. */
const withSecondMatter = (catalogue: Catalogue): Catalogue => {
  const matter = catalogue.matters['keep-telescope']
  return matter ? { ...catalogue, matters: { ...catalogue.matters, 'move-telescope': { ...matter, id: 'move-telescope' } } } : catalogue
}

let town: TelescopeTown
let head: TestClient
let nth = 7000

beforeAll(async () => {
  town = await openTelescopeTown(turnable(on).clock, changedPacks(withSecondMatter))
  head = await town.test.as({ staff: [{ role: 'head', region: '990000', line: 'government-services' }] })
})
afterAll(() => town.close())

const resident = async (name: string) => {
  nth += 1
  const idNumber = inventIdNumber(nth)
  return { name, idNumber, client: await town.test.as({ person: { name, idNumber } }) }
}
type Resident = Awaited<ReturnType<typeof resident>>

const endsOn = '2026-03-31'
type Listing = { other: { uscc: string; name: string }; entry: object; updatedAt: string }
let listings = 0

/** An agency on the register, listed by the head of the hall. */
const listed = async ({ staff = [], ...more }: { staff?: Resident[]; region?: string; matters?: string[] | null; startsOn?: string }): Promise<Listing> => {
  listings += 1
  const body = `91440300MA999${String(listings).padStart(4, '0')}`
  const uscc = body + creditCodeCheckCharacter(body)
  const entry = {
    name: `示例代办${listings}号有限公司`, region: '990000', licence: '备案 1 号', phone: '12345678', matters: null, startsOn: '2026-01-01', endsOn: '2026-12-31', ...more,
    staff: staff.map(({ name, idNumber }) => ({ name, idNumber })),
  }
  const reply = await head.post<{ updatedAt: string }>('/agency-register', { uscc, ...entry })
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body))
  return { other: { uscc, name: entry.name }, entry, updatedAt: reply.body.updatedAt }
}
const change = ({ other, entry, updatedAt }: Listing, more: object) => head.put<Refused>(`/agency-register/${other.uscc}`, { seenAt: updatedAt, ...entry, ...more })
const actOn = ({ other }: Listing, action: string) => head.post<Refused>(`/agency-register/${other.uscc}/act`, { action, reason: '收费不公开' })

const answer = (by: Resident, id: string, action: 'accept' | 'refuse' | 'end') => by.client.post<Delegation & Refused>(`/delegations/${id}/answer`, { action })

describe('an authorisation', () => {
  it('can be given to a listed agency: its staff agree and act, under both names, and nobody else', async () => {
    const [mother, agent] = [await resident('周兰'), await resident('丁代办')]
    const agency = await listed({ staff: [agent] })
    const { body } = await mother.client.post<Delegation>('/delegations', { as: 'person', other: agency.other, matters: null, endsOn, maxUses: null, reason: '' })
    expect(body).toMatchObject({ kind: 'agent', holderName: agency.other.name, standing: 'proposed' })
    expect((await agent.client.get<{ messages: { title: string }[] }>('/messages')).body.messages[0]?.title).toBe('周兰请您确认一份授权')
    expect((await answer(agent, body.id, 'accept')).body.standing).toBe('inForce')
    const id = await fillDraft(actingBy(agent.client, body.mandate))
    expect((await mother.client.get<{ uses: object[] }>('/done-for-me')).body.uses).toMatchObject([{ applicationId: id, actorName: `丁代办（${agency.other.name}）`, capacity: 'agent' }])
    const { agencies } = (await agent.client.get<{ agencies: { agency: object; clients: object[]; work: object[] }[] }>('/my-agencies')).body
    expect(agencies).toMatchObject([{ agency: { uscc: agency.other.uscc, standing: 'working' }, clients: [{ personName: '周兰', uses: 1, mayAct: true }], work: [{ applicationId: id, client: '周兰' }] }])
    await change(agency, { staff: [] })
    expect((await actingBy(agent.client, body.mandate).get<Refused>('/applications')).body.error.code).toBe('mandate_ended')
    expect((await mother.client.post<Refused>('/delegations', { as: 'holder', other: agency.other, matters: null, endsOn, maxUses: null, reason: '' })).body.error.code).toBe('invalid')
  })

  it('is given to no organisation that is not listed, may not work here, or not in this', async () => {
    const mother = await resident('周兰')
    const problem = async ({ other }: Pick<Listing, 'other'>, matters: string[] | null = null) =>
      (await mother.client.post<Refused>('/delegations', { as: 'person', other, matters, endsOn, maxUses: null, reason: '' })).body.error?.details
    expect(await problem({ other: { uscc: '91440300MA9990115C', name: '示例公司' } })).toEqual({ field: 'uscc', problem: 'notListed' })
    expect(await problem(await listed({ region: '990200' }))).toEqual({ field: 'uscc', problem: 'notHere' })
    expect(await problem(await listed({ startsOn: '2026-04-01' }))).toEqual({ field: 'uscc', problem: 'notHere' })
    expect(await problem(await listed({ matters: ['move-telescope'] }), ['keep-telescope'])).toEqual({ field: 'matters', problem: 'notListed' })
    const suspended = await listed({})
    await actOn(suspended, 'suspend')
    expect(await problem(suspended)).toEqual({ field: 'uscc', problem: 'notHere' })
  })

  it('of an agency covers what both the client and the register allow, and rests while the agency is suspended', async () => {
    const [mother, agent] = [await resident('周兰'), await resident('丁代办')]
    const agency = await listed({ staff: [agent], matters: ['keep-telescope'] })
    const { body } = await mother.client.post<Delegation>('/delegations', { as: 'person', other: agency.other, matters: null, endsOn, maxUses: null, reason: '' })
    await answer(agent, body.id, 'accept')
    const acting = actingBy(agent.client, body.mandate)
    expect((await acting.post<Refused>('/applications', { matter: 'move-telescope' })).body.error.code).toBe('not_in_mandate')
    const id = await fillDraft(acting)
    await actOn(agency, 'suspend')
    expect((await acting.post<Refused>(`/applications/${id}/submit`, { truthful: true })).body.error.code).toBe('mandate_ended')
    await town.test.runJobs()
    const told = (await mother.client.get<{ messages: { title: string; body: string }[] }>('/messages')).body.messages
    expect(told).toContainEqual(expect.objectContaining({ title: `${agency.other.name}现在不能替您办事了`, body: expect.stringContaining('收费不公开') }))
    expect((await mother.client.get<DraftReply>(`/applications/${id}/draft`)).body.answers).toMatchObject(telescopeAnswers)
    await actOn(agency, 'relist')
    expect((await acting.post<TrackingReply>(`/applications/${id}/submit`, { truthful: true })).status).toBe(200)
  })

  it('is either used before the agency is struck off or not at all, however close together', async () => {
    const [mother, agent] = [await resident('周兰'), await resident('丁代办')]
    const agency = await listed({ staff: [agent] })
    const { body } = await mother.client.post<Delegation>('/delegations', { as: 'person', other: agency.other, matters: null, endsOn, maxUses: null, reason: '' })
    await answer(agent, body.id, 'accept')
    const acting = actingBy(agent.client, body.mandate)
    const id = await fillDraft(acting)
    const [submitted] = await Promise.all([acting.post<TrackingReply & Refused>(`/applications/${id}/submit`, { truthful: true }), actOn(agency, 'strikeOff')])
    const { state } = (await mother.client.get<{ state: string }>(`/applications/${id}/draft`)).body
    expect([submitted.status, state]).toBeOneOf([[200, 'submitted'], [403, 'draft']])
    expect((await acting.get<Refused>('/applications')).body.error.code).toBe('mandate_ended')
  })

  it('shows its clients and work to the staff of the agency, and to nobody else', async () => {
    expect((await (await resident('路人')).client.get<{ agencies: unknown[] }>('/my-agencies')).body.agencies).toEqual([])
    expect((await town.test.asNobody.get('/my-agencies')).status).toBe(401)
    expect((await head.get('/my-agencies')).status).toBe(403)
  })
})
