// Taking back a document: while preparing and while a correction is awaited, as long as no authority has it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { fillDraft, handIn, openTelescopeTown, uploadRequest, type DraftReply, type TelescopeTown, type TrackingReply } from '../../testing/telescope.ts'

type StaffCase = { revision: number; evidence: { evidence: string; files: { id: string; name: string }[] }[] }

describe('taking back a document', () => {
  let town: TelescopeTown
  let clerk: TestClient
  beforeAll(async () => {
    // Jobs run by the real clock: what is taken back must not be due while the tests go on.
    town = await openTelescopeTown(undefined, undefined, { RETENTION_DAYS: '3650' })
    clerk = await town.test.as({ staff: [{ role: 'clerk', line: 'sky', region: '990101' }] })
  })
  afterAll(() => town.close())

  const upload = async (client: TestClient, id: string, name: string) =>
    (JSON.parse((await client.request(uploadRequest(`/applications/${id}/uploads/gift-statement`, `%PDF-1.4\n% ${name}\n%%EOF\n`, name))).body) as { id: string }).id
  const remove = async (client: TestClient, id: string, file: string) => (await client.delete<{ error?: { code: string } }>(`/applications/${id}/uploads/${file}`)).status
  const uploadsOf = async (client: TestClient, id: string) => (await client.get<DraftReply>(`/applications/${id}`)).body.uploads.map((each) => each.id)
  const askedForMore = async () => {
    const client = await town.test.as({ person: {} })
    const { id, cases } = await handIn(client)
    await town.test.runJobs()
    const permit = cases.find(({ service }) => service === 'telescope-permit')?.id ?? ''
    const { revision } = (await clerk.get<StaffCase>(`/cases/${permit}`)).body
    await clerk.post(`/cases/${permit}/supplement-request`, { revision, items: [{ what: '请补一份受赠说明', evidence: 'gift-statement' }] })
    return { client, id, permit }
  }

  it('a wrong document given for a correction is taken back and never reaches the authority', async () => {
    const { client, id, permit } = await askedForMore()
    const wrong = await upload(client, id, '拿错的.pdf')
    expect(await remove(client, id, wrong)).toBe(200)
    const right = await upload(client, id, '受赠说明.pdf')
    expect((await client.post<TrackingReply>(`/applications/${id}/cases/${permit}/supplement`, { answers: {} })).status).toBe(200)
    const { evidence } = (await clerk.get<StaffCase>(`/cases/${permit}`)).body
    expect(evidence.find((each) => each.evidence === 'gift-statement')?.files.map((file) => file.id)).toEqual([right])
    expect(await remove(client, id, right)).toBe(409)
  })

  it('what the authority has already stays, also while it asks for more', async () => {
    const { client, id } = await askedForMore()
    const [receipt = ''] = await uploadsOf(client, id)
    expect(await remove(client, id, receipt)).toBe(409)
    expect(await uploadsOf(client, id)).toEqual([receipt])
  })

  it('a document sent and taken back at the same moment is either part of the case and kept, or neither', async () => {
    const { client, id, permit } = await askedForMore()
    const file = await upload(client, id, '受赠说明.pdf')
    const [sent, removed] = await Promise.all([client.post(`/applications/${id}/cases/${permit}/supplement`, { answers: {} }), remove(client, id, file)])
    expect([[200, 409], [422, 200]]).toContainEqual([sent.status, removed])
  })

  it('nobody else takes it back, and nothing is taken back from what is handed in and waits for nothing', async () => {
    const { client, id } = await askedForMore()
    const file = await upload(client, id, '受赠说明.pdf')
    expect(await remove(await town.test.as({ person: {} }), id, file)).toBe(404)
    expect(await remove(client, id, '01980000-0000-7000-8000-0000000000ff')).toBe(404)
    const calm = await town.test.as({ person: {} })
    const handedIn = await handIn(calm)
    expect(await remove(calm, handedIn.id, (await uploadsOf(calm, handedIn.id))[0] ?? '')).toBe(409)
  })

  it('a draft gives up any of its documents', async () => {
    const client = await town.test.as({ person: {} })
    const id = await fillDraft(client)
    const [receipt = ''] = (await client.get<DraftReply>(`/applications/${id}/draft`)).body.uploads.map((each) => each.id)
    expect(await remove(client, id, receipt)).toBe(200)
  })
})
