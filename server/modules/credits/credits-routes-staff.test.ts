// What hospitals' systems send and officials answer: a bill entered once and never beyond the limit, taken back, contested; each official
// in their own place.
import { describe, expect, it } from 'vitest'
import { residentForEach, visit } from './testing.ts'

const here = residentForEach()
describe('a bill', () => {
  it('is entered once by a hospital, whose repeated message changes nothing and whose changed one is refused', async () => {
    await here.town.open(here.client)
    const entered = await here.town.send(visit(here.client.idNumber, 'B1'))
    expect(entered).toMatchObject({ status: 200, body: { state: 'owed', ownFen: 30_000, dueOn: '2026-03-16' } })
    expect((await here.town.send(visit(here.client.idNumber, 'B1'))).status).toBe(200)
    expect((await here.town.send(visit(here.client.idNumber, 'B1', { totalFen: 60_000 }))).code).toBe('conflict')
    expect(await here.town.credit(here.client)).toMatchObject({ grade: { id: 'good' }, account: { owedFen: 30_000, leftFen: 70_000 }, bills: [{ number: 'B1', state: 'owed' }] })
    expect((await here.client.post('/credit/own/account/close')).body).toMatchObject({ error: { code: 'not_allowed_now', details: { because: 'owed' } } })
    expect((await here.client.get<{ messages: { kind: string }[] }>('/messages')).body.messages.map(({ kind }) => kind)).toEqual(['careEntered'])
  })

  it('needs an account, an own part, room on it, and a hospital; who has none and who is unknown look alike', async () => {
    const [without, unknown] = [await here.town.send(visit(here.client.idNumber, 'C1')), await here.town.send(visit('110101199003070011', 'C1'))]
    expect([without.code, without.because]).toEqual(['not_allowed_now', 'account'])
    expect({ ...unknown, body: null }).toEqual({ ...without, body: null })
    await here.town.open(here.client)
    expect((await here.town.send(visit(here.client.idNumber, 'C2', { insuredFen: 50_000 }))).because).toBe('insured')
    expect((await here.town.send(visit(here.client.idNumber, 'C3', { totalFen: 120_001 }))).because).toBe('limit')
    expect((await here.town.send(visit(here.client.idNumber, 'C4'), 'sky-patrol')).code).toBe('not_granted')
    expect((await here.town.send({ ...visit(here.client.idNumber, 'C5'), visitedOn: '2026-02-30' })).code).toBe('invalid')
    expect((await here.town.send({ action: 'settle', number: 'C9' })).status).toBe(404)
  })

  it('never brings an account over its limit, however many hospitals send at once', async () => {
    await here.town.open(here.client)
    const sent = await Promise.all(Array.from({ length: 8 }, (_, index) => here.town.send(visit(here.client.idNumber, `D${index}`), index % 2 === 0 ? 'east-hospital' : 'west-hospital')))
    expect(sent.filter(({ status }) => status === 200)).toHaveLength(3)
    expect(sent.filter(({ because }) => because === 'limit')).toHaveLength(5)
    expect((await here.town.credit(here.client)).account).toMatchObject({ owedFen: 90_000 })
  })

  it('that is contested is off the record until an official of the insurance answers; upheld, it is on record as before, and is not contested again', async () => {
    await here.town.open(here.client)
    await here.town.send(visit(here.client.idNumber, 'F1'))
    await here.on('2026-03-24T02:00:00Z')
    await here.town.follow()
    const late = (await here.town.credit(here.client)).bills[0]
    expect(late?.state).toBe('late')
    const stranger = await here.stranger()
    expect((await stranger.post(`/credit/own/bills/${late?.id}/contest`, { text: '不是我的' })).status).toBe(404)
    expect((await here.client.post(`/credit/own/bills/${late?.id}/contest`, { text: '那天没有去过这家医院' })).body).toMatchObject({ grade: { id: 'good' }, late: 0 })
    const [official, elsewhere, clerk] = [await here.town.official(), await here.town.official('approver', '990200'), await here.town.official('clerk')]
    expect((await official.get<{ bills: unknown[] }>('/care-bills')).body.bills).toMatchObject([{ number: 'F1', person: '测试居民', words: [{ text: '那天没有去过这家医院', mine: true }] }])
    expect((await elsewhere.get<{ bills: unknown[] }>('/care-bills')).body.bills).toEqual([])
    expect((await elsewhere.post(`/care-bills/${late?.id}/uphold`, { reasons: '有就诊记录' })).status).toBe(404)
    expect((await clerk.post(`/care-bills/${late?.id}/uphold`, { reasons: '有就诊记录' })).status).toBe(403)
    expect((await official.post(`/care-bills/${late?.id}/uphold`, { reasons: '有就诊记录' })).status).toBe(200)
    expect(await here.town.credit(here.client)).toMatchObject({ late: 1, bills: [{ state: 'late', dueOn: '2026-03-16', lateOn: '2026-03-24', words: [{ mine: true }, { text: '有就诊记录', mine: false }] }] })
    expect((await here.town.credit(here.client)).bills[0]?.may).not.toContain('contest')
    expect((await here.client.post(`/credit/own/bills/${late?.id}/contest`, { text: '再查一次' })).body).toMatchObject({ error: { code: 'not_allowed_now', details: { because: 'contested' } } })
    expect((await official.post(`/care-bills/${late?.id}/cancel`, { reasons: '医院记错了人' })).status).toBe(200)
    expect(await here.town.credit(here.client)).toMatchObject({ account: { owedFen: 0 }, bills: [{ state: 'cancelled', may: [] }] })
    expect((await official.post(`/care-bills/${late?.id}/cancel`, { reasons: '医院记错了人' })).body).toMatchObject({ error: { code: 'not_allowed_now' } })
  })

  it('contested in time has the days it had once it is upheld; where they ran out, it is due that day with the days of grace', async () => {
    await here.town.open(here.client)
    await here.town.send(visit(here.client.idNumber, 'K1'))
    await here.town.send(visit(here.client.idNumber, 'K2'))
    const ids = new Map((await here.town.credit(here.client)).bills.map(({ id, number }) => [number, id]))
    for (const id of ids.values()) await here.client.post(`/credit/own/bills/${id}/contest`, { text: '金额不对' })
    await (await here.town.official()).post(`/care-bills/${ids.get('K1')}/uphold`, { reasons: '核对过，金额没错' })
    await here.on('2026-03-30T02:00:00Z')
    await (await here.town.official()).post(`/care-bills/${ids.get('K2')}/uphold`, { reasons: '核对过，金额没错' })
    const states = async () => Object.fromEntries((await here.town.credit(here.client)).bills.map(({ number, state, dueOn, lateOn }) => [number, [state, dueOn, lateOn]]))
    expect(await states()).toEqual({ K1: ['owed', '2026-03-16', null], K2: ['owed', '2026-03-30', null] })
    await here.town.follow()
    expect(await states()).toEqual({ K1: ['late', '2026-03-16', '2026-03-30'], K2: ['owed', '2026-03-30', null] })
  })

  it('is taken back by the hospital, with the reason', async () => {
    await here.town.open(here.client)
    await here.town.send(visit(here.client.idNumber, 'G1'))
    expect((await here.town.send({ action: 'cancel', number: 'G1', reason: '重复记账' }, 'west-hospital')).status).toBe(404)
    expect((await here.town.send({ action: 'cancel', number: 'G1', reason: '重复记账' })).body.state).toBe('cancelled')
    expect((await here.town.send({ action: 'cancel', number: 'G1', reason: '重复记账' })).status).toBe(200)
    expect((await here.town.credit(here.client)).account).toMatchObject({ owedFen: 0 })
  })
})
