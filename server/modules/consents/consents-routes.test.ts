// What departments ask somebody to agree to is theirs alone to see and to answer; a company's is for who acts for it. What guardians see is tested in the
// module powers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyDigest } from '../../kernel/person-digest.ts'
import type { TestClient } from '../../testing/app.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { on, openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'
import { isConsented } from './answering.ts'
import { askConsent } from './asking.ts'
import { findConsent } from './consents-store.ts'
import { wordingOf } from './showing.ts'

type Listed = { consents: { id: string; state: string; companyName: string | null; openUntil: string; withdrawnAt: string | null }[]; error?: { code: string } }

const company = { uscc: '91990100MA00000007', name: '样例节能服务公司' }
const purpose = '核对用能补贴申请人的住址'

describe('a consent a department asks for', () => {
  const { clock } = turnable(on)
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown(clock)
  })
  afterAll(() => town.close())

  const ask = async (subject: Record<string, string>, more: object = {}): Promise<string> =>
    (await askConsent(town.test.app, { id: 'energy', line: 'energy', region: '990101' }, { resource: 'residents', subject, fields: ['residenceAddress'], purpose, legalBasis: '《样例节能办法》第五条', caseNumber: 'E-1', until: '2026-06-30', ...more }, 'test')).id
  const holds = (id: string, idNumber: string, more: object = {}) => isConsented(town.test.app, id, { subject: keyDigest({ idNumber }), resource: 'residents', line: 'energy', region: '990101', purpose, caseNumber: 'E-1', fields: ['residenceAddress'], ...more })
  const list = async (client: TestClient) => (await client.get<Listed>('/department-consents')).body.consents
  const answer = (client: TestClient, id: string, action: string) => client.post<Listed>(`/department-consents/${id}/answer`, { action })
  const resident = async (nth: number) => {
    const idNumber = inventIdNumber(nth)
    return { idNumber, client: await town.test.as({ person: { idNumber } }) }
  }

  it('is answered by whom it asks: others find nothing, officials and strangers are refused', async () => {
    const { idNumber, client } = await resident(32_001)
    const id = await ask({ idNumber })
    expect(await list(client)).toMatchObject([{ id, state: 'asked', companyName: null, openUntil: '2026-04-01' }])
    const other = (await resident(32_002)).client
    expect(await list(other)).toEqual([])
    expect((await answer(other, id, 'agree')).status).toBe(404)
    const clerk = await town.test.as({ staff: [{ role: 'clerk', region: '990101', line: 'energy' }] })
    for (const [who, status] of [[clerk, 403], [town.test.asNobody, 401]] as const) expect([(await who.get('/department-consents')).status, (await answer(who, id, 'agree')).status]).toEqual([status, status])
    expect(await holds(id, idNumber)).toBe(false)
    expect((await answer(client, id, 'agree')).body.consents).toMatchObject([{ state: 'given' }])
    expect(await findConsent(town.test.app.db.read, id)).toMatchObject({ answeredBy: client.id, wording: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('is answered once: the same twice, or by two devices, is one answer; another one is refused', async () => {
    const { idNumber, client } = await resident(32_003)
    const id = await ask({ idNumber })
    expect((await answer(client, id, 'withdraw')).status).toBe(409)
    const answers = await Promise.all([answer(client, id, 'agree'), answer(client, id, 'agree')])
    expect([...answers, await answer(client, id, 'agree')].map(({ status }) => status)).toEqual([200, 200, 200])
    const [row] = await town.test.app.db.read`select count(*)::int as agreed from audit_entries where action = 'consents.agree' and subject_id = ${id}`
    expect(row?.['agreed']).toBe(1)
    expect([(await answer(client, id, 'decline')).status, (await answer(client, id, 'destroy')).status, (await client.post('/department-consents/none/answer', { action: 'agree' })).status]).toEqual([409, 400, 400])
    for (let twice = 0; twice < 2; twice += 1) expect((await answer(client, id, 'withdraw')).body.consents).toMatchObject([{ state: 'withdrawn', withdrawnAt: '2026-03-02T02:00:00.000Z' }])
    expect((await answer(client, id, 'agree')).status).toBe(409)
  })

  it('holds for this person, registry, authority, purpose, case and these fields, while it is given', async () => {
    const { idNumber, client } = await resident(32_004)
    const id = await ask({ idNumber })
    await answer(client, id, 'agree')
    expect(await holds(id, idNumber)).toBe(true)
    expect(await holds(id, idNumber, { fields: [] })).toBe(true)
    for (const wrong of [{ subject: keyDigest({ idNumber: inventIdNumber(32_005) }) }, { resource: 'births' }, { line: 'sky' }, { region: '990102' }, { purpose: '好奇' }, { caseNumber: 'E-2' }, { fields: ['residenceAddress', 'birthDate'] }]) expect(await holds(id, idNumber, wrong)).toBe(false)
    for (const other of ['', 'x', '2026-03-01T00:00:00.000Z', `${id}'`, '01980000-0000-7000-8000-000000000001']) expect(await holds(other, idNumber)).toBe(false)
  })

  it('may be asked for again with more fields, or shortly before it ends; what was given goes on meanwhile', async () => {
    const { idNumber, client } = await resident(32_006)
    const id = await ask({ idNumber })
    await answer(client, id, 'agree')
    expect(await ask({ idNumber }, { until: '2026-12-31' })).toBe(id)
    const more = await ask({ idNumber }, { fields: ['residenceAddress', 'birthDate'] })
    expect([more === id, await holds(id, idNumber)]).toEqual([false, true])
    await answer(client, more, 'decline')
    expect(await ask({ idNumber }, { fields: ['residenceRegion'] })).toBe(more)
    expect(await holds(id, idNumber)).toBe(true)
  })

  it('that waits is not stretched to more fields: whoever asks is told what it waits for', async () => {
    const { idNumber } = await resident(32_007)
    const id = await ask({ idNumber })
    await expect(ask({ idNumber }, { fields: ['residenceAddress', 'birthDate'] })).rejects.toMatchObject({ code: 'conflict', details: { id, fields: ['residenceAddress'] } })
    expect(await ask({ idNumber })).toBe(id)
  })

  it('is asked for each case anew, and whoever said no for one is asked for none for a month', async () => {
    const { idNumber, client } = await resident(32_008)
    const first = await ask({ idNumber })
    const second = await ask({ idNumber }, { caseNumber: 'E-2' })
    expect(second).not.toBe(first)
    await answer(client, second, 'agree')
    expect([await holds(second, idNumber, { caseNumber: 'E-2' }), await holds(second, idNumber)]).toEqual([true, false])
    await answer(client, first, 'decline')
    expect(await ask({ idNumber }, { caseNumber: 'E-3' })).toBe(first)
    expect(await ask({ idNumber }, { caseNumber: 'E-2' })).toBe(second)
  })

  it('is kept in the words that were answered, in their language, and they match their digest', async () => {
    const { idNumber, client } = await resident(32_012)
    const id = await ask({ idNumber })
    await client.request({ method: 'POST', url: `/api/v1/department-consents/${id}/answer`, headers: { 'accept-language': 'en', 'content-type': 'application/json' }, payload: JSON.stringify({ action: 'agree' }) })
    const kept = await findConsent(town.test.app.db.read, id)
    expect(kept?.shown).toMatchObject({ language: 'en', authorityName: expect.any(String), registryName: expect.any(String), items: [expect.any(String)], purpose, caseNumber: 'E-1', until: '2026-06-30', companyName: null })
    expect(kept?.wording).toBe(kept?.shown && wordingOf(kept.shown))
    await answer(client, id, 'withdraw')
    expect(await findConsent(town.test.app.db.read, id)).toMatchObject({ shown: kept?.shown, wording: kept?.wording })
  })

  it('that waits stands before what was answered, however long ago it was asked', async () => {
    const { idNumber, client } = await resident(32_013)
    const waiting = await ask({ idNumber })
    const given = await ask({ idNumber }, { caseNumber: 'E-2' })
    const withdrawn = await ask({ idNumber }, { caseNumber: 'E-3' })
    await answer(client, given, 'agree')
    await answer(client, withdrawn, 'agree')
    await answer(client, withdrawn, 'withdraw')
    expect((await list(client)).map(({ id }) => id)).toEqual([waiting, given, withdrawn])
  })

  it('of a company is for whoever acts for it', async () => {
    const agent = await town.test.as({ person: { companies: [company] } })
    const id = await ask({ creditCode: company.uscc })
    expect(await list(agent)).toMatchObject([{ id, companyName: company.name }])
    expect((await answer((await resident(32_010)).client, id, 'agree')).status).toBe(404)
    expect((await answer(agent, id, 'agree')).body.consents).toMatchObject([{ state: 'given' }])
  })

  it('is not asked of registries that need none, nor by a number nobody owns, nor for longer than a year', async () => {
    const idNumber = inventIdNumber(32_011)
    await expect(ask({ idNumber }, { resource: 'nothing' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(ask({ frameNumber: 'LX1' })).rejects.toMatchObject({ code: 'invalid' })
    for (const until of ['2026-03-01', '2027-03-04', '2026-02-30', 'soon']) await expect(ask({ idNumber }, { until })).rejects.toMatchObject({ code: 'invalid' })
    expect(await ask({ idNumber }, { until: '2027-03-03' })).toMatch(/-/)
  })
})
