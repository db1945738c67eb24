// Starting a matter in another region than the draft there is: an empty draft moves, one with content stays and says so.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { openTelescopeTown, uploadRequest, type DraftReply, type TelescopeTown } from '../../testing/telescope.ts'

type Started = DraftReply & { region: string; elsewhere: boolean }

describe('a matter started for another region', () => {
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown()
  })
  afterAll(() => town.close())
  const start = async (client: TestClient, more: Record<string, unknown> = {}) => (await client.post<Started>('/applications', { matter: 'keep-telescope', ...more })).body

  it('takes along a draft that is still empty, with the answers given now', async () => {
    const client = await town.test.as({ person: {} })
    const first = await start(client, { region: '990101' })
    const second = await start(client, { region: '990102', answers: { 'telescope.place': 'field' } })
    expect(second).toMatchObject({ id: first.id, region: '990102', elsewhere: false, answers: { 'telescope.place': 'field' } })
    expect(second.revision).toBeGreaterThan(first.revision)
    const entries = await town.test.app.db.read<{ region: string; detail: unknown }[]>`select region, detail from audit_entries where subject_id = ${first.id} and action = 'applications.move'`
    expect(entries).toEqual([{ region: '990102', detail: { from: '990101' } }])
  })

  it.each([
    ['an answer', (client: TestClient, id: string) => client.put(`/applications/${id}/answers`, { answers: { 'telescope.place': 'home' } })],
    ['a consent', (client: TestClient, id: string) => client.put(`/applications/${id}/consents`, { consents: { residents: false } })],
    ['a service left out', (client: TestClient, id: string) => client.put(`/applications/${id}/services`, { declined: ['star-chart'] })],
    ['a document', (client: TestClient, id: string) => client.request(uploadRequest(`/applications/${id}/uploads/receipt`))],
    ['a signature', (client: TestClient, id: string) => client.put(`/applications/${id}/commitments`, { commitments: { 'gift-statement': true } })],
  ])('goes on where it was begun once the draft holds %s, and says that it is elsewhere', async (_what, fill) => {
    const client = await town.test.as({ person: {} })
    const first = await start(client, { region: '990101' })
    await fill(client, first.id)
    expect(await start(client, { region: '990102' })).toMatchObject({ id: first.id, region: '990101', elsewhere: true })
    expect(await start(client, { region: '990101' })).toMatchObject({ id: first.id, elsewhere: false })
  })

  it('is not elsewhere when no region was asked for', async () => {
    const client = await town.test.as({ person: {} })
    const first = await start(client, { region: '990102' })
    expect(first).toMatchObject({ region: '990102', elsewhere: false })
    expect(await start(client)).toMatchObject({ id: first.id, region: '990102', elsewhere: false })
  })
})
