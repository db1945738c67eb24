// What residents are told: who holds their application since when, which cities there are, and what differs between two places.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTransferTown, start, takeIn, type TransferReply, type TransferTown } from './testing.ts'

let town: TransferTown
beforeAll(async () => {
  town = await openTransferTown()
})
afterAll(() => town.close())

describe('the chains of an application', () => {
  it('are seen by the applicant: where the file is, since when, until when; by nobody else', async () => {
    town.turnTo(start)
    const taken = await takeIn(town)
    const path = `/applications/${taken.tracking.id}/chains`
    const { chains, transfers } = (await taken.person.get<{ chains: TransferReply['chains']; transfers: Record<string, unknown>[] }>(path)).body
    expect(transfers).toMatchObject([{ state: 'collected', hall: { 'zh-CN': '西区大厅' }, handOverBy: '2026-03-05', receivedAt: null }])
    expect(chains.flatMap(({ links }) => links.filter(({ until }) => until === null)).map(({ holder, duty }) => [holder, duty])).toContainEqual(['hall', 'collect'])
    const [stranger, official] = [await town.test.as({ person: {} }), await town.official('clerk')]
    expect((await stranger.get(path)).status).toBe(404)
    expect((await official.get(path)).status).toBe(403)
    expect((await town.test.asNobody.get(path)).status).toBe(401)
  })
})

describe('places', () => {
  it('are compared for everybody, as far as packs know them', async () => {
    const { asNobody } = town.test
    const compared = await asNobody.get<{ services: { service: string; takenIn: boolean; differences: unknown[] }[] }>('/comparisons?here=990102&there=990101&matter=keep-telescope')
    expect(compared.body.services.find(({ service }) => service === 'telescope-permit')).toMatchObject({ takenIn: true, differences: [] })
    expect((await asNobody.get('/comparisons?here=990102&there=990101&matter=no-such-matter')).status).toBe(404)
    expect((await asNobody.get('/comparisons?here=110000&there=990101&matter=keep-telescope')).status).toBe(404)
    expect((await asNobody.get<{ places: unknown[] }>('/places')).body.places).toEqual([{ region: '990100', name: { 'zh-CN': '样例市', en: 'Sample City' } }])
  })
})
