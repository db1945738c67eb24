// Decision tables as officials read and try them: figures of their own postings, DMN, and nothing for residents.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { changedPacks, handIn, on, openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'
import { starTable, withTable } from './testing.ts'

describe('a decision table in force', () => {
  const { clock } = turnable(on)
  let town: TelescopeTown
  let approver: TestClient
  beforeAll(async () => {
    town = await openTelescopeTown(clock, changedPacks(withTable('star-chart', starTable)))
    approver = await town.test.as({ staff: [{ role: 'approver', line: 'sky', region: '990101' }] })
  })
  afterAll(() => town.close())

  const submit = async (name: string): Promise<TestClient> => {
    const client = await town.test.as({ person: { name } })
    await handIn(client)
    return client
  }

  it('counts in the figures of its table, with what sends cases to a person', async () => {
    await submit('人工者')
    const { figures, table, fields } = (await approver.get<{ figures: { all: number; instant: number; outcomes: Record<string, number>; reasons: { because: string; row: string | null }[] }; table: { rows: unknown[] }; fields: { concept: string; choices: unknown[] }[] }>('/rules/tables/star-chart?region=990101')).body
    expect(table.rows).toHaveLength(5)
    expect(figures.instant).toBe(figures.all - (figures.outcomes['person'] ?? 0))
    expect(figures.reasons).toContainEqual(expect.objectContaining({ because: 'rows', row: 'named-person' }))
    expect(fields.find(({ concept }) => concept === 'telescope.chartLanguage')?.choices).toHaveLength(2)
  })

  it('can be tried with typed values, and written as DMN', async () => {
    const tried = await approver.post('/rules/tables/star-chart/try?region=990101', { values: { 'applicant.name': '甲', 'telescope.chartLanguage': 'zh' } })
    expect(tried.body).toMatchObject({ decision: 'approve', rows: ['others'] })
    expect((await approver.post('/rules/tables/star-chart/try?region=990101', { values: { 'applicant.name': '甲' } })).body).toMatchObject({ decision: 'person', by: 'open', open: ['telescope.chartLanguage'] })
    expect((await approver.get<{ xml: string }>('/rules/tables/star-chart/dmn?region=990101')).body.xml).toContain('<dmn:decisionTable')
    expect((await approver.get('/rules/tables/lamp-dimming?region=990101')).status).toBe(404)
  })

  it('is read by officials and designers, by residents and operators not, and counts only cases of one’s own place', async () => {
    const resident = await submit('观星人')
    const designer = await town.test.as({ staff: [{ role: 'designer', line: null, region: '990100' }] })
    const operator = await town.test.as({ staff: [{ role: 'operator', line: null, region: '990100' }] })
    const west = await town.test.as({ staff: [{ role: 'approver', line: 'sky', region: '990102' }] })
    expect(await Promise.all([resident, designer, operator].map(async (each) => (await each.get('/rules/tables?region=990101')).status))).toEqual([403, 200, 403])
    expect((await resident.post('/rules/tables/star-chart/try', { values: {} })).status).toBe(403)
    const countedBy = async (who: TestClient) => (await who.get<{ figures: { all: number } }>('/rules/tables/star-chart?region=990101')).body.figures.all
    expect(await countedBy(approver)).toBeGreaterThan(0)
    expect(await countedBy(west)).toBe(0)
  })
})
