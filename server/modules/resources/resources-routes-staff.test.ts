// The catalogue of resources over HTTP: who finds what, who writes about it, and what publishing does to those who have access.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { findGrant } from './granting.ts'
import type { ResourceContent } from './resource.ts'
import { openSharingTown, start, type SharingTown } from './testing.ts'

type ResourceReply = { id: string; revision: number; edition: number; content: ResourceContent | null; draft: ResourceContent | null; faults: string[]; mayKeep: boolean; mayAsk: boolean; standing: boolean; usedBy: { id: string }[]; editions: { edition: number; by: string }[] }
type Listed = { resources: { id: string; title: { 'zh-CN': string }; hasDraft: boolean; sharing: string | null }[]; total: number }

let town: SharingTown
let steward: TestClient
beforeAll(async () => {
  town = await openSharingTown()
  steward = await town.official('steward')
})
afterAll(() => town.close())

const on = start.slice(0, 10)
const platformGrant = () => findGrant(town.test.app, { consumer: 'platform', resource: 'residents', on })
const contentOf = async (): Promise<ResourceContent> => {
  const { content } = (await steward.get<ResourceReply>('/resources/residents')).body
  if (!content) throw new Error('the register is published by its pack')
  return { ...content, officer: { name: '周知予', phone: '12345' } }
}
const revisionOf = async (id = 'residents') => (await steward.get<ResourceReply>(`/resources/${id}`)).body.revision
const codeOf = (reply: { body: unknown }) => (reply.body as { error: { code: string } }).error.code

describe('the catalogue of resources', () => {
  it('lists what the registries of the pack share to every official, found by words, authority and kind of sharing', async () => {
    const clerk = await town.official('clerk', '990102', 'energy')
    const { body } = await clerk.get<Listed>('/resources')
    expect(body.resources).toMatchObject([{ id: 'residents', title: { 'zh-CN': '居民库' }, sharing: 'conditional', hasDraft: false }])
    const found = (query: string) => clerk.get<Listed>(`/resources?${query}`).then((reply) => reply.body.resources.length)
    expect(await Promise.all(['words=birthDate', 'line=sky', 'sharing=conditional', 'words=%E8%BD%A6%E8%BE%86', 'line=energy', 'sharing=none'].map(found))).toEqual([1, 1, 1, 0, 0, 0])
  })

  it('says which services need a resource, and that this installation may ask it by its pack', async () => {
    const clerk = await town.official('clerk', '990102', 'energy')
    const { body } = await clerk.get<ResourceReply>('/resources/residents')
    expect(body).toMatchObject({ edition: 0, standing: true, mayKeep: false, mayAsk: false, draft: null })
    expect(body.usedBy.map(({ id }) => id)).toContain('telescope-permit')
    expect((await platformGrant())?.fields).toEqual(['residenceAddress', 'residenceRegion', 'birthDate'])
  })

  it('is for officials; what there is none of is not found', async () => {
    expect((await town.test.asNobody.get('/resources')).status).toBe(401)
    expect((await (await town.test.as({ person: {} })).get('/resources')).status).toBe(403)
    expect((await steward.get('/resources/nothing')).status).toBe(404)
  })
})

describe('an edition', () => {
  it('is written by the officer of that authority only: others may not, wherever they look', async () => {
    const content = await contentOf()
    const write = (client: TestClient) => client.put('/resources/residents/draft', { revision: 0, content })
    expect((await write(await town.official('clerk'))).status).toBe(403)
    expect((await write(await town.official('steward', '990100', 'energy'))).status).toBe(403)
    expect((await write(await town.official('steward', '990102'))).status).toBe(403)
  })

  it('takes fields away from everybody the moment it is published, the installation included, and is kept', async () => {
    const content = await contentOf()
    const draft = { ...content, fields: content.fields.filter(({ name }) => name !== 'birthDate') }
    const saved = (await steward.put<ResourceReply>('/resources/residents/draft', { revision: await revisionOf(), content: draft })).body
    expect(saved).toMatchObject({ edition: 0, faults: [] })
    expect((await platformGrant())?.fields).toContain('birthDate')
    const published = await steward.post<ResourceReply>('/resources/residents/publish', { revision: saved.revision })
    expect(published.body).toMatchObject({ edition: 1, draft: null, editions: [{ edition: 1, by: '测试steward' }] })
    expect((await platformGrant())?.fields).toEqual(['residenceAddress', 'residenceRegion'])
  })

  it('that shares nothing needs a reason, and then nobody gets anything', async () => {
    const content = { ...(await contentOf()), sharing: { type: 'none' as const, reason: '' } }
    const saved = (await steward.put<ResourceReply>('/resources/residents/draft', { revision: await revisionOf(), content })).body
    expect(saved.faults).toEqual(['reasonMissing'])
    expect(codeOf(await steward.post('/resources/residents/publish', { revision: saved.revision }))).toBe('findings')
    const mended = (await steward.put<ResourceReply>('/resources/residents/draft', { revision: saved.revision, content: { ...content, sharing: { type: 'none', reason: '法律规定不得提供' } } })).body
    await steward.post('/resources/residents/publish', { revision: mended.revision })
    expect(await platformGrant()).toBeUndefined()
  })

  it('written from an old page is refused, and of two who write at once one is first', async () => {
    const content = { ...(await contentOf()), sharing: { type: 'conditional' as const, reason: '' } }
    const revision = await revisionOf()
    expect(codeOf(await steward.put('/resources/residents/draft', { revision: revision - 1, content }))).toBe('conflict')
    const other = await town.official('steward')
    const both = await Promise.all([steward, other].map((each) => each.put('/resources/residents/draft', { revision, content })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    await steward.post('/resources/residents/discard', { revision: revision + 1 })
    expect(codeOf(await steward.post('/resources/residents/publish', { revision: revision + 2 }))).toBe('not_allowed_now')
  })
})

describe('a resource an authority adds', () => {
  it('is seen by others once it is published', async () => {
    const energy = await town.official('steward', '990101', 'energy')
    const content = { ...(await contentOf()), title: { 'zh-CN': '用能台账' }, fields: [{ name: 'kwh', title: { 'zh-CN': '用电量' }, concepts: [], class: 'restricted', note: '' }], sharing: { type: 'unconditional', reason: '' } }
    const begun = await energy.post<ResourceReply>('/resources', { region: '990101', line: 'energy', content })
    expect(begun.status).toBe(201)
    expect((await steward.get(`/resources/${begun.body.id}`)).status).toBe(404)
    await energy.post(`/resources/${begun.body.id}/publish`, { revision: 1 })
    expect((await steward.get<ResourceReply>(`/resources/${begun.body.id}`)).body).toMatchObject({ edition: 1, standing: false, mayAsk: true })
    expect((await energy.post('/resources', { region: '990102', line: 'energy', content })).status).toBe(404)
  })
})
