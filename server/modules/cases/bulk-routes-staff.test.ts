// The same step on many cases: each with its own outcome, conflicts line by line, nothing changed by a rehearsal, safe to repeat.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAuditOf } from '../../kernel/audit-store.ts'
import type { Posting } from '../../kernel/authz.ts'
import { handIn, openTelescopeTown, type TelescopeTown } from '../../testing/telescope.ts'
import type { TestClient } from '../../testing/app.ts'

type Outcome = { id: string; number: string | null; outcome: string; code: string | null; because: string | null; revision: number | null }
type Bulk = { rehearsed: boolean; outcomes: Outcome[] }
type Seen = { revision: number; state: string; mine: boolean; assigneeId: string | null; history: { action: string }[] }

const posting = (role: Posting['role'], line: string | null = 'sky', region = '990101'): Posting => ({ role, line, region })

describe('the same step on many cases', () => {
  let town: TelescopeTown
  let clerk: TestClient
  let approver: TestClient
  beforeAll(async () => {
    town = await openTelescopeTown()
    clerk = await town.test.as({ staff: [posting('clerk')], name: '受理员甲' })
    approver = await town.test.as({ staff: [posting('approver')], name: '审批人乙' })
  })
  afterAll(() => town.close())

  const permit = async (): Promise<string> => {
    const application = await handIn(await town.test.as({ person: {} }))
    await town.test.runJobs()
    return application.cases.find((one) => one.service === 'telescope-permit')?.id ?? ''
  }
  const look = async (id: string, client = clerk) => (await client.get<Seen>(`/cases/${id}`)).body
  const itemsOf = (ids: readonly string[]) => Promise.all(ids.map(async (id) => ({ id, revision: (await look(id)).revision })))
  const act = async (client: TestClient, body: Record<string, unknown>) => (await client.post<Bulk>('/cases/bulk', body)).body.outcomes

  it('is done for all that can take it; what changed meanwhile is told and left alone', async () => {
    const [first, second] = [await permit(), await permit()]
    const items = await itemsOf([first, second])
    await approver.post(`/cases/${second}/claim`, { revision: items[1]?.revision })
    expect(await act(clerk, { action: 'accept', items })).toMatchObject([{ id: first, outcome: 'done' }, { id: second, outcome: 'refused', code: 'conflict' }])
    expect([(await look(first)).state, (await look(second)).state]).toEqual(['accepted', 'submitted'])
  })

  it('sent again does nothing twice and says it was done before', async () => {
    const items = await itemsOf([await permit()])
    await act(clerk, { action: 'claim', items })
    const again = await act(clerk, { action: 'claim', items })
    expect(again).toMatchObject([{ outcome: 'before', code: null }])
    expect((await look(items[0]?.id ?? '')).history.filter(({ action }) => action === 'claim')).toHaveLength(1)
    expect(await act(approver, { action: 'claim', items })).toMatchObject([{ outcome: 'refused', code: 'conflict' }])
  })

  it('rehearsed says exactly what would happen and leaves no trace', async () => {
    const [open, taken] = [await permit(), await permit()]
    await approver.post(`/cases/${taken}/claim`, { revision: (await look(taken)).revision })
    const items = await itemsOf([open, taken])
    const before = await Promise.all(items.map(({ id }) => look(id)))
    expect((await clerk.post<Bulk>('/cases/bulk', { action: 'claim', items, rehearse: true })).body).toMatchObject({ rehearsed: true, outcomes: [{ outcome: 'done' }, { outcome: 'refused', code: 'not_allowed_now', because: 'taken' }] })
    const after = await Promise.all(items.map(({ id }) => look(id)))
    expect(after.map(({ revision, history }) => [revision, history.length])).toEqual(before.map(({ revision, history }) => [revision, history.length]))
    expect(await act(clerk, { action: 'claim', items })).toMatchObject([{ outcome: 'done' }, { outcome: 'refused' }])
  })

  it('goes back the way it came: what was claimed is given back with the revisions it was left at', async () => {
    const items = await itemsOf([await permit(), await permit()])
    const claimed = await act(clerk, { action: 'claim', items })
    const back = await act(clerk, { action: 'putBack', items: claimed.map(({ id, revision }) => ({ id, revision })) })
    expect(back.map(({ outcome }) => outcome)).toEqual(['done', 'done'])
    expect((await look(items[0]?.id ?? '')).assigneeId).toBeNull()
  })

  it('hands over to a colleague who can take all of them, and to nobody else', async () => {
    const items = await itemsOf([await permit(), await permit()])
    await act(clerk, { action: 'claim', items })
    const { colleagues } = (await clerk.post<{ colleagues: { id: string }[] }>('/cases/bulk/colleagues', { ids: items.map(({ id }) => id) })).body
    expect(colleagues.map(({ id }) => id)).toContain(approver.id)
    const now = await itemsOf(items.map(({ id }) => id))
    expect((await act(clerk, { action: 'handOver', items: now, to: approver.id, note: '请接着看' })).map(({ outcome }) => outcome)).toEqual(['done', 'done'])
    expect((await look(items[0]?.id ?? '')).assigneeId).toBe(approver.id)
    expect((await clerk.post('/cases/bulk', { action: 'handOver', items: now })).status).toBe(400)
  })

  it('asks for the same corrections, and grants with the same opinion', async () => {
    const ids = [await permit(), await permit()]
    expect(await act(clerk, { action: 'requestSupplement', items: await itemsOf(ids), what: ['购买凭证看不清'] })).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }])
    const others = [await permit(), await permit()]
    await act(clerk, { action: 'accept', items: await itemsOf(others) })
    expect((await act(approver, { action: 'grant', items: await itemsOf(others), opinion: '符合条件' })).map(({ outcome }) => outcome)).toEqual(['done', 'done'])
    expect((await look(others[0] ?? '', approver)).state).toBe('granted')
  })

  it('keeps to roles and places: no clerk grants, a stranger’s cases read like none, and the whole is recorded', async () => {
    const items = await itemsOf([await permit()])
    expect((await clerk.post('/cases/bulk', { action: 'grant', items })).status).toBe(403)
    const west = await town.test.as({ staff: [posting('clerk', 'sky', '990102')] })
    expect(await act(west, { action: 'claim', items })).toEqual([{ id: items[0]?.id, number: null, outcome: 'refused', code: 'not_found', because: null, revision: null }])
    expect((await west.post<{ colleagues: unknown[] }>('/cases/bulk/colleagues', { ids: items.map(({ id }) => id) })).body.colleagues).toEqual([])
    expect((await (await town.test.as({ staff: [posting('supervisor')] })).post('/cases/bulk', { action: 'claim', items })).status).toBe(403)
    expect((await (await town.test.as({ person: {} })).post('/cases/bulk', { action: 'claim', items })).status).toBe(403)
    expect((await town.test.asNobody.post('/cases/bulk', { action: 'claim', items })).status).toBe(401)
    expect((await listAuditOf(town.test.app.db.read, 'staff', west.id)).map(({ action }) => action)).toContain('cases.bulk.claim')
  })
})
