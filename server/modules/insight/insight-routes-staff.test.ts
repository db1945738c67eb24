// Figures over HTTP: counted once, within one's jurisdiction, small numbers protected, tables that run nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import type { FigureNote } from './figure.ts'
import { insertFigureNotes } from './figures-store.ts'
import { foldFigures } from './folding.ts'

type Totals = { received: number; rated: number; satisfiedRate: number | null; grades: Record<string, number | null>; minutes: number | null }
type Whole = { span: { grain: string; from: string; before: string }; totals: Totals; before: Totals; trend: { on: string; counts: Totals }[] }

let test: TestApp
let supervisor: TestClient
const note = (measure: FigureNote['measure'], more: Partial<FigureNote> = {}): FigureNote => ({ topic: 'requests', day: '2026-03-02', region: '990101', line: 'sky', parts: { kind: 'complain', category: 'lamps' }, measure, ...more })
const add = (notes: FigureNote[]) => test.app.db.transaction((tx) => insertFigureNotes(tx, notes))

beforeAll(async () => {
  test = await startTestApp({ environment: { REGION: '990100' }, clock: { now: () => new Date('2026-03-10T02:00:00Z') } })
  supervisor = await test.as({ staff: [{ role: 'supervisor', region: '990100', line: null }] })
  await add([
    ...Array.from({ length: 9 }, () => note('received')), note('received', { region: '990102', line: 'energy', parts: { kind: 'help', category: '=SUM(A1)' } }), note('received', { day: '2026-01-20' }),
    note('handled', { n: 2 }), note('minutes', { n: 90 }), note('verySatisfied', { n: 6 }), note('veryUnsatisfied', { n: 2 }), note('verySatisfied', { n: 3, region: '990102', line: 'energy' }),
  ])
  await Promise.all([foldFigures(test.app), foldFigures(test.app)])
})
afterAll(() => test.close())

describe('figures', () => {
  it('are summed up once, however many fold them, and compared with the span before', async () => {
    const { span, totals, before, trend } = (await supervisor.get<Whole>('/insight?from=2026-03-01&to=2026-03-10')).body
    expect(span).toEqual({ grain: 'day', from: '2026-03-01', before: '2026-03-11' })
    expect(totals).toMatchObject({ received: 10, rated: 11, minutes: 45 })
    expect(before.received).toBe(0)
    expect(trend.map(({ on, counts }) => [on, counts.received])).toEqual([['2026-03-02', 10]])
    expect((await supervisor.get<Whole>('/insight?from=2026-01-05&to=2026-06-30')).body).toMatchObject({ span: { grain: 'month', from: '2026-01-01', before: '2026-07-01' }, totals: { received: 11 } })
    await add([note('received', { n: -1 })])
    await foldFigures(test.app)
    expect((await supervisor.get<Whole>('/insight?from=2026-03-01&to=2026-03-10')).body.totals.received).toBe(9)
    await add([note('received')])
    await foldFigures(test.app)
  })

  it('are those of one’s own jurisdiction, which nobody widens by asking', async () => {
    const head = await test.as({ staff: [{ role: 'head', region: '990102', line: 'energy' }] })
    expect((await head.get<Whole>('/insight?from=2026-03-01')).body.totals.received).toBe(1)
    expect((await head.get('/insight?from=2026-03-01&region=990101')).status).toBe(404)
    expect((await head.get<Whole>('/insight?from=2026-03-01&line=sky')).body.totals.received).toBe(0)
    const dispatcher = await test.as({ staff: [{ role: 'dispatcher', region: '990101', line: 'government-services' }] })
    expect((await dispatcher.get<Whole>('/insight?from=2026-03-01')).body.totals.received).toBe(9)
    expect((await (await test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })).get('/insight')).status).toBe(403)
    expect((await test.asNobody.get('/insight')).status).toBe(401)
    expect((await supervisor.get('/insight?from=2026-02-30')).status).toBe(400)
  })

  it('tell no grades and no rate of fewer than five', async () => {
    const { parts } = (await supervisor.get<{ parts: { id: string; counts: Totals }[] }>('/insight/parts?facet=unit&from=2026-03-01')).body
    expect(parts.find(({ id }) => id === 'energy 990102')?.counts).toMatchObject({ rated: 3, satisfiedRate: null, grades: { 'very-satisfied': null } })
    expect(parts.find(({ id }) => id === 'sky 990101')?.counts).toMatchObject({ rated: 8, satisfiedRate: 0.75, grades: { 'very-satisfied': 6, 'very-unsatisfied': 2 } })
    const { rule, rows } = (await supervisor.get<{ rule: { least: number }; rows: { id: string; rank: number | null }[] }>('/insight/league?by=unit&aim=satisfied&from=2026-03-01')).body
    expect(rule.least).toBe(5)
    expect(rows.map(({ id, rank }) => [id, rank])).toEqual([['sky 990101', 1], ['energy 990102', null]])
  })

  it('leave as tables in which nothing is a formula', async () => {
    const csv = await supervisor.request({ method: 'GET', url: '/api/v1/insight/table?facet=category&format=csv&from=2026-03-01' })
    expect(csv.headers['content-type']).toContain('text/csv')
    expect(csv.body).toContain("'=SUM(A1),1")
    const xlsx = await supervisor.request({ method: 'GET', url: '/api/v1/insight/table?facet=unit&from=2026-03-01' })
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })

  it('of guides are for designers', async () => {
    await add([note('unsatisfied', { topic: 'ratings', parts: { tag: 'keep-telescope documents unclear-guide' }, whole: false })])
    await foldFigures(test.app)
    const designer = await test.as({ staff: [{ role: 'designer', region: '990100', line: null }] })
    expect((await designer.get<{ guides: unknown[] }>('/insight/guides?from=2026-03-01')).body.guides).toEqual([{ of: 'keep-telescope', name: '拥有一台望远镜', page: 'documents', tag: 'unclear-guide', times: 1 }])
    expect((await designer.get('/insight')).status).toBe(403)
    expect((await (await test.as({ staff: [{ role: 'head', region: '990101', line: 'sky' }] })).get('/insight/guides')).status).toBe(403)
  })
})

describe('the assessment of units', () => {
  it('scores those enough people rated, tells its formula, and leaves as a table', async () => {
    const { weights, rules, rows } = (await supervisor.get<{ weights: Record<string, number>; rules: { satisfied: { least: number } }; rows: { id: string; score: number | null; rank: number | null }[] }>('/insight/assessment?from=2026-03-01')).body
    expect(Object.values(weights).reduce((sum, each) => sum + each, 0)).toBe(100)
    expect(rules.satisfied.least).toBe(5)
    expect(rows.map(({ id, rank }) => [id, rank])).toEqual([['sky 990101', 1], ['energy 990102', null]])
    const csv = await supervisor.request({ method: 'GET', url: '/api/v1/insight/assessment/table?format=csv&from=2026-03-01' })
    expect(csv.body).toContain('得分 = 满意率 × 40 + 按时率 × 30 + 解决率 × 30，满分 100。')
    const [heading = ''] = csv.body.split('\r\n')
    expect(new Set(heading.split(',')).size).toBe(12)
    // Official sheets are read by people: no names of fields, nothing a spreadsheet has to be kept from running.
    expect(csv.body).not.toMatch(/[a-z]{4,}|'\+/)
    expect((await (await test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })).get('/insight/assessment')).status).toBe(403)
    expect((await (await test.as({ staff: [{ role: 'head', region: '990102', line: 'energy' }] })).get('/insight/assessment?region=990101')).status).toBe(404)
  })
})
