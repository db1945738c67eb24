// Officials at work: their own queue, only what their authority needs, each action once, by the right role, in the right place.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAuditOf } from '../../kernel/audit-store.ts'
import type { Posting } from '../../kernel/authz.ts'
import { handIn, on, openTelescopeTown, turnable, uploadRequest, type TelescopeTown, type TrackedCase, type TrackingReply } from '../../testing/telescope.ts'
import type { TestClient } from '../../testing/app.ts'
import { listCasesForUpdate } from './cases-store.ts'
import { insertHistory, listReveals } from './history-store.ts'

type StaffCase = {
  id: string; number: string; revision: number; state: string; urgency: string; daysLeft: number | null; applicant: string; content: { concept: string; value: unknown; masked: boolean; source: string }[]
  evidence: { evidence: string; source: string; files: { id: string }[] }[]; checks: { requirement: string; holds: boolean | null; law: { title: string }; inputs: { concept: string; value: unknown }[] }[]
  actions: { action: string; possible: boolean; because?: string }[]; history: { action: string; actorName: string; detail: Record<string, unknown> }[]; siblings: { service: string; state: string }[]; resultFields: { concept: string }[]
}
type Queue = { cases: { id: string; service: string; mine: boolean; number: string }[]; next: string | null }

const posting = (role: Posting['role'], line: string | null = 'sky', region = '990101'): Posting => ({ role, line, region })

