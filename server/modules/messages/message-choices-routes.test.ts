// What a resident wants to be told: chosen kinds stay out of the inbox, what must be acted on always comes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handIn, openTelescopeTown, type TelescopeTown } from '../../testing/telescope.ts'

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

  it('offers only what one may do without, to residents', async () => {
    const one = await town.test.as({ person: {} })
    expect((await one.put('/message-choices', { muted: ['supplementRequested'] })).status).toBe(400)
    expect((await (await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })).get('/message-choices')).status).toBe(403)
    expect((await town.test.asNobody.put('/message-choices', { muted: [] })).status).toBe(401)
  })
})
