// One key may find several records, such as twins by their mother's number: the person says which one is meant, and may change it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { changedPacks, on, openTelescopeTown, residence, telescopeAnswers, turnable, uploadRequest, type DraftReply, type TelescopeTown } from '../../testing/telescope.ts'

type Draft = DraftReply & { records: { registry: string; place: string; chosen: string | null; options: { id: string; shows: { concept: string; value: unknown }[] }[] }[]; missing: { registries: string[] } }

const [hill, lake] = ['样例市东山区山前街道1号', '样例市西湖区湖边路8号']
const homes = { ...residence, homes: [{ ...residence, residenceAddress: hill }, { ...residence, residenceAddress: lake, residenceRegion: '990102' }] }
const several = { field: 'homes', by: 'applicant.address', shows: ['applicant.address', 'applicant.region'] }

describe('a registry that finds several records', () => {
  let town: TelescopeTown
  let client: TestClient
  let id: string
  beforeAll(async () => {
    town = await openTelescopeTown(turnable(on).clock, changedPacks((catalogue) => ({
      ...catalogue, registries: Object.fromEntries(Object.entries(catalogue.registries).map(([name, registry]) => [name, { ...registry, several }])),
    })))
  })
  afterAll(() => town.close())
  beforeEach(async () => {
    town.registry.answer(homes)
    client = await town.test.as({ person: {} })
    id = (await client.post<Draft>('/applications', { matter: 'keep-telescope', region: '990101', answers: telescopeAnswers })).body.id
  })
  const agree = async () => (await client.put<Draft>(`/applications/${id}/consents`, { consents: { residents: true } })).body
  const choose = (place: string, record: string) => client.put<Draft>(`/applications/${id}/records`, { place, record })
  const address = (draft: Draft) => draft.plan.concepts.find(({ concept }) => concept === 'applicant.address')

  it('lets the person choose by what they recognise, and believes nothing before', async () => {
    const draft = await agree()
    expect(draft.records).toMatchObject([{ registry: 'residents', place: 'residents applicant.idNumber', chosen: null, options: [{ id: hill }, { id: lake, shows: [{ concept: 'applicant.address', value: lake }, { concept: 'applicant.region', value: '990102' }] }] }])
    expect(address(draft)?.value).toBeUndefined()
    expect(draft.missing.registries).toEqual(['residents'])
    const asked = town.registry.asked.length
    const chosen = await choose('residents applicant.idNumber', lake)
    expect(address(chosen.body)).toMatchObject({ value: lake, source: { kind: 'registry' }, locked: true })
    expect(chosen.body.missing.registries).toEqual([])
    expect(town.registry.asked.length).toBe(asked)
  })

  it('leaves nothing of the records in the audit trail, which is kept for good', async () => {
    await agree()
    await choose('residents applicant.idNumber', lake)
    await choose('residents applicant.idNumber', '')
    await client.put(`/applications/${id}/answers`, { answers: { [lake]: 'x', 'telescope.model': '牧夫座81' } })
    const entries = await town.test.app.db.read<{ action: string; detail: unknown }[]>`select action, detail from audit_entries where subject_id = ${id}`
    expect(entries.filter(({ action }) => action === 'applications.chooseRecord').map(({ detail }) => detail)).toEqual([{ place: 'residents applicant.idNumber', none: false }, { place: 'residents applicant.idNumber', none: true }])
    expect(JSON.stringify(entries)).not.toContain(lake)
  })

  it('lets the choice be changed, and says "none of these" to be asked instead', async () => {
    await agree()
    const place = 'residents applicant.idNumber'
    await choose(place, hill)
    expect(address((await choose(place, lake)).body)).toMatchObject({ value: lake })
    const none = await choose(place, '')
    expect(address(none.body)).toMatchObject({ source: { kind: 'ask' }, askedBecause: 'noRecord' })
    expect(none.body.registries).toEqual({ residents: 'noRecord' })
  })

  it('refuses a record that was not found, and a place where there is nothing to choose', async () => {
    await agree()
    expect((await choose('residents applicant.idNumber', 'elsewhere')).status).toBe(400)
    expect((await choose('constructor', hill)).status).toBe(400)
    const other = await town.test.as({ person: {} })
    expect((await other.put(`/applications/${id}/records`, { place: 'residents applicant.idNumber', record: hill })).status).toBe(404)
  })

  it('with one record asks nothing, and forgets what was not chosen once it is handed in', async () => {
    town.registry.answer({ ...homes, homes: homes.homes.slice(0, 1) })
    expect(await agree()).toMatchObject({ records: [], registries: { residents: 'answers' } })
    town.registry.answer(homes)
    await client.put(`/applications/${id}/consents`, { consents: { residents: false } })
    await agree()
    await choose('residents applicant.idNumber', hill)
    await client.request(uploadRequest(`/applications/${id}/uploads/receipt`))
    expect((await client.post(`/applications/${id}/submit`, { truthful: true })).status).toBe(200)
    const [row] = await town.test.app.db.read<{ records: unknown; known: unknown }[]>`select records, known from applications where id = ${id}`
    expect(JSON.stringify(row)).not.toContain(lake)
  })
})
