// Needs and duties over HTTP, and the catalogue as linked data.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSharingTown, type SharingTown } from './testing.ts'

let town: SharingTown
beforeAll(async () => {
  town = await openSharingTown()
})
afterAll(() => town.close())

describe('what is needed and who owes it', () => {
  it('is told to officials, for one line or all', async () => {
    type Reply = { services: { service: string; concepts: { concept: string; supply: string }[] }[]; total: { services: number } }
    const designer = await town.official('designer', '990100', null)
    const all = (await designer.get<Reply>('/data-duties')).body
    expect(all.services.find(({ service }) => service === 'telescope-permit')?.concepts.length).toBeGreaterThan(0)
    expect((await designer.get<Reply>('/data-duties?line=nothing')).body.total.services).toBe(0)
    expect((await town.test.asNobody.get('/data-duties')).status).toBe(401)
    expect((await (await town.test.as({ person: {} })).get('/data-duties')).status).toBe(403)
    expect((await designer.get('/data-duties?region=440305')).status).toBe(404)
  })
})

describe('the catalogue as linked data', () => {
  it('is for everybody, in both formats', async () => {
    const turtle = (await town.test.asNobody.get<string>('/resources.ttl')).body
    expect(turtle).toContain('dcat:Catalog')
    expect((await town.test.asNobody.get('/resources.jsonld')).headers['content-type']).toContain('application/ld+json')
  })
})
