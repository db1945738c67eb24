// At the end of a year whose next calendar is not published: what cannot be counted is kept and filled in once it can, and nothing that needs
// notice is set before anybody can tell how much that is.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAuditOf } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import { listAwaited, publishCalendar, yearEnd } from '../../testing/calendar.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { handIn } from '../../testing/telescope.ts'
import { stateOf } from './case.ts'
import { findCase } from './cases-store.ts'
import { listHistory } from './history-store.ts'
import { courseOf } from './course.ts'
import { followCorrections } from './following-corrections.ts'
import { lapse } from './lapsing.ts'
import { recountDays } from './recounting.ts'
import { because, openLongWay, type LongWay } from './testing-long-way.ts'

describe('a day that cannot be counted', () => {
  let way: LongWay
  beforeAll(async () => { way = await openLongWay() })
  afterAll(() => way.town.close())

  const publish = (subject: string, from: string) => publishCalendar(way.town.test.app.db, subject, from)
  const awaited = (subject: string) => listAwaited(way.town.test.app.db, subject)
  const isFold = async (id: string) => {
    const one = await findCase(way.town.test.app.db.read, id)
    const history = one ? await listHistory(way.town.test.app.db.read, one) : []
    const steps = history.map(({ action, at, actorId, actorName, detail }) => ({ action, at, on: plainDate(new Date(at)), actorId, actorName, detail }))
    expect([one?.state, one?.course]).toEqual([stateOf(steps), courseOf(steps)])
  }

  it('is none on which a hearing can be held: it is refused, saying from when the calendar is missing', async () => {
    const { id } = await way.accepted()
    await way.turnTo(yearEnd)
    const hearing = { kind: 'hearing', days: 15, reasons: '涉及邻居的重大利益', heldOn: '2026-12-30', place: '东山区会议室' }
    const refused = await way.act('clerk', id, 'procedures', hearing)
    expect([refused.status, refused.body.error.details]).toMatchObject([400, { because: 'calendar', unknownFrom: '2027-01-01' }])
    expect((await way.act('clerk', id, 'procedures', { ...hearing, heldOn: '2027-06-01' })).status).toBe(400)
    expect((await way.look('clerk', id)).state).toBe('accepted')
  })

  it('of an opinion is filled in once, and then its silence is recorded and the case decided', async () => {
    const { id } = await way.submitted()
    await way.turnTo(yearEnd)
    await way.act('clerk', id, 'precheck')
    await way.act('clerk', id, 'accept')
    expect((await way.look('clerk', id)).course.opinions).toMatchObject([{ dueOn: null, answer: null }])
    expect(await awaited(id)).toEqual(['cases.opinion 5'])
    expect(await recountDays(way.town.test.app)).toBe(0)
    await publish(id, '2026-12-22')
    expect(await recountDays(way.town.test.app)).toBe(1)
    expect(await recountDays(way.town.test.app)).toBe(0)
    expect(await awaited(id)).toEqual([])
    expect((await way.look('clerk', id)).course.opinions).toMatchObject([{ dueOn: '2026-12-29' }])
    expect((await way.look('clerk', id)).history.at(-1)).toMatchObject({ action: 'countDay', detail: { opinion: 1, dueOn: '2026-12-29' } })
    expect(await listAuditOf(way.town.test.app.db.read, 'cases.opinion', `${id} 1`)).toMatchObject([{ action: 'calendar.count' }])
    await way.turnTo('2026-12-30T02:00:00Z')
    await lapse(way.town.test.app)
    expect((await way.look('clerk', id)).course.opinions).toMatchObject([{ answer: 'silent' }])
    await isFold(id)
  })

  it('of a holder to be heard is filled in and told them, so that their silence ends and the head can decide', async () => {
    const { id, logIn } = await way.granted()
    await way.turnTo(yearEnd)
    await way.act('clerk', id, 'proposals', { action: 'revoke', reasons: '取得结果时隐瞒了情况', law: '行政许可法第六十九条' })
    expect((await way.look('clerk', id)).course.proposals).toMatchObject([{ answerUntil: null, heard: false }])
    expect(because(await way.act('head', id, 'result/revoke'))).toBe('heard')
    const inbox = async () => (await (await logIn()).get<{ messages: { kind: string; body: string }[] }>('/messages')).body.messages.filter(({ kind }) => kind === 'revocationProposed').map(({ body }) => body)
    expect((await inbox()).map((body) => /放假安排公布后算出的日子以前/.test(body))).toEqual([true])
    const tooSoon = await way.act('clerk', id, 'proposals/hearing', { heldOn: '2026-12-30', place: '东山区会议室' })
    expect([tooSoon.status, because(tooSoon)]).toEqual([400, 'calendar'])
    await way.turnTo('2026-12-23T02:00:00Z')
    await publish(id, '2026-12-22')
    expect(await recountDays(way.town.test.app)).toBe(1)
    expect((await way.look('clerk', id)).course.proposals).toMatchObject([{ answerUntil: '2026-12-29', heard: false }])
    expect((await inbox()).some((body) => body.includes('2026年12月29日以前'))).toBe(true)
    await way.turnTo('2026-12-30T02:00:00Z')
    expect((await way.look('head', id)).course.proposals).toMatchObject([{ heard: true }])
    expect((await way.act('head', id, 'result/revoke', { opinion: '同意撤销' })).status).toBe(200)
    await isFold(id)
  })

  it('of somebody outside begins anew where it would be over by the time it can be counted', async () => {
    const { id } = await way.granted()
    await way.turnTo(yearEnd)
    await way.act('clerk', id, 'proposals', { action: 'revoke', reasons: '取得结果时隐瞒了情况', law: '行政许可法第六十九条' })
    await way.turnTo('2026-11-02T02:00:00Z')
    await publish(id, '2026-03-02')
    expect(await recountDays(way.town.test.app)).toBe(1)
    expect((await way.look('clerk', id)).course.proposals).toMatchObject([{ answerUntil: '2026-11-09' }])
  })

  it('of a correction is told as not known yet; nothing lapses before it is known and told, and everything as ever afterwards', async () => {
    await way.turnTo(yearEnd)
    const applicant = await way.town.test.as({ person: { name: '年底申请人', idNumber: inventIdNumber(9_900) } })
    const id = (await handIn(applicant)).cases.find(({ service }) => service === 'telescope-permit')?.id ?? ''
    await way.act('clerk', id, 'supplement-request', { items: [{ what: '型号看不清', concept: 'telescope.model' }] })
    const inbox = async () => (await way.town.test.app.db.read<{ kind: string }[]>`select kind from messages where case_id = ${id} order by at, id`).map(({ kind }) => kind)
    const { messages } = (await applicant.get<{ messages: { kind: string; body: string }[] }>('/messages')).body
    expect(messages.find(({ kind }) => kind === 'supplementRequested')?.body).toContain('最后一天是放假安排公布后算出的日子')
    expect((await way.look('clerk', id)).course.answerBy).toBeNull()
    expect(await followCorrections(way.town.test.app)).toBe(0)
    await way.turnTo('2026-11-02T02:00:00Z')
    await publish(id, '2026-10-30')
    await recountDays(way.town.test.app)
    expect((await way.look('clerk', id)).course.answerBy).toBe('2026-12-11')
    expect(await inbox()).toContain('correctionDue')
    await way.turnTo('2026-12-12T02:00:00Z')
    await followCorrections(way.town.test.app)
    expect((await way.look('clerk', id)).state).toBe('terminated')
    await isFold(id)
  })

  it('is not filled in for what has been settled otherwise meanwhile', async () => {
    const { id } = await way.submitted()
    await way.turnTo(yearEnd)
    await way.act('clerk', id, 'precheck')
    await way.act('clerk', id, 'accept')
    await way.answered(id)
    await publish(id, '2026-12-22')
    await recountDays(way.town.test.app)
    expect((await way.look('clerk', id)).history.map(({ action }) => action)).not.toContain('countDay')
    expect(await awaited(id)).toEqual([])
  })
})
