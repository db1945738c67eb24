// What a resident wants to be told: chosen kinds stay out of the inbox, what must be acted on always comes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '../../kernel/ids.ts'
import { handIn, openTelescopeTown, type TelescopeTown } from '../../testing/telescope.ts'
import { wordsOf, type Message } from './message.ts'
import { insertMessages } from './messages-store.ts'

type Inbox = { messages: { kind: string }[] }
type Choices = { optional: string[]; muted: string[] }

describe('the choice of messages', () => {
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown()
  })
  afterAll(() => town.close())

  it('keeps out what somebody does without, from then on, and for nobody else', async () => {
    const [one, other] = [await town.test.as({ person: {} }), await town.test.as({ person: {} })]
    expect((await one.put<Choices>('/message-choices', { muted: ['applicationSubmitted', 'caseGranted'] })).body.muted).toEqual(['applicationSubmitted', 'caseGranted'])
    const application = await handIn(one)
    await handIn(other)
    await town.test.runJobs()
    expect((await one.get<Inbox>('/messages')).body.messages).toEqual([])
    expect((await other.get<Inbox>('/messages')).body.messages.map(({ kind }) => kind).sort()).toEqual(['applicationSubmitted', 'caseGranted'])
    const clerk = await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })
    const permit = application.cases.find(({ service }) => service === 'telescope-permit')?.id
    await clerk.post(`/cases/${permit}/supplement-request`, { revision: 1, items: [{ what: '看不清' }] })
    expect((await one.get<Inbox>('/messages')).body.messages.map(({ kind }) => kind)).toEqual(['supplementRequested'])
    expect((await one.put<Choices>('/message-choices', { muted: [] })).body.muted).toEqual([])
    expect((await one.get<Choices>('/message-choices')).body.muted).toEqual([])
  })

  it('takes several services done at once for what one is: told in one message, in the reader\'s words, or not at all', async () => {
    const [one, other] = [await town.test.as({ person: {} }), await town.test.as({ person: {} })]
    await one.put('/message-choices', { muted: ['caseGranted'] })
    const told = (personId: string): Message => ({
      id: uuidv7(town.test.app.clock), personId, applicationId: null, caseId: null, kind: 'casesGranted', at: '2026-03-02T09:00:00.000Z', readAt: null,
      detail: { matter: { 'zh-CN': '拥有一台望远镜', en: 'Keeping a telescope' }, services: [{ 'zh-CN': '观星许可', en: 'Telescope permit' }, { 'zh-CN': '关灯', en: 'Lights off' }], count: '2' },
    })
    await town.test.app.db.transaction((tx) => insertMessages(tx, [told(one.id), told(other.id)]))
    expect((await one.get<Inbox>('/messages')).body.messages).toEqual([])
    expect((await other.get<Inbox>('/messages')).body.messages).toMatchObject([{ title: '已办结 2 项：拥有一台望远镜', body: '观星许可、关灯都已办结，结果可在“我的办件”里查看。' }])
    expect(wordsOf(told(other.id), 'en')).toEqual({ title: '2 services done: Keeping a telescope', body: 'Done: Telescope permit, Lights off. See the results under My applications.' })
  })

  it('offers only what one may do without, to residents', async () => {
    const one = await town.test.as({ person: {} })
    expect((await one.put('/message-choices', { muted: ['supplementRequested'] })).status).toBe(400)
    expect((await (await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })).get('/message-choices')).status).toBe(403)
    expect((await town.test.asNobody.put('/message-choices', { muted: [] })).status).toBe(401)
  })
})
