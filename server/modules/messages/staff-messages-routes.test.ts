// The inbox of an official: their own, newest first, read once, in their language.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { noPacks } from '../../testing/packs.ts'
import { notifyStaff } from './notifying.ts'

type Inbox = { messages: { id: string; kind: string; title: string; read: boolean; caseId: string | null }[]; unread: number }

const caseId = '01980000-0000-7000-8000-000000000001'

describe('the inbox of an official', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp({ packs: noPacks })
  })
  afterAll(() => test.close())

  const clerk = () => test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })
  const tell = (staffId: string, ...numbers: string[]) =>
    test.app.db.transaction((tx) => notifyStaff(tx, test.app.clock, numbers.map((number) => ({ staffId, kind: 'mentioned', caseId, detail: { by: '彭晚棠', number, text: '请看一下。' } }))))

  it('is their own: colleagues do not see it, residents have none, nobody is asked to log in', async () => {
    const [mine, other, person] = [await clerk(), await clerk(), await test.as({ person: {} })]
    await tell(mine.id, '1')
    const { messages, unread } = (await mine.get<Inbox>('/staff-messages')).body
    expect(unread).toBe(1)
    expect(messages).toMatchObject([{ kind: 'mentioned', title: '彭晚棠提到了您：1', read: false, caseId }])
    expect((await other.get<Inbox>('/staff-messages')).body).toEqual({ messages: [], unread: 0 })
    expect((await other.post('/staff-messages/read', { id: messages[0]?.id })).status).toBe(404)
    expect((await person.get('/staff-messages')).status).toBe(403)
    expect((await test.asNobody.get('/staff-messages')).status).toBe(401)
    expect((await test.asNobody.post('/staff-messages/read', {})).status).toBe(401)
  })

  it('marks one message, then all, as read; doing it again changes nothing', async () => {
    const mine = await clerk()
    await tell(mine.id, '1', '2')
    const [first] = (await mine.get<Inbox>('/staff-messages')).body.messages
    expect((await mine.post('/staff-messages/read', { id: first?.id })).body).toEqual({ changed: 1, unread: 1 })
    expect((await mine.post('/staff-messages/read', { id: first?.id })).body).toEqual({ changed: 0, unread: 1 })
    expect((await mine.post('/staff-messages/read', {})).body).toEqual({ changed: 1, unread: 0 })
  })

  it('turns pages without gap or repeat, and speaks the reader’s language', async () => {
    const mine = await clerk()
    await tell(mine.id, '1', '2', '3')
    const all = (await mine.get<Inbox>('/staff-messages')).body.messages.map(({ id }) => id)
    const first = (await mine.get<Inbox>('/staff-messages?limit=2')).body.messages.map(({ id }) => id)
    const rest = (await mine.get<Inbox>(`/staff-messages?before=${first.at(-1)}`)).body.messages.map(({ id }) => id)
    expect([...first, ...rest]).toEqual(all)
    const english = await mine.request({ method: 'GET', url: '/api/v1/staff-messages', headers: { 'accept-language': 'en' } })
    expect(english.json<Inbox>().messages[0]?.title).toContain('mentioned you')
  })
})
