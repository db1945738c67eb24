// Take-up over HTTP: counted page by page and resumed, reasons of the gap, tables to take away, and who may see it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from '../../kernel/feel/parse.ts'
import { creditCode, openBenefitTown, resident, staffAt, type Town } from '../benefits/testing.ts'
import type { Benefit } from '../catalogue/index.ts'
import { beginSurvey, continueSurvey } from './surveying.ts'
import { listCounts } from './surveys-store.ts'
import type { CoverageReply, FairnessReply } from './take-up-replies.ts'

type TakeUp = { survey: { id: string; seen: number; state: string } | null; running: object | null; policies: CoverageReply[] }

let town: Town
const known = resident(5000, { 'person.birthDate': '1950-06-01' })
beforeAll(async () => {
  town = await openBenefitTown()
  await town.test.as({ person: { name: String(known['person.name']), idNumber: known['person.idNumber'] } })
  const elders = (from: number, count: number, born: string) => Array.from({ length: count }, (_, at) => resident(from + at, { 'person.birthDate': born }))
  await town.people(known, ...elders(5100, 60, '1950-06-02'), ...elders(5200, 60, '1940-06-01'))
  const clerk = await town.test.as(staffAt('clerk'))
  await clerk.post('/benefits/runs', {})
  await town.test.runJobs()
  // twenty-five of those born in 1950 have been paid six days after they were found
  await town.test.app.db.transaction(async (tx) => {
    const paid = await tx<{ id: string }[]>`
      update benefit_entitlements set state = 'paid' where id in (
        select e.id from benefit_entitlements e join benefit_subjects s on s.id = e.subject_id where e.person_id is null and e.benefit = 'star-allowance' and s.birthday = '06-02' limit 25) returning id`
    await tx`insert into benefit_actions (entitlement_id, seq, action, at, actor_kind, actor) select id, 9, 'pay', '2026-03-08T02:00:00Z', 'system', 'test' from unnest(${paid.map(({ id }) => id)}::uuid[]) as t(id)`
  })
  // found by nobody yet, and one of whom it is not known
  await town.people(...elders(5300, 84, '1950-06-01'), resident(5400, { 'person.birthDate': undefined }))
})
afterAll(() => town.test.close())

const asHead = () => town.test.as(staffAt('head'))
const star = (body: TakeUp): CoverageReply | undefined => body.policies.find(({ benefit }) => benefit === 'star-allowance')

describe('a survey of take-up', () => {
  it('is not shown before it is finished, goes on behind its last page when it is killed, and counts nobody twice', async () => {
    const head = await asHead()
    const begun = await head.post<{ id: string }>('/take-up/surveys', {})
    expect([begun.status, (await head.post('/take-up/surveys', {})).status]).toEqual([202, 409])
    const { transaction } = town.test.app.db
    let pages = 0
    const failing = { ...town.test.app, db: { ...town.test.app.db, transaction: ((work) => (pages += 1) > 1 ? Promise.reject(new Error('killed')) : transaction(work)) as typeof transaction } }
    await expect(continueSurvey(failing, begun.body.id)).rejects.toThrow('killed')
    expect((await head.get<TakeUp>('/take-up')).body).toMatchObject({ survey: null, running: { seen: 200 }, policies: [] })
    await town.test.runJobs()
    await continueSurvey(town.test.app, begun.body.id)
    const { body } = await head.get<TakeUp>('/take-up')
    expect([body.survey?.seen, body.running]).toEqual([206, null])
    expect(star(body)).toMatchObject({ benefitName: '观星津贴', due: 205, paid: 25, fen: 25_000, unknown: 1, gaps: { notReached: 95, noAccount: 1, notFound: 84 }, facts: [{ people: null }], districts: [{ due: 205 }], population: null })
  })

  it('stops and begins anew when a policy changes on the way', async () => {
    const head = await asHead()
    const begun = await head.post<{ id: string }>('/take-up/surveys', {})
    const { packs } = town.test.app
    await continueSurvey({ ...town.test.app, packs: { ...packs, benefitsFor: () => ({}) } }, begun.body.id)
    expect((await head.get<TakeUp>('/take-up')).body.running).toMatchObject({ seen: 0 })
    await town.test.runJobs()
    expect((await head.get<TakeUp>('/take-up')).body).toMatchObject({ running: null, survey: { state: 'finished' } })
  })

  it('says whether the old and the very old fare alike, with the days they waited', async () => {
    const { body } = await (await asHead()).get<{ groups: FairnessReply[] }>('/take-up/fairness?benefit=star-allowance&dimension=age')
    expect(body.groups.map(({ names, due, counts }) => [names, due, counts.paid])).toEqual([[['60–79 岁'], 145, 25], [['80 岁以上'], 60, 0]])
    expect(body.groups[0]).toMatchObject({ difference: { isClear: true }, days: { mean: 6, difference: null } })
  })

  it('can be taken away as a spreadsheet and as separated values', async () => {
    const head = await asHead()
    const csv = await head.request({ method: 'GET', url: '/api/v1/take-up/table?of=coverage&format=csv' })
    expect(csv.payload).toContain('观星津贴')
    expect((await head.request({ method: 'GET', url: '/api/v1/take-up/table?of=sex' })).rawPayload.subarray(0, 2).toString()).toBe('PK')
  })
})

describe('who may', () => {
  it('see it: officials of the line that pays, of their region alone', async () => {
    const other = await town.test.as(staffAt('head', '990101', 'energy'))
    const elsewhere = await town.test.as(staffAt('head', '990102'))
    for (const client of [other, elsewhere]) expect((await client.get<TakeUp>('/take-up')).body.policies).toEqual([])
    expect((await elsewhere.get<{ groups: unknown[] }>('/take-up/fairness?benefit=star-allowance&dimension=age')).body.groups).toEqual([])
    expect((await (await town.test.as({ person: {} })).get('/take-up')).status).toBe(403)
  })

  it('count anew: not clerks', async () => {
    expect((await (await town.test.as(staffAt('clerk'))).post('/take-up/surveys', {})).status).toBe(403)
  })
})

it('a survey judges by the grade of credit kept here, as screening does', async () => {
  const { app } = town.test
  const rule = parse('company.creditGrade = "good"')
  const reward = app.packs.benefitsFor('990100')['observatory-reward']
  const graded = { ...app, packs: { ...app.packs, benefitsFor: (): Readonly<Record<string, Benefit>> => (reward ? { graded: { ...reward, id: 'graded', facts: ['company.creditGrade'], conditions: [{ id: 'good', name: { 'zh-CN': '守信' }, rule: { text: 'company.creditGrade = "good"', expression: rule } }], amount: { ...reward.amount, rule: { text: '100', expression: parse('100') } } } } : {}) } }
  await town.companies({ 'company.creditCode': creditCode('91990101MA9990031'), 'company.name': '示例镜片厂', 'company.region': '990101', 'company.telescopes': 3 })
  town.turnTo('2026-03-02T03:00:00Z')
  const { id } = await app.db.transaction((tx) => beginSurvey(graded, tx, 'test'))
  await continueSurvey(graded, id)
  const counts = await listCounts(app.db.read, id, [{ regionPrefix: '99', line: null }])
  expect(counts.map(({ benefit, outcome, people }) => [benefit, outcome, people])).toEqual([['graded', 'notFound', 1]])
})
