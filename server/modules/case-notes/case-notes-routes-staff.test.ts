// Notes of officials: for whoever may see the case, never for applicants, plain text whatever is typed, mentions told.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Posting } from '../../kernel/authz.ts'
import { handIn, openTelescopeTown, type TelescopeTown } from '../../testing/telescope.ts'
import type { TestClient } from '../../testing/app.ts'
import { mentionsIn } from './case-note.ts'

type Notes = { notes: { text: string; authorName: string; mine: boolean; mentions: { id: string; name: string }[] }[] }
const posting = (role: Posting['role'], line = 'sky', region = '990101'): Posting => ({ role, line, region })

describe('notes on a case', () => {
  let town: TelescopeTown
  let resident: TestClient
  let clerk: TestClient
  let approver: TestClient
  let id: string
  let application: string
  beforeAll(async () => {
    town = await openTelescopeTown()
    resident = await town.test.as({ person: {} })
    clerk = await town.test.as({ staff: [posting('clerk')], name: '受理员甲' })
    approver = await town.test.as({ staff: [posting('approver')], name: '审批人乙' })
    const handedIn = await handIn(resident)
    application = handedIn.id
    id = handedIn.cases.find((one) => one.service === 'telescope-permit')?.id ?? ''
  })
  afterAll(() => town.close())

  it('are read by colleagues in order, with who wrote them, exactly as typed', async () => {
    const hostile = '<img src=x onerror=alert(1)> & "引号" [链接](javascript:alert(1))'
    expect((await clerk.post(`/cases/${id}/notes`, { text: ` ${hostile} ` })).status).toBe(201)
    await approver.post(`/cases/${id}/notes`, { text: '看过了' })
    const { notes } = (await approver.get<Notes>(`/cases/${id}/notes`)).body
    expect(notes.map(({ text, authorName, mine }) => [text, authorName, mine])).toEqual([[hostile, '受理员甲', false], ['看过了', '审批人乙', true]])
  })

  it('tell the colleague who is mentioned, and nobody who may not see the case', async () => {
    const west = await town.test.as({ staff: [posting('clerk', 'sky', '990102')], name: '西山丁' })
    await clerk.post(`/cases/${id}/notes`, { text: '@审批人乙 @西山丁 请看一下' })
    const { notes } = (await clerk.get<Notes>(`/cases/${id}/notes`)).body
    expect(notes.at(-1)?.mentions).toEqual([{ id: approver.id, name: '审批人乙' }])
    type Inbox = { messages: { kind: string; caseId: string | null; title: string }[] }
    expect((await approver.get<Inbox>('/staff-messages')).body.messages).toMatchObject([{ kind: 'mentioned', caseId: id, title: expect.stringContaining('受理员甲') }])
    expect((await west.get<Inbox>('/staff-messages')).body.messages).toEqual([])
  })

  it('are never shown to the applicant, nor to authorities and places the case is not of', async () => {
    for (const stranger of [await town.test.as({ staff: [posting('clerk', 'energy')] }), await town.test.as({ staff: [posting('clerk', 'sky', '990102')] })]) {
      expect((await stranger.get(`/cases/${id}/notes`)).status).toBe(404)
      expect((await stranger.post(`/cases/${id}/notes`, { text: '不该写进来' })).status).toBe(404)
      expect((await stranger.get(`/cases/${id}/mentionable`)).status).toBe(404)
    }
    expect((await resident.get(`/cases/${id}/notes`)).status).toBe(403)
    expect((await town.test.asNobody.get(`/cases/${id}/notes`)).status).toBe(401)
    const all = [await resident.get(`/applications/${application}`), await resident.get('/messages'), await resident.get('/data-use')]
    expect(JSON.stringify(all.map(({ body }) => body))).not.toContain('看过了')
  })

  it('say something, and not without end', async () => {
    expect((await clerk.post(`/cases/${id}/notes`, { text: '   ' })).status).toBe(400)
    expect((await clerk.post(`/cases/${id}/notes`, { text: '长'.repeat(2001) })).status).toBe(400)
  })

  it('take the longer of two names that begin alike, each once, and both of one name', () => {
    const people = [{ id: '1', name: '王芳' }, { id: '2', name: '王芳芳' }, { id: '3', name: '王芳' }]
    expect(mentionsIn('@王芳芳 看看，@王芳芳', people).map(({ id: each }) => each)).toEqual(['2'])
    expect(mentionsIn('@王芳看看', people).map(({ id: each }) => each)).toEqual(['1', '3'])
    expect(mentionsIn('邮件 a@b.cn', people)).toEqual([])
  })
})
