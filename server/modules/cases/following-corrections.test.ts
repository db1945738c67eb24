// A correction nobody answers: a last day that is told, reminders, and the end without a decision; what is answered in time goes on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '../../kernel/clock.ts'
import { stateOf } from './case.ts'
import { findCase } from './cases-store.ts'
import { listHistory } from './history-store.ts'
import { courseOf } from './course.ts'
import { followCorrections } from './following-corrections.ts'
import { lapse } from './lapsing.ts'
import { because, openLongWay, type LongWay, type Submitted } from './testing-long-way.ts'

type Inbox = { messages: { kind: string; title: string; body: string }[] }

describe('a correction that was asked', () => {
  let way: LongWay
  beforeAll(async () => { way = await openLongWay() })
  afterAll(() => way.town.close())

  const asked = async (): Promise<Submitted> => {
    const one = await way.submitted()
    await way.act('clerk', one.id, 'supplement-request', { items: [{ what: '型号看不清', concept: 'telescope.model' }] })
    return one
  }
  const answer = async ({ logIn, application, id }: Submitted) => (await logIn()).post<{ error: { code: string } }>(`/applications/${application}/cases/${id}/supplement`, { answers: { 'telescope.model': '牧夫座90' } })
  const kinds = async (id: string) => (await way.town.test.app.db.read<{ kind: string }[]>`select kind from messages where case_id = ${id} order by at, id`).map(({ kind }) => kind)

  it('has a last day both sides see, thirty working days where the service states none, and the clock stands meanwhile', async () => {
    const { id, application, logIn } = await asked()
    expect(await way.look('clerk', id)).toMatchObject({ state: 'supplement', dueOn: null, course: { answerBy: '2026-04-14' } })
    const applicant = await logIn()
    const { cases } = (await applicant.get<{ cases: { id: string; course: { answerBy: string | null } }[] }>(`/applications/${application}`)).body
    expect(cases.find((each) => each.id === id)?.course.answerBy).toBe('2026-04-14')
    const { messages } = (await applicant.get<Inbox>('/messages')).body
    expect(messages.find(({ kind }) => kind === 'supplementRequested')?.body).toContain('最后一天是2026年4月14日')
  })

  it('is reminded of twice, and ends without a decision after its day, once, with word that one may apply again', async () => {
    const { id, logIn } = await asked()
    for (const day of ['2026-04-07', '2026-04-07', '2026-04-14', '2026-04-14']) {
      await way.turnTo(`${day}T02:00:00Z`)
      expect(await followCorrections(way.town.test.app)).toBe(0)
    }
    expect((await kinds(id)).filter((kind) => kind === 'correctionDue')).toHaveLength(2)
    await way.turnTo('2026-04-14T16:30:00Z')
    expect((await lapse(way.town.test.app)).givenUp).toBeGreaterThan(0)
    expect((await lapse(way.town.test.app)).givenUp).toBe(0)
    const seen = await way.look('clerk', id)
    expect(seen).toMatchObject({ state: 'terminated', dueOn: null, course: { answerBy: null } })
    expect(seen.history.at(-1)).toMatchObject({ action: 'terminate', detail: { ground: 'notCorrected', answerBy: '2026-04-14' } })
    expect((await kinds(id)).filter((kind) => kind === 'correctionLapsed')).toHaveLength(1)
    const told = (await (await logIn()).get<Inbox>('/messages')).body.messages.find(({ kind }) => kind === 'correctionLapsed')
    expect(told?.body).toContain('您随时可以重新申请')
    const one = await findCase(way.town.test.app.db.read, id)
    const history = one ? await listHistory(way.town.test.app.db.read, one) : []
    const steps = history.map(({ action, at, actorId, actorName, detail }) => ({ action, at, on: plainDate(new Date(at)), actorId, actorName, detail }))
    expect([one?.state, one?.course]).toEqual([stateOf(steps), courseOf(steps)])
  })

  it('that is answered on its last day goes on, and one answered after it ended does not come back', async () => {
    const [inTime, late] = [await asked(), await asked()]
    await way.turnTo('2026-04-14T15:00:00Z')
    expect((await answer(inTime)).status).toBe(200)
    await way.turnTo('2026-04-15T02:00:00Z')
    await followCorrections(way.town.test.app)
    expect((await way.look('clerk', inTime.id)).state).not.toBe('terminated')
    expect((await way.look('clerk', late.id)).state).toBe('terminated')
    expect((await answer(late)).body.error.code).toBe('not_allowed_now')
  })

  it('is answered or ended, never both, when both happen at once', async () => {
    const one = await asked()
    await way.turnTo('2026-04-15T02:00:00Z')
    const [answered] = await Promise.all([answer(one), followCorrections(way.town.test.app)])
    const { state } = await way.look('clerk', one.id)
    expect(state === 'terminated').toBe(answered.status !== 200)
  })

  it('ends for nobody by an official’s hand: who has to be heard is not ended for them', async () => {
    const { id } = await asked()
    expect(because(await way.act('head', id, 'terminate'))).toBe('unproposed')
    expect((await way.act('clerk', id, 'proposals', { action: 'terminate', ground: 'notCorrected', reasons: '一直没有补正' })).status).toBe(400)
  })
})
