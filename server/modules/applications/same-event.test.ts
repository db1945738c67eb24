// One event is applied for once: by the same person never twice, also not at the same moment; another person's application stays theirs.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from '../catalogue/index.ts'
import { changedPacks, fillDraft, handIn, openTelescopeTown, telescopeAnswers, turnable, on, type TelescopeTown, type TrackingReply } from '../../testing/telescope.ts'
import type { TestClient } from '../../testing/app.ts'

type Refused = { error: { code: string; details: { applications: { id: string; number: string; services: string[] }[] } } }

/** A telescope is told from another by the number of the lamp outside. */
const byLamp = (catalogue: Catalogue): Catalogue => {
  const matter = catalogue.matters['keep-telescope']
  return matter ? { ...catalogue, matters: { ...catalogue.matters, [matter.id]: { ...matter, identity: [['telescope.lampNumber']] } } } : catalogue
}

describe('the same event', () => {
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown(turnable(on).clock, changedPacks(byLamp))
  })
  afterAll(() => town.close())
  const resident = () => town.test.as({ person: {} })
  const lamp = (number: string) => ({ ...telescopeAnswers, 'telescope.lampNumber': number })
  const submit = (client: TestClient, id: string) => client.post<TrackingReply & Refused>(`/applications/${id}/submit`, { truthful: true })

  it('applied for again is refused with the way to the application there is, and nothing filled in is lost', async () => {
    const client = await resident()
    const first = await handIn(client, lamp('L0001'))
    const id = await fillDraft(client, lamp('L0001'))
    const again = await submit(client, id)
    expect(again.status).toBe(409)
    expect(again.body.error.code).toBe('already_applied')
    expect(again.body.error.details.applications).toMatchObject([{ id: first.id, number: first.number }])
    expect((await client.get<{ state: string; answers: Record<string, unknown> }>(`/applications/${id}/draft`)).body).toMatchObject({ state: 'draft', answers: { 'telescope.lampNumber': 'L0001' } })
    await client.put(`/applications/${id}/answers`, { answers: { 'telescope.lampNumber': 'L0002' } })
    expect((await submit(client, id)).status).toBe(200)
  })

  it('handed in from two drafts at the same moment becomes one application', async () => {
    const client = await resident()
    const one = await fillDraft(client, lamp('L0003'))
    // A person has one draft for a matter; a second one is there only for the moment of two tabs.
    await town.test.app.db.transaction((tx) => tx`update applications set matter = 'other' where id = ${one}`)
    const two = await fillDraft(client, lamp('L0003'))
    await town.test.app.db.transaction(async (tx) => {
      await tx`drop index applications_one_draft`
      await tx`update applications set matter = 'keep-telescope' where id = ${one}`
    })
    const replies = await Promise.all([submit(client, one), submit(client, two)])
    await town.test.app.db.transaction((tx) => tx`delete from application_files where application_id in (select id from applications where state = 'draft' and person_id = ${client.id})`)
    await town.test.app.db.transaction((tx) => tx`update applications set state = 'discarded' where state = 'draft' and person_id = ${client.id}`)
    await town.test.app.db.transaction((tx) => tx`create unique index applications_one_draft on applications (person_id, matter) where state = 'draft' and channel <> 'batch'`)
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('may be applied for again once the first application was withdrawn', async () => {
    const client = await resident()
    const first = await handIn(client, lamp('L0004'))
    // The chart is granted at once and stays granted.
    await client.post(`/applications/${first.id}/withdraw`, {})
    const id = await fillDraft(client, lamp('L0004'))
    expect((await submit(client, id)).body.error.details.applications).toMatchObject([{ services: ['star-chart'] }])
    await client.put(`/applications/${id}/services`, { declined: ['star-chart'] })
    expect((await submit(client, id)).status).toBe(200)
  })

  it('applied for by somebody else is accepted without a word, and goes to an official instead of being decided by rule', async () => {
    const [one, other] = [await resident(), await resident()]
    const first = await handIn(one, lamp('L0005'))
    const second = await submit(other, await fillDraft(other, lamp('L0005')))
    expect(second.status).toBe(200)
    expect(JSON.stringify(second.body)).not.toContain(first.number)
    const chart = second.body.cases.find(({ service }) => service === 'star-chart')
    expect(chart?.state).toBe('submitted')
    const clerk = await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })
    const earlier = first.cases.find(({ service }) => service === 'star-chart')
    expect((await clerk.get<{ sameEvent: unknown }>(`/cases/${chart?.id}`)).body.sameEvent).toEqual({ number: earlier?.number, state: 'granted' })
    expect((await clerk.get<{ sameEvent: unknown }>(`/cases/${earlier?.id}`)).body.sameEvent).toBeNull()
  })
})
