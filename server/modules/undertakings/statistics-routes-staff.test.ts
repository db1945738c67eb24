// How promises turn out, in figures: counted by service and way, within one's own jurisdiction, also as CSV.
import { describe, expect, it } from 'vitest'
import { toCsv } from './tally.ts'
import { bring, handIn, openTown, ownOf, seen } from './testing.ts'

describe('statistics', () => {
  it('count what was offered, made, kept and broken, by service and way, also as CSV', async () => {
    const fresh = await openTown({ tolerable: { dueDays: 10, decideFirst: true }, commitment: { dueDays: 5 } })
    const official = await fresh.official('clerk')
    const [first, second, third] = [await fresh.resident(1), await fresh.resident(2), await fresh.resident(3)]
    await handIn(first, 'upload')
    await handIn(second, 'commitments')
    const { id } = await handIn(third, 'later')
    expect((await bring(third, id)).status).toBe(200)
    const [own] = await ownOf(third)
    const { revision, digests } = await seen(official, own?.id ?? '')
    await official.post(`/undertakings/${own?.id}/confirm`, { revision, digests })
    type Tallies = { tallies: { kind: string; offered: number; used: number; keptInTime: number; open: number }[] }
    const { tallies } = (await official.get<Tallies>('/undertakings/statistics?from=2026-03-01&to=2026-03-31')).body
    expect(tallies.map(({ kind, offered, used, keptInTime, open }) => [kind, offered, used, keptInTime, open]).toSorted()).toEqual([['commitment', 3, 1, 0, 1], ['later', 3, 1, 1, 0]])
    const csv = (await official.get<string>('/undertakings/statistics.csv?from=2026-03-01&to=2026-03-31')).body
    expect(csv).toContain('望远镜许可')
    expect((await first.get('/undertakings/statistics')).status).toBe(403)
    const elsewhere = await fresh.official('supervisor', '990102', null)
    expect((await elsewhere.get<Tallies>('/undertakings/statistics')).body.tallies).toEqual([])
    await fresh.close()
  })
})

describe('a table as CSV', () => {
  it('opens in a spreadsheet: quoted where needed, nothing taken for a formula', () => {
    expect(toCsv([['事项', 'a "b"'], ['=1+1', -3]])).toBe("\uFEFF事项,\"a \"\"b\"\"\"\r\n'=1+1,-3\r\n")
  })
})
