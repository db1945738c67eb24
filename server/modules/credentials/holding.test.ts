// E-licences in an application: used where no registry says the same, only while they hold, seen by the official and by their holder.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillDraft, openTelescopeTown, changedPacks, turnable, on, uploadRequest, type TelescopeTown } from '../../testing/telescope.ts'
import type { TestClient } from '../../testing/app.ts'
import { heldOf } from './holding.ts'
import type { Credential } from './credential.ts'
import { residenceProof, withTypes } from './testing.ts'

type Plan = { plan: { evidence: { evidence: string; source: { kind: string; credential?: string } }[] } }
type Held = { id: string; standing: string }

describe('an e-licence at hand', () => {
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown(turnable(on).clock, withTypes(changedPacks((catalogue) => {
      const card = catalogue.evidence['identity-card']
      return card ? { ...catalogue, evidence: { ...catalogue.evidence, 'identity-card': { ...card, registries: [], credential: { type: residenceProof.id } } } } : catalogue
    })))
  })
  afterAll(() => town.close())

  const sourceIn = async (client: TestClient, draft: string) => (await client.get<Plan>(`/applications/${draft}/draft`)).body.plan.evidence.find(({ evidence }) => evidence === 'identity-card')?.source
  const claim = async (client: TestClient): Promise<Held> => (await client.post<Held>('/credentials/claims', { type: residenceProof.id, consent: true })).body

  it('stands for the document in a draft, is named in the case with its standing, and its holder sees what it was used for', async () => {
    const client = await town.test.as({ person: { name: '观星人', idNumber: '990101199005219990', region: '990101' } })
    const draft = await fillDraft(client)
    expect(await sourceIn(client, draft)).toMatchObject({ kind: 'upload' })
    const held = await claim(client)
    expect(await sourceIn(client, draft)).toEqual({ kind: 'credential', type: residenceProof.id, credential: held.id })
    const { body } = await client.post<{ cases: { id: string; service: string }[] }>(`/applications/${draft}/submit`, { truthful: true })
    const permit = body.cases.find(({ service }) => service === 'telescope-permit')
    const { body: uses } = await client.get<{ kind: string; by: string; purpose: string; claims: { id: string }[]; reference: string }[]>(`/credentials/${held.id}/uses`)
    expect(uses).toMatchObject([{ kind: 'application', purpose: '拥有一台望远镜', reference: draft }])
    expect(uses[0]?.by).toContain('星空管理局')
    expect(uses[0]?.claims.map(({ id }) => id)).toEqual(['name', 'address', 'birthDate'])
    const clerk = await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })
    const west = await town.test.as({ staff: [{ role: 'clerk', region: '990102', line: 'sky' }] })
    expect((await clerk.get(`/cases/${permit?.id}/credentials`)).body).toMatchObject([{ evidence: 'identity-card', credential: { id: held.id, standing: 'valid' } }])
    expect((await west.get(`/cases/${permit?.id}/credentials`)).status).toBe(404)
    expect((await client.get(`/cases/${permit?.id}/credentials`)).status).toBe(403)
  })

  it('that is suspended stands for nothing: a draft asks for the document again', async () => {
    const client = await town.test.as({ person: { name: '另一人', idNumber: '990101199005219974', region: '990101' } })
    const draft = await fillDraft(client)
    const held = await claim(client)
    expect(await sourceIn(client, draft)).toMatchObject({ kind: 'credential' })
    const head = await town.test.as({ staff: [{ role: 'head', region: '990101', line: 'sky' }] })
    expect((await head.post(`/issued-credentials/${held.id}/suspend`, { reasons: '核查' })).status).toBe(200)
    expect(await sourceIn(client, draft)).toMatchObject({ kind: 'upload' })
  })
})

describe('what an e-licence states', () => {
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown(turnable(on).clock, withTypes())
  })
  afterAll(() => town.close())

  type Stated = { plan: { concepts: { concept: string; source: { kind: string; credential?: string }; value?: unknown; locked: boolean }[]; after: { fields: number } } }
  const draftOf = async (client: TestClient, draft: string) => (await client.get<Stated>(`/applications/${draft}/draft`)).body.plan
  const conceptIn = async (client: TestClient, draft: string, id: string) => (await draftOf(client, draft)).concepts.find(({ concept }) => concept === id)

  it('is not asked where its register was declined; the official reads where it is from, its holder which of it was used', async () => {
    const client = await town.test.as({ person: { name: '观星人', idNumber: '990101199005219990', region: '990101' } })
    const draft = await fillDraft(client)
    await client.put(`/applications/${draft}/consents`, { consents: { residents: false } })
    const before = await draftOf(client, draft)
    expect(before.concepts.find(({ concept }) => concept === 'applicant.address')?.source.kind).toBe('ask')
    const held = (await client.post<Held>('/credentials/claims', { type: residenceProof.id, consent: true })).body
    const after = await draftOf(client, draft)
    expect(after.concepts.find(({ concept }) => concept === 'applicant.address')).toMatchObject({ source: { kind: 'credential', type: residenceProof.id, credential: held.id }, locked: false, value: expect.any(String) })
    expect(after.after.fields).toBeLessThan(before.after.fields)

    await client.put(`/applications/${draft}/answers`, { answers: { 'applicant.address': '示例市东山区别处路8号', 'applicant.region': '990101' } })
    expect(await conceptIn(client, draft, 'applicant.address')).toMatchObject({ source: { kind: 'ask' }, value: '示例市东山区别处路8号' })
    await client.put(`/applications/${draft}/answers`, { answers: { 'applicant.address': null } })

    await client.request(uploadRequest(`/applications/${draft}/uploads/identity-card`))
    const sent = await client.post<{ cases: { id: string; service: string }[] }>(`/applications/${draft}/submit`, { truthful: true })
    expect(sent.status).toBe(200)
    const permit = sent.body.cases.find(({ service }) => service === 'telescope-permit')
    const clerk = await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'sky' }] })
    const { body: shown } = await clerk.get<{ content: { concept: string; source: string; asOf: string | null }[] }>(`/cases/${permit?.id}`)
    expect(shown.content.find(({ concept }) => concept === 'applicant.address')).toMatchObject({ source: 'credential', asOf: expect.stringContaining('2026-03-02') })
    expect((await client.get<{ kind: string; claims: { id: string }[] }[]>(`/credentials/${held.id}/uses`)).body).toMatchObject([{ kind: 'application', claims: [{ id: 'address' }, { id: 'birthDate' }] }])
  })
})

describe('what somebody holds', () => {
  const one = (more: Partial<Credential>): Credential => ({
    id: 'c', type: 't', number: '', edition: 1, holderPersonId: 'p', holder: null, issuer: { line: 'sky', region: '990101' }, claims: {}, values: {}, issuedAt: on, validUntil: null, status: 'valid', because: null, origin: 'result', resultId: null, statusList: '', statusIndex: 0, ...more,
  })

  it('counts on its last day and not after it, never once ended; of somebody else under their number only', () => {
    expect(heldOf([one({ validUntil: '2026-03-02' })], 'own', '2026-03-02')).toEqual([{ id: 'c', type: 't', validUntil: '2026-03-02' }, { id: 'c', type: 't', validUntil: '2026-03-02', holder: 'own' }])
    expect(heldOf([one({ validUntil: '2026-03-01' }), one({ status: 'revoked' }), one({ status: 'suspended' }), one({ status: 'replaced' })], 'own', '2026-03-02')).toEqual([])
    expect(heldOf([one({ holder: 'child' })], 'own', '2026-03-02')).toEqual([{ id: 'c', type: 't', holder: 'child' }])
  })
})
