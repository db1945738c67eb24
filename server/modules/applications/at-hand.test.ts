// What an applicant need not bring: a commitment signed instead of a document, and what an earlier application already holds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventIdNumber } from '../../testing/invented.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { changedPacks, fillDraft, handIn, openTelescopeTown, telescopeAnswers, turnable, type DraftReply, type TelescopeTown } from '../../testing/telescope.ts'
import type { PlannedConcept, PlannedEvidence } from '../planning/index.ts'

type Draft = DraftReply & { signed: { evidence: string; at: string }[]; missing: { commitments: string[] }; plan: { evidence: PlannedEvidence[]; concepts: PlannedConcept[] } }

/** Receipts do again for 30 days; so does the model. Where there is none, the words of a statement of gift may be signed. */
const lasting = (words: () => string) => (catalogue: Catalogue): Catalogue => {
  const { receipt, 'gift-statement': statement } = catalogue.evidence
  const model = catalogue.concepts['telescope.model']
  if (!receipt || !statement || !model) throw new Error('the testing pack has changed')
  return {
    ...catalogue,
    evidence: { ...catalogue.evidence, receipt: { ...receipt, validDays: 30 }, 'gift-statement': { ...statement, commitment: { statement: { 'zh-CN': words() } } } },
    concepts: { ...catalogue.concepts, 'telescope.model': { ...model, validDays: 30 } },
  }
}

describe('what is at hand', () => {
  let town: TelescopeTown
  let words = '望远镜是别人送的，属实。'
  const { clock, turnTo } = turnable('2026-03-02T02:00:00Z')
  beforeAll(async () => {
    // made anew for each day, so that a test can change the words
    town = await openTelescopeTown(clock, { ...changedPacks(lasting(() => words)), catalogueFor: (region, day) => changedPacks(lasting(() => words)).catalogueFor(region, day) })
  })
  afterAll(() => town.close())
  const start = async (client: Awaited<ReturnType<TelescopeTown['test']['as']>>) => (await client.post<Draft>('/applications', { matter: 'keep-telescope', region: '990101', answers: telescopeAnswers })).body
  const receipt = ({ plan }: Draft) => plan.evidence.find(({ needs }) => needs.some((need) => need.startsWith('telescope-permit/') && need !== 'telescope-permit/identity'))

  it('a commitment is signed, holds for its words only, and can be taken back', async () => {
    const client = await town.test.as({ person: {} })
    const draft = await start(client)
    const planned = draft.plan.evidence.find(({ source }) => source.kind === 'commitment')
    expect(planned).toMatchObject({ evidence: 'gift-statement', uploaded: false })
    expect(draft.missing.commitments).toEqual(['gift-statement'])
    const signed = (await client.put<Draft>(`/applications/${draft.id}/commitments`, { commitments: { 'gift-statement': true } })).body
    expect(signed).toMatchObject({ signed: [{ evidence: 'gift-statement', at: '2026-03-02T02:00:00.000Z' }], missing: { commitments: [] } })
    expect(signed.revision).toBeGreaterThan(draft.revision)
    words = '望远镜是别人送的，没有条件，属实。'
    expect((await client.get<Draft>(`/applications/${draft.id}/draft`)).body).toMatchObject({ signed: [], missing: { commitments: ['gift-statement'] } })
    await client.put(`/applications/${draft.id}/commitments`, { commitments: { 'gift-statement': true } })
    expect((await client.put<Draft>(`/applications/${draft.id}/commitments`, { commitments: { 'gift-statement': false } })).body.signed).toEqual([])
  })

  it('nothing is signed for a document that takes no commitment, nor in somebody else’s application, nor after handing in', async () => {
    const [client, stranger] = [await town.test.as({ person: {} }), await town.test.as({ person: {} })]
    const { id } = await start(client)
    expect((await client.put(`/applications/${id}/commitments`, { commitments: { receipt: true } })).status).toBe(400)
    expect((await stranger.put(`/applications/${id}/commitments`, { commitments: { 'gift-statement': true } })).status).toBe(404)
    const done = await handIn(await town.test.as({ person: {} }))
    expect((await client.put(`/applications/${done.id}/commitments`, { commitments: { 'gift-statement': true } })).status).toBe(404)
  })

  it('a signed commitment stands in the case in the words that were signed, and no document is needed', async () => {
    const client = await town.test.as({ person: {} })
    const { id } = await start(client)
    await client.put(`/applications/${id}/consents`, { consents: { residents: true } })
    const early = await client.post(`/applications/${id}/submit`, { truthful: true })
    expect(early).toMatchObject({ status: 422, body: { error: { code: 'incomplete', details: { commitments: ['gift-statement'], evidence: [] } } } })
    await client.put(`/applications/${id}/commitments`, { commitments: { 'gift-statement': true } })
    expect((await client.post(`/applications/${id}/submit`, { truthful: true })).status).toBe(200)
    const rows = await town.test.app.db.read<{ evidence: unknown }[]>`select evidence from cases where application_id = ${id} and service = 'telescope-permit'`
    expect(rows[0]?.evidence).toEqual(expect.arrayContaining([expect.objectContaining({ evidence: 'gift-statement', source: 'commitment', statement: { 'zh-CN': words }, files: [] })]))
  })

  it('a document and an answer of an earlier application are used again as long as they last, by the same person only', async () => {
    const who = { person: { idNumber: inventIdNumber(9_123) } }
    const client = await town.test.as(who)
    const first = await handIn(client)
    const again = (await client.post<Draft>('/applications', { matter: 'keep-telescope', region: '990101', answers: { ...telescopeAnswers, 'telescope.model': null } })).body
    expect(receipt(again)?.source).toMatchObject({ kind: 'submitted', application: first.number, on: '2026-03-02' })
    expect(again.plan.concepts.find(({ concept }) => concept === 'telescope.model')).toMatchObject({ source: { kind: 'earlier', application: first.number }, value: '牧夫座80', locked: false })
    const other = await town.test.as({ person: {} })
    expect(receipt(await start(other))?.source.kind).toBe('commitment')
    turnTo('2026-04-20T02:00:00Z')
    const late = (await (await town.test.as(who)).get<Draft>(`/applications/${again.id}/draft`)).body
    expect([receipt(late)?.source.kind, late.plan.concepts.find(({ concept }) => concept === 'telescope.model')?.source.kind]).toEqual(['commitment', 'ask'])
    turnTo('2026-03-02T02:00:00Z')
  })

  it('the file of an earlier application goes along with the new case', async () => {
    const client = await town.test.as({ person: {} })
    await handIn(client)
    const second = await start(client)
    await client.put(`/applications/${second.id}/consents`, { consents: { residents: true } })
    expect((await client.post(`/applications/${second.id}/submit`, { truthful: true })).status).toBe(200)
    const rows = await town.test.app.db.read<{ evidence: { source: string; files: unknown[] }[] }[]>`select evidence from cases where application_id = ${second.id} and service = 'telescope-permit'`
    expect(rows[0]?.evidence.find(({ source }) => source === 'submitted')?.files).toHaveLength(1)
    expect(await fillDraft(client)).toBeTruthy()
  })
})
