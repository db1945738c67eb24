// What was handed in is decided and shown by the definitions of that day, whatever the packs say since.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pinnedCatalogue, pinnedCatalogues, type Catalogue } from '../catalogue/index.ts'
import { changedPacks, handIn, on, openTelescopeTown, turnable, uploadRequest, type TelescopeTown } from '../../testing/telescope.ts'

/** The permit gets another name and prefix and shows less, the lamp's rule becomes impossible, a document is no longer known. */
const later = (catalogue: Catalogue): Catalogue => {
  const { 'telescope-permit': permit, 'lamp-dimming': lamp, ...services } = catalogue.services
  const { receipt: _receipt, ...evidence } = catalogue.evidence
  if (!permit || !lamp) throw new Error('the testing pack has changed')
  return {
    ...catalogue, evidence,
    services: {
      ...services,
      'telescope-permit': { ...permit, name: { 'zh-CN': '新版许可' }, result: { ...permit.result, prefix: 'NEW', concepts: ['telescope.permitNumber'] } },
      'lamp-dimming': { ...lamp, decision: 'manual', requirements: lamp.requirements.map((each) => ({ ...each, rule: { text: 'false', expression: { kind: 'literal', value: false } } })) },
    },
  }
}

type Followed = { promisedOn: string; cases: { service: string; state: string; name: Record<string, string>; result: { number: string; content: { concept: string }[] } | null }[] }

describe('an application handed in before the packs changed', () => {
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown(turnable(on).clock)
  })
  afterAll(() => town.close())
  const change = () => Object.assign(town.test.app, { packs: changedPacks(later) })

  it('keeps the names, rules, documents and results it was begun with, for applicant and officials', async () => {
    const before = town.test.app.packs
    const client = await town.test.as({ person: {} })
    const { id, cases } = await handIn(client)
    change()
    const approver = await town.test.as({ staff: [{ role: 'approver', region: '990101', line: 'sky' }] })
    const permit = cases.find(({ service }) => service === 'telescope-permit')
    const path = `/cases/${permit?.id}`
    type Shown = { revision: number; serviceName: Record<string, string>; evidence: { name: Record<string, string> }[] }
    const shown = (await approver.get<Shown>(path)).body
    expect(shown.serviceName['zh-CN']).toBe('望远镜许可')
    const queue = await approver.get<{ cases: { serviceName: string }[] }>('/cases')
    expect(queue.body.cases.map(({ serviceName }) => serviceName)).toEqual(['望远镜许可'])

    const supplement = await approver.post<Shown>(`${path}/supplement-request`, { revision: shown.revision, items: [{ what: '购买凭证不清楚', evidence: 'receipt' }] })
    expect(supplement.status).toBe(200)
    expect((await client.request(uploadRequest(`/applications/${id}/uploads/receipt`, '%PDF-1.4\n%%EOF\n2'))).statusCode).toBe(201)
    expect((await client.post(`/applications/${id}/cases/${permit?.id}/supplement`, { answers: {} })).status).toBe(200)

    const again = (await approver.get<Shown>(path)).body
    const accepted = await approver.post<Shown>(`${path}/accept`, { revision: again.revision })
    const granted = await approver.post<Shown>(`${path}/grant`, { revision: accepted.body.revision })
    expect(granted.status).toBe(200)
    await town.test.runJobs()
    const tracking = (await client.get<Followed>(`/applications/${id}`)).body
    const [one, lamp] = ['telescope-permit', 'lamp-dimming'].map((service) => tracking.cases.find((each) => each.service === service))
    expect(one).toMatchObject({ name: { 'zh-CN': '望远镜许可' }, result: { number: expect.stringMatching(/^WYJ-/) } })
    expect(one?.result?.content.map(({ concept }) => concept)).toContain('telescope.model')
    expect(lamp?.state).toBe('granted')
    expect(tracking.promisedOn).toBe('2026-03-12')
    Object.assign(town.test.app, { packs: before })
  })

  it('is never decided by the rules of today when its own are gone', async () => {
    const { app } = town.test
    const lost = { catalogueDigest: 'no such digest', region: '990101' }
    await expect(pinnedCatalogue(app, app.db.read, lost)).rejects.toThrow('no such digest')
    expect((await pinnedCatalogue(app, app.db.read, { catalogueDigest: null, region: '990101' })).region).toBe('990101')
    const of = await pinnedCatalogues(app, app.db.read, [])
    expect(() => of(lost)).toThrow('no such digest')
  })

  it('shares its definitions with every other of the same day, and one handed in afterwards gets the new ones', async () => {
    const before = town.test.app.packs
    await handIn(await town.test.as({ person: {} }))
    await handIn(await town.test.as({ person: {} }))
    const count = async () => (await town.test.app.db.read`select 1 from frozen_catalogues`).length
    expect(await count()).toBe(1)
    Object.assign(town.test.app, { packs: changedPacks((catalogue) => ({ ...catalogue, matters: Object.fromEntries(Object.entries(catalogue.matters).map(([id, matter]) => [id, { ...matter, name: { 'zh-CN': '新名字' } }])) })) })
    const client = await town.test.as({ person: {} })
    await handIn(client)
    expect((await client.get<{ applications: { matterName: Record<string, string> }[] }>('/applications')).body.applications[0]?.matterName['zh-CN']).toBe('新名字')
    Object.assign(town.test.app, { packs: before })
    expect((await client.get<{ applications: { matterName: Record<string, string> }[] }>('/applications')).body.applications[0]?.matterName['zh-CN']).toBe('新名字')
    expect(await count()).toBe(2)
  })
})
