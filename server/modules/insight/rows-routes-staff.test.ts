// The rows behind figures over HTTP: as many as the figure says, for the unit that had them first, within the jurisdiction.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { on, turnable } from '../../testing/telescope.ts'
import { sweepRequests } from '../requests/index.ts'
import { answer, look, officialsOf, report, step, type Officials } from '../requests/testing.ts'
import { foldFigures } from './folding.ts'

type Counts = Record<string, number>
type Requests = { requests: { id: string; opens: boolean }[]; next: string | null }

const { clock, turnTo } = turnable(on)
let test: TestApp
let officials: Officials
let redone: string
beforeAll(async () => {
  test = await startTestApp({ clock, environment: { REGION: '990100' } })
  officials = await officialsOf(test)
  const resident = await test.as({ person: { name: '丘小溪', phone: '13900002222' } })
  const [first, second, third] = await Promise.all([1, 2, 3].map(async () => (await report(resident)).body.id))
  redone = first ?? ''
  await answer(officials, redone)
  await resident.post(`/my-requests/${redone}/rate`, { grade: 'unsatisfied', solved: false, words: '灯还是照进来。' })
  await resident.post(`/my-requests/${redone}/redo`, { why: '灯还是照进来。' })
  await answer(officials, second ?? '')
  await resident.post(`/my-requests/${second}/rate`, { grade: 'satisfied', solved: true, words: '' })
  await step(officials.clerk, third ?? '', 'return', { why: '不归我们管，是能源局的路灯。' })
  await report(resident, { category: 'sky/lamps/dark' })
  await foldFigures(test.app)
})
afterAll(() => test.close())

const list = async (client: TestClient, query: string, limit = 2): Promise<Requests['requests']> => {
  const { requests, next } = (await client.get<Requests>(`/insight/requests?limit=${limit}&${query}`)).body
  return next === null ? requests : [...requests, ...(await list(client, `${query.replace(/&after=.*/, '')}&after=${next}`, limit))]
}

/** Every measure as a whole, by unit and by class: the figure, and how many rows stand behind it. */
const compared = async (client: TestClient): Promise<[string, number, number][]> => {
  await foldFigures(test.app)
  const pairs: [string, number, number][] = []
  for (const measure of ['received', 'handled', 'returned', 'redone']) {
    for (const facet of ['unit', 'category']) {
      const { parts } = (await client.get<{ parts: { id: string; counts: Counts }[] }>(`/insight/parts?topic=requests&facet=${facet}`)).body
      for (const { id, counts } of parts) pairs.push([`${measure} ${id}`, counts[measure] ?? 0, (await list(client, `measure=${measure}&facet=${facet}&part=${encodeURIComponent(id)}`, 1)).length])
    }
  }
  return pairs
}

describe('rows behind a figure', () => {
  it('are as many as it says, for every measure and every part', async () => {
    const { totals } = (await officials.arbiter.get<{ totals: Counts }>('/insight?topic=requests')).body
    expect(totals).toMatchObject({ received: 4, handled: 2, returned: 1, redone: 1, rated: 2 })
    for (const measure of ['received', 'handled', 'returned', 'redone']) expect([measure, (await list(officials.arbiter, `measure=${measure}`)).length]).toEqual([measure, totals[measure]])
    for (const facet of ['unit', 'category', 'kind', 'channel']) {
      const { parts } = (await officials.arbiter.get<{ parts: { id: string; counts: Counts }[] }>(`/insight/parts?topic=requests&facet=${facet}`)).body
      for (const { id, counts } of parts) expect([id, (await list(officials.arbiter, `measure=received&facet=${facet}&part=${encodeURIComponent(id)}`)).length]).toEqual([id, counts['received']])
    }
  })

  it('stay with the unit that had them first, also when the unit above does them anew', async () => {
    const head = await test.as({ staff: [{ role: 'head', region: '990101', line: 'sky' }] })
    const { totals } = (await head.get<{ totals: Counts }>('/insight?topic=requests')).body
    const rows = await list(head, 'measure=received')
    expect(rows).toHaveLength(totals['received'] ?? 0)
    expect(rows.map(({ id }) => id)).toContain(redone)
  })

  it('stay as many, of the unit that answered first, when a request is sent back twice, done anew, promised, taken up again and put in another class', async () => {
    const resident = await test.as({ person: { name: '石开朗', phone: '13900003333' } })
    const [twice, again] = [(await report(resident)).body.id, (await report(resident)).body.id]
    await step(officials.clerk, twice, 'return', { why: '不归我们管，是能源局的路灯。' })
    await step(officials.dispatcher, twice, 'dispatch', { unit: { line: 'energy', region: '990101' }, why: '星空局说归能源局' })
    await step(officials.energy, twice, 'return', { why: '照明设施不是能源局的。' })
    await step(officials.dispatcher, twice, 'correct', { category: 'sky/lamps/dark' })
    await answer(officials, again)
    await resident.post(`/my-requests/${again}/rate`, { grade: 'unsatisfied', solved: false, words: '灯还是照进来。' })
    await resident.post(`/my-requests/${again}/redo`, { why: '灯还是照进来。' })
    await answer({ clerk: officials.above, head: officials.above }, again, { text: '遮光罩已经下单，3月6日前到山前街道给路灯装好，装好以后灯光不会照进阳台。', outcome: 'promised', promisedOn: '2026-03-06' })
    turnTo('2026-03-08T02:00:00Z')
    await sweepRequests(test.app)
    officials = await officialsOf(test)
    expect(await look(officials.above, again)).toMatchObject({ state: 'dispatched', round: 3 })
    await step(officials.dispatcher, again, 'correct', { category: 'sky/lamps/dark' })
    for (const [name, figure, rows] of await compared(officials.arbiter)) expect([name, rows]).toEqual([name, figure])
    const ofUnit = async (measure: string) => (await list(officials.arbiter, `measure=${measure}&facet=unit&part=sky%20990101`)).map(({ id }) => id)
    for (const measure of ['received', 'handled', 'redone']) expect(await ofUnit(measure)).toContain(again)
    expect((await list(officials.arbiter, 'measure=returned', 1)).filter(({ id }) => id === twice)).toHaveLength(2)
  })

  it('are those of one’s own jurisdiction', async () => {
    expect(await list(officials.westDispatcher, 'measure=received')).toEqual([])
    const elsewhere = await test.as({ staff: [{ role: 'head', region: '990102', line: 'sky' }] })
    expect((await elsewhere.get('/insight/requests?measure=received&region=990101')).status).toBe(404)
    expect((await officials.clerk.get('/insight/requests?measure=received')).status).toBe(403)
    expect((await test.asNobody.get('/insight/requests?measure=received')).status).toBe(401)
    expect((await officials.arbiter.get('/insight/requests?measure=received&facet=unit&part=nothing')).status).toBe(400)
  })
})
