// Sending against a gateway that checks signatures: once, whoever is asked twice and whatever breaks in between; at decent hours, not too many;
// and a bounded number of tries when it fails.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { uuidv7 } from '../../kernel/ids.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { turnable } from '../../testing/telescope.ts'
import { postText, type NewText } from './posting.ts'
import { goOn } from './sending.ts'
import { openTextOffice, sweep, type TextOffice } from './testing.ts'
import { mostTries, type TextMessage } from './text-message.ts'
import { findByKeyForUpdate } from './text-messages-store.ts'

const { clock, turnTo } = turnable('2026-03-02T02:00:00Z')
let office: TextOffice
let test: TestApp
beforeAll(async () => {
  office = await openTextOffice(() => clock.now())
  test = await startTestApp({ clock, listen: true, environment: { REGION: '990100', ...office.environment({ SMS_QUIET: '22-8', SMS_PER_NUMBER: '3', SMS_PER_DAY: '40' }) } })
  office.pushTo(test)
})
afterAll(async () => {
  await test.close()
  await office.stop()
})
/** Ten in the morning of a week nobody has sent anything in. */
let week = 0
beforeEach(() => {
  week += 1
  turnTo(new Date(Date.parse('2026-03-02T02:00:00Z') + week * 7 * 86_400_000).toISOString())
})
afterEach(() => office.fault({ mode: 'ok', trouble: 'none', pushes: 'once', arrives: true }))

const later = (minutes: number) => turnTo(new Date(clock.now().getTime() + minutes * 60_000).toISOString())
let nth = 0
const post = async (more: Partial<NewText> = {}): Promise<string> => {
  nth += 1
  const given: NewText = { key: `case-${nth}`, kind: 'caseEnded', subject: uuidv7(clock), region: '990101', line: 'sky', personId: null, phone: `154${String(nth).padStart(8, '0')}`, parameters: { number: '990101-20260302-00001-1' }, ...more }
  await test.app.db.transaction((tx) => postText({ app: test.app, tx, principal: { kind: 'system', name: 'test' }, requestId: null, at: clock.now() }, given))
  return `${given.kind} ${given.key}`
}
const look = async (key: string): Promise<TextMessage> => {
  const one = await test.app.db.transaction((tx) => findByKeyForUpdate(tx, key))
  if (!one) throw new Error(`no ${key}`)
  return one
}
const arrivedAt = async (key: string) => {
  const { words } = await look(key)
  return (await office.arrived()).filter(({ phone }) => phone === words.phone)
}
const audited = async (id: string) => (await test.app.db.read<{ action: string }[]>`select action from audit_entries where subject_id = ${id} order by id`).map(({ action }) => action)

describe('a text message', () => {
  it('is sent with the registered words, reported, and every step of it is on record', async () => {
    const key = await post()
    await test.runJobs()
    expect(await arrivedAt(key)).toMatchObject([{ content: '【示例政务】您申办的事项有结果了，编号990101-20260302-00001-1。请登录http://localhost:8080，在“我的办件”里查看。' }])
    expect(await look(key)).toMatchObject({ state: 'sent', tries: 1 })
    await office.advance()
    const done = await look(key)
    expect(done).toMatchObject({ state: 'delivered', dueAt: null, because: null })
    expect(await audited(done.id)).toEqual(['textMessages.post', 'textMessages.call', 'textMessages.accept', 'textMessages.deliver'])
    expect(await test.app.db.read`select 1 from text_messages where sealed like ${`%${done.words.phone}%`} or phone_digest like ${`%${done.words.phone}%`}`).toEqual([])
  })

  it('is one for one key, and sent once by two servers at the same moment', async () => {
    const key = await post({ key: 'the-same' })
    await post({ key: 'the-same' })
    const { id } = await look(key)
    await Promise.all([goOn(test.app, id), goOn(test.app, id), goOn(test.app, id)])
    await test.runJobs()
    expect(await arrivedAt(key)).toHaveLength(1)
  })

  it('goes to mobile numbers only', async () => {
    for (const phone of ['075588886666', '12345', '', null, '+852 6123 4567']) await post({ key: `no-mobile-${phone}`, phone })
    expect(await test.app.db.read`select 1 from text_messages where key like '%no-mobile%'`).toEqual([])
  })

  it('waits for the morning, unless somebody has just called', async () => {
    later(13.5 * 60)
    const morning = new Date(clock.now().getTime() + 8.5 * 3_600_000).toISOString()
    const [quiet, urgent] = [await post(), await post({ urgent: true })]
    await test.runJobs()
    expect([await arrivedAt(quiet), await arrivedAt(urgent)].map(({ length }) => length)).toEqual([0, 1])
    expect((await look(quiet)).dueAt).toBe(morning)
    turnTo(morning)
    await sweep(test)
    expect(await arrivedAt(quiet)).toHaveLength(1)
  })

  it('waits for the next day when its number, or the day, has had enough; too late it is not sent at all', async () => {
    const phone = '15499990001'
    const keys = await Promise.all([1, 2, 3, 4, 5].map((each) => post({ phone, key: `many-${each}` })))
    await test.runJobs()
    expect(await arrivedAt(keys[0] ?? '')).toHaveLength(3)
    const waiting = await Promise.all(keys.map(look))
    expect(waiting.filter(({ because }) => because === 'numberLimit')).toHaveLength(2)
    later(24 * 60)
    await sweep(test)
    expect(await arrivedAt(keys[0] ?? '')).toHaveLength(5)
    const others = await Promise.all(Array.from({ length: 42 }, (_, each) => post({ key: `flood-${each}`, phone: `1548888${String(each).padStart(4, '0')}` })))
    await test.runJobs()
    const held = (await Promise.all(others.map(look))).filter(({ because }) => because === 'dayLimit')
    expect(held).toHaveLength(4)
    later(4 * 24 * 60)
    await sweep(test)
    expect((await Promise.all(held.map(({ key }) => look(key)))).map(({ state, because }) => `${state} ${because}`)).toEqual(held.map(() => 'dropped expired'))
  })
})

