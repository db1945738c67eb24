// Acting by law: only whom the register names, only as long as it does, the other parent sees it and can object, and always by name.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { creditCodeCheckCharacter, residentIdCheckDigit } from '../../kernel/identifiers.ts'
import type { TestClient } from '../../testing/app.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { changedPacks, fillDraft, on, openTelescopeTown, residence, telescopeAnswers, turnable, type DraftReply, type TelescopeTown, type TrackingReply } from '../../testing/telescope.ts'
import type { Catalogue, ProvenPower } from '../catalogue/index.ts'
import { askConsent } from '../consents/index.ts'
import { actingBy } from '../windows/testing.ts'
import { confirmPowers } from './powers-jobs.ts'
import { tellGuardians } from './telling-guardians.ts'

type Power = { id: string; mandate: string; side: string; name: string; holderName: string; state: string; endsOn: string | null; endedBy: string | null; actions: string[]; mayAct: boolean }
type Refused = { error: { code: string; details?: unknown } }
type Messages = { messages: { title: string }[] }

/** A child’s account knows no phone. */
const asChild = { ...telescopeAnswers, 'applicant.phone': '15400000009' }

const legalBasis = { title: '中华人民共和国民法典' }
const proves: ProvenPower[] = [
  { power: 'guardian', key: 'idNumber', name: 'name', holders: ['mother', 'father'], endsAtAge: 18, legalBasis },
  { power: 'company', key: 'creditCode', name: 'name', holders: ['representative'], legalBasis },
]

/** The register of residents proves powers, and the matter is one of companies as well. */
const provingPowers = (catalogue: Catalogue): Catalogue => {
  const { residents } = catalogue.registries
  const matter = catalogue.matters['keep-telescope']
  if (!residents || !matter) return catalogue
  return { ...catalogue, registries: { ...catalogue.registries, residents: { ...residents, proves } }, matters: { ...catalogue.matters, 'company-telescope': { ...matter, id: 'company-telescope', audience: 'organisation' } } }
}

const time = turnable(on)
let town: TelescopeTown
let supervisor: TestClient
let nth = 2000

beforeAll(async () => {
  town = await openTelescopeTown(time.clock, changedPacks(provingPowers))
  supervisor = await town.test.as({ staff: [{ role: 'supervisor', region: '990000', line: null }] })
})
afterAll(() => town.close())
beforeEach(() => {
  time.turnTo(on)
  town.registry.answer(residence)
})

const resident = async (name: string) => {
  nth += 1
  const idNumber = inventIdNumber(nth)
  return { name, idNumber, client: await town.test.as({ person: { name, idNumber, region: '990101' } }) }
}
/** Logged in anew: sessions do not last for days. */
const again = ({ name, idNumber }: { name: string; idNumber: string }) => town.test.as({ person: { name, idNumber, region: '990101' } })
/** A number nobody has, of somebody born that day. */
const bornOn = (day: string): string => {
  nth += 1
  const digits = `440305${day.replaceAll('-', '')}${String(nth % 1000).padStart(3, '0')}`
  return digits + residentIdCheckDigit(digits)
}
const creditCode = (): string => {
  nth += 1
  const characters = `91440300MA999${nth}`
  return characters + creditCodeCheckCharacter(characters)
}
const messagesOf = async ({ client }: { client: TestClient }) => (await client.get<Messages>('/messages')).body.messages.map(({ title }) => title)

/** Two parents and a child of twelve; the mother has had it confirmed. */
const family = async (birthDate = '2014-03-12') => {
  const [mother, father] = [await resident('苏澜'), await resident('顾川')]
  const child = bornOn(birthDate)
  town.registry.answer({ ...residence, name: '小禾', mother: mother.idNumber, father: father.idNumber })
  const { body: power } = await mother.client.post<Power>('/powers', { kind: 'guardian', number: child })
  return { mother, father, child, power, acting: actingBy(mother.client, power.mandate) }
}

