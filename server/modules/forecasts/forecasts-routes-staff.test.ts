// Forecasts over HTTP: counted apart and kept, begun again after a crash, never half of one policy and half of another; and who may ask.
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestApp, TestClient } from '../../testing/app.ts'
import { startTestApp } from '../../testing/app.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { turnable } from '../../testing/telescope.ts'
import { countChanges } from './counting.ts'
import { askForecast, countForecast } from './forecasting.ts'
import type { ForecastReply } from './forecast-replies.ts'

let folder: string
let test: TestApp
let designer: TestClient
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongban-forecasts-'))
  const people = (year: number, count: number, from: number, region: string) => Array.from({ length: count }, (_, at) => `${inventIdNumber(from + at)},${year}-05-05,${region}`)
  await writeFile(join(folder, 'person.csv'), ['person.idNumber,person.birthDate,person.householdRegion', ...people(1968, 30, 0, '990101'), ...people(1940, 40, 100, '990101'), ...people(1968, 20, 200, '990102')].join('\n'))
  test = await startTestApp({ clock: turnable('2026-03-02T02:00:00Z').clock, environment: { REGION: '990100', POPULATION: folder } })
  designer = await test.as({ staff: [{ role: 'designer', region: '990100', line: 'government-services' }] })
})
afterAll(async () => {
  await test.close()
  await rm(folder, { recursive: true, force: true })
})

const from = (age: number, more: object = {}) => ({ policy: { id: 'star-allowance', for: 'person', conditions: [{ id: 'local', rule: 'starts with(person.householdRegion, "99")' }, { id: 'age', rule: `person.birthDate <= today - duration("P${age}Y")` }], amount: '1000', period: 'month', ...more } })
const ask = (body: object, client = designer) => client.post<ForecastReply & { error: { code: string; details: { rules: { rule: string; condition?: number; message: { 'zh-CN': string; en: string } }[] } } }>('/forecasts', body)
const get = async (id: string, client = designer) => (await client.get<ForecastReply>(`/forecasts/${id}`)).body
const apart = (task: Parameters<typeof countChanges>[0]) => countChanges(task, () => {}).then((counted) => ({ kind: 'counted' as const, counted }))

describe('a forecast', () => {
  it('is counted in a process of its own, kept, and not counted again for the same rules and the same population', async () => {
    const asked = await ask(from(55, { budget: { year: 2026, fen: 600_000 } }))
    expect([asked.status, asked.body.state, asked.body.isCurrent]).toEqual([202, 'waiting', true])
    await test.runJobs()
    const done = await get(asked.body.id)
    expect(done).toMatchObject({ state: 'finished', progress: 100, result: { rows: 90, counts: { new: { people: 50 }, same: { people: 40 } }, after: { people: 90, fen: 90_000, year: 1_080_000 }, budget: { share: 1.8 } } })
    expect(done.result?.districts.map(({ people, counts }) => [people, counts.new])).toEqual([[70, 30], [20, 20]])
    expect((await ask(from(55, { budget: { year: 2026, fen: 600_000 } }))).body.id).toBe(done.id)
    expect((await designer.get<{ hasPopulation: boolean; forecasts: ForecastReply[] }>('/forecasts')).body).toMatchObject({ hasPopulation: true, forecasts: [{ id: done.id, benefitName: '观星津贴' }] })
  })

  it('killed in the middle shows nothing, and begins again', async () => {
    const { body } = await ask(from(56))
    await expect(countForecast(test.app, body.id, () => Promise.reject(new Error('killed')))).rejects.toThrow('killed')
    expect(await get(body.id)).toMatchObject({ state: 'running', result: null })
    await countForecast(test.app, body.id, apart)
    expect(await get(body.id)).toMatchObject({ state: 'finished', result: { counts: { new: { people: 50 } } } })
  })

  it('whose counting process dies fails with a word, and can be asked for again', async () => {
    const { body } = await ask(from(57))
    await countForecast(test.app, body.id, () => Promise.resolve({ kind: 'died', message: 'out of memory' }))
    expect(await get(body.id)).toMatchObject({ state: 'failed', failure: { code: 'died' } })
    expect((await ask(from(57))).body.id).not.toBe(body.id)
  })

  it('fails when the policy in force changes on the way, rather than compare with two', async () => {
    const { body } = await ask(from(58))
    const { packs } = test.app
    const changed = { ...test.app, packs: { ...packs, benefitsFor: () => ({}) } }
    await countForecast(changed, body.id, apart)
    expect(await get(body.id)).toMatchObject({ state: 'failed', failure: { code: 'policyChanged' }, result: null })
  })

  it('fails when the population changes on the way', async () => {
    const { body } = await ask(from(59))
    await countForecast(test.app, body.id, async (task) => {
      const counted = await apart(task)
      await utimes(join(folder, 'person.csv'), new Date(0), new Date(0))
      return counted
    })
    expect(await get(body.id)).toMatchObject({ state: 'failed', failure: { code: 'snapshotChanged' } })
  })

  it('of rules that cannot be read is refused with each of them', async () => {
    const { status, body } = await ask({ policy: { ...from(60).policy, amount: '1000 +', conditions: [{ id: 'odd', rule: 'person.shoeSize > 40' }] } })
    expect([status, body.error.code, body.error.details.rules.map(({ rule }) => rule)]).toEqual([400, 'invalid', ['odd', 'amount']])
  })

  it('that reads what tells people apart is refused, in both languages; whether there is such a number may be asked', async () => {
    const { status, body } = await ask({ policy: { ...from(60).policy, conditions: [{ id: 'one', rule: 'person.birthDate != null' }, { id: 'two', rule: 'person.idNumber = "990101199001010019"' }], amount: '100 + (if person.name = "某人" then 1 else 0)' } })
    expect([status, body.error.details.rules.map(({ rule, condition }) => [rule, condition])]).toEqual([400, [['two', 2], ['amount', undefined]]])
    expect(body.error.details.rules[0]?.message).toMatchObject({ 'zh-CN': expect.stringContaining('“证件号码”认得出是哪一个'), en: expect.stringContaining('“ID number” tells who it is') })
    expect((await ask({ policy: { ...from(60).policy, conditions: [{ id: 'one', rule: 'person.spouseIdNumber != null' }] } })).status).toBe(202)
  })

  it('of a policy that goes before the one that goes before it is refused', async () => {
    const circle = { policy: { ...from(60).policy, id: 'solace-grant', excludes: ['farewell-grant'] } }
    const { status, body } = await ask(circle)
    expect([status, body.error.details.rules.map(({ rule }) => rule)]).toEqual([400, ['excludes']])
  })
})

