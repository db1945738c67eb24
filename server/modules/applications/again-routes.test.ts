// Applying again for the branch that was not granted: only that and what stopped with it; what stands is left out and known.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { changedPacks, fillDraft, handIn, on, openTelescopeTown, telescopeAnswers, turnable, uploadRequest, type DraftReply, type TelescopeTown, type TrackingReply } from '../../testing/telescope.ts'

type Names = { 'zh-CN': string }[]
type Again = { services: Names; leftOut: Names; waitsFor: Names; follower: { id: string; number: string | null } | null }
type Draft = DraftReply & { plan: DraftReply['plan'] & { evidence: { evidence: string; source: { kind: string; service?: string } }[] } }
type Failed = { error: { code: string; details: { draft?: string; waitsFor?: string[] } } }

/** A telescope is told from another by the lamp outside, and a person decides about that lamp. */
const byLamp = (catalogue: Catalogue): Catalogue => {
  const matter = catalogue.matters['keep-telescope']
  const lamp = catalogue.services['lamp-dimming']
  if (!matter || !lamp) return catalogue
  return { ...catalogue, matters: { ...catalogue.matters, [matter.id]: { ...matter, identity: [['telescope.lampNumber']] } }, services: { ...catalogue.services, [lamp.id]: { ...lamp, decision: 'manual' } } }
}

