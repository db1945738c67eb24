// Helpers of a hall: only with the person's code, only in their own hall's name, for two hours, confirmed before it is handed in, and ended by either.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { fillDraft, type DraftReply } from '../../testing/telescope.ts'
import { actingBy, openHall, opened, type Hall } from '../windows/testing.ts'

type Session = { id: string; mandate: string; person: string; helper: string; live: boolean; endedBy: string | null; applications: number }
type Refused = { error: { code: string } }

let hall: Hall

beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())
beforeEach(() => hall.turnTo(opened))

const helper = (region = '990101', name = '帮办小林') => hall.test.as({ staff: [{ role: 'helper', region, line: 'government-services' }], name })
const codeOf = async (resident: TestClient) => (await resident.post<{ code: string }>('/show-code')).body.code
const begin = async (by: TestClient, resident: TestClient, more: object = {}) => by.post<Session & Refused>('/help-sessions', { code: await codeOf(resident), outlet: 'east-hall', place: 'hall', ...more })

describe('a helper', () => {
  it('acts for whoever showed a code, is named, and the person is told', async () => {
    const [lin, resident] = [await helper(), await hall.resident('周兰')]
    const { status, body } = await begin(lin, resident, { place: 'home' })
    expect([status, body]).toMatchObject([201, { person: '周兰', helper: '帮办小林', live: true, applications: 0 }])
    const id = await fillDraft(actingBy(lin, body.mandate))
    expect((await resident.get<DraftReply>(`/applications/${id}/draft`)).status).toBe(200)
    expect((await resident.get<{ uses: object[] }>('/done-for-me')).body.uses).toMatchObject([{ applicationId: id, actorName: '帮办小林', capacity: 'helper' }])
    expect((await resident.get<{ messages: { title: string }[] }>('/messages')).body.messages.map(({ title }) => title)).toContain('帮办员帮办小林开始帮您办事')
    expect((await lin.get<{ sessions: Session[] }>('/help-sessions')).body.sessions).toMatchObject([{ id: body.id, applications: 1 }])
    const entries = await hall.test.app.db.read`select detail from audit_entries where action = 'applications.start' and subject_id = ${id}`
    expect(entries).toMatchObject([{ detail: { actingFor: { person: resident.id, mandate: body.mandate, capacity: 'helper' } } }])
  })

  it('hands nothing in before the person has confirmed what was typed', async () => {
    const [lin, resident] = [await helper(), await hall.resident()]
    const acting = actingBy(lin, (await begin(lin, resident)).body.mandate)
    const id = await fillDraft(acting)
    expect((await acting.post<Refused>(`/applications/${id}/submit`, { truthful: true })).body.error.code).toBe('unconfirmed')
    await acting.put(`/applications/${id}/confirmation`, { signature: null })
    const { body: { content } } = await resident.get<{ content: string }>(`/applications/${id}/confirmation`)
    expect((await resident.post(`/applications/${id}/confirmation`, { content })).status).toBe(200)
    expect((await acting.post(`/applications/${id}/submit`, { truthful: true })).status).toBe(200)
  })

  it('may do so for two hours, until either ends it, or somebody else is helped', async () => {
    const [lin, resident, other] = [await helper(), await hall.resident(), await hall.resident()]
    const first = (await begin(lin, resident)).body
    const standing = async ({ mandate }: Session) => (await actingBy(lin, mandate).get('/applications')).status
    expect(await standing(first)).toBe(200)
    const second = (await begin(lin, other)).body
    expect([await standing(first), await standing(second)]).toEqual([403, 200])
    expect((await other.post<Session>(`/helped-by/${second.id}/end`)).body).toMatchObject({ live: false, endedBy: 'person' })
    expect(await standing(second)).toBe(403)
    const third = (await begin(lin, resident)).body
    hall.turnTo('2026-03-02T04:00:00Z')
    expect(await standing(third)).toBe(403)
    expect((await lin.post<Refused>(`/help-sessions/${third.id}/end`)).body.error.code).toBe('not_allowed_now')
  })

  it('helps nobody by a used or wrong code, from another hall, or without the role', async () => {
    const [lin, resident] = [await helper(), await hall.resident()]
    const code = await codeOf(resident)
    const withCode = (by: TestClient, outlet = 'east-hall') => by.post<Refused>('/help-sessions', { code, outlet, place: 'hall' })
    expect((await withCode(await helper('990200'))).status).toBe(404)
    expect((await withCode(await hall.clerk())).status).toBe(403)
    expect((await withCode(lin)).status).toBe(201)
    expect((await withCode(lin)).body.error.code).toBe('show_code')
    expect((await hall.test.asNobody.get('/help-sessions')).status).toBe(401)
  })

  it('is nobody’s mandate but their own, and a third person ends nothing', async () => {
    const [lin, tan, resident, other] = [await helper(), await helper(), await hall.resident(), await hall.resident()]
    const { body } = await begin(lin, resident)
    expect((await actingBy(tan, body.mandate).get('/applications')).status).toBe(403)
    expect((await tan.post(`/help-sessions/${body.id}/end`)).status).toBe(404)
    expect((await other.post(`/helped-by/${body.id}/end`)).status).toBe(404)
    expect((await resident.get<{ sessions: Session[] }>('/helped-by')).body.sessions).toMatchObject([{ id: body.id, live: true }])
  })
})

describe('what helpers did', () => {
  it('is counted for whoever looks after the hall, and nobody else', async () => {
    const supervisor = await hall.test.as({ staff: [{ role: 'supervisor', region: '990100', line: null }] })
    const lin = await helper('990101', '帮办统计')
    for (const [name, place] of [['甲', 'hall'], ['乙', 'home'], ['丙', 'home']] as const) {
      const resident = await hall.resident(name)
      await fillDraft(actingBy(lin, (await begin(lin, resident, { place })).body.mandate))
    }
    const { rows } = (await supervisor.get<{ rows: { helper: string }[] }>('/help-statistics?from=2026-03-01&until=2026-03-02')).body
    expect(rows).toContainEqual(expect.objectContaining({ outlet: 'east-hall', helper: '帮办统计', sessions: 3, people: 3, atHome: 2, applications: 3 }))
    expect((await supervisor.get<{ rows: unknown[] }>('/help-statistics?from=2026-02-01&until=2026-02-28')).body.rows).toEqual([])
    expect((await supervisor.get('/help-statistics?from=2026-03-02&until=2026-03-01')).status).toBe(400)
    const elsewhere = await hall.test.as({ staff: [{ role: 'supervisor', region: '980000', line: null }] })
    expect((await elsewhere.get<{ rows: unknown[] }>('/help-statistics')).body.rows).toEqual([])
    expect((await lin.get('/help-statistics')).status).toBe(403)
  })
})
