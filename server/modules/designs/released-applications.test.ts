// What a release means for residents who are filling in or have handed in: drafts keep what was typed, applications keep their definitions.
// The matter is taken away and brought back as designers do it, by editions.
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { turnable, uploadRequest, type TrackingReply } from '../../testing/telescope.ts'
import { tinyPack } from '../catalogue/tiny-pack.ts'
import { beginPlant, designerIn, matterFile, openGrove, plainMatter, save, type DetailView, type ErrorView, type Grove } from './testing.ts'

let grove: Grove
let author: TestClient
let reviewer: TestClient
let resident: TestClient
beforeEach(async () => {
  grove = await openGrove(turnable('2026-03-02T02:00:00Z').clock)
  author = await grove.test.as(designerIn('990000', '顾一'))
  reviewer = await grove.test.as(designerIn('990000', '向三', 'supervisor'))
  resident = await grove.test.as({ person: {} })
})
afterEach(() => grove.close())

const release = async (changes: Record<string, string | null>): Promise<void> => {
  const id = await beginPlant(author)
  const saved = await save(author, id, 1, changes)
  const { body } = await author.post<DetailView>(`/designs/${id}/submit`, { revision: saved.body.detail.design.revision })
  const released = await reviewer.post<DetailView & ErrorView>(`/designs/${id}/release`, { revision: body.design.revision, comment: '同意' })
  if (released.status !== 200) throw new Error(JSON.stringify(released.body))
}

const answers = { 'person.kind': 'young', 'person.name': '林一', 'tree.height': 6 }

const fillIn = async (): Promise<string> => {
  const { id } = (await resident.post<{ id: string }>('/applications', { matter: 'plant', region: '990101', answers })).body
  await resident.put(`/applications/${id}/consents`, { consents: { people: false } })
  await resident.put(`/applications/${id}/answers`, { answers })
  expect((await resident.request(uploadRequest(`/applications/${id}/uploads/card`))).statusCode).toBe(201)
  return id
}

type Summary = { matterName: { 'zh-CN': string }; offered: boolean; filled: number }
type Kept = { matterName: { 'zh-CN': string }; offered: boolean; answers: { concept: string; name: { 'zh-CN': string }; display: { 'zh-CN': string } }[]; uploads: { name: string }[] }
const listed = async () => (await resident.get<{ applications: Summary[] }>('/applications')).body.applications
const kept = async (id: string) => (await resident.get<Kept>(`/applications/${id}/kept`)).body

it('a draft of a matter that has left the packs keeps its name and all that was typed, refuses to go on in plain words, and goes on when the matter is back', async () => {
  const id = await fillIn()
  await release({ [matterFile]: null })
  expect(await listed()).toMatchObject([{ matterName: { 'zh-CN': '种一棵树' }, offered: false, filled: 3 }])
  const opened = await resident.get<ErrorView>(`/applications/${id}/draft`)
  expect([opened.status, opened.body.error.code]).toEqual([409, 'not_offered'])
  expect((await resident.put<ErrorView>(`/applications/${id}/answers`, { answers: { 'tree.height': 9 } })).body.error.code).toBe('not_offered')
  expect((await resident.post<ErrorView>(`/applications/${id}/submit`, { truthful: true })).body.error.code).toBe('not_offered')
  expect(await kept(id)).toMatchObject({ matterName: { 'zh-CN': '种一棵树' }, offered: false, uploads: [{ name: '购买凭证.pdf' }] })
  expect((await kept(id)).answers.map(({ name, display }) => [name['zh-CN'], display['zh-CN']]).sort()).toEqual([['姓名', '林一'], ['树高', '6'], ['类别', '青年']])
  expect((await (await grove.test.as({ person: {} })).get(`/applications/${id}/kept`)).status).toBe(404)

  expect((await reviewer.post('/editions/1/roll-back', { reason: '还要办' })).status).toBe(200)
  expect(await listed()).toMatchObject([{ offered: true, filled: 3 }])
  expect((await kept(id)).offered).toBe(true)
  expect((await resident.get<{ answers: object }>(`/applications/${id}/draft`)).body.answers).toEqual(answers)
})

it('a draft of a matter that has left the packs can be thrown away', async () => {
  const id = await fillIn()
  await release({ [matterFile]: null })
  expect((await resident.delete(`/applications/${id}/draft`)).status).toBe(200)
  expect(await listed()).toEqual([])
  expect((await resident.get(`/applications/${id}/kept`)).status).toBe(404)
})

it('an application handed in before a release keeps its plan, its words and the rules it is decided by when the matter and its services change', async () => {
  const id = await fillIn()
  const handedIn = await resident.post<TrackingReply>(`/applications/${id}/submit`, { truthful: true })
  expect(handedIn.status, JSON.stringify(handedIn.body)).toBe(200)
  const first = tinyPack['tiny/services/first.yaml'] ?? ''
  await release({
    [matterFile]: plainMatter.replace('name: 种一棵树', 'name: 栽一棵树').replace('  - {service: second, when: person.kind = "young"}\n', ''),
    'tiny/services/first.yaml': first.replace('name: 事项first', 'name: 换了名字').replace('prefix: RES, shows: [person.name]', 'prefix: NEW, shows: [tree.height]').replace('promised: 5', 'promised: 2'),
  })

  type Map = Omit<TrackingReply, 'cases'> & { matterName: { 'zh-CN': string }; promisedDays: number; cases: { id: string; service: string; state: string; name: { 'zh-CN': string }; result: { number: string; content: { concept: string }[] } | null }[] }
  const tracked = async () => (await resident.get<Map>(`/applications/${id}`)).body
  const before = await tracked()
  expect(before).toMatchObject({ matterName: { 'zh-CN': '种一棵树' }, promisedDays: 10 })
  expect(before.cases.map(({ service, name }) => [service, name['zh-CN']]).sort()).toEqual([['first', '事项first'], ['second', '事项second']])
  const ofService = ({ cases }: Map, service: string) => cases.find((one) => one.service === service)

  const official = await grove.test.as({ staff: [{ role: 'approver', region: '990101', line: 'trees' }] })
  const path = `/cases/${ofService(before, 'first')?.id}`
  const shown = (await official.get<{ revision: number; serviceName: { 'zh-CN': string } }>(path)).body
  expect(shown.serviceName['zh-CN']).toBe('事项first')
  const accepted = await official.post<{ revision: number }>(`${path}/accept`, { revision: shown.revision })
  expect((await official.post(`${path}/grant`, { revision: accepted.body.revision })).status).toBe(200)
  await grove.test.runJobs()

  const after = await tracked()
  expect(ofService(after, 'first')?.result).toMatchObject({ number: expect.stringMatching(/^RES-/), content: [{ concept: 'person.name' }] })
  expect(ofService(after, 'second')?.state).toBe('submitted')
  // Whoever begins now gets what was released.
  expect((await resident.post<{ matterName: { 'zh-CN': string }; plan: { services: { service: string }[] } }>('/applications', { matter: 'plant', region: '990101' })).body).toMatchObject({ matterName: { 'zh-CN': '栽一棵树' }, plan: { services: [{ service: 'first' }] } })
})
