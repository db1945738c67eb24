// Changing and extending a result over HTTP: begun from it, nothing asked again, decided as a case of its own, the next edition in its place;
// what stands against it, and what counts as extended when nobody decides in time.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRow } from '../../kernel/field-encryption.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { TestClient } from '../../testing/app.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { changedPacks, fillDraft, on, openTelescopeTown, turnable, type DraftReply, type TelescopeTown, type TrackingReply } from '../../testing/telescope.ts'
import { lapse } from '../cases/index.ts'
import type { Catalogue, Service } from '../catalogue/index.ts'

const law = { title: '样例星空条例' }

/** The permit holds for a year; it can be changed at any time, and extended from ninety to thirty days before its end. */
const withAmendments = (catalogue: Catalogue): Catalogue => {
  const [permit, matter] = [catalogue.services['telescope-permit'], catalogue.matters['keep-telescope']]
  if (!permit || !matter) return catalogue
  const plain: Service = { ...permit, dependsOn: [], evidence: [], requirements: [], decision: 'manual' }
  const change: Service = { ...plain, id: 'permit-change', amends: { service: permit.id, way: 'change', matter: 'change-permit', anew: ['telescope.model'], legalBasis: law } }
  const extension: Service = { ...plain, id: 'permit-extension', amends: { service: permit.id, way: 'extend', matter: 'extend-permit', opens: 90, legalBasis: law } }
  const matterOf = (id: string, service: string) => ({ ...matter, id, scenario: [], services: [{ service, optional: false }] })
  return {
    ...catalogue,
    services: { ...catalogue.services, [permit.id]: { ...permit, decision: 'manual', result: { ...permit.result, validFor: { months: 12, legalBasis: law } } }, [change.id]: change, [extension.id]: extension },
    matters: { ...catalogue.matters, 'change-permit': matterOf('change-permit', change.id), 'extend-permit': matterOf('extend-permit', extension.id) },
  }
}

type Own = { id: string; service: string; number: string; standing: string; validUntil: string; edition: number; inForce: boolean; pending: string | null; ways: { service: string; way: string; possible: boolean; because: string | null; opensOn: string | null; closesOn: string | null }[] }

const extendable = '2027-01-10T02:00:00Z'

