// Notices end to end: issued with the action, numbered without a gap, served with a receipt, opened by whom they concern and nobody else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { testingPacks } from '../../testing/packs.ts'
import { handIn, on, openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'
import { issueNotice } from './serving.ts'
import { withNotices } from './testing.ts'

type Item = { id: string; kind: string; name: string; number: string | null; code: string; deliveredAt: string | null; openedAt: string | null }
type Notices = { notices: Item[] }
type Inbox = { messages: { kind: string; title: string; notice: { id: string; name: string } | null }[] }
type CaseReply = { id: string; revision: number; state: string }

const time = turnable(on)
let town: TelescopeTown
let clerk: TestClient
let approver: TestClient
beforeAll(async () => {
  town = await openTelescopeTown(time.clock, withNotices(testingPacks(on.slice(0, 10))))
  clerk = await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })
  approver = await town.test.as({ staff: [{ role: 'approver', region: '990101', line: 'sky' }] })
  // Packs and font tools are loaded with the first notice, not by the first test.
  await accepted()
  await town.test.runJobs()
})
afterAll(() => town.close())

/** A resident with a case the sky authority accepts, and its documents after the jobs have run. */
const accepted = async (): Promise<{ owner: TestClient; application: string; one: CaseReply }> => {
  const owner = await town.test.as({ person: {} })
  const { id, cases } = await handIn(owner)
  const mine = cases.find(({ service }) => service === 'telescope-permit')
  await town.test.runJobs()
  const { body } = await clerk.get<CaseReply>(`/cases/${mine?.id}`)
  const reply = await clerk.post<CaseReply>(`/cases/${body.id}/accept`, { revision: body.revision })
  expect(reply.status).toBe(200)
  return { owner, application: id, one: reply.body }
}

const open = (client: TestClient, path: string) => client.request({ method: 'GET', url: `/api/v1${path}` })

