// What somebody agreed to is kept with where and when, and can be taken back at any time: drafts forget, nothing is asked any more.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillDraft, handIn, openTelescopeTown, type DraftReply, type TelescopeTown } from '../../testing/telescope.ts'

type Consents = { consents: { applicationId: string; registryName: string; matterName: string; legalBasis: string; channel: string; at: string; withdrawnAt: string | null; stage: string; number: string | null }[] }

let town: TelescopeTown
beforeAll(async () => {
  town = await openTelescopeTown()
})
afterAll(() => town.close())

describe('consent', () => {
  it('is listed with registry, matter, law, channel and time; saying yes twice is one', async () => {
    const owner = await town.test.as({ person: {} })
    const id = await fillDraft(owner)
    await owner.put(`/applications/${id}/consents`, { consents: { residents: true } })
    const { consents } = (await owner.get<Consents>('/consents')).body
    expect(consents).toMatchObject([{ applicationId: id, registryName: '居民库', matterName: '拥有一台望远镜', legalBasis: '《样例数据共享办法》第三条', channel: 'web', withdrawnAt: null, stage: 'draft' }])
  })

  it('taken back: the draft forgets what the registry told, and it is not asked again', async () => {
    const owner = await town.test.as({ person: {} })
    const id = await fillDraft(owner)
    const asked = town.registry.asked.length
    const { consents } = (await owner.delete<Consents>(`/consents/${id}/residents`)).body
    expect(consents).toMatchObject([{ applicationId: id, withdrawnAt: expect.any(String) }])
    const draft = (await owner.put<DraftReply>(`/applications/${id}/answers`, { answers: { 'telescope.model': '牧夫座90' } })).body
    expect(draft.plan.concepts.filter(({ source }) => source.kind === 'registry')).toEqual([])
    expect(town.registry.asked).toHaveLength(asked)
    await owner.put(`/applications/${id}/consents`, { consents: { residents: true } })
    expect((await owner.get<Consents>('/consents')).body.consents.map(({ withdrawnAt }) => withdrawnAt === null).sort()).toEqual([false, true])
  })

  it('taken back after handing in leaves what was handed in', async () => {
    const owner = await town.test.as({ person: {} })
    const { id, number } = await handIn(owner)
    expect((await owner.delete<Consents>(`/consents/${id}/residents`)).body.consents).toMatchObject([{ stage: 'submitted', number, withdrawnAt: expect.any(String) }])
    expect((await owner.get<{ number: string }>(`/applications/${id}`)).body.number).toBe(number)
    expect((await owner.delete(`/consents/${id}/residents`)).status).toBe(200)
  })

  it('of a draft that was thrown away stays in the list, and says so', async () => {
    const owner = await town.test.as({ person: {} })
    const id = await fillDraft(owner)
    await owner.delete(`/applications/${id}/draft`)
    expect((await owner.get<Consents>('/consents')).body.consents).toMatchObject([{ applicationId: id, stage: 'discarded', number: null }])
  })

  it('is one’s own', async () => {
    const [owner, other] = [await town.test.as({ person: {} }), await town.test.as({ person: {} })]
    const id = await fillDraft(owner)
    expect((await other.get<Consents>('/consents')).body.consents).toEqual([])
    expect((await other.delete(`/consents/${id}/residents`)).status).toBe(404)
    expect((await owner.delete(`/consents/${id}/unknown`)).status).toBe(404)
    expect((await (await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })).get('/consents')).status).toBe(403)
  })
})
