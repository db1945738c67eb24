// The inbox: only one's own, newest first, in one's own language, read once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handIn, openTelescopeTown, type TelescopeTown } from '../../testing/telescope.ts'

type Inbox = { messages: { id: string; title: string; read: boolean }[]; unread: number }

describe('the inbox', () => {
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown()
  })
  afterAll(() => town.close())

  it('shows a resident their own messages and nobody else’s', async () => {
    const [owner, other] = [await town.test.as({ person: {} }), await town.test.as({ person: {} })]
    await handIn(owner)
    const mine = await owner.get<Inbox>('/messages')
    expect(mine.body.unread).toBe(2)
    expect((await other.get<Inbox>('/messages')).body).toEqual({ messages: [], unread: 0 })
    expect((await other.post('/messages/read', { id: mine.body.messages[0]?.id })).status).toBe(404)
    expect((await owner.get<Inbox>('/messages')).body.unread).toBe(2)
  })

  it('is for residents: officials are refused, nobody is asked to log in', async () => {
    const clerk = await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })
    expect((await clerk.get('/messages')).status).toBe(403)
    expect((await town.test.asNobody.get('/messages')).status).toBe(401)
    expect((await town.test.asNobody.post('/messages/read', {})).status).toBe(401)
  })

  it('marks one message, then all, as read; doing it again changes nothing', async () => {
    const owner = await town.test.as({ person: {} })
    await handIn(owner)
    const [first] = (await owner.get<Inbox>('/messages')).body.messages
    expect((await owner.post<{ unread: number }>('/messages/read', { id: first?.id })).body).toEqual({ changed: 1, unread: 1 })
    expect((await owner.post<{ unread: number }>('/messages/read', { id: first?.id })).body).toEqual({ changed: 0, unread: 1 })
    expect((await owner.post<{ unread: number }>('/messages/read', {})).body).toEqual({ changed: 1, unread: 0 })
    expect((await owner.get<Inbox>('/messages')).body.messages.every((message) => message.read)).toBe(true)
  })

  it('turns pages without gap or repeat, and speaks the reader’s language', async () => {
    const owner = await town.test.as({ person: {} })
    await handIn(owner)
    const first = (await owner.get<Inbox>('/messages?limit=1')).body.messages
    const rest = (await owner.get<Inbox>(`/messages?before=${first[0]?.id}`)).body.messages
    const all = (await owner.get<Inbox>('/messages')).body.messages
    expect([...first, ...rest].map((message) => message.id)).toEqual(all.map((message) => message.id))
    const english = await owner.request({ method: 'GET', url: '/api/v1/messages', headers: { 'accept-language': 'en' } })
    expect(english.json<Inbox>().messages.map((message) => message.title).join()).toContain('Submitted: Keep a telescope')
  })
})
