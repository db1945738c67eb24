// Giving cases back and on: by whom, to whom, what is kept of it, and what the applicant reads.
// The neutral town with clerks and approvers of the sky office and of others.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAuditOf, sealAudit } from '../../kernel/audit-store.ts'
import type { Posting } from '../../kernel/authz.ts'
import type { TestClient } from '../../testing/app.ts'
import { handIn, on, openTelescopeTown, turnable, type TelescopeTown, type TrackingReply } from '../../testing/telescope.ts'

type StaffCase = { revision: number; mine: boolean; assigneeName: string | null; dueOn: string | null; actions: { action: string; possible: boolean; because?: string }[]; history: { action: string; actorName: string; detail: Record<string, unknown> }[] }
type Colleagues = { colleagues: { id: string; name: string; unit: string }[] }

const posting = (role: Posting['role'], line = 'sky', region = '990101'): Posting => ({ role, line, region })

describe('giving a case back or on', () => {
  let town: TelescopeTown
  let first: TestClient
  let second: TestClient
  let approver: TestClient
  let west: TestClient
  beforeAll(async () => {
    town = await openTelescopeTown(turnable(on).clock)
    first = await town.test.as({ staff: [posting('clerk')], name: '受理员甲' })
    second = await town.test.as({ staff: [posting('clerk', 'sky', '990100')], name: '受理员乙' })
    approver = await town.test.as({ staff: [posting('approver')], name: '审批人丙' })
    west = await town.test.as({ staff: [posting('clerk', 'sky', '990102')], name: '西区丁' })
    await town.test.as({ staff: [posting('clerk', 'energy')], name: '能源局戊' })
    await town.test.as({ staff: [posting('supervisor')], name: '督办己' })
  })
  afterAll(() => town.close())

  const claimed = async (): Promise<{ applicant: TestClient; application: string; permit: string }> => {
    const applicant = await town.test.as({ person: { name: '观星人' } })
    const application = await handIn(applicant)
    await town.test.runJobs()
    const permit = application.cases.find((one) => one.service === 'telescope-permit')?.id ?? ''
    await act(first, permit, 'claim')
    return { applicant, application: application.id, permit }
  }
  const look = async (client: TestClient, id: string) => (await client.get<StaffCase>(`/cases/${id}`)).body
  const act = async (client: TestClient, id: string, action: string, body: Record<string, unknown> = {}) =>
    client.post<StaffCase & { error?: { code: string } }>(`/cases/${id}/${action}`, { revision: (await look(client, id)).revision ?? 1, ...body })
  const handlerSeen = async (applicant: TestClient, application: string) =>
    (await applicant.get<TrackingReply>(`/applications/${application}`)).body.cases.find((one) => one.service === 'telescope-permit')?.handler

  it('the colleagues are the clerks and approvers responsible for the place and line, without whoever has it', async () => {
    const { permit } = await claimed()
    const { body } = await first.get<Colleagues>(`/cases/${permit}/colleagues`)
    expect(new Set(body.colleagues.map(({ name }) => name))).toEqual(new Set(['审批人丙', '受理员乙']))
    expect((await west.get(`/cases/${permit}/colleagues`)).status).toBe(404)
    expect((await town.test.asNobody.get(`/cases/${permit}/colleagues`)).status).toBe(401)
  })

  it('a case handed over is the colleague’s, with a word for them; the clock runs on and the applicant reads the new name', async () => {
    const { applicant, application, permit } = await claimed()
    const { dueOn } = await look(first, permit)
    const given = await act(first, permit, 'hand-over', { to: second.id, note: '请核对镜筒口径' })
    expect(given.body).toMatchObject({ mine: false, assigneeName: '受理员乙', dueOn })
    const seen = await look(second, permit)
    expect(seen.mine).toBe(true)
    expect(seen.history.at(-1)).toMatchObject({ action: 'handOver', actorName: '受理员甲', detail: { toName: '受理员乙', note: '请核对镜筒口径' } })
    expect(await handlerSeen(applicant, application)).toBe('受理员乙')
    const { body } = await applicant.get(`/applications/${application}`)
    expect(JSON.stringify(body)).not.toContain('镜筒口径')
    await town.test.app.db.transaction(sealAudit)
    expect((await listAuditOf(town.test.app.db.read, 'case', permit)).map(({ action }) => action)).toContain('cases.handOver')
  })

  it('a case given back belongs to nobody, and anybody there can take it on', async () => {
    const { applicant, application, permit } = await claimed()
    expect((await act(first, permit, 'put-back')).body).toMatchObject({ mine: false, assigneeName: null })
    expect(await handlerSeen(applicant, application)).toBeNull()
    expect((await act(second, permit, 'claim')).body).toMatchObject({ mine: true })
  })

  it('only whoever has it, or an approver there, gives it away; the others read why not', async () => {
    const { permit } = await claimed()
    expect((await look(second, permit)).actions.find(({ action }) => action === 'handOver')).toMatchObject({ possible: false, because: 'holder' })
    expect((await act(second, permit, 'put-back')).body.error?.code).toBe('not_allowed_now')
    expect((await act(second, permit, 'hand-over', { to: second.id })).body.error?.code).toBe('not_allowed_now')
    expect((await approver.post(`/cases/${permit}/put-back`, { revision: 999 })).status).toBe(409)
    expect((await act(approver, permit, 'hand-over', { to: second.id })).body).toMatchObject({ assigneeName: '受理员乙' })
  })

  it('a clerk cannot take a case from a colleague to give it away then; an approver there can, not one of another district', async () => {
    const { permit } = await claimed()
    expect((await look(second, permit)).actions.find(({ action }) => action === 'claim')).toMatchObject({ possible: false, because: 'taken' })
    expect(await act(second, permit, 'claim')).toMatchObject({ status: 409, body: { error: { code: 'not_allowed_now' } } })
    const mixed = await town.test.as({ staff: [posting('clerk'), posting('approver', 'sky', '990102')] })
    expect((await act(mixed, permit, 'claim')).status).toBe(409)
    expect(await look(first, permit)).toMatchObject({ mine: true })
    expect((await act(approver, permit, 'claim')).body).toMatchObject({ mine: true, assigneeName: '审批人丙' })
  })

  it('of two clerks who take a case on at the same time one gets it', async () => {
    const { permit } = await claimed()
    await act(first, permit, 'put-back')
    const { revision } = await look(first, permit)
    const replies = await Promise.all([first, second].map((clerk) => clerk.post<StaffCase>(`/cases/${permit}/claim`, { revision })))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    const [winner, other] = replies[0]?.status === 200 ? [first, second] : [second, first]
    expect((await act(other, permit, 'claim')).status).toBe(409)
    expect((await look(winner, permit)).mine).toBe(true)
  })

  it('nobody else can be given a case: not another line, another district, who has it already, or somebody who only looks on', async () => {
    const { permit } = await claimed()
    for (const to of [west.id, first.id, '01890000-0000-7000-8000-000000000000']) expect((await act(first, permit, 'hand-over', { to })).body.error?.code).toBe('invalid')
    expect((await west.post(`/cases/${permit}/hand-over`, { revision: 1, to: west.id })).status).toBe(404)
    const resident = await town.test.as({ person: {} })
    expect((await resident.post(`/cases/${permit}/put-back`, { revision: 1 })).status).toBe(403)
  })
})
