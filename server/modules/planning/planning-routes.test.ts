// Matters, bundles and plans as a stranger asks for them: a real server with the neutral pack.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clockAt } from '../../testing/clock.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { makePlan, type Answers, type Plan } from './index.ts'
import type { MatterFigures } from './matter-figures.ts'

let testing: TestApp
beforeAll(async () => {
  testing = await startTestApp({ clock: clockAt('2026-03-02T09:00:00+08:00'), environment: { REGION: '990100' } })
})
afterAll(() => testing.close())

const planOf = (catalogue: Catalogue, answers: Answers): Plan =>
  makePlan({ catalogue, matter: 'keep-telescope', on: '2026-03-02', answers, known: [], registries: {}, declinedServices: [], uploaded: [] })

test('the list of matters says what each saves in the situation its pack gives as an example', async () => {
  const reply = await testing.asNobody.get<{ matters: (MatterFigures & { id: string })[] }>('/matters')
  const plan = planOf(testing.app.packs.catalogueFor('990100'), { 'telescope.place': 'home', 'telescope.lamp': true })
  expect(reply.status).toBe(200)
  expect(reply.body.matters).toMatchObject([{
    id: 'keep-telescope', services: 3, authorities: 2, undecided: 0, before: plan.before, after: plan.after, situation: { 'zh-CN': '在家观星，请求关灯' },
  }])
})

test('matters are filtered by stage, and an unknown stage is not found', async () => {
  expect((await testing.asNobody.get<{ matters: unknown[] }>('/matters?stage=leisure')).body.matters).toHaveLength(1)
  expect((await testing.asNobody.get('/matters?stage=nothing')).status).toBe(404)
})

test('a matter comes with a catalogue from which the browser makes the very plan the server makes', async () => {
  const reply = await testing.asNobody.get<{ catalogue: Catalogue; plan: Plan }>('/matters/keep-telescope?region=990101')
  const answers = { 'telescope.place': 'home', 'telescope.lamp': true }
  const whole = testing.app.packs.catalogueFor('990101')
  expect(reply.status).toBe(200)
  expect(reply.body.plan).toEqual(planOf(whole, {}))
  expect(planOf(reply.body.catalogue, answers)).toEqual(planOf(whole, answers))
})

test('a plan arrives exactly as it was made: no property lost, no number turned into text', async () => {
  const answers = { 'telescope.place': 'home', 'telescope.lamp': true, 'telescope.aperture': 120, 'applicant.name': '林观星' }
  const reply = await testing.asNobody.post<Plan>('/plans', { matter: 'keep-telescope', answers, declinedServices: ['star-chart'], registries: { residents: 'unavailable' } })
  const made = makePlan({
    catalogue: testing.app.packs.catalogueFor('990100'), matter: 'keep-telescope', on: '2026-03-02', answers, known: [], registries: { residents: 'unavailable' },
    declinedServices: ['star-chart'], uploaded: [],
  })
  expect(reply.status).toBe(200)
  expect(reply.body).toEqual(JSON.parse(JSON.stringify(made)))
})

test('a plan can be tried while logged in, with the token of the session', async () => {
  const lin = await testing.as({ person: {} })
  expect((await lin.post('/plans', { matter: 'keep-telescope', answers: {} })).status).toBe(200)
})

test.each([
  ['an unknown matter', { matter: 'nothing', answers: {} }, 404, 'not_found'],
  ['a property of every object as matter', { matter: 'constructor', answers: {} }, 404, 'not_found'],
  ['a region outside the served one', { matter: 'keep-telescope', region: '110000', answers: {} }, 404, 'not_found'],
  ['a place nobody knows', { matter: 'keep-telescope', region: '990199', answers: {} }, 404, 'not_found'],
  ['a region that is no code', { matter: 'keep-telescope', region: "99' or 1=1", answers: {} }, 400, 'invalid'],
  ['a concept nobody knows', { matter: 'keep-telescope', answers: { 'cat.name': '咪咪' } }, 422, 'invalid_answers'],
  ['a date that does not exist', { matter: 'keep-telescope', answers: { 'telescope.boughtOn': '2026-02-30' } }, 422, 'invalid_answers'],
  ['a text of 10,000 characters', { matter: 'keep-telescope', answers: { 'applicant.name': '长'.repeat(10_000) } }, 422, 'invalid_answers'],
  ['a list as an answer', { matter: 'keep-telescope', answers: { 'applicant.name': ['a'] } }, 400, 'invalid'],
  ['a service that cannot be left out', { matter: 'keep-telescope', answers: {}, declinedServices: ['telescope-permit'] }, 400, 'invalid'],
  ['a registry nobody knows', { matter: 'keep-telescope', answers: {}, registries: { moon: 'answers' } }, 400, 'invalid'],
  ['no answers at all', { matter: 'keep-telescope' }, 400, 'invalid'],
])('a plan for %s is refused', async (_what, body, status, code) => {
  const reply = await testing.asNobody.post<{ error: { code: string } }>('/plans', body)
  expect([reply.status, reply.body.error.code]).toEqual([status, code])
})

test('a matter nobody knows, or in a region not served, is not found', async () => {
  expect((await testing.asNobody.get('/matters/nothing')).status).toBe(404)
  expect((await testing.asNobody.get('/matters/toString')).status).toBe(404)
  expect((await testing.asNobody.get('/matters/keep-telescope?region=440300')).status).toBe(404)
  expect((await testing.asNobody.get('/matters/keep-telescope?region=abc')).status).toBe(400)
})
