// Who wants text messages: a resident says so, whoever answers T as well; from then on nothing is sent, and again once they do.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuidv7 } from '../../kernel/ids.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { turnable } from '../../testing/telescope.ts'
import { runRetention } from '../protection/index.ts'
import { postText } from './posting.ts'
import { openTextOffice, type TextOffice } from './testing.ts'

type Choice = { phone: string | null; wanted: boolean }
const { clock, turnTo } = turnable('2026-03-02T02:00:00Z')
let office: TextOffice
let test: TestApp
beforeAll(async () => {
  office = await openTextOffice(() => clock.now())
  test = await startTestApp({ clock, listen: true, environment: { REGION: '990100', ...office.environment() } })
  office.pushTo(test)
})
afterAll(async () => {
  await test.close()
  await office.stop()
})

/** Sends one and says what became of it. */
const send = async (key: string, phone: string, personId: string | null = null): Promise<string> => {
  await test.app.db.transaction((tx) => postText({ app: test.app, tx, principal: { kind: 'system', name: 'test' }, requestId: null, at: clock.now() }, {
    key, kind: 'caseEnded', subject: uuidv7(clock), region: '990101', line: 'sky', personId, phone, parameters: { number: 'N' },
  }))
  await test.runJobs()
  const [row] = await test.app.db.read<{ said: string }[]>`select concat_ws(' ', state, because) as said from text_messages where key = ${`caseEnded ${key}`}`
  return row?.said ?? ''
}

it('is asked when a message is sent: a number that answered T, and a resident who wants none, get nothing', async () => {
  await office.answer('15477770001', 't ')
  expect(await send('stopped', '15477770001')).toBe('dropped stopped')
  const resident = await test.as({ person: { phone: '15477770002' } })
  expect((await resident.get<Choice>('/text-message-choice')).body).toEqual({ phone: '154****0002', wanted: true })
  expect((await resident.put<Choice>('/text-message-choice', { wanted: false })).body).toEqual({ phone: '154****0002', wanted: false })
  await resident.put('/text-message-choice', { wanted: false })
  expect(await send('unwanted', '15477770002', resident.id)).toBe('dropped unwanted')
  await office.answer('15477770002', 'T')
  expect((await resident.put<Choice>('/text-message-choice', { wanted: true })).body.wanted).toBe(true)
  expect(await send('wanted', '15477770002', resident.id)).toBe('sent')
})

it('is shown as unwanted where the holder of the number answered T, and goes with everything else a person has erased', async () => {
  const resident = await test.as({ person: { phone: '15477770003' } })
  await office.answer('15477770003', '退订')
  expect((await resident.get<Choice>('/text-message-choice')).body.wanted).toBe(false)
  await resident.put('/text-message-choice', { wanted: false })
  const { erased } = (await resident.post<{ erased: { kind: string; count: number }[] }>('/erasure', {})).body
  expect(erased.find(({ kind }) => kind === 'preferences')?.count).toBe(1)
})

it('is a resident’s own, for whoever has a mobile number', async () => {
  expect((await test.asNobody.put('/text-message-choice', { wanted: true })).status).toBe(401)
  expect((await (await test.as({ staff: [{ role: 'operator', region: '990100', line: null }] })).get('/text-message-choice')).status).toBe(403)
  const landline = await test.as({ person: { phone: '075588886666' } })
  expect((await landline.get<Choice>('/text-message-choice')).body).toEqual({ phone: null, wanted: false })
  expect((await landline.put('/text-message-choice', { wanted: true })).status).toBe(409)
  expect((await landline.put('/text-message-choice', { wanted: 'yes' })).status).toBe(400)
})

it('is kept with what was sent for a year; then what was sent is erased with its reports, and the wish stays', async () => {
  await send('old', '15477770009')
  await office.advance()
  const count = async () => (await test.app.db.read<{ texts: number; reports: number; stops: number }[]>`select (select count(*)::int from text_messages) as texts, (select count(*)::int from text_message_reports) as reports, (select count(*)::int from text_message_stops) as stops`)[0]
  const before = await count()
  expect(before?.reports).toBeGreaterThan(0)
  turnTo('2027-03-01T02:00:00Z')
  await runRetention(test.app)
  expect(await count()).toEqual(before)
  turnTo('2027-03-03T02:00:00Z')
  await runRetention(test.app)
  expect(await count()).toEqual({ texts: 0, reports: 0, stops: before?.stops })
})
