// Who sees text messages and sends failed ones again: those in charge of the place and its line; numbers masked, addresses left out.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Posting } from '../../kernel/authz.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { turnable } from '../../testing/telescope.ts'
import { postText } from './posting.ts'
import { openTextOffice, type TextOffice } from './testing.ts'

type List = { messages: { id: string; kind: string; phone: string; text: string; state: string; because: string | null; mayBeSentAgain: boolean }[]; next: string | null }
const { clock } = turnable('2026-03-02T02:00:00Z')
let office: TextOffice
let test: TestApp
beforeAll(async () => {
  office = await openTextOffice(() => clock.now())
  test = await startTestApp({ clock, environment: { REGION: '990100', ...office.environment() } })
  await office.fault({ trouble: 'refuse' })
  await post('990101', 'sky', 'failed-1', '/requests/progress/abc')
  await test.runJobs()
  await office.fault({ trouble: 'none' })
  await post('990101', 'government-services', 'sent-1')
  await post('990102', 'sky', 'elsewhere-1')
  await test.runJobs()
})
afterAll(async () => {
  await test.close()
  await office.stop()
})

const post = (region: string, line: string, key: string, link?: string) =>
  test.app.db.transaction((tx) => postText({ app: test.app, tx, principal: { kind: 'system', name: 'test' }, requestId: null, at: clock.now() }, {
    key, kind: link ? 'requestAnswered' : 'caseEnded', subject: uuidv7(clock), region, line, personId: null, phone: '15400000123', parameters: { number: '990101-1' }, ...(link ? { link } : {}),
  }))
const as = (role: Posting['role'], region: string, line: string | null) => test.as({ staff: [{ role, region, line }] })

describe('the list of text messages', () => {
  it('shows those of the place and line, newest first in pages, without number and address', async () => {
    const operator = await as('operator', '990100', null)
    const { messages, next } = (await operator.get<List>('/text-messages?limit=2')).body
    expect(messages).toHaveLength(2)
    const rest = (await operator.get<List>(`/text-messages?before=${next}`)).body
    expect([...messages, ...rest.messages].map(({ state }) => state).toSorted()).toEqual(['failed', 'sent', 'sent'])
    expect(messages[0]).toMatchObject({ phone: '154****0123' })
    const failed = (await operator.get<List>('/text-messages?failed=true')).body.messages
    expect(failed).toMatchObject([{ because: 'isv.MOBILE_NUMBER_ILLEGAL', mayBeSentAgain: true, text: expect.stringMatching(/\/s\/…$/) }])
    expect(JSON.stringify([messages, rest, failed])).not.toContain('15400000123')
    expect((await (await as('supervisor', '990101', 'sky')).get<List>('/text-messages')).body.messages.map(({ state, mayBeSentAgain }) => [state, mayBeSentAgain])).toEqual([['failed', false]])
    expect((await (await as('dispatcher', '990102', 'government-services')).get<List>('/text-messages')).body.messages).toEqual([])
  })

  it('is not for clerks, residents and nobody', async () => {
    expect((await (await as('clerk', '990101', 'sky')).get('/text-messages')).status).toBe(403)
    expect((await (await test.as({ person: {} })).get('/text-messages/words')).status).toBe(403)
    expect((await test.asNobody.get('/text-messages')).status).toBe(401)
    expect((await (await as('operator', '990100', null)).get('/text-messages?limit=1000')).status).toBe(400)
  })

  it('says which words are to be registered', async () => {
    const { words, connected } = (await (await as('operator', '990100', null)).get<{ connected: boolean; words: { kind: string; text: string; template: string | null }[] }>('/text-messages/words')).body
    expect(connected).toBe(true)
    expect(words.find(({ kind }) => kind === 'rateCase')).toMatchObject({ template: expect.stringMatching(/^SMS_/), text: expect.stringContaining('/s/${code}') })
  })
})

describe('sending again', () => {
  it('is for those in charge of the place, of what failed, once', async () => {
    const operator = await as('operator', '990100', null)
    const [failed] = (await operator.get<List>('/text-messages?failed=true')).body.messages
    const path = `/text-messages/${failed?.id}/again`
    expect((await (await as('operator', '990102', null)).post(path, {})).status).toBe(404)
    expect((await (await as('supervisor', '990101', null)).post(path, {})).status).toBe(403)
    expect((await operator.post('/text-messages/not-a-uuid/again', {})).status).toBe(400)
    expect((await operator.post(`/text-messages/${uuidv7(clock)}/again`, {})).status).toBe(404)
    const both = await Promise.all([operator.post(path, {}), operator.post(path, {})])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    await test.runJobs()
    expect((await operator.get<List>('/text-messages?failed=true')).body.messages).toEqual([])
    expect((await office.arrived()).filter(({ content }) => content.includes('/s/'))).toHaveLength(1)
  })
})
