// The first opening of a result: kept once, of its person alone, seen by the authority that issued it; nothing of it on an automatic submission.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handIn, on, openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'

type Opened = { opened: { at: string; by: string | null } | null }
type Receipts = { receipts: { result: string; at: string; by: string | null }[] }

describe('a result in the account', () => {
  const { clock, turnTo } = turnable(on)
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown(clock)
  })
  afterAll(() => town.close())

  it('is opened for the first time once, however often and at however many places', async () => {
    const resident = await town.test.as({ person: {} })
    const { id, cases } = await handIn(resident)
    const chart = cases.find(({ service }) => service === 'star-chart')
    const result = chart?.result?.id ?? ''
    const official = await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })
    expect((await resident.get<Receipts>(`/applications/${id}/receipts`)).body.receipts).toEqual([])
    expect((await official.get<Opened>(`/cases/${chart?.id}/receipt`)).body.opened).toBeNull()
    const both = await Promise.all([1, 2].map(() => resident.post<Opened>(`/results/${result}/open`, {})))
    const first = { at: clock.now().toISOString(), by: null }
    expect(both.map(({ body }) => body.opened)).toEqual([first, first])
    turnTo('2026-03-02T02:20:00Z')
    expect((await resident.post<Opened>(`/results/${result}/open`, {})).body.opened).toEqual(first)
    expect((await resident.get<Receipts>(`/applications/${id}/receipts`)).body.receipts).toEqual([{ result, ...first }])
    expect((await official.get<Opened>(`/cases/${chart?.id}/receipt`)).body.opened).toEqual(first)
    const entries = await town.test.app.db.read`select 1 from audit_entries where subject_id = ${result} and action = 'deliveries.open'`
    expect(entries).toHaveLength(1)
  })

  it('is opened by nobody else, and its opening told to no other authority', async () => {
    const resident = await town.test.as({ person: {} })
    const { id, cases } = await handIn(resident)
    const chart = cases.find(({ service }) => service === 'star-chart')
    const [other, official, elsewhere] = [
      await town.test.as({ person: {} }), await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] }), await town.test.as({ staff: [{ role: 'clerk', region: '990102', line: 'sky' }] }),
    ]
    expect((await other.post(`/results/${chart?.result?.id}/open`, {})).status).toBe(404)
    expect((await other.get(`/applications/${id}/receipts`)).status).toBe(404)
    expect((await official.post(`/results/${chart?.result?.id}/open`, {})).status).toBe(403)
    expect((await elsewhere.get(`/cases/${chart?.id}/receipt`)).status).toBe(404)
    expect((await resident.get(`/cases/${chart?.id}/receipt`)).status).toBe(403)
  })
})
