// A table changed in a design is tried on past decisions before anybody releases it: every night by a job, or when the designer asks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { turnable, uploadRequest } from '../../testing/telescope.ts'
import { changed } from '../catalogue/tiny-pack.ts'
import { beginPlant, designerIn, openGrove, save, type DetailView, type Grove } from '../designs/testing.ts'
import { ruleJobs } from './rules-jobs.ts'

type Comparisons = { comparisons: { service: string; looked: number; same: number; unlike: number; version: string; pairs: unknown[] }[] }

const serviceFile = 'tiny/services/first.yaml'
const tableFile = 'tiny/decisions/first.yaml'
const table = (limit: number): string => `id: first
name: 样例表
hitPolicy: UNIQUE
legalBasis: [{title: 样例法}]
inputs:
  - {id: height, name: 树高, rule: tree.height}
rows:
  - {id: low, when: {height: '< ${limit}'}, decision: approve, reason: 树不高, law: {title: 样例法}}
  - {id: high, when: {height: '>= ${limit}'}, decision: person, reason: 树高, law: {title: 样例法}}
`

describe('a table changed in a design', () => {
  let grove: Grove
  let designer: TestClient
  let design = ''
  beforeAll(async () => {
    grove = await openGrove(turnable('2026-03-02T02:00:00Z').clock)
    designer = await grove.test.as(designerIn('990000', '顾一'))
    const reviewer = await grove.test.as(designerIn('990000', '向三', 'supervisor'))
    const first = await beginPlant(designer, 'services/first')
    const automatic = changed(serviceFile, 'decision: manual', 'decision: automatic')[serviceFile] ?? ''
    const saved = await save(designer, first, 1, { [serviceFile]: automatic, [tableFile]: table(10) })
    const { body } = await designer.post<DetailView>(`/designs/${first}/submit`, { revision: saved.body.detail.design.revision })
    await reviewer.post(`/designs/${first}/release`, { revision: body.design.revision, comment: '同意' })
    const resident = await grove.test.as({ person: {} })
    const answers = { 'person.kind': 'old', 'person.name': '林一', 'tree.height': 6 }
    const { id } = (await resident.post<{ id: string }>('/applications', { matter: 'plant', region: '990101', answers })).body
    await resident.put(`/applications/${id}/consents`, { consents: { people: false } })
    await resident.put(`/applications/${id}/answers`, { answers })
    await resident.request(uploadRequest(`/applications/${id}/uploads/card`))
    await resident.post(`/applications/${id}/submit`, { truthful: true })
    design = await beginPlant(designer, 'services/first')
    await save(designer, design, 1, { [tableFile]: table(5) })
  })
  afterAll(() => grove.close())

  it('is tried on what was decided, and says what comes out by other rows', async () => {
    const { status, body } = await designer.post<Comparisons>(`/designs/${design}/comparisons`)
    expect(status).toBe(200)
    // Documents nobody has seen sent it to a person, whatever the table says.
    expect(body.comparisons).toMatchObject([{ service: 'first', looked: 1, same: 0, unlike: 1, version: '2', pairs: [] }])
  })

  it('is tried every night, and the newest report stays with the design', async () => {
    for (const { run } of ruleJobs(grove.test.app)) await run({})
    expect((await designer.get<Comparisons>(`/designs/${design}/comparisons`)).body.comparisons).toMatchObject([{ service: 'first', looked: 1 }])
  })

  it('is shown to those who read designs here, and to nobody else', async () => {
    const elsewhere = await grove.test.as(designerIn('980000'))
    const clerk = await grove.test.as(designerIn('990000', '受理员', 'clerk'))
    expect((await elsewhere.get(`/designs/${design}/comparisons`)).status).toBe(404)
    expect((await clerk.get(`/designs/${design}/comparisons`)).status).toBe(403)
    expect((await (await grove.test.as(designerIn('990000', '向三', 'supervisor'))).post(`/designs/${design}/comparisons`)).status).toBe(403)
  })
})