describe('when something breaks', () => {
  it('what the gateway took before the line broke is not sent twice', async () => {
    await office.fault({ trouble: 'silent' })
    const key = await post()
    await test.runJobs()
    expect((await look(key)).state).toBe('calling')
    await office.fault({ trouble: 'none' })
    await sweep(test)
    expect((await look(key)).state).toBe('calling')
    later(3)
    await sweep(test)
    expect(await look(key)).toMatchObject({ state: 'sent', tries: 1 })
    expect(await arrivedAt(key)).toHaveLength(1)
  })

  it('what it did not take is sent once it is back, also after a restart in the middle', async () => {
    await office.fault({ mode: 'down' })
    const key = await post()
    await test.runJobs()
    later(3)
    await sweep(test)
    expect(await look(key)).toMatchObject({ state: 'calling', because: 'unreachable' })
    await office.fault({ mode: 'ok' })
    later(30)
    await sweep(test)
    await sweep(test)
    expect(await look(key)).toMatchObject({ state: 'sent', tries: 2 })
    expect(await arrivedAt(key)).toHaveLength(1)
  })

  it('a gateway that has had too many is asked again later, a bounded number of times, and those in charge are told once', async () => {
    const logIn = () => test.as({ staff: [{ role: 'operator', region: '990100', line: null }], subject: 'operator-told' })
    await logIn()
    await office.fault({ trouble: 'throttle' })
    const keys = [await post({ region: '990102' }), await post({ region: '990102' })]
    const [key = ''] = keys
    await test.runJobs()
    expect(await look(key)).toMatchObject({ state: 'queued', because: 'isv.BUSINESS_LIMIT_CONTROL', tries: 1 })
    // A try that would fall into the night waits for the morning, which is no try.
    for (let dueAt = (await look(key)).dueAt; dueAt !== null; dueAt = (await look(key)).dueAt) {
      turnTo(dueAt)
      await sweep(test)
    }
    expect(await look(key)).toMatchObject({ state: 'failed', tries: mostTries, because: 'isv.BUSINESS_LIMIT_CONTROL', dueAt: null })
    expect((await look(keys[1] ?? '')).state).toBe('failed')
    const told = (await (await logIn()).get<{ messages: { kind: string; body: string }[] }>('/staff-messages')).body.messages.filter(({ kind }) => kind === 'textMessagesFailing')
    expect(told).toHaveLength(1)
    expect(told[0]?.body).toContain('isv.BUSINESS_LIMIT_CONTROL')
  })

  it('what it refuses fails at once; without an end in three days it fails as well', async () => {
    await office.fault({ trouble: 'refuse' })
    const refused = await post()
    await test.runJobs()
    expect(await look(refused)).toMatchObject({ state: 'failed', because: 'isv.MOBILE_NUMBER_ILLEGAL', tries: 1 })
    await office.fault({ mode: 'error', trouble: 'none' })
    const lost = await post()
    await test.runJobs()
    later(4 * 24 * 60)
    await sweep(test)
    expect(await look(lost)).toMatchObject({ state: 'failed', because: 'unreachable' })
  })

  it('a report that does not come is asked for', async () => {
    await office.fault({ pushes: 'never' })
    const [there, gone] = [await post(), await post()]
    await test.runJobs()
    await office.advance()
    later(11)
    await sweep(test)
    expect((await look(there)).state).toBe('delivered')
    expect((await look(gone)).state).toBe('delivered')
    expect(await test.app.db.read`select via from text_message_reports r join text_messages m on m.id = r.message_id where m.key = ${there}`).toEqual([{ via: 'asked' }])
  })
})