describe('who may', () => {
  it('ask: designers and supervisors, of what they oversee alone', async () => {
    const district = await test.as({ staff: [{ role: 'supervisor', region: '990102', line: null }] })
    const asked = await ask(from(55), district)
    expect(asked.body.region).toBe('990102')
    await countForecast(test.app, asked.body.id, apart)
    expect((await get(asked.body.id, district)).result).toMatchObject({ rows: 20 })
    expect((await ask({ ...from(55), region: '990100' }, district)).status).toBe(404)
  })

  it('not ask or read: other roles, other places, residents', async () => {
    const [known] = (await designer.get<{ forecasts: ForecastReply[] }>('/forecasts')).body.forecasts
    const clerk = await test.as({ staff: [{ role: 'clerk', region: '990100', line: 'sky' }] })
    const elsewhere = await test.as({ staff: [{ role: 'designer', region: '880100', line: null }] })
    expect([(await ask(from(55), clerk)).status, (await ask(from(55), elsewhere)).status, (await ask(from(55), await test.as({ person: {} }))).status]).toEqual([403, 404, 403])
    expect([(await clerk.get(`/forecasts/${known?.id}`)).status, (await elsewhere.get(`/forecasts/${known?.id}`)).status]).toEqual([403, 404])
    expect((await elsewhere.get<{ forecasts: unknown[] }>('/forecasts')).body.forecasts).toEqual([])
  })

  it('ask for twenty new ones a day, and for those there are as often as they like', async () => {
    const busy = await test.as({ staff: [{ role: 'designer', region: '990100', line: 'government-services' }] })
    const codes = []
    for (let age = 61; age <= 81; age += 1) codes.push((await ask(from(age), busy)).status)
    expect([codes.filter((code) => code === 202).length, codes.at(-1)]).toEqual([20, 429])
    expect([(await ask(from(61), busy)).status, (await ask(from(81), busy)).body.error.code]).toEqual([202, 'forecasts_used_up'])
  })

  it('count where no population is yet: nobody, and the page says so', async () => {
    const early = { ...test.app, config: { ...test.app.config, population: join(folder, 'not-yet') } }
    await expect(askForecast(early, { principal: { kind: 'staff', id: designer.id, name: '', postings: [] }, requestId: 'r', region: '990100' }, { ...from(55).policy, for: 'person', period: 'month' })).rejects.toMatchObject({ code: 'no_population' })
  })

  it('count without a population: nobody, and it is said what is needed', async () => {
    const bare = { ...test.app, config: { ...test.app.config, population: undefined } }
    await expect(askForecast(bare, { principal: { kind: 'staff', id: designer.id, name: '', postings: [] }, requestId: 'r', region: '990100' }, { ...from(55).policy, for: 'person', period: 'month' })).rejects.toMatchObject({ code: 'no_population' })
  })
})