describe('applying again', () => {
  let town: TelescopeTown
  let approver: TestClient
  let lamps: TestClient
  beforeAll(async () => {
    town = await openTelescopeTown(turnable(on).clock, changedPacks(byLamp))
    approver = await town.test.as({ staff: [{ role: 'approver', region: '990101', line: 'sky' }] })
    lamps = await town.test.as({ staff: [{ role: 'approver', region: '990101', line: 'energy' }] })
  })
  afterAll(() => town.close())

  let lamp = 100
  const answers = () => ({ ...telescopeAnswers, 'telescope.lampNumber': `L0${(lamp += 1)}` })
  const caseOf = ({ cases }: TrackingReply, service: string): string => cases.find((one) => one.service === service)?.id ?? ''
  const act = async (official: TestClient, id: string, action: string, more: object = {}) => {
    const { body: { revision } } = await official.get<{ revision: number }>(`/cases/${id}`)
    const reply = await official.post(`/cases/${id}/${action}`, { revision, ...more })
    if (reply.status !== 200) throw new Error(`${action}: ${JSON.stringify(reply.body)}`)
  }
  const refuse = async (official: TestClient, id: string) => {
    await act(official, id, 'accept')
    await act(official, id, 'refuse', { reasons: '口径与申报的不一致，请核对后再申请。' })
    await town.test.runJobs()
  }
  /** The permit is refused: the lamp, which builds on it, stops; the chart was granted at once. */
  const refused = async () => {
    const client = await town.test.as({ person: {} })
    const application = await handIn(client, answers())
    await refuse(approver, caseOf(application, 'telescope-permit'))
    return { client, application }
  }
  const included = ({ plan }: DraftReply) => plan.services.filter(({ state }) => state === 'included').map(({ service }) => service)
  const again = (client: TestClient, id: string) => client.post<{ id: string } & Failed>(`/applications/${id}/again`, {})
  const ask = async (client: TestClient, id: string) => (await client.get<Again>(`/applications/${id}/again`)).body

  it('takes the branch that failed with what stopped, carries over all that was said, and leaves out what was granted', async () => {
    const { client, application } = await refused()
    expect(await ask(client, application.id)).toMatchObject({ services: [{}, {}], leftOut: [{ 'zh-CN': '星图领取' }], waitsFor: [], follower: null })
    const { status, body: { id } } = await again(client, application.id)
    expect(status).toBe(201)
    const draft = (await client.get<Draft>(`/applications/${id}/draft`)).body
    expect(included(draft)).toEqual(['telescope-permit', 'lamp-dimming'])
    expect(draft.answers).toMatchObject({ 'telescope.model': '牧夫座80', 'telescope.aperture': 80 })
    expect(draft.uploads.map(({ evidence }) => evidence)).toEqual(['receipt'])
    expect(draft.missing).toMatchObject({ questions: [], answers: [], evidence: [] })
    expect((await ask(client, application.id)).follower).toEqual({ id, number: null })
    const handedIn = await client.post<TrackingReply>(`/applications/${id}/submit`, { truthful: true })
    expect(handedIn.status).toBe(200)
    expect(handedIn.body.cases.map(({ service, state }) => [service, state])).toEqual(expect.arrayContaining([['telescope-permit', 'submitted'], ['lamp-dimming', 'waiting']]))
    expect(handedIn.body.cases).toHaveLength(2)
    expect(await ask(client, application.id)).toMatchObject({ follower: { id, number: handedIn.body.number } })
  })

  it('hands the results that were granted to what builds on them', async () => {
    const client = await town.test.as({ person: {} })
    const application = await handIn(client, answers())
    const permit = caseOf(application, 'telescope-permit')
    await act(approver, permit, 'accept')
    await act(approver, permit, 'grant', { values: { 'telescope.permitNumber': 'P20260007' } })
    await town.test.runJobs()
    await refuse(lamps, caseOf(application, 'lamp-dimming'))
    const { body: { id } } = await again(client, application.id)
    const draft = (await client.get<Draft>(`/applications/${id}/draft`)).body
    expect(included(draft)).toEqual(['lamp-dimming'])
    expect(draft.plan.concepts).toContainEqual(expect.objectContaining({ concept: 'telescope.permitNumber', value: 'P20260007', source: { kind: 'result', service: 'telescope-permit' } }))
    expect(draft.plan.evidence).toContainEqual(expect.objectContaining({ evidence: 'telescope-permit', source: { kind: 'result', service: 'telescope-permit' } }))
    const handedIn = await client.post<TrackingReply>(`/applications/${id}/submit`, { truthful: true })
    expect(handedIn.body.cases).toMatchObject([{ service: 'lamp-dimming', state: 'submitted' }])
    // Refused once more, the third still knows what the first was granted.
    await refuse(lamps, caseOf(handedIn.body, 'lamp-dimming'))
    const third = (await client.get<Draft>(`/applications/${(await again(client, id)).body.id}/draft`)).body
    expect(included(third)).toEqual(['lamp-dimming'])
    expect(third.plan.concepts).toContainEqual(expect.objectContaining({ concept: 'telescope.permitNumber', value: 'P20260007' }))
  })

  it('asked for twice, also at the same moment, is one draft', async () => {
    const { client, application } = await refused()
    const replies = await Promise.all([again(client, application.id), again(client, application.id)])
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1)
    expect((await again(client, application.id)).body.id).toBe(replies[0]?.body.id)
    await client.delete(`/applications/${replies[0]?.body.id}/draft`)
    expect((await ask(client, application.id)).follower).toBeNull()
    expect((await again(client, application.id)).status).toBe(201)
  })

  it('is for the applicant alone, and only where something was not granted', async () => {
    const { application } = await refused()
    const other = await town.test.as({ person: {} })
    expect((await again(other, application.id)).status).toBe(404)
    expect((await other.get(`/applications/${application.id}/again`)).status).toBe(404)
    expect((await again(approver, application.id)).status).toBe(403)
    const running = await handIn(other, answers())
    expect(await ask(other, running.id)).toMatchObject({ services: [] })
    expect((await again(other, running.id)).body.error.code).toBe('not_allowed_now')
    await other.post(`/applications/${running.id}/withdraw`, {})
    expect(await ask(other, running.id)).toMatchObject({ services: [] })
  })

  it('leaves another draft of the matter as it is, and names it', async () => {
    const { client, application } = await refused()
    const draft = await fillDraft(client, answers())
    const reply = await again(client, application.id)
    expect(reply.status).toBe(409)
    expect(reply.body.error).toMatchObject({ code: 'not_allowed_now', details: { draft } })
  })

  it('leaves nothing out any more once the draft is about another event', async () => {
    const { client, application } = await refused()
    const { body: { id } } = await again(client, application.id)
    await client.put(`/applications/${id}/answers`, { answers: { 'telescope.lampNumber': 'L9999' } })
    await client.request(uploadRequest(`/applications/${id}/uploads/receipt`))
    expect(included((await client.get<Draft>(`/applications/${id}/draft`)).body)).toEqual(['telescope-permit', 'lamp-dimming', 'star-chart'])
  })
})