describe('handling cases', () => {
  const { clock, turnTo } = turnable(on)
  let town: TelescopeTown
  let clerk: TestClient
  let approver: TestClient
  let energy: TestClient
  beforeAll(async () => {
    town = await openTelescopeTown(clock)
    clerk = await town.test.as({ staff: [posting('clerk')], name: '受理员甲' })
    approver = await town.test.as({ staff: [posting('approver')], name: '审批人乙' })
    energy = await town.test.as({ staff: [posting('approver', 'energy')], name: '能源局丙' })
  })
  afterAll(() => town.close())

  const submitted = async (): Promise<{ client: TestClient; application: TrackingReply; permit: TrackedCase; lamp: TrackedCase; chart: TrackedCase }> => {
    const client = await town.test.as({ person: { name: '观星人' } })
    const application = await handIn(client)
    await town.test.runJobs()
    const of = (service: string) => application.cases.find((one) => one.service === service) as TrackedCase
    return { client, application, permit: of('telescope-permit'), lamp: of('lamp-dimming'), chart: of('star-chart') }
  }
  const look = async (client: TestClient, id: string) => (await client.get<StaffCase>(`/cases/${id}`)).body
  const act = async (client: TestClient, id: string, action: string, body: Record<string, unknown> = {}) => {
    const { revision } = await look(client, id)
    return client.post<StaffCase>(`/cases/${id}/${action}`, { revision, ...body })
  }
  const track = async (client: TestClient, id: string) => (await client.get<TrackingReply>(`/applications/${id}`)).body

  it('rules grant at once what they can, a person gets the rest, dependents wait', async () => {
    const { client, application } = await submitted()
    const tracked = await track(client, application.id)
    expect(tracked.cases.map((one) => `${one.service} ${one.state}`).sort()).toEqual(['lamp-dimming waiting', 'star-chart granted', 'telescope-permit submitted'])
    expect(tracked.cases.find((one) => one.service === 'star-chart')?.result?.number).toMatch(/^XT-990101-20260302-\d{5,}-\d$/)
  })

  it('an authority sees exactly the concepts it needs, sensitive ones masked, with their sources', async () => {
    const { permit, lamp } = await submitted()
    const seen = await look(clerk, permit.id)
    expect(seen.content.map((each) => each.concept).sort()).toEqual(['applicant.address', 'applicant.adult', 'applicant.birthDate', 'applicant.idNumber', 'applicant.name', 'applicant.phone', 'telescope.aperture', 'telescope.boughtOn', 'telescope.model', 'telescope.place'].filter((id) => seen.content.some((each) => each.concept === id)))
    expect(seen.content.map((each) => each.concept)).not.toContain('telescope.lampNumber')
    expect(seen.content.map((each) => each.concept)).not.toContain('telescope.chartLanguage')
    expect(seen.content.find((each) => each.concept === 'applicant.idNumber')).toMatchObject({ masked: true, value: expect.stringContaining('***') })
    expect(seen.content.find((each) => each.concept === 'applicant.address')).toMatchObject({ source: 'registry' })
    expect(seen.checks).toMatchObject([{ requirement: 'adult', holds: true, law: { title: '样例星空条例' } }])
    expect(seen.siblings.map((each) => each.service).sort()).toEqual(['lamp-dimming', 'star-chart'])
    const other = await look(energy, lamp.id)
    expect(other.content.map((each) => each.concept)).not.toContain('telescope.model')
  })

  it('the right authority in the wrong district, and the wrong authority, find nothing', async () => {
    const { permit } = await submitted()
    const west = await town.test.as({ staff: [posting('approver', 'sky', '990102')] })
    const resident = await town.test.as({ person: {} })
    for (const stranger of [west, energy]) {
      expect((await stranger.get(`/cases/${permit.id}`)).status).toBe(404)
      expect((await stranger.post(`/cases/${permit.id}/accept`, { revision: 1 })).status).toBe(404)
      expect((await stranger.get<Queue>('/cases')).body.cases.map((one) => one.id)).not.toContain(permit.id)
    }
    expect((await resident.get(`/cases/${permit.id}`)).status).toBe(403)
    expect((await town.test.asNobody.get(`/cases/${permit.id}`)).status).toBe(401)
  })

  it('a clerk accepts but does not decide; an official with both roles in different districts decides only in the one', async () => {
    const { permit } = await submitted()
    expect((await act(clerk, permit.id, 'accept')).status).toBe(200)
    expect((await act(clerk, permit.id, 'grant')).status).toBe(403)
    expect((await look(clerk, permit.id)).actions.find((each) => each.action === 'grant')).toMatchObject({ possible: false, because: 'role' })
    const mixed = await town.test.as({ staff: [posting('clerk'), posting('approver', 'sky', '990102')] })
    expect((await act(mixed, permit.id, 'grant')).status).toBe(403)
    expect((await act(approver, permit.id, 'grant')).status).toBe(200)
  })

  it('granting records a numbered result, starts what waited for it, and tells the applicant', async () => {
    const { client, application, permit, lamp } = await submitted()
    await act(clerk, permit.id, 'accept')
    await act(approver, permit.id, 'grant', { opinion: '符合条件' })
    await town.test.runJobs()
    const tracked = await track(client, application.id)
    expect(tracked.progress).toBe('granted')
    const permitNumber = tracked.cases.find((one) => one.id === permit.id)?.result?.number
    const dimmed = await look(energy, lamp.id)
    expect(dimmed.content.find((each) => each.concept === 'telescope.permitNumber')).toMatchObject({ value: permitNumber, source: 'result' })
    const inbox = await client.get<{ messages: { title: string; body: string }[]; unread: number }>('/messages')
    expect(inbox.body.messages.map((message) => message.title)).toEqual(expect.arrayContaining(['已办结：望远镜许可', '已办结：路灯夜间调暗', '已办结：星图领取', '已提交：拥有一台望远镜']))
    expect(inbox.body.unread).toBe(4)
  })

  it('two officials at once: one decides, the other is shown that it has changed', async () => {
    const { permit } = await submitted()
    await act(clerk, permit.id, 'accept')
    const { revision } = await look(approver, permit.id)
    const second = await town.test.as({ staff: [posting('approver')] })
    const replies = await Promise.all([approver.post(`/cases/${permit.id}/grant`, { revision }), second.post(`/cases/${permit.id}/refuse`, { revision, reasons: '不符合条件' })])
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409])
  })

  it('many officials acting on the cases of one application at the same time never block each other for good', async () => {
    const { client, application, permit } = await submitted()
    await act(clerk, permit.id, 'accept')
    const { revision } = await look(approver, permit.id)
    await Promise.all([
      approver.post(`/cases/${permit.id}/grant`, { revision }), town.test.runJobs(), town.test.runJobs(),
      client.post(`/applications/${application.id}/withdraw`, {}), client.get(`/applications/${application.id}`),
    ])
    await town.test.runJobs()
    const states = (await track(client, application.id)).cases.map((one) => one.ended)
    expect(states).toEqual([true, true, true])
  })

  it('a correction is asked once for everything, stops the clock, and comes back with the answer', async () => {
    const { client, application, permit } = await submitted()
    const asked = await act(clerk, permit.id, 'supplement-request', { items: [{ what: '型号看不清，请再写一遍', concept: 'telescope.model' }, { what: '请补一份受赠说明', evidence: 'gift-statement' }] })
    expect(asked.body).toMatchObject({ state: 'supplement', urgency: 'none', promisedOn: null, dueOn: null })
    expect((await track(client, application.id)).progress).toBe('needsYou')
    const early = await client.post<{ error: { code: string } }>(`/applications/${application.id}/cases/${permit.id}/supplement`, { answers: { 'telescope.model': '牧夫座90' } })
    expect([early.status, early.body.error.code]).toEqual([422, 'incomplete'])
    const wrong = await client.post(`/applications/${application.id}/cases/${permit.id}/supplement`, { answers: { 'telescope.model': 'x'.repeat(1000) } })
    expect(wrong.status).toBe(422)
    await client.request(uploadRequest(`/applications/${application.id}/uploads/gift-statement`))
    const answered = await client.post<TrackingReply>(`/applications/${application.id}/cases/${permit.id}/supplement`, { answers: { 'telescope.model': '牧夫座90' }, note: '已补' })
    expect(answered.status).toBe(200)
    const seen = await look(clerk, permit.id)
    expect(seen).toMatchObject({ state: 'submitted', promisedOn: '2026-03-09' })
    expect(seen.content.find((each) => each.concept === 'telescope.model')?.value).toBe('牧夫座90')
    const statement = seen.evidence.find((each) => each.evidence === 'gift-statement')
    expect(statement?.files).toHaveLength(1)
    expect((await clerk.request({ method: 'GET', url: `/api/v1/cases/${permit.id}/files/${statement?.files[0]?.id}` })).statusCode).toBe(200)
    expect((await energy.request({ method: 'GET', url: `/api/v1/cases/${permit.id}/files/${statement?.files[0]?.id}` })).statusCode).toBe(404)
  })

  it('a correction cannot ask for what the authority does not need, nor for a document nobody could upload', async () => {
    const { permit } = await submitted()
    expect((await act(clerk, permit.id, 'supplement-request', { items: [{ what: '路灯编号', concept: 'telescope.lampNumber' }] })).status).toBe(400)
    for (const evidence of ['no-such-document', 'constructor']) expect((await act(clerk, permit.id, 'supplement-request', { items: [{ what: '请补一份', evidence }] })).status).toBe(400)
  })

  it('a correction changes what was asked and nothing else, is not answered by a blank, nor by the document the authority already has', async () => {
    const { client, application, permit } = await submitted()
    const url = `/applications/${application.id}/cases/${permit.id}/supplement`
    await act(clerk, permit.id, 'supplement-request', { items: [{ what: '型号看不清', concept: 'telescope.model' }, { what: '凭证看不清，请重拍', evidence: 'receipt' }] })
    const other = await client.post<{ error: { details: { problems: { concept: string; code: string }[] } } }>(url, { answers: { 'telescope.model': '牧夫座90', 'applicant.birthDate': '2020-01-01' } })
    expect([other.status, other.body.error.details.problems]).toEqual([422, [{ concept: 'applicant.birthDate', code: 'unknown' }]])
    const blank = await client.post<{ error: { details: { items: { what: string }[] } } }>(url, { answers: { 'telescope.model': '  ' } })
    expect(blank.body.error.details.items.map(({ what }) => what)).toEqual(['型号看不清', '凭证看不清，请重拍'])
    const same = await client.post<{ error: { code: string } }>(url, { answers: { 'telescope.model': '牧夫座90' } })
    expect([same.status, same.body.error.code]).toEqual([422, 'incomplete'])
    await client.request(uploadRequest(`/applications/${application.id}/uploads/receipt`, '%PDF-1.4\n% sharper\n%%EOF\n'))
    expect((await client.post(url, { answers: { 'telescope.model': ' 牧夫座90 ' } })).status).toBe(200)
    const seen = await look(clerk, permit.id)
    expect(seen.content.find(({ concept }) => concept === 'telescope.model')?.value).toBe('牧夫座90')
    expect(seen.content.find(({ concept }) => concept === 'applicant.birthDate')).toMatchObject({ value: '1990-05-21', source: 'registry' })
    expect(seen.evidence.find(({ evidence }) => evidence === 'receipt')?.files).toHaveLength(2)
  })

  it('withdrawing one service says so, and not that everything has stopped', async () => {
    const { client, application, lamp } = await submitted()
    await client.post(`/applications/${application.id}/withdraw`, { case: lamp.id })
    const { body } = await client.get<{ messages: { title: string; body: string }[] }>('/messages')
    expect(body.messages.filter(({ title }) => title.startsWith('已撤回'))).toMatchObject([{ title: '已撤回：路灯夜间调暗', body: expect.stringContaining(lamp.number) }])
  })

  it('an official at work and an applicant who withdraws never deadlock', async () => {
    const { client, application, permit } = await submitted()
    const { revision } = await look(clerk, permit.id)
    const withdrawing = await town.test.app.db.transaction(async (tx) => {
      await listCasesForUpdate(tx, application.id)
      const sent = client.post(`/applications/${application.id}/withdraw`, {})
      await new Promise((resolve) => setTimeout(resolve, 200))
      await insertHistory(tx, [{ caseId: permit.id, applicationId: application.id, action: 'claim', actorKind: 'staff', actorId: 's', actorName: '受理员甲', at: on, detail: {} }])
      return { sent }
    })
    expect((await withdrawing.sent).status).toBe(200)
    expect((await clerk.post(`/cases/${permit.id}/accept`, { revision })).status).toBe(409)
  })

  it('what rules looked at is shown masked, in the history as well, and stays out of the audit trail', async () => {
    const { lamp, permit, application } = await submitted()
    await act(clerk, permit.id, 'accept')
    await act(approver, permit.id, 'grant')
    await town.test.runJobs()
    const seen = await look(energy, lamp.id)
    const granted = seen.history.find(({ action }) => action === 'grant')?.detail
    expect(granted).toMatchObject({ automatic: true })
    expect(granted).not.toHaveProperty('checks')
    const trail = (await listAuditOf(town.test.app.db.read, 'application', application.id)).filter(({ action }) => action === 'cases.advance')
    const steps = trail.flatMap(({ detail }) => (detail as { cases: { case: string; steps: { checks?: unknown[] }[] }[] }).cases).filter((each) => each.case === lamp.id).flatMap((each) => each.steps)
    expect(steps.flatMap(({ checks = [] }) => checks)).toEqual([{ requirement: 'large-enough', holds: true }])
  })

  it('a document is opened only with a trace, and a withdrawn case reveals nothing any more', async () => {
    const { client, application, permit } = await submitted()
    const { evidence } = await look(clerk, permit.id)
    const file = evidence.flatMap(({ files }) => files)[0]?.id
    expect((await clerk.request({ method: 'GET', url: `/api/v1/cases/${permit.id}/files/${file}` })).statusCode).toBe(200)
    expect(await listAuditOf(town.test.app.db.read, 'case', permit.id)).toMatchObject([{ action: 'cases.openFile', actorId: clerk.id, detail: { file } }])
    await client.post(`/applications/${application.id}/withdraw`, {})
    expect((await clerk.post(`/cases/${permit.id}/reveal`, { concept: 'applicant.idNumber', reason: 'identity' })).status).toBe(409)
  })

  it('a refusal gives reasons and remedies, stops what depends on it, and leaves the rest alone', async () => {
    const { client, application, permit, lamp } = await submitted()
    await act(clerk, permit.id, 'accept')
    expect((await act(approver, permit.id, 'refuse', { reasons: '' })).status).toBe(400)
    expect((await act(approver, permit.id, 'refuse', { reasons: '望远镜不是本人所有' })).status).toBe(200)
    await town.test.runJobs()
    const tracked = await track(client, application.id)
    expect(tracked.progress).toBe('partlyGranted')
    expect(tracked.cases.find((one) => one.id === lamp.id)?.state).toBe('stopped')
    expect(tracked.cases.find((one) => one.id === permit.id)?.reasons).toBe('望远镜不是本人所有')
    const inbox = await client.get<{ messages: { body: string }[] }>('/messages')
    expect(inbox.body.messages.map((message) => message.body).join()).toContain('行政复议')
  })

  it('the applicant withdraws one service or all; what is granted stays', async () => {
    const { client, application, lamp, permit } = await submitted()
    const one = await client.post<TrackingReply>(`/applications/${application.id}/withdraw`, { case: lamp.id, reason: '不需要了' })
    expect(one.body.cases.find((each) => each.id === lamp.id)?.state).toBe('withdrawn')
    const all = await client.post<TrackingReply>(`/applications/${application.id}/withdraw`, {})
    expect(all.body.cases.map((each) => each.state).sort()).toEqual(['granted', 'withdrawn', 'withdrawn'])
    expect((await client.post(`/applications/${application.id}/withdraw`, {})).status).toBe(409)
    expect((await act(clerk, permit.id, 'accept')).status).toBe(409)
    const other = await town.test.as({ person: {} })
    expect((await other.post(`/applications/${application.id}/withdraw`, {})).status).toBe(404)
  })

  it('looking at a masked value in full needs a reason, is recorded with it, and lasts two minutes', async () => {
    const { permit } = await submitted()
    const ask = (body: Record<string, unknown>) => clerk.post<{ value: string; until: string }>(`/cases/${permit.id}/reveal`, body)
    expect((await ask({ concept: 'applicant.idNumber' })).status).toBe(400)
    expect((await ask({ concept: 'applicant.idNumber', reason: 'curiosity' })).status).toBe(400)
    expect((await ask({ concept: 'applicant.idNumber', reason: 'other', note: '看看' })).status).toBe(400)
    const shown = await ask({ concept: 'applicant.idNumber', reason: 'other', note: '与派出所电话核对' })
    expect(new Date(shown.body.until).getTime() - town.test.app.clock.now().getTime()).toBeLessThanOrEqual(120_000)
    expect(await listReveals(town.test.app.db.read, [permit.id])).toMatchObject([{ concept: 'applicant.idNumber', reason: 'other', note: '与派出所电话核对', staffId: clerk.id }])
    expect(shown.body.value).toMatch(/^\d{17}[\dX]$/)
    expect((await look(clerk, permit.id)).history.map((entry) => entry.action)).toContain('reveal')
    expect((await clerk.post(`/cases/${permit.id}/reveal`, { concept: 'telescope.lampNumber', reason: 'decision' })).status).toBe(404)
  })

  it('the queue shows the most urgent first, can be searched, filtered and turned page by page', async () => {
    const { permit } = await submitted()
    await act(clerk, permit.id, 'claim')
    const mine = await clerk.get<Queue>('/cases?view=mine')
    expect(mine.body.cases).toMatchObject([{ id: permit.id, mine: true }])
    const found = await clerk.get<Queue>(`/cases?q=${encodeURIComponent(permit.number)}`)
    expect(found.body.cases.map((one) => one.id)).toEqual([permit.id])
    expect((await clerk.get<Queue>(`/cases?q=${encodeURIComponent("%' or 1=1 --")}`)).body.cases).toEqual([])
    const first = await clerk.get<Queue>('/cases?limit=2')
    const second = await clerk.get<Queue>(`/cases?limit=200&after=${first.body.next}`)
    const all = await clerk.get<Queue>('/cases?limit=200')
    expect([...first.body.cases, ...second.body.cases].map((one) => one.id)).toEqual(all.body.cases.map((one) => one.id))
    const counts = await clerk.get<{ all: number; mine: number }>('/cases/counts')
    expect(counts.body).toMatchObject({ all: all.body.cases.length, mine: 1 })
  })

  it('every action is in the audit trail', async () => {
    const { permit } = await submitted()
    await act(clerk, permit.id, 'accept')
    const trail = await listAuditOf(town.test.app.db.read, 'case', permit.id)
    expect(trail).toMatchObject([{ action: 'cases.accept', actorKind: 'staff', region: '990101' }])
  })

  it('a supervisor sees what is late in every line of the region, and nothing outside', async () => {
    const { permit } = await submitted()
    const early = await town.test.as({ staff: [posting('supervisor', null, '990100')] })
    expect((await early.get<Queue>('/cases?view=overdue')).body.cases.map((one) => one.id)).not.toContain(permit.id)
    turnTo('2026-03-12T02:00:00Z')
    const supervisor = await town.test.as({ staff: [posting('supervisor', null, '990100')] })
    const elsewhere = await town.test.as({ staff: [posting('supervisor', null, '440300')] })
    expect((await supervisor.get<Queue>('/cases?view=overdue&limit=200')).body.cases.map((one) => one.id)).toContain(permit.id)
    expect((await look(supervisor, permit.id))).toMatchObject({ urgency: 'late', daysLeft: -3 })
    expect((await supervisor.post(`/cases/${permit.id}/accept`, { revision: 1 })).status).toBe(403)
    expect((await elsewhere.get<Queue>('/cases')).body.cases).toEqual([])
  })
})