describe('a notice', () => {
  it('is told with the message, numbered and delivered by the job, and its first opening is the receipt', async () => {
    const { owner, application } = await accepted()
    const told = (await owner.get<Inbox>('/messages')).body.messages.find(({ kind }) => kind === 'noticeServed')
    expect(told?.title).toContain('受理通知书')
    const before = (await owner.get<Notices>(`/applications/${application}/notices`)).body.notices
    expect(before).toMatchObject([{ id: told?.notice?.id, kind: 'acceptance', number: null, deliveredAt: null }])

    await town.test.runJobs()
    const [served] = (await owner.get<Notices>(`/applications/${application}/notices`)).body.notices
    expect(served?.number).toMatch(/^990101受〔2026〕\d+号$/)
    expect(served).toMatchObject({ deliveredAt: time.clock.now().toISOString(), openedAt: null })

    const document = await open(owner, `/notices/${served?.id}/document`)
    expect(document.statusCode).toBe(200)
    expect(document.headers['content-type']).toBe('application/pdf')
    expect(document.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    const first = (await owner.get<Notices>(`/applications/${application}/notices`)).body.notices[0]?.openedAt
    time.turnTo('2026-03-02T05:00:00Z')
    const again = await open(owner, `/notices/${served?.id}/document`)
    expect(again.rawPayload.equals(document.rawPayload)).toBe(true)
    expect((await owner.get<Notices>(`/applications/${application}/notices`)).body.notices[0]?.openedAt).toBe(first)
    time.turnTo(on)
  })

  it('is made at once when somebody opens it before the job has run', async () => {
    const { owner, application } = await accepted()
    const [notice] = (await owner.get<Notices>(`/applications/${application}/notices`)).body.notices
    expect((await open(owner, `/notices/${notice?.id}/document`)).statusCode).toBe(200)
    await town.test.runJobs()
    expect((await owner.get<Notices>(`/applications/${application}/notices`)).body.notices).toHaveLength(1)
  })

  it('has numbers without gap or repeat, also when several are made at the same moment', async () => {
    const issued = await Promise.all(Array.from({ length: 6 }, accepted))
    const ids = await Promise.all(issued.map(async ({ owner, application }) => (await owner.get<Notices>(`/applications/${application}/notices`)).body.notices[0]?.id ?? ''))
    await Promise.all([...ids, ...ids].map((id) => issueNotice(town.test.app, id)))
    await town.test.runJobs()
    const rows = await town.test.app.db.read<{ number: string }[]>`select number from notices where kind = 'acceptance'`
    const given = rows.map(({ number }) => Number(/〕(\d+)号$/.exec(number)?.[1])).sort((a, b) => a - b)
    expect(given).toEqual(given.map((_, index) => index + 1))
    const files = await town.test.app.db.read<{ digest: string }[]>`select distinct digest from notices where id = any(${ids})`
    expect(files).toHaveLength(ids.length)
  })

  it('counts anew for another kind', async () => {
    const { owner, application, one } = await accepted()
    const claimed = await approver.post<CaseReply>(`/cases/${one.id}/claim`, { revision: one.revision })
    const refused = await approver.post<CaseReply>(`/cases/${one.id}/refuse`, { revision: claimed.body.revision, reasons: '口径超过规定。' })
    expect(refused.status).toBe(200)
    await town.test.runJobs()
    const refusal = (await owner.get<Notices>(`/applications/${application}/notices`)).body.notices.find(({ kind }) => kind === 'refusal')
    expect(refusal?.number).toBe('990101不许〔2026〕1号')
    const message = (await owner.get<Inbox>('/messages')).body.messages.find(({ kind }) => kind === 'caseRefused')
    expect(message?.notice).toEqual({ id: refusal?.id, name: '不予许可决定书' })
    const [{ words } = { words: { paragraphs: [''], remedies: [''] } }] = await town.test.app.db.read<{ words: { paragraphs: string[]; remedies: string[] } }[]>`select words from notices where id = ${refusal?.id ?? ''}`
    expect(words.paragraphs.at(-1)).toBe('理由：口径超过规定。')
    expect(words.remedies[0]).toContain('人民政府申请行政复议')
  })

  it('cannot be changed once issued, not even in the database', async () => {
    const { application, owner } = await accepted()
    const [notice] = (await owner.get<Notices>(`/applications/${application}/notices`)).body.notices
    await town.test.runJobs()
    for (const change of ['words = \'{}\'', 'number = \'1\'', 'code = \'x\'', 'delivered_at = now()']) {
      await expect(town.test.app.db.transaction((tx) => tx.unsafe(`update notices set ${change} where id = '${notice?.id}'`))).rejects.toThrow('not changed')
    }
  })
})

describe('who may open a notice', () => {
  it('is its applicant and officials of its authority; to others it does not exist', async () => {
    const { owner, application, one } = await accepted()
    await town.test.runJobs()
    const [notice] = (await owner.get<Notices>(`/applications/${application}/notices`)).body.notices
    const [other, foreign] = [await town.test.as({ person: {} }), await town.test.as({ staff: [{ role: 'clerk', region: '990102', line: 'sky' }] })]
    expect((await other.get<Notices>(`/applications/${application}/notices`)).body.notices).toEqual([])
    expect((await open(other, `/notices/${notice?.id}/document`)).statusCode).toBe(404)
    expect((await open(clerk, `/notices/${notice?.id}/document`)).statusCode).toBe(403)
    expect((await open(owner, `/cases/notices/${notice?.id}/document`)).statusCode).toBe(403)
    expect((await open(foreign, `/cases/notices/${notice?.id}/document`)).statusCode).toBe(404)
    expect((await foreign.get<Notices>(`/cases/${one.id}/notices`)).body.notices).toEqual([])
    expect((await open(clerk, `/cases/notices/${notice?.id}/document`)).statusCode).toBe(200)
    // An official who looks is no receipt.
    expect((await clerk.get<Notices>(`/cases/${one.id}/notices`)).body.notices[0]).toMatchObject({ openedAt: null })
    expect((await town.test.asNobody.get(`/cases/${one.id}/notices`)).status).toBe(401)
  })

  it('anybody who holds the paper can check that it is genuine, and learns no more than stands on it', async () => {
    const { owner, application } = await accepted()
    const [unnumbered] = (await owner.get<Notices>(`/applications/${application}/notices`)).body.notices
    expect((await town.test.asNobody.get(`/notice-checks/${unnumbered?.code}`)).status).toBe(404)
    await town.test.runJobs()
    const { status, body } = await town.test.asNobody.get(`/notice-checks/${unnumbered?.code}`)
    expect(status).toBe(200)
    expect(body).toEqual({ name: '受理通知书', number: expect.stringContaining('受〔2026〕') as string, authority: expect.any(String) as string, issuedOn: '2026-03-02', to: '测＊＊＊', endedBy: null })
    expect((await town.test.asNobody.get('/notice-checks/0000-0000-0000-0000')).status).toBe(404)
    expect((await town.test.asNobody.get('/notice-checks/nonsense')).status).toBe(400)
  })
})
