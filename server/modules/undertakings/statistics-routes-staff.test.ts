// How promises turn out, in figures: counted by service and way, within one's own jurisdiction, also as a spreadsheet.
import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { bring, handIn, openTown, ownOf, seen } from './testing.ts'

describe('statistics', () => {
  it('count what was offered, made, kept and broken, by service and way, also as a spreadsheet', async () => {
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
    const { rawPayload } = await official.request({ method: 'GET', url: '/api/v1/undertakings/statistics.xlsx?from=2026-03-01&to=2026-03-31' })
    const [sheet = {}] = Object.values(read(rawPayload).Sheets)
    expect(utils.sheet_to_json<unknown[]>(sheet, { header: 1 }).slice(1).map(([service, , way, offered, used]) => [service, way, offered, used]).toSorted()).toEqual([['望远镜许可', '告知承诺', 3, 1], ['望远镜许可', '容缺后补', 3, 1]])
    expect((await first.get('/undertakings/statistics')).status).toBe(403)
    const elsewhere = await fresh.official('supervisor', '990102', null)
    expect((await elsewhere.get<Tallies>('/undertakings/statistics')).body.tallies).toEqual([])
    await fresh.close()
  })
})