describe('changing and extending a result', () => {
  let town: TelescopeTown
  let turnTo: (iso: string) => void
  let people = 0
  beforeAll(async () => {
    const { clock, turnTo: turn } = turnable(on)
    turnTo = turn
    town = await openTelescopeTown(clock, changedPacks(withAmendments))
  })
  afterAll(() => town.close())

  const approver = () => town.test.as({ staff: [{ role: 'approver', line: 'sky', region: '990101' }, { role: 'head', line: 'sky', region: '990101' }], name: '科长乙', subject: 'approver' })
  const decide = async (id: string, action: string, body: Record<string, unknown> = {}) => {
    const staff = await approver()
    const { revision } = (await staff.get<{ revision: number }>(`/cases/${id}`)).body
    return staff.post<{ state: string; course: { result: { standing: string } | null }; error?: { details: { because: string } } }>(`/cases/${id}/${action}`, { revision, ...body })
  }
  const grant = async (id: string) => {
    await decide(id, 'accept')
    return decide(id, 'grant', {})
  }
  const results = async (client: TestClient) => (await client.get<{ results: Own[] }>('/my-results')).body.results.filter(({ service }) => service === 'telescope-permit')
  /** Somebody with a permit; logs in anew on another day. */
  const holder = async () => {
    turnTo(on)
    people += 1
    const person = { name: '观星人', subject: `holder-${people}`, idNumber: inventIdNumber(7_000 + people) }
    const client = await town.test.as({ person })
    const { body } = await client.post<TrackingReply>(`/applications/${await fillDraft(client)}/submit`, { truthful: true })
    const id = body.cases.find(({ service }) => service === 'telescope-permit')?.id ?? ''
    expect((await grant(id)).body).toMatchObject({ state: 'granted' })
    return { logIn: () => town.test.as({ person }), id }
  }
  /** Which authority is competent follows from a register, which may be asked. */
  const begin = async (client: TestClient, result: string, service: string) => {
    const begun = await client.post<{ application: string; error: { code: string; details: { because: string } } }>(`/my-results/${result}/amendments`, { service })
    if (begun.status === 201) await client.put(`/applications/${begun.body.application}/consents`, { consents: { residents: true } })
    return begun
  }
  const handedIn = async (client: TestClient, result: string, service: string) => {
    const { application } = (await begin(client, result, service)).body
    const submitted = await client.post<TrackingReply>(`/applications/${application}/submit`, { truthful: true })
    expect([submitted.status, submitted.body]).toMatchObject([200, { cases: [{ state: 'submitted' }] }])
    return submitted.body.cases[0]?.id ?? ''
  }

  it('a change takes over everything, shows what may be different, and granted it is the next edition under the same number', async () => {
    const { logIn, id } = await holder()
    const client = await logIn()
    const [before] = await results(client)
    expect(before).toMatchObject({ standing: 'valid', validUntil: '2027-03-01', edition: 1, inForce: true, ways: [{ way: 'change', possible: true }, { way: 'extend', possible: false, because: 'early', opensOn: '2026-12-01', closesOn: '2027-01-30' }] })
    const { body: { application } } = await begin(client, before?.id ?? '', 'permit-change')
    const draft = (await client.get<DraftReply>(`/applications/${application}/draft`)).body
    expect(draft.missing).toMatchObject({ questions: [], answers: [], evidence: [] })
    expect(draft.answers).toMatchObject({ 'telescope.model': '牧夫座80' })
    expect(draft.plan.concepts.find(({ concept }) => concept === 'telescope.aperture')).toMatchObject({ source: { kind: 'result', service: 'telescope-permit' }, value: 80, locked: true })
    expect((await begin(client, before?.id ?? '', 'permit-change')).body.application).toBe(application)
    await client.put(`/applications/${application}/answers`, { answers: { 'telescope.model': '牧夫座90' } })
    const { body } = await client.post<TrackingReply>(`/applications/${application}/submit`, { truthful: true })
    expect((await results(client))[0]).toMatchObject({ pending: body.cases[0]?.id, ways: [{ possible: false, because: 'pending' }, { possible: false }] })
    expect((await grant(body.cases[0]?.id ?? '')).body).toMatchObject({ state: 'granted', course: { result: { standing: 'valid' } } })
    const after = await results(client)
    expect(after).toMatchObject([{ number: before?.number, edition: 2, validUntil: '2027-03-01', inForce: true, pending: null }])
    const tracked = (await client.get<TrackingReply>(`/applications/${application}`)).body
    expect(JSON.stringify(tracked.cases[0]?.result)).toContain('牧夫座90')
    const old = (await (await approver()).get<{ course: { result: { standing: string } } }>(`/cases/${id}`)).body
    expect(old.course.result).toMatchObject({ standing: 'replaced' })
    const [kept] = await town.test.app.db.read<{ id: string; sealed: string; standing: string }[]>`select id, sealed, standing from results where case_id = ${id}`
    expect([kept?.standing, JSON.stringify(kept && openRow(sealedTables.results, kept.id, kept.sealed))]).toEqual(['replaced', expect.stringContaining('牧夫座80')])
  })

  it('an extension goes on from the end; refused, the old one holds through its last day', async () => {
    const [granted, refused] = [await holder(), await holder()]
    turnTo(extendable)
    const client = await granted.logIn()
    await grant(await handedIn(client, (await results(client))[0]?.id ?? '', 'permit-extension'))
    expect(await results(client)).toMatchObject([{ edition: 2, validUntil: '2028-03-01', standing: 'valid' }])
    const other = await refused.logIn()
    const id = await handedIn(other, (await results(other))[0]?.id ?? '', 'permit-extension')
    await decide(id, 'accept')
    await decide(id, 'refuse', { reasons: '不再符合条件' })
    expect(await results(other)).toMatchObject([{ edition: 1, validUntil: '2027-03-01', inForce: true, pending: null, ways: [{ possible: true }, { possible: true }] }])
    turnTo('2027-03-02T02:00:00Z')
    expect(await results(await refused.logIn())).toMatchObject([{ standing: 'expired', inForce: false, ways: [{ because: 'expired' }, { because: 'expired' }] }])
  })

  it('asked for in time and not decided by the end it counts as extended, once, and its holder is told', async () => {
    const { logIn } = await holder()
    turnTo(extendable)
    const early = await logIn()
    const id = await handedIn(early, (await results(early))[0]?.id ?? '', 'permit-extension')
    turnTo('2027-03-01T02:00:00Z')
    expect((await lapse(town.test.app)).extended).toBe(0)
    turnTo('2027-03-02T02:00:00Z')
    expect((await lapse(town.test.app)).extended).toBe(1)
    expect((await lapse(town.test.app)).extended).toBe(0)
    const client = await logIn()
    expect(await results(client)).toMatchObject([{ edition: 2, validUntil: '2028-03-01', inForce: true }])
    const { history, state } = (await (await approver()).get<{ history: { action: string }[]; state: string }>(`/cases/${id}`)).body
    expect([state, history.at(-1)?.action]).toEqual(['granted', 'deemExtended'])
    const { body } = await client.get<{ messages: { title: string }[] }>('/messages')
    expect(body.messages.map(({ title }) => title)).toContainEqual(expect.stringContaining('视为准予延续'))
  })

  it('is not extended by law while its holder owes a correction', async () => {
    const { logIn } = await holder()
    turnTo(extendable)
    const client = await logIn()
    const id = await handedIn(client, (await results(client))[0]?.id ?? '', 'permit-extension')
    await decide(id, 'supplement-request', { items: [{ what: '型号看不清' }] })
    turnTo('2027-03-02T02:00:00Z')
    expect((await lapse(town.test.app)).extended).toBe(0)
    expect(await results(await logIn())).toMatchObject([{ edition: 1, standing: 'expired' }])
  })

  it('tells holders ninety and forty-five days before the end and after it', async () => {
    const { logIn } = await holder()
    const titles = async () => (await (await logIn()).get<{ messages: { title: string }[] }>('/messages')).body.messages.map(({ title }) => title).filter((title) => /到期/.test(title))
    for (const [day, count] of [['2026-11-30', 0], ['2026-12-01', 1], ['2026-12-02', 1], ['2027-01-15', 2], ['2027-03-02', 3], ['2027-03-09', 3]] as const) {
      turnTo(`${day}T02:00:00Z`)
      await lapse(town.test.app)
      expect([day, (await titles()).length]).toEqual([day, count])
    }
  })

  it('is not begun for what is not mine, not amended by that service, or out of its days', async () => {
    const { logIn, id } = await holder()
    const client = await logIn()
    const [one] = await results(client)
    const stranger = await town.test.as({ person: { name: '别人', subject: 'stranger', idNumber: inventIdNumber(7_900) } })
    expect((await begin(stranger, one?.id ?? '', 'permit-change')).status).toBe(404)
    expect((await town.test.asNobody.post(`/my-results/${one?.id}/amendments`, { service: 'permit-change' })).status).toBe(401)
    expect((await (await approver()).get('/my-results')).status).toBe(403)
    expect((await begin(client, one?.id ?? '', 'telescope-permit')).status).toBe(404)
    expect((await begin(client, one?.id ?? '', 'permit-extension')).body.error).toMatchObject({ code: 'not_allowed_now', details: { because: 'early' } })
    const { body: { application } } = await begin(client, one?.id ?? '', 'permit-change')
    await town.test.app.db.transaction(async (tx) => void (await tx`update results set standing = 'revoked' where case_id = ${id}`))
    const late = await client.post<{ error: { details: { because: string } } }>(`/applications/${application}/submit`, { truthful: true })
    expect([late.status, late.body.error.details.because]).toEqual([409, 'standing'])
    expect((await client.get<DraftReply>(`/applications/${application}/draft`)).body.state).toBe('draft')
  })
})
