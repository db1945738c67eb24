// Opinions of other authorities: who sees the case and for what, one answer each, silence, and no decision before.
// The energy office is asked about every permit of the sky office.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lapse } from './lapsing.ts'
import { because, openLongWay, type LongWay } from './testing-long-way.ts'

describe('opinions of other authorities', () => {
  let way: LongWay
  beforeAll(async () => { way = await openLongWay() })
  afterAll(() => way.town.close())

  it('another authority sees a case it was asked about, answers once, and decides nothing; its silence is recorded', async () => {
    const { id } = await way.accepted()
    const owed = await way.as.energy.get<{ opinions: { case: string; question: string; asker: string }[] }>('/opinions')
    expect(owed.body.opinions.filter((each) => each.case === id)).toMatchObject([{ question: '照明会不会受影响' }])
    expect(await way.look('energy', id)).toMatchObject({ asked: 1, actions: [] })
    expect((await way.as.energy.post(`/cases/${id}/forward`, { revision: 1, opinion: '不归我管' })).status).toBe(404)
    expect((await way.as.energy.post(`/cases/${id}/reveal`, { concept: 'applicant.idNumber', reason: 'identity' })).status).toBe(404)
    expect((await way.as.clerk.post(`/cases/${id}/opinions/1`, { agree: true, text: '自己同意' })).status).toBe(404)
    expect((await way.answered(id, false)).status).toBe(200)
    expect((await way.look('clerk', id)).course.opinions).toMatchObject([{ answer: 'disagree' }])
    expect((await way.answered(id)).status).toBe(409)
    await way.act('clerk', id, 'forward', { opinion: '能源局不同意' })
    await way.act('approver', id, 'forward', { opinion: '见意见' })
    expect((await way.act('head', id, 'grant', { opinion: ' ' })).body.error.details).toEqual({ missing: 'opinion' })
    const silent = await way.accepted()
    await way.turnTo('2026-03-10T02:00:00Z')
    expect((await lapse(way.town.test.app)).silent).toBeGreaterThan(0)
    expect((await way.look('clerk', silent.id)).course.opinions).toMatchObject([{ answer: 'silent' }])
    expect((await way.as.energy.get<{ opinions: { case: string }[] }>('/opinions')).body.opinions.map((each) => each.case)).not.toContain(silent.id)
  })

  it('the authority asked sees nothing of the case once it has answered, or its day has passed: only its own opinion and how the case ended', async () => {
    type Given = { opinions: { number: string; question: string; answer: string; text: string; by: string; state: string; endedOn: string | null; applicant?: string }[] }
    const given = async (who: 'energy' | 'clerk' | 'west') => (await way.as[who].get<Given>('/opinions/given')).body.opinions
    const { id } = await way.accepted()
    expect((await way.as.energy.get(`/cases/${id}`)).status).toBe(200)
    await way.answered(id)
    expect((await way.as.energy.get(`/cases/${id}`)).status).toBe(404)
    const { number } = (await way.as.clerk.get<{ number: string }>(`/cases/${id}`)).body
    const own = async () => (await given('energy')).find((each) => each.number === number)
    expect(await own()).toMatchObject({ answer: 'agree', text: '对照明没有影响', by: '能源局丁', question: '照明会不会受影响', state: 'accepted', endedOn: null })
    await way.act('clerk', id, 'forward', { opinion: '材料齐全' })
    await way.act('approver', id, 'forward', { opinion: '符合条件' })
    await way.act('head', id, 'grant')
    expect(await own()).toMatchObject({ state: 'granted', endedOn: '2026-03-02' })
    expect(Object.keys((await own()) ?? {})).not.toContain('applicant')
    expect((await way.as.energy.get(`/cases/${id}`)).status).toBe(404)
    for (const who of ['clerk', 'west'] as const) expect((await given(who)).map((each) => each.number)).not.toContain(number)
  })

  it('nobody decides while an opinion is awaited', async () => {
    const { id } = await way.accepted()
    await way.act('clerk', id, 'forward', { opinion: '先送审' })
    await way.act('approver', id, 'forward', { opinion: '先送审' })
    expect(because(await way.act('head', id, 'grant'))).toBe('opinions')
    expect((await way.look('head', id)).actions.find(({ action }) => action === 'refuse')).toMatchObject({ because: 'opinions' })
  })

  it('another authority sees what the pack names for its opinion and nothing else: no other value or document, no rule on them, no other service, nothing of what happened before', async () => {
    const { id } = await way.accepted()
    type Whole = { content: { concept: string }[]; evidence: { evidence: string; files: { id: string }[] }[]; checks: unknown[]; siblings: unknown[]; history: { action: string }[] }
    const [own, asked] = [(await way.as.clerk.get<Whole>(`/cases/${id}`)).body, (await way.as.energy.get<Whole>(`/cases/${id}`)).body]
    expect([own.checks.length, own.siblings.length]).toEqual([1, 2])
    expect(asked.content.map(({ concept }) => concept).toSorted()).toEqual(['telescope.aperture', 'telescope.model'])
    expect(asked).toMatchObject({ evidence: [], checks: [], siblings: [], history: [{ action: 'askOpinion' }] })
    const file = own.evidence.find(({ evidence }) => evidence === 'receipt')?.files[0]?.id
    const open = (who: 'clerk' | 'energy') => way.as[who].request({ method: 'GET', url: `/api/v1/cases/${id}/files/${file}` })
    expect([(await open('clerk')).statusCode, (await open('energy')).statusCode]).toEqual([200, 404])
    const [read] = await way.town.test.app.db.read<{ subjects: string[] }[]>`select subjects from case_reads join staff on staff.id = case_reads.staff_id where case_id = ${id} and staff.name = '能源局丁'`
    expect(read?.subjects).toEqual([])
  })

  it('residents and strangers reach none of it, the same office of another district finds nothing', async () => {
    const { id, applicant } = await way.accepted()
    const seen = { revision: 1 }
    const opinion = '意见如下'
    const asked: [string, Record<string, unknown>][] = [
      ['opinions', seen],
      ['opinions/1', { agree: true, text: opinion }],
    ]
    for (const [path, body] of asked) {
      expect((await applicant.post(`/cases/${id}/${path}`, body)).status, path).toBe(403)
      expect((await way.town.test.asNobody.post(`/cases/${id}/${path}`, body)).status, path).toBe(401)
      expect((await way.as.west.post(`/cases/${id}/${path}`, body)).status, path).toBe(404)
    }
    for (const list of ['/opinions', '/opinions/given']) {
      expect((await applicant.get(list)).status).toBe(403)
      expect((await way.town.test.asNobody.get(list)).status).toBe(401)
    }
  })
})
