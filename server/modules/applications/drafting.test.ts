// What happens to a draft when things happen at the same time: two devices, an answer that comes late, a consent taken back meanwhile.
// The order is forced by holding a registry's answer or a row, never by waiting for luck.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillDraft, openTelescopeTown, telescopeAnswers, type DraftReply, type TelescopeTown, type TrackingReply } from '../../testing/telescope.ts'
import { findApplication, findApplicationForUpdate, updateApplication } from './applications-store.ts'

describe('a draft', () => {
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown()
  })
  afterAll(() => town.close())
  const resident = () => town.test.as({ person: {} })
  const begin = async (client: Awaited<ReturnType<typeof resident>>) => (await client.post<DraftReply>('/applications', { matter: 'keep-telescope', region: '990101', answers: telescopeAnswers })).body.id
  const untilAsked = async (before: number) => {
    while (town.registry.asked.length === before) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const address = (draft: DraftReply) => draft.plan.concepts.find(({ concept }) => concept === 'applicant.address')

  it('handed in while the matter is begun again in another tab stays handed in', async () => {
    const client = await resident()
    const id = await begin(client)
    const again = await town.test.app.db.transaction(async (tx) => {
      const application = await findApplicationForUpdate(tx, id)
      if (!application) throw new Error('the draft is gone')
      const asked = client.post<DraftReply>('/applications', { matter: 'keep-telescope', region: '990101', answers: { 'telescope.model': '牧夫座90' } })
      await new Promise((resolve) => setTimeout(resolve, 200))
      await updateApplication(tx, { ...application, state: 'submitted', number: '990101-20260302-99999-0' })
      return { asked }
    })
    const reply = await again.asked
    expect(reply.status).toBe(201)
    expect(reply.body.id).not.toBe(id)
    const before = await client.get<DraftReply>(`/applications/${id}/draft`)
    expect(before.body).toMatchObject({ state: 'submitted', answers: { 'telescope.model': '牧夫座80' } })
  })

  it('forgets what a registry says after the consent was taken back, and asks the person', async () => {
    const client = await resident()
    const id = await begin(client)
    const release = town.registry.hold()
    const before = town.registry.asked.length
    const agreeing = client.put<DraftReply>(`/applications/${id}/consents`, { consents: { residents: true } })
    await untilAsked(before)
    const declined = await client.put<DraftReply>(`/applications/${id}/consents`, { consents: { residents: false } })
    release()
    await agreeing
    expect(declined.status).toBe(200)
    const draft = await client.get<DraftReply>(`/applications/${id}/draft`)
    expect(address(draft.body)).toMatchObject({ source: { kind: 'ask' }, askedBecause: 'declined' })
    expect(await findApplication(town.test.app.db.read, id)).toMatchObject({ known: [], registries: {}, lookedUp: [] })
    await client.put(`/applications/${id}/consents`, { consents: { residents: true } })
    expect(address((await client.get<DraftReply>(`/applications/${id}/draft`)).body)).toMatchObject({ source: { kind: 'registry' }, value: '样例市东山区山前街道1号' })
  })

  it('thrown away while a registry is being asked leaves the look-up in the record all the same', async () => {
    const client = await resident()
    const id = await begin(client)
    const release = town.registry.hold()
    const before = town.registry.asked.length
    const agreeing = client.put(`/applications/${id}/consents`, { consents: { residents: true } })
    await untilAsked(before)
    expect((await client.delete(`/applications/${id}/draft`)).status).toBe(200)
    release()
    expect((await agreeing).status).toBe(404)
    const use = await client.get<{ uses: { applicationId: string; outcome: string }[] }>('/data-use')
    expect(use.body.uses).toMatchObject([{ applicationId: id, outcome: 'answers' }])
  })

  it('keeps every answer of two devices that save at the same time', async () => {
    const client = await resident()
    const id = await begin(client)
    await Promise.all([
      client.put(`/applications/${id}/answers`, { answers: { 'telescope.model': '牧夫座90' } }),
      client.put(`/applications/${id}/answers`, { answers: { 'telescope.aperture': 90 } }),
      client.put(`/applications/${id}/answers`, { answers: { 'telescope.lampNumber': 'L0043' } }),
      client.put(`/applications/${id}/consents`, { consents: { residents: true } }),
    ])
    const draft = await client.get<DraftReply>(`/applications/${id}/draft`)
    expect(draft.body.answers).toMatchObject({ 'telescope.model': '牧夫座90', 'telescope.aperture': 90, 'telescope.lampNumber': 'L0043' })
    expect(address(draft.body)).toMatchObject({ source: { kind: 'registry' } })
  })

  it('is not confused by names every object has', async () => {
    const client = await resident()
    const id = await begin(client)
    const named = ['constructor', 'toString', 'hasOwnProperty']
    const reply = await client.put<DraftReply>(`/applications/${id}/answers`, { answers: Object.fromEntries(named.map((name) => [name, 'x'])) })
    expect(reply.status).toBe(200)
    expect(reply.body.problems.map(({ code }) => code)).toEqual(named.map(() => 'unknown'))
    for (const name of named) {
      expect((await client.post('/applications', { matter: name })).status).toBe(404)
      expect((await client.put(`/applications/${id}/consents`, { consents: { [name]: true } })).status).toBe(400)
      expect((await client.request({ method: 'POST', url: `/api/v1/applications/${id}/uploads/${name}`, payload: '--x--', headers: { 'content-type': 'multipart/form-data; boundary=x' } })).statusCode).toBe(404)
    }
    expect((await client.get('/applications')).status).toBe(200)
  })

  it('is begun only for a place there is', async () => {
    const client = await resident()
    expect((await client.post('/applications', { matter: 'keep-telescope', region: '990199' })).status).toBe(404)
    expect((await client.post('/applications', { matter: 'keep-telescope', region: '990101999' })).status).toBe(404)
  })

  it('takes a document handed over while it is being submitted into the application, or refuses it', async () => {
    const client = await resident()
    const id = await fillDraft(client)
    const { body, statusCode } = await town.test.app.db.transaction(async (tx) => {
      const application = await findApplicationForUpdate(tx, id)
      if (!application) throw new Error('the draft is gone')
      const boundary = 'b'
      const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.4\n%%EOF\r\n--${boundary}--\r\n`
      const sending = client.request({ method: 'POST', url: `/api/v1/applications/${id}/uploads/receipt`, payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } })
      await new Promise((resolve) => setTimeout(resolve, 200))
      await updateApplication(tx, { ...application, state: 'submitted', number: '990101-20260302-99998-0' })
      return { sending }
    }).then(({ sending }) => sending)
    expect([statusCode, body]).toEqual([409, expect.stringContaining('not_allowed_now')])
    expect((await client.get<TrackingReply & { uploads: unknown[] }>(`/applications/${id}`)).body.uploads).toHaveLength(1)
  })
})