describe('a guardian', () => {
  it('is whom the register names: then acts for the child, by name, in an account of the child’s own', async () => {
    const { mother, acting, power } = await family()
    expect(power).toMatchObject({ name: '小禾', side: 'holder', state: 'proven', endsOn: '2032-03-11', actions: ['end'], mayAct: true })
    const id = await fillDraft(acting, asChild)
    const { body } = await acting.post<TrackingReply & { history: { actorName: string }[] }>(`/applications/${id}/submit`, { truthful: true })
    expect(body.history).toContainEqual(expect.objectContaining({ action: 'submit', actorName: '苏澜 代 小禾' }))
    expect((await mother.client.get<{ applications: unknown[] }>('/applications')).body.applications).toEqual([])
    const entries = await town.test.app.db.read`select actor_id, detail from audit_entries where action = 'applications.submit' and subject_id = ${id}`
    expect(entries).toMatchObject([{ actor_id: mother.client.id, detail: { actingFor: { mandate: power.mandate, capacity: 'guardian' } } }])
  })

  it('is nobody else, and whoever tries numbers learns nothing and is stopped', async () => {
    const { child } = await family()
    const stranger = await resident('路人')
    const refused = await stranger.client.post<Refused>('/powers', { kind: 'guardian', number: child })
    expect([refused.status, refused.body.error.code, refused.body.error.details]).toEqual([422, 'power_unproven', undefined])
    town.registry.answer(undefined)
    expect((await stranger.client.post<Refused>('/powers', { kind: 'guardian', number: child })).body.error.code).toBe('power_unproven')
    const codes = []
    for (let attempt = 0; attempt < 12; attempt += 1) codes.push((await stranger.client.post<Refused>('/powers', { kind: 'guardian', number: bornOn('2015-05-05') })).body.error.code)
    expect(codes.at(-1)).toBe('too_many_look_ups')
    expect((await town.test.asNobody.get('/powers')).status).toBe(401)
  })

  it('hears that the register is silent, and may try again', async () => {
    const mother = await resident('苏澜')
    town.registry.breakWith(400)
    expect((await mother.client.post<Refused>('/powers', { kind: 'guardian', number: bornOn('2014-03-12') })).body.error.code).toBe('unavailable')
  })

  it('says which number is wrong', async () => {
    const mother = await resident('苏澜')
    const details = async (number: string) => (await mother.client.post<Refused>('/powers', { kind: 'guardian', number })).body.error.details
    expect(await details('440305201403120000')).toMatchObject({ field: 'number' })
    expect(await details(mother.idNumber)).toEqual({ field: 'number', problem: 'self' })
  })

  it('may act until the day before the child is eighteen, not a day longer; what was filled in stays the child’s', async () => {
    const { acting: then, mother, father, power } = await family('2008-03-05')
    const id = await fillDraft(then, asChild)
    time.turnTo('2026-03-04T15:59:00Z')
    const client = await again(mother)
    const acting = actingBy(client, power.mandate)
    expect((await acting.get(`/applications/${id}/draft`)).status).toBe(200)
    time.turnTo('2026-03-04T16:00:00Z')
    expect((await acting.post<Refused>(`/applications/${id}/submit`, { truthful: true })).body.error.code).toBe('mandate_ended')
    await confirmPowers(town.test.app)
    expect((await client.get<{ powers: Power[] }>('/powers')).body.powers).toMatchObject([{ state: 'over', endedBy: 'age', actions: [] }])
    expect(await messagesOf({ client })).toContain('替小禾办事的资格已经结束')
    town.registry.answer({ ...residence, name: '小禾', mother: mother.idNumber, father: father.idNumber })
    expect((await client.post<Refused>('/powers', { kind: 'guardian', number: bornOn('2008-03-05') })).body.error.code).toBe('power_unproven')
  })

  it('is over when the register no longer says so, and goes on while the register is silent', async () => {
    const { mother, father, power } = await family()
    time.turnTo('2026-03-03T18:00:00Z')
    const client = await again(mother)
    const acting = actingBy(client, power.mandate)
    town.registry.breakWith(400)
    await confirmPowers(town.test.app)
    expect((await acting.get('/applications')).status).toBe(200)
    time.turnTo('2026-03-03T18:01:00Z')
    town.registry.answer({ ...residence, name: '小禾', mother: null, father: father.idNumber })
    await confirmPowers(town.test.app)
    expect((await acting.get<Refused>('/applications')).body.error.code).toBe('mandate_ended')
    expect((await client.get<{ powers: Power[] }>('/powers')).body.powers).toMatchObject([{ state: 'over', endedBy: 'register' }])
  })

  it('is seen by the other parent, who may object; it rests until an official has heard both', async () => {
    const { mother, father, acting, power } = await family()
    expect(await messagesOf(father)).toContain('苏澜可以作为监护人替小禾办事')
    expect((await father.client.get<{ powers: Power[] }>('/powers')).body.powers).toMatchObject([{ id: power.id, side: 'guardian', holderName: '苏澜', actions: ['object'], mayAct: false }])
    expect((await actingBy(father.client, power.mandate).get<Refused>('/applications')).body.error.code).toBe('mandate_ended')
    const id = await fillDraft(acting, asChild)
    expect((await father.client.post<Power>(`/powers/${power.id}/answer`, { action: 'object', reason: '还没有商量好' })).body.state).toBe('contested')
    expect((await acting.post<Refused>(`/applications/${id}/submit`, { truthful: true })).body.error.code).toBe('mandate_ended')
    expect(await messagesOf(mother)).toContain('替小禾办事先停下了')
    expect((await supervisor.get<{ powers: object[] }>('/contested-powers')).body.powers).toContainEqual(expect.objectContaining({ id: power.id, holderName: '苏澜', objectorName: '顾川', reason: '还没有商量好', actions: ['uphold', 'dismiss'] }))
    expect((await supervisor.post<Power>(`/contested-powers/${power.id}/decide`, { action: 'uphold', reason: '双方已经谈妥' })).body.state).toBe('proven')
    expect((await acting.post<TrackingReply>(`/applications/${id}/submit`, { truthful: true })).status).toBe(200)
    expect(await messagesOf(father)).toContain('可以继续替小禾办事')
  })

  it('is decided about only by those of the region, and only while it is contested', async () => {
    const { father, mother, power, acting } = await family()
    const elsewhere = await town.test.as({ staff: [{ role: 'supervisor', region: '980000', line: null }] })
    expect((await supervisor.post<Refused>(`/contested-powers/${power.id}/decide`, { action: 'dismiss', reason: '没有争议' })).body.error.code).toBe('not_allowed_now')
    await father.client.post(`/powers/${power.id}/answer`, { action: 'object', reason: '' })
    expect((await elsewhere.get<{ powers: unknown[] }>('/contested-powers')).body.powers).toEqual([])
    expect((await elsewhere.post(`/contested-powers/${power.id}/decide`, { action: 'dismiss', reason: '不在辖区' })).status).toBe(404)
    expect((await (await town.test.as({ staff: [{ role: 'clerk', region: '990000', line: null }] })).get('/contested-powers')).status).toBe(403)
    expect((await mother.client.post<Refused>(`/powers/${power.id}/answer`, { action: 'object', reason: '' })).body.error.code).toBe('not_allowed_now')
    await supervisor.post(`/contested-powers/${power.id}/decide`, { action: 'dismiss', reason: '不利于孩子' })
    expect((await acting.get<Refused>('/applications')).body.error.code).toBe('mandate_ended')
    expect((await (await resident('路人')).client.post(`/powers/${power.id}/answer`, { action: 'object', reason: '' })).status).toBe(404)
  })

  it('is seen to have been asked about: the look-up stands in what was read of the child', async () => {
    const { mother, child, power } = await family()
    expect(town.registry.asked.at(-1)).toMatchObject({ caseNumber: `power:${power.id}` })
    const grown = await town.test.as({ person: { name: '小禾', idNumber: child } })
    const calls = (await grown.get<{ uses: { purpose: string; own: boolean }[] }>('/data-use?kind=lookUp')).body.uses
    expect(calls).toContainEqual(expect.objectContaining({ purpose: '核对监护关系', own: false }))
    expect((await mother.client.get<{ uses: { purpose: string; own: boolean; applicationId: string | null; reference: string | null }[] }>('/data-use?kind=lookUp')).body.uses).toContainEqual(expect.objectContaining({ purpose: '核对监护关系', own: true, applicationId: null, reference: '核对谁能替您或者您能替谁办事' }))
  })
})

