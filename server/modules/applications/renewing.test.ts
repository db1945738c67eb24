// Records are asked again before an application is handed in late: what has changed is shown first, and a silent registry stops nobody.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fillDraft, on, openTelescopeTown, residence, turnable, uploadRequest, type DraftReply, type TelescopeTown } from '../../testing/telescope.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import type { TestClient } from '../../testing/app.ts'

type Submitted = { status: number; body: { number: string; error: { code: string; details: { changes: { concept: string; before: unknown; after: unknown }[] } } } }

describe('a draft left for days', () => {
  let town: TelescopeTown
  let client: TestClient
  let nth = 0
  const time = turnable(on)
  beforeAll(async () => {
    town = await openTelescopeTown(time.clock)
  })
  afterAll(() => town.close())
  /** The same person, after the session of some days ago has ended. */
  const login = () => town.test.as({ person: { subject: `comes-back-${nth}`, idNumber: inventIdNumber(12_000 + nth) } })
  beforeEach(async () => {
    nth += 1
    time.turnTo(on)
    town.registry.answer(residence)
    client = await login()
  })
  const turnTo = async (iso: string) => {
    time.turnTo(iso)
    client = await login()
  }
  const submit = (id: string): Promise<Submitted> => client.post(`/applications/${id}/submit`, { truthful: true })
  const valueOf = async (id: string, concept: string) => (await client.get<DraftReply>(`/applications/${id}/draft`)).body.plan.concepts.find((each) => each.concept === concept)
  const later = '2026-03-05T02:00:00Z'

  it('is not asked about again within the day', async () => {
    const id = await fillDraft(client)
    const asked = town.registry.asked.length
    await turnTo('2026-03-02T20:00:00Z')
    expect((await submit(id)).status).toBe(200)
    expect(town.registry.asked.length).toBe(asked)
  })

  it('is looked up again, and handed in when nothing has changed', async () => {
    const id = await fillDraft(client)
    const asked = town.registry.asked.length
    await turnTo(later)
    expect((await submit(id)).status).toBe(200)
    expect(town.registry.asked.length).toBe(asked + 1)
  })

  it('shows what has changed before it is handed in, keeps what was typed, and goes in the second time', async () => {
    const id = await fillDraft(client)
    town.registry.answer({ ...residence, residenceAddress: '样例市东山区新路2号' })
    await turnTo(later)
    const first = await submit(id)
    expect(first).toMatchObject({ status: 409, body: { error: { code: 'facts_changed' } } })
    expect(first.body.error.details.changes).toEqual([{ concept: 'applicant.address', before: residence.residenceAddress, after: '样例市东山区新路2号' }])
    expect(await valueOf(id, 'applicant.address')).toMatchObject({ value: '样例市东山区新路2号', source: { kind: 'registry' } })
    expect((await client.get<DraftReply>(`/applications/${id}/draft`)).body.answers).toMatchObject({ 'telescope.model': '牧夫座80' })
    expect((await submit(id)).status).toBe(200)
  })

  it('asks the person when the record is gone', async () => {
    const id = await fillDraft(client)
    town.registry.answer(undefined)
    await turnTo(later)
    const first = await submit(id)
    expect(first.body.error.details.changes.map(({ concept, after }) => [concept, after])).toContainEqual(['applicant.address', null])
    expect((await submit(id)).body.error.code).toBe('incomplete')
  })

  it('is handed in with what was known when the registry does not answer, dated as it was', async () => {
    const id = await fillDraft(client)
    town.registry.breakWith(503)
    await turnTo(later)
    expect((await submit(id)).status).toBe(200)
    expect(await valueOf(id, 'applicant.address')).toMatchObject({ value: residence.residenceAddress })
  })

  it('keeps a dispute when the record still says the same, and lets it fall when the record was corrected', async () => {
    const id = await fillDraft(client)
    await client.post(`/applications/${id}/disputes`, { concept: 'applicant.address' })
    await client.put(`/applications/${id}/answers`, { answers: { 'applicant.address': '样例市东山区真路3号' } })
    await client.request(uploadRequest(`/applications/${id}/uploads/identity-card`))
    await turnTo(later)
    town.registry.answer({ ...residence, birthDate: '1990-05-22' })
    expect(await submit(id)).toMatchObject({ status: 409, body: { error: { code: 'facts_changed', details: { changes: [{ concept: 'applicant.birthDate' }] } } } })
    expect(await valueOf(id, 'applicant.address')).toMatchObject({ source: { kind: 'ask' }, askedBecause: 'disputed' })
    await turnTo('2026-03-08T02:00:00Z')
    town.registry.answer({ ...residence, birthDate: '1990-05-22', residenceAddress: '样例市东山区真路3号' })
    await submit(id)
    expect(await valueOf(id, 'applicant.address')).toMatchObject({ source: { kind: 'registry' }, value: '样例市东山区真路3号' })
  })
})
