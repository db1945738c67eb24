// E-licences made from a register whose card has a last day: it comes with the record, is on the card and in every copy, follows the register,
// and when it is over nothing counts it: not the planner, not whoever checks, and the register is not asked about it any more.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { changedPacks, fillDraft, on, openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { confirmCredentials } from './confirming.ts'
import { sdJwtOf } from './copying.ts'
import { getCredential } from './credentials-store.ts'
import { residenceProof, withTypes } from './testing.ts'

type Held = { id: string; number: string; edition: number; standing: string; validUntil: string | null }
type Plan = { plan: { evidence: { evidence: string; source: { kind: string } }[] } }

const type = { ...residenceProof, until: 'applicant.cardUntil' }
const person = { name: '持证人', idNumber: '990101199005219990', region: '990101' }
const card = (validUntil: string | number | null | undefined, residenceAddress = '样例市东山区山前街道1号') =>
  ({ residenceAddress: { type: '居住卡', number: residenceAddress, validUntil }, residenceRegion: '990101', birthDate: '1990-05-21' })

/** The register of residents keeps a card with a last day, which an identity card is asked for without. */
const withCards = (catalogue: Catalogue): Catalogue => {
  const { residents, ...registries } = catalogue.registries
  const [birth, document] = [catalogue.concepts['applicant.birthDate'], catalogue.evidence['identity-card']]
  if (!residents || !birth || !document) throw new Error('the testing pack has changed')
  return {
    ...catalogue, concepts: { ...catalogue.concepts, 'applicant.cardUntil': { ...birth, id: 'applicant.cardUntil', constraint: {} } },
    registries: { ...registries, residents: { ...residents, endless: ['长期'], answers: { ...residents.answers, 'applicant.cardUntil': 'residenceAddress.validUntil' }, until: { 'applicant.address': 'residenceAddress.validUntil' } } },
    evidence: { ...catalogue.evidence, 'identity-card': { ...document, registries: [], credential: { type: type.id } } },
  }
}

describe('an e-licence of a card with a last day', () => {
  const { clock, turnTo } = turnable(on)
  let town: TelescopeTown
  beforeAll(async () => {
    const packs = withTypes(changedPacks(withCards))
    town = await openTelescopeTown(clock, { ...packs, credentialTypesFor: () => ({ [type.id]: type }) })
  })
  afterAll(() => town.close())

  const login = () => town.test.as({ person })
  const claim = (client: TestClient) => client.post<Held & { error?: { code: string; details: { because?: string } } }>('/credentials/claims', { type: type.id, consent: true })
  const night = (day: string) => {
    turnTo(`${day}T02:00:00Z`)
    return confirmCredentials(town.test.app)
  }
  const verdict = async (id: string) => (await town.test.asNobody.post<{ verdict: string }>('/verifications', { copy: await sdJwtOf(town.test.app, await getCredential(town.test.app.db.read, id)) })).body.verdict
  const proofIn = async (client: TestClient, draft: string) => (await client.get<Plan>(`/applications/${draft}/draft`)).body.plan.evidence.find(({ evidence }) => evidence === 'identity-card')?.source.kind

  it('has the last day of the record, follows the register when it is renewed, and is asked about under its own reference', async () => {
    town.registry.answer(card('2026-03-20'))
    const { body: held } = await claim(await login())
    expect(held).toMatchObject({ edition: 1, validUntil: '2026-03-20', standing: 'valid' })
    expect(town.registry.asked.at(-1)).toMatchObject({ caseNumber: `licence:${held.id}` })
    town.registry.answer(card('2027-03-20'))
    expect(await night('2026-03-03')).toBe(1)
    expect(town.registry.asked.at(-1)).toMatchObject({ caseNumber: `licence:${held.id}` })
    const cards = (await (await login()).get<Held[]>('/credentials')).body
    expect(cards.map(({ edition, validUntil, standing }) => [edition, validUntil, standing])).toEqual([[2, '2027-03-20', 'valid'], [1, '2026-03-20', 'replaced']])
    expect(cards.map(({ number }) => number)).toEqual([held.number, held.number])
    town.registry.answer(card('2026-03-10'))
    expect(await night('2026-03-04')).toBe(1)
  })

  it('counts on that day; after it nothing counts it: asked for again, expired to whoever checks, not asked about, and none is made of it', async () => {
    turnTo('2026-03-10T15:59:00Z')
    const [held] = (await (await login()).get<Held[]>('/credentials')).body
    const id = held?.id ?? ''
    const draft = await fillDraft(await login())
    expect([await verdict(id), await proofIn(await login(), draft)]).toEqual(['valid', 'credential'])
    turnTo('2026-03-10T16:01:00Z') // midnight in China
    const client = await login()
    expect([await verdict(id), await proofIn(client, draft)]).toEqual(['expired', 'upload'])
    expect((await client.get<Held[]>('/credentials')).body[0]).toMatchObject({ id, standing: 'expired' })
    const asked = town.registry.asked.length
    expect([await night('2026-03-12'), town.registry.asked.length]).toEqual([0, asked])
    expect((await getCredential(town.test.app.db.read, id)).status).toBe('valid')
    expect((await claim(await login())).body.error?.details.because).toBe('expired')
    town.registry.breakWith(500)
    expect((await claim(await login())).status).toBe(503)
    town.registry.answer(card(null))
    expect((await claim(await login())).body).toMatchObject({ edition: 4, validUntil: null, standing: 'valid' })
  })

  it('is not made where nobody can read the last day, and what there is neither ends nor changes; the declared word means without end', async () => {
    turnTo('2026-03-16T02:00:00Z')
    const latest = async () => (await (await login()).get<Held[]>('/credentials')).body[0]
    const before = await latest()
    expect(before).toMatchObject({ edition: 4, validUntil: null, standing: 'valid' })
    for (const unreadable of ['20260101', '2026.01.01', '2026/01/01', '2026-01-01T00:00:00Z', '2026-02-30', '20270101', '永久', 20270101, undefined]) {
      town.registry.answer(card(unreadable))
      const refused = await claim(await login())
      expect([unreadable, refused.status, refused.body.error?.code]).toEqual([unreadable, 503, 'unavailable'])
    }
    expect(await night('2026-03-17')).toBe(1)
    expect(await latest()).toEqual(before)
    town.registry.answer(card('长期', '样例市东山区山前街道2号'))
    expect((await claim(await login())).body).toMatchObject({ edition: 5, validUntil: null, standing: 'valid' })
  })
})