describe('a consent a department asks of a ward', () => {
  type Consents = { consents: { id: string; state: string }[] } & Partial<Refused>
  const ask = async (subject: Record<string, string>): Promise<string> =>
    (await askConsent(town.test.app, { id: 'energy', line: 'energy', region: '990101' }, { resource: 'residents', subject, fields: ['residenceAddress'], purpose: '核对住址', legalBasis: '《样例节能办法》', caseNumber: 'E-1', until: '2026-06-30' }, 'test')).id
  const list = (client: TestClient) => client.get<Consents>('/department-consents')
  const answer = (client: TestClient, id: string, action = 'agree') => client.post<Consents>(`/department-consents/${id}/answer`, { action })

  it('reaches the guardian, who sees it and answers it in the ward’s name, and nobody is told twice', async () => {
    const { mother, father, child, acting } = await family()
    const id = await ask({ idNumber: child })
    await town.test.runJobs()
    await tellGuardians(town.test.app, id)
    const told = '东山区能源局请您替小禾答复：能否查询居民库'
    expect([(await messagesOf(mother)).filter((title) => title === told), (await messagesOf(father)).includes(told)]).toEqual([[told], false])
    expect((await list(mother.client)).body.consents).toEqual([])
    expect((await answer(mother.client, id)).status).toBe(404)
    expect((await list(acting)).body.consents).toMatchObject([{ id, state: 'asked' }])
    const both = await Promise.all([answer(acting, id), answer(acting, id)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect((await answer(acting, id, 'withdraw')).body.consents).toMatchObject([{ id, state: 'withdrawn' }])
  })

  it('is out of reach once the guardian’s power rests, and of who only acts for the guardian', async () => {
    const { father, child, power, acting } = await family()
    const id = await ask({ idNumber: child })
    await father.client.post(`/powers/${power.id}/answer`, { action: 'object', reason: '还没有商量好' })
    expect([(await list(acting)).body.error?.code, (await answer(acting, id)).body.error?.code]).toEqual(['mandate_ended', 'mandate_ended'])
    expect([(await list(father.client)).body.consents, (await answer(father.client, id)).status]).toEqual([[], 404])
  })

  it('is neither read nor answered by family in an adult’s name', async () => {
    const [elder, son] = [await resident('周兰'), await resident('陈志强')]
    const { body: offered } = await elder.client.post<{ id: string; mandate: string }>('/delegations', { as: 'person', other: { name: son.name, idNumber: son.idNumber }, matters: null, endsOn: '2026-03-31', maxUses: null, reason: '' })
    expect((await son.client.post(`/delegations/${offered.id}/answer`, { action: 'accept' })).status).toBe(200)
    const id = await ask({ idNumber: elder.idNumber })
    const acting = actingBy(son.client, offered.mandate)
    expect((await acting.get('/applications')).status).toBe(200)
    for (const reply of [await list(acting), await answer(acting, id)]) expect([reply.status, reply.body.error?.code]).toEqual([403, 'while_acting'])
    expect((await list(elder.client)).body.consents).toMatchObject([{ id, state: 'asked' }])
  })
})

describe('a legal representative', () => {
  const company = async () => {
    const [head, clerk] = [await resident('卓总'), await resident('小方')]
    const number = creditCode()
    town.registry.answer({ ...residence, name: '示例公司', representative: head.idNumber })
    const { body: power } = await head.client.post<Power>('/powers', { kind: 'company', number })
    return { head, clerk, number, power }
  }
  const endsOn = '2026-03-31'
  const name = (by: { client: TestClient }, power: Power, to: { name: string; idNumber: string }, more: object = {}) =>
    by.client.post<{ id: string; mandate: string; companyName: string; standing: string } & Refused>(`/powers/${power.id}/staff`, { name: to.name, idNumber: to.idNumber, matters: null, endsOn, maxUses: null, reason: '', ...more })

  it('names staff, who answer what departments ask of the company and nothing of its representative', async () => {
    const { head, clerk, power, number } = await company()
    const asked = (subject: Record<string, string>) =>
      askConsent(town.test.app, { id: 'energy', line: 'energy', region: '990101' }, { resource: 'residents', subject, fields: ['residenceAddress'], purpose: '核对住址', legalBasis: '《样例节能办法》', caseNumber: 'E-1', until: '2026-06-30' }, 'test')
    const [ofCompany] = [await asked({ creditCode: number }), await asked({ idNumber: head.idNumber })]
    const { body } = await name(head, power, clerk)
    await clerk.client.post(`/delegations/${body.id}/answer`, { action: 'accept' })
    const acting = actingBy(clerk.client, body.mandate)
    expect((await acting.get<{ consents: object[] }>('/department-consents')).body.consents).toMatchObject([{ id: ofCompany.id, companyName: '示例公司' }])
    expect((await acting.post(`/department-consents/${ofCompany.id}/answer`, { action: 'agree' })).status).toBe(200)
  })

  it('names staff, who agree and then act for the company, in matters of companies, under both names', async () => {
    const { head, clerk, power } = await company()
    const { body } = await name(head, power, clerk)
    expect(body).toMatchObject({ kind: 'company', companyName: '示例公司', standing: 'proposed' })
    expect(await messagesOf(clerk)).toContain('示例公司请您确认一份授权')
    await clerk.client.post(`/delegations/${body.id}/answer`, { action: 'accept' })
    const acting = actingBy(clerk.client, body.mandate)
    expect((await acting.post<Refused>('/applications', { matter: 'keep-telescope' })).body.error.code).toBe('not_in_mandate')
    expect((await acting.post<DraftReply>('/applications', { matter: 'company-telescope' })).status).toBe(201)
    expect((await head.client.get<{ uses: object[] }>('/done-for-me')).body.uses).toMatchObject([{ actorName: '小方（示例公司）', capacity: 'company' }])
  })

  it('is whom the register names and nobody else, and only they name staff', async () => {
    const { head, clerk, power, number } = await company()
    expect((await clerk.client.post<Refused>('/powers', { kind: 'company', number })).body.error.code).toBe('power_unproven')
    expect((await name(clerk, power, head)).status).toBe(404)
    expect((await name(head, power, clerk, { matters: ['keep-telescope'] })).body.error.details).toMatchObject({ field: 'matters' })
  })

  it('who is replaced leaves no powers behind: what was given to staff ends with it, and staff are told', async () => {
    const { head, clerk, power } = await company()
    const { body } = await name(head, power, clerk)
    await clerk.client.post(`/delegations/${body.id}/answer`, { action: 'accept' })
    time.turnTo('2026-03-03T18:00:00Z')
    town.registry.answer({ ...residence, name: '示例公司', representative: clerk.idNumber })
    await confirmPowers(town.test.app)
    const [headNow, clerkNow] = [await again(head), await again(clerk)]
    expect((await actingBy(clerkNow, body.mandate).get<Refused>('/applications')).body.error.code).toBe('mandate_ended')
    expect((await headNow.get<{ given: object[] }>('/delegations')).body.given).toMatchObject([{ standing: 'ended', endedBy: 'register' }])
    expect(await messagesOf({ client: clerkNow })).toContain('替示例公司办事的授权已经结束')
    expect((await name({ client: headNow }, power, clerk)).body.error.code).toBe('mandate_ended')
  })
})
