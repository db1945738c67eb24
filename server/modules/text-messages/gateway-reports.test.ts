// What is pushed to us: with the secret of the address only, about a try of ours to that very number, and once; out of order, twice and forged
// reports change nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '../../kernel/ids.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { turnable } from '../../testing/telescope.ts'
import { repliesPath, reportsPath } from './gateway-reports.ts'
import { postText } from './posting.ts'
import { openTextOffice, reportKey, sweep, type TextOffice } from './testing.ts'
import { outIdOf, type TextMessage } from './text-message.ts'
import { findByKeyForUpdate } from './text-messages-store.ts'

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

const push = (body: unknown, { path = reportsPath, key = reportKey } = {}) =>
  test.server.inject({ method: 'POST', url: `${path}/${key}`, headers: { 'content-type': 'application/json' }, payload: typeof body === 'string' ? body : JSON.stringify(body) })
let nth = 0
const sent = async (): Promise<TextMessage> => {
  nth += 1
  const key = `report-${nth}`
  await test.app.db.transaction((tx) => postText({ app: test.app, tx, principal: { kind: 'system', name: 'test' }, requestId: null, at: clock.now() }, {
    key, kind: 'caseEnded', subject: uuidv7(clock), region: '990101', line: 'sky', personId: null, phone: `15466${String(nth).padStart(6, '0')}`, parameters: { number: 'N' },
  }))
  await test.runJobs()
  return look(key)
}
const look = async (key: string): Promise<TextMessage> => {
  const one = await test.app.db.transaction((tx) => findByKeyForUpdate(tx, `caseEnded ${key}`))
  if (!one) throw new Error(key)
  return one
}
const again = async ({ key }: TextMessage) => (await look(key.split(' ')[1] ?? '')).state
const reportOn = (one: TextMessage, more: object = {}) => ({
  phone_number: one.words.phone, send_time: '2026-03-02 10:00:00', report_time: '2026-03-02 10:00:05', success: true, err_code: 'DELIVERED', err_msg: '用户接收成功', sms_size: '1', biz_id: one.gatewayNumber, out_id: outIdOf(one.id, one.tries), ...more,
})

describe('a pushed report', () => {
  it('counts once, whatever comes after it', async () => {
    const one = await sent()
    expect((await push([reportOn(one)])).json()).toEqual({ code: 0, msg: '接收成功' })
    expect(await again(one)).toBe('delivered')
    expect((await push([reportOn(one), reportOn(one, { success: false, err_code: 'UNDELIV' })])).statusCode).toBe(200)
    expect(await again(one)).toBe('delivered')
    const kept = await test.app.db.read<{ code: string; reported_at: Date }[]>`select code, reported_at from text_message_reports where message_id = ${one.id}`
    expect(kept).toEqual([{ code: 'DELIVERED', reported_at: new Date('2026-03-02T02:00:05Z') }])
  })

  it('without the secret, about another number, another try or another sending is not believed', async () => {
    const one = await sent()
    expect((await push([reportOn(one)], { key: 'guessed-secret-0001' })).statusCode).toBe(401)
    const forged = [{ phone_number: '15400000000' }, { out_id: outIdOf(one.id, 2) }, { biz_id: 'another^0' }, { out_id: `${one.id}` }, { out_id: outIdOf(uuidv7(clock), 1) }]
    expect((await push(forged.map((each) => reportOn(one, { success: false, ...each })))).statusCode).toBe(200)
    expect(await again(one)).toBe('sent')
  })

  it('that is none is refused', async () => {
    for (const body of ['{', '{}', [{ phone_number: 1 }], [{}], Array.from({ length: 1001 }, () => ({ phone_number: '1', success: true, biz_id: '1' }))]) expect((await push(body)).statusCode).toBe(400)
    expect((await push('x'.repeat(300_000))).statusCode).toBe(413)
    expect((await push([{ phone_number: '15466000001', content: 'T' }], { path: repliesPath, key: 'guessed-secret-0001' })).statusCode).toBe(401)
    expect((await push([{ phone_number: '15466000001' }], { path: repliesPath })).statusCode).toBe(400)
  })

  it('may be quicker than the answer of the gateway', async () => {
    await office.fault({ pushes: 'early' })
    const one = await sent()
    await office.fault({ pushes: 'once' })
    expect(one).toMatchObject({ state: 'delivered', gatewayNumber: expect.stringMatching(/\^0$/) })
  })

  it('of an earlier try does not end a later one', async () => {
    const operator = await test.as({ staff: [{ role: 'operator', region: '990100', line: null }] })
    const one = await sent()
    await push([reportOn(one, { success: false, err_code: 'MOBILE_NOT_ON_SERVICE' })])
    expect(await look(one.key.split(' ')[1] ?? '')).toMatchObject({ state: 'failed', because: 'MOBILE_NOT_ON_SERVICE' })
    await operator.post(`/text-messages/${one.id}/again`, {})
    await test.runJobs()
    await push([reportOn(one, { success: false })])
    expect(await again(one)).toBe('sent')
    await office.advance()
    expect(await again(one)).toBe('delivered')
  })
})

describe('an answer', () => {
  it('stops what is sent to its number, heard twice as well; other words change nothing', async () => {
    const phone = '15466777777'
    await push([{ phone_number: phone, content: '谢谢', send_time: '2026-03-02 10:00:00', dest_code: '1', sequence_id: '1' }], { path: repliesPath })
    const stops = () => test.app.db.read`select 1 from text_message_stops`
    expect(await stops()).toHaveLength(0)
    const told = { phone_number: phone, content: 'T', send_time: '2026-03-02 10:00:00', dest_code: '1', sequence_id: '2' }
    await push([told], { path: repliesPath })
    await push([told], { path: repliesPath })
    expect(await stops()).toHaveLength(1)
    expect(await test.app.db.read`select 1 from audit_entries where action = 'textMessages.stop'`).toHaveLength(1)
    await push([{ ...told, content: '恢复' }], { path: repliesPath })
    expect(await stops()).toHaveLength(0)
  })
})

describe('an installation without a gateway', () => {
  it('sends nothing, keeps nothing and believes nobody', async () => {
    const bare = await startTestApp({ clock, environment: { REGION: '990100' } })
    const scene = { app: bare.app, principal: { kind: 'system' as const, name: 'test' }, requestId: null, at: clock.now() }
    const put = await bare.app.db.transaction((tx) => postText({ ...scene, tx }, { key: 'x', kind: 'caseEnded', subject: uuidv7(clock), region: '990101', line: 'sky', personId: null, phone: '15400000000', parameters: {} }))
    expect(put).toBe(false)
    expect((await bare.server.inject({ method: 'POST', url: `${reportsPath}/${reportKey}`, headers: { 'content-type': 'application/json' }, payload: '[]' })).statusCode).toBe(401)
    await sweep(bare)
    turnTo('2026-03-02T02:00:00Z')
    await bare.close()
  })
})
