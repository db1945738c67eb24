// The long way of a case over HTTP: looked through, three levels, special procedures, an extension, an end without a decision.
// Each by the right role at the right level, in the right place; everybody else is told why not and changes nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '../../kernel/clock.ts'
import { stateOf } from './case.ts'
import { findCase } from './cases-store.ts'
import { listHistory } from './history-store.ts'
import { courseOf } from './course.ts'
import { lapse } from './lapsing.ts'
import { because, openLongWay, type LongWay } from './testing-long-way.ts'

describe('the long way of a case', () => {
  let way: LongWay
  beforeAll(async () => { way = await openLongWay() })
  afterAll(() => way.town.close())

  it('goes from level to level, each passes on or sends back, and only the last decides', async () => {
    const { id } = await way.accepted()
    await way.answered(id)
    expect(because(await way.act('approver', id, 'grant'))).toBe('level')
    expect(because(await way.act('approver', id, 'forward', { opinion: '符合' }))).toBe('level')
    expect(because(await way.act('clerk', id, 'send-back', { opinion: '退回' }))).toBe('level')
    const passed = await way.act('clerk', id, 'forward', { opinion: '材料齐全，建议准予' })
    expect(passed.body).toMatchObject({ mine: false, assigneeName: null, course: { levels: [{ state: 'done', by: '受理员甲' }, { state: 'now' }, { state: 'ahead' }] } })
    expect((await way.act('approver', id, 'send-back', { opinion: '口径写得不清楚' })).body).toMatchObject({ assigneeName: '受理员甲', course: { levels: [{ state: 'now', by: null }, {}, {}] } })
    await way.act('clerk', id, 'forward', { opinion: '已核实' })
    await way.act('approver', id, 'forward', { opinion: '符合条件' })
    expect(because(await way.act('approver', id, 'grant'))).toBe('level')
    expect((await way.act('clerk', id, 'grant')).status).toBe(403)
    expect((await way.as.west.post(`/cases/${id}/grant`, { revision: 1 })).status).toBe(404)
    expect((await way.act('head', id, 'grant')).body).toMatchObject({ state: 'granted' })
    const one = await findCase(way.town.test.app.db.read, id)
    const history = one ? await listHistory(way.town.test.app.db.read, one) : []
    const steps = history.map(({ action, at, actorId, actorName, detail }) => ({ action, at, on: plainDate(new Date(at)), actorId, actorName, detail }))
    expect([one?.state, one?.course]).toEqual([stateOf(steps), courseOf(steps)])
  })

  it('goes through as many hands as it has levels, whatever postings one of them holds', async () => {
    const { id } = await way.submitted()
    await way.act('everything', id, 'precheck')
    await way.act('everything', id, 'accept')
    await way.answered(id)
    expect((await way.act('everything', id, 'forward', { opinion: '材料齐全' })).status).toBe(200)
    expect(because(await way.act('everything', id, 'forward', { opinion: '再审一级' }))).toBe('passed')
    expect((await way.look('everything', id)).actions.find(({ action }) => action === 'forward')).toMatchObject({ possible: false, because: 'passed' })
    expect((await way.act('approver', id, 'forward', { opinion: '符合条件' })).status).toBe(200)
    expect(because(await way.act('everything', id, 'grant'))).toBe('passed')
    expect(because(await way.act('everything', id, 'refuse', { reasons: '不批' }))).toBe('passed')
    expect((await way.act('head', id, 'grant')).body).toMatchObject({ state: 'granted' })
  })

  it('who accepted it does not decide it, even without having passed a level', async () => {
    const { id } = await way.submitted()
    await way.act('clerk', id, 'precheck')
    await way.act('everything', id, 'accept')
    await way.answered(id)
    await way.act('clerk', id, 'forward', { opinion: '材料齐全' })
    await way.act('approver', id, 'forward', { opinion: '符合条件' })
    expect(because(await way.act('everything', id, 'grant'))).toBe('passed')
    expect((await way.act('head', id, 'grant')).status).toBe(200)
  })

  it('is looked through before it is accepted, and only then accepted', async () => {
    const { id } = await way.submitted()
    expect(because(await way.act('clerk', id, 'accept'))).toBe('precheck')
    expect((await way.act('clerk', id, 'precheck')).status).toBe(200)
    expect(because(await way.act('clerk', id, 'precheck'))).toBe('once')
    expect((await way.act('clerk', id, 'accept')).body).toMatchObject({ state: 'accepted' })
  })

  it('a correction is asked once', async () => {
    const { applicant, application, id } = await way.submitted()
    await way.act('clerk', id, 'supplement-request', { items: [{ what: '型号看不清', concept: 'telescope.model' }] })
    await applicant.post(`/applications/${application}/cases/${id}/supplement`, { answers: { 'telescope.model': '牧夫座90' } })
    expect(because(await way.act('clerk', id, 'supplement-request', { items: [{ what: '地址看不清' }] }))).toBe('once')
  })

  it('counts as accepted by law when nothing was said for five working days, once, and then no correction can be asked', async () => {
    const { id, logIn } = await way.submitted()
    await way.turnTo('2026-03-09T15:00:00Z')
    expect((await lapse(way.town.test.app)).accepted).toBe(0)
    await way.turnTo('2026-03-09T16:30:00Z')
    expect(because(await way.act('clerk', id, 'supplement-request', { items: [{ what: '太晚了' }] }))).toBe('late')
    expect((await lapse(way.town.test.app)).accepted).toBeGreaterThan(0)
    expect((await lapse(way.town.test.app)).accepted).toBe(0)
    expect(await way.look('clerk', id)).toMatchObject({ state: 'accepted', course: { deemedAccepted: true, opinions: [{ answer: null }] }, dueOn: '2026-03-16' })
    expect(because(await way.act('clerk', id, 'supplement-request', { items: [{ what: '太晚了' }] }))).toBe('state')
    const { body } = await (await logIn()).get<{ messages: { title: string }[] }>('/messages')
    expect(body.messages.map(({ title }) => title)).toContain('已视为受理：望远镜许可')
  })

  it('the clock stands still while procedures go on, several at once, across a gap in the calendar of working days', async () => {
    const { id } = await way.accepted()
    await way.turnTo('2026-03-04T02:00:00Z')
    const hearing = { kind: 'hearing', days: 15, reasons: '涉及邻居的重大利益', heldOn: '2026-03-12', place: '东山区会议室' }
    expect((await way.act('clerk', id, 'procedures', hearing)).body.error.details).toMatchObject({ earliest: '2026-03-13' })
    expect((await way.act('clerk', id, 'procedures', { ...hearing, kind: 'quarantine' })).status).toBe(400)
    expect((await way.act('clerk', id, 'procedures', { ...hearing, heldOn: '2026-03-13' })).body).toMatchObject({ state: 'suspended', dueOn: null })
    await way.act('clerk', id, 'procedures', { kind: 'testing', days: 5, reasons: '要检测镜筒' })
    expect(because(await way.act('clerk', id, 'forward', { opinion: '等不及了' }))).toBe('state')
    await way.turnTo('2026-04-03T02:00:00Z')
    expect((await way.act('clerk', id, 'procedures/1/end', { outcome: '没有异议' })).body.error.details).toMatchObject({ missing: 'record' })
    expect((await way.act('clerk', id, 'procedures/1/end', { outcome: '没有异议', record: '到场五人，均无异议。' })).body).toMatchObject({ state: 'suspended', dueOn: null })
    expect((await way.act('clerk', id, 'procedures/2/end', { outcome: '合格' })).body).toMatchObject({ state: 'accepted', dueOn: '2026-04-16' })
    expect((await way.act('clerk', id, 'procedures/2/end', { outcome: '合格' })).status).toBe(409)
  })

  it('only the head extends the limit, once, within what the law allows, as a colleague has proposed it, and the applicant reads why', async () => {
    const { id, applicant } = await way.accepted()
    const proposing = { action: 'extend', reasons: '要再核实' }
    expect((await way.act('clerk', id, 'proposals', { ...proposing, days: 11 })).body.error.details).toMatchObject({ most: 10 })
    expect((await way.act('clerk', id, 'proposals', proposing)).body.error.details).toMatchObject({ missing: 'days' })
    expect((await way.act('clerk', id, 'proposals', { ...proposing, days: 5 })).status).toBe(200)
    expect((await way.act('approver', id, 'extend')).status).toBe(403)
    expect((await way.act('head', id, 'extend', { opinion: '同意' })).body).toMatchObject({ dueOn: '2026-03-23', promisedOn: '2026-03-16' })
    expect(because(await way.act('head', id, 'extend'))).toBe('once')
    expect((await way.act('clerk', id, 'proposals', { ...proposing, days: 5 })).body.error.details).toMatchObject({ action: 'extend' })
    const { body } = await applicant.get<{ messages: { title: string; body: string }[] }>('/messages')
    expect(body.messages.find(({ title }) => title.startsWith('办理期限延长'))?.body).toContain('延长 5 个工作日。理由：要再核实')
  })

  it('a case whose applicant has died ends without a decision, as proposed, by somebody else, with the reason', async () => {
    const { id } = await way.accepted()
    await way.act('approver', id, 'proposals', { action: 'terminate', ground: 'died', reasons: '申请人去世' })
    expect((await way.act('clerk', id, 'terminate')).status).toBe(403)
    expect(because(await way.act('approver', id, 'terminate'))).toBe('proposer')
    expect((await way.act('head', id, 'terminate')).body).toMatchObject({ state: 'terminated', dueOn: null })
    expect(because(await way.act('head', id, 'grant'))).toBe('state')
  })

  it('residents and strangers reach none of it, the same office of another district finds nothing', async () => {
    const { id, applicant } = await way.accepted()
    const seen = { revision: 1 }
    const opinion = '意见如下'
    const reasons = '理由如下'
    const asked: [string, Record<string, unknown>][] = [
      ['precheck', seen],
      ['forward', { ...seen, opinion }],
      ['send-back', { ...seen, opinion }],
      ['extend', seen],
      ['procedures', { ...seen, kind: 'testing', days: 5, reasons }],
      ['procedures/1/end', { ...seen, outcome: opinion }],
      ['terminate', seen],
    ]
    for (const [path, body] of asked) {
      expect((await applicant.post(`/cases/${id}/${path}`, body)).status, path).toBe(403)
      expect((await way.town.test.asNobody.post(`/cases/${id}/${path}`, body)).status, path).toBe(401)
      expect((await way.as.west.post(`/cases/${id}/${path}`, body)).status, path).toBe(404)
    }
  })
})
