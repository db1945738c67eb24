// The ratings behind figures over HTTP: as many as the figure says, held ones apart, grades for those who may read the rating.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { foldFigures } from '../insight/folding.ts'
import { bad, good, openTown, type Town } from './testing.ts'

type Counted = { ratings: { id: string; grade: string | null; opens: boolean }[]; next: string | null }
type Totals = { totals: { rated: number; held: number } }

let town: Town
let head: TestClient
beforeAll(async () => {
  town = await openTown()
  head = await town.official('head')
  const approver = await town.official('approver')
  for (const said of [good, bad]) {
    const { caseId, resident } = await town.decided(approver)
    await resident.post('/ratings', { kind: 'case', id: caseId, ...said })
  }
  // An official with somebody's link: held until a supervisor has looked.
  const { caseId } = await town.decided(approver)
  const { address } = (await approver.post<{ address: string }>('/ratings/links', { case: caseId })).body
  await approver.post(`/ratings/links/${address.split('/rate/')[1]}`, good)
  await foldFigures(town.test.app)
})
afterAll(() => town.close())

const counted = async (client: TestClient, query: string) => (await client.get<Counted>(`/insight/ratings?${query}`)).body

describe('ratings behind a figure', () => {
  it('are as many as it says, a page at a time, those held apart', async () => {
    const { totals } = (await head.get<Totals>('/insight?topic=ratings')).body
    expect(totals).toMatchObject({ rated: 2, held: 1 })
    const first = await counted(head, 'measure=rated&topic=ratings&limit=1')
    const second = await counted(head, `measure=rated&topic=ratings&limit=1&after=${first.next}`)
    expect([first.ratings.length, second.ratings.length, second.next]).toEqual([1, 1, null])
    expect((await counted(head, 'measure=held')).ratings).toHaveLength(1)
    expect((await counted(head, 'measure=rated&topic=requests')).ratings).toEqual([])
    for (const [facet, part] of [['unit', 'sky 990101'], ['subject', 'case'], ['service', 'telescope-permit'], ['channel', 'portal']]) {
      expect([facet, (await counted(head, `measure=rated&facet=${facet}&part=${encodeURIComponent(part ?? '')}`)).ratings.length]).toEqual([facet, 2])
    }
  })

  it('tell grades only to those who may read the rating', async () => {
    const dispatcher = await town.test.as({ staff: [{ role: 'dispatcher', region: '990101', line: 'government-services' }] })
    expect((await counted(dispatcher, 'measure=rated')).ratings.map(({ grade, opens }) => [grade, opens])).toEqual([[null, false], [null, false]])
    expect((await counted(head, 'measure=rated')).ratings.map(({ grade }) => grade).toSorted()).toEqual(['very-satisfied', 'very-unsatisfied'])
  })

  it('are those of one’s own jurisdiction', async () => {
    const elsewhere = await town.official('head', '990102')
    expect((await counted(elsewhere, 'measure=rated')).ratings).toEqual([])
    expect((await elsewhere.get('/insight/ratings?measure=rated&region=990101')).status).toBe(404)
    expect((await (await town.official('clerk')).get('/insight/ratings?measure=rated')).status).toBe(403)
    expect((await town.test.asNobody.get('/insight/ratings?measure=rated')).status).toBe(401)
  })
})
