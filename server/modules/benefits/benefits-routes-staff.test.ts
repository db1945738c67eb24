// Tests of screening over HTTP: runs that go on after they were killed, changes in registers, the dead, lists of authorities, who may do it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tx } from '../../kernel/db.ts'
import { announce, followPolicies } from './announcing.ts'
import type { Subject } from './entitlement.ts'
import { listEntitlementsOf } from './entitlements-store.ts'
import { continueRun } from './running.ts'
import { findSubject, upsertSubject } from './subjects-store.ts'
import { account, openBenefitTown, overtaken, resident, staffAt, type Town } from './testing.ts'
import { followChange, watch } from './watching.ts'

type Run = { id: string; state: string; seen: number; found: number; lapsed: number }
type Desk = { runs: Run[]; policies: { benefit: string; counts: { state: string; items: number }[] }[] }
type Listed = { entitlements: { name: string; benefit: string; state: string; id: string }[] }

let town: Town
beforeAll(async () => { town = await openBenefitTown() })
afterAll(() => town.test.close())

const elders = (from: number, count: number) => Array.from({ length: count }, (_, at) => resident(from + at, { 'person.birthDate': '1950-06-01' }))

describe('a run', () => {
  it('sees everybody once, also when it is killed in the middle and begun again', async () => {
    await town.people(...elders(2000, 101))
    const clerk = await town.test.as(staffAt('clerk'))
    const begun = await clerk.post<Run>('/benefits/runs', {})
    expect((await clerk.post('/benefits/runs', {})).status).toBe(409)
    const { transaction } = town.test.app.db
    let pages = 0
    const failing = { ...town.test.app, db: { ...town.test.app.db, transaction: ((work) => (pages += 1) > 1 ? Promise.reject(new Error('killed')) : transaction(work)) as typeof transaction } }
    await expect(continueRun(failing, begun.body.id)).rejects.toThrow('killed')
    await town.test.runJobs()
    await continueRun(town.test.app, begun.body.id)
    expect((await clerk.get<Desk>('/benefits/desk')).body.runs[0]).toMatchObject({ state: 'finished', seen: 101, found: 101 })
    const again = await clerk.post<Run>('/benefits/runs', {})
    await town.test.runJobs()
    expect((await clerk.get<Desk>('/benefits/desk')).body.runs.find(({ id }) => id === again.body.id)).toMatchObject({ state: 'finished', seen: 101, found: 0, lapsed: 0 })
  })

  it('stops when a policy changes on the way, rather than judging half by one and half by another', async () => {
    const clerk = await town.test.as(staffAt('clerk'))
    const begun = await clerk.post<Run>('/benefits/runs', {})
    const { packs } = town.test.app
    const changed = { ...town.test.app, packs: { ...packs, benefitsFor: () => ({}) } }
    await continueRun(changed, begun.body.id)
    expect((await clerk.get<Desk>('/benefits/desk')).body.runs.find(({ id }) => id === begun.body.id)).toMatchObject({ state: 'stopped', seen: 0 })
    await town.test.runJobs()
  })

  it('lists for letters those whom no message reaches, and only to their authority', async () => {
    await town.people(resident(2500, { 'person.spouseDeceasedOn': '2026-02-01', 'person.name': '没有账号' }))
    const clerk = await town.test.as(staffAt('clerk'))
    await clerk.post('/benefits/runs', {})
    await town.test.runJobs()
    expect((await clerk.get<Listed>('/benefits/entitlements?letters=true')).body.entitlements.map(({ name }) => name)).toContain('没有账号')
    const elsewhere = await town.test.as(staffAt('clerk', '990102'))
    expect((await elsewhere.get<Listed>('/benefits/entitlements?letters=true')).body.entitlements).toEqual([])
    expect((await (await town.test.as({ person: {} })).get('/benefits/desk')).status).toBe(403)
    expect((await elsewhere.post('/benefits/runs', { region: '990101' })).status).toBe(404)
  })
})

describe('a change in a register', () => {
  it('screens the widow when her husband dies', async () => {
    const [husband, widow] = [resident(2601), resident(2602, { 'person.spouseIdNumber': String(resident(2601)['person.idNumber']) })]
    await town.people(husband, widow)
    const clerk = await town.test.as(staffAt('clerk'))
    await town.people({ ...husband, 'person.deceasedOn': '2026-03-01' }, { ...widow, 'person.spouseDeceasedOn': '2026-03-01' })
    expect((await clerk.post('/benefits/changes', { for: 'person', number: husband['person.idNumber'], change: 'death' })).body).toEqual({ concerned: 2 })
    await town.test.runJobs()
    expect((await clerk.get<Listed>('/benefits/entitlements?state=found')).body.entitlements.filter(({ name }) => name === '居民2602').map(({ benefit }) => benefit)).toEqual(['farewell-grant'])
  })

  it('ends what is due to the dead', async () => {
    const [elder] = elders(2700, 1)
    if (!elder) throw new Error('one')
    const client = await town.test.as({ person: { name: '居民2700', idNumber: elder['person.idNumber'] } })
    await town.people(elder)
    await client.post('/benefits/watch', {})
    expect((await client.get<Listed>('/benefits/mine')).body.entitlements[0]?.state).toBe('told')
    await town.people({ ...elder, 'person.deceasedOn': '2026-03-02' })
    const clerk = await town.test.as(staffAt('clerk'))
    await clerk.post('/benefits/changes', { for: 'person', number: elder['person.idNumber'], change: 'death' })
    await town.test.runJobs()
    expect((await client.get<Listed>('/benefits/mine')).body.entitlements[0]?.state).toBe('lapsed')
    expect((await client.post(`/benefits/entitlements/${(await client.get<Listed>('/benefits/mine')).body.entitlements[0]?.id}/confirm`, account('居民2700'))).status).toBe(409)
  })

  it('concerns nobody who is not on the roll', async () => {
    const clerk = await town.test.as(staffAt('clerk'))
    expect((await clerk.post('/benefits/changes', { for: 'person', number: resident(2999)['person.idNumber'], change: 'move' })).body).toEqual({ concerned: 0 })
  })
})

describe('the list of an authority', () => {
  it('is taken with its duplicates counted and what cannot be right refused, and of its own facts and region only', async () => {
    const clerk = await town.test.as(staffAt('clerk'))
    const one = { 'person.idNumber': resident(2801)['person.idNumber'], 'person.householdRegion': '990101', 'person.spouseDeceasedOn': '2026-02-02' }
    const reply = await clerk.post('/benefits/records', { for: 'person', records: [one, one, { ...one, 'person.idNumber': '990101199001010000' }] })
    expect(reply.body).toEqual({ taken: 1, again: 1, refused: [{ at: 3, why: 'number' }] })
    expect((await clerk.post('/benefits/records', { for: 'person', records: [{ ...one, 'person.householdRegion': '990102' }] })).status).toBe(404)
    const energy = await town.test.as(staffAt('clerk', '990101', 'energy'))
    expect((await energy.post('/benefits/records', { for: 'person', records: [one] })).status).toBe(404)
    await town.test.runJobs()
  })

  it('changes name and region of somebody known only where its line keeps them, and says nothing of who is known elsewhere', async () => {
    await town.people(resident(2811), resident(2812, { 'person.householdRegion': '990102' }))
    const taken = async (line: string, region: string, sequence: number, householdRegion = region) => {
      const clerk = await town.test.as(staffAt('clerk', region, line))
      const { body } = await clerk.post('/benefits/records', { for: 'person', records: [{ 'person.idNumber': resident(sequence)['person.idNumber'], 'person.name': '别人', 'person.householdRegion': householdRegion }] })
      const known = await findSubject(town.test.app.db.read, 'person', resident(sequence)['person.idNumber'])
      return [body, known?.name, known?.facts['person.name'], known?.region, known?.facts['person.householdRegion']]
    }
    const isTaken = { taken: 1, again: 0, refused: [] }
    expect(await taken('energy', '990101', 2811)).toEqual([isTaken, '居民2811', '居民2811', '990101', '990101'])
    expect(await taken('energy', '990100', 2811, '990102')).toEqual([isTaken, '居民2811', '居民2811', '990101', '990101'])
    expect(await taken('sky', '990100', 2811, '990102')).toEqual([isTaken, '别人', '别人', '990101', '990101'])
    expect(await taken('sky', '990101', 2812)).toEqual([{ taken: 0, again: 0, refused: [{ at: 1, why: 'region' }] }, '居民2812', '居民2812', '990102', '990102'])
    expect(await taken('energy', '990101', 2813)).toEqual([isTaken, '别人', '别人', '990101', '990101'])
    await town.test.runJobs()
  })
})

describe('what is written of somebody at the same time', () => {
  const died = { 'person.deceasedOn': '2026-03-01' }
  const diesMeanwhile = (tx: Tx, subject: Subject) => upsertSubject(tx, 'person', subject.number, () => ({ ...subject, facts: { ...subject.facts, ...died } }))
  const known = async (number: string) => (await findSubject(town.test.app.db.read, 'person', number)) ?? { id: '', facts: {} }

  it('counts for a run that is on its way', async () => {
    const one = resident(2821, { 'person.birthDate': '1950-06-01' })
    await town.people(one)
    const clerk = await town.test.as(staffAt('clerk'))
    const { body: { id } } = await clerk.post<Run>('/benefits/runs', {})
    await overtaken(town, one['person.idNumber'], () => continueRun(town.test.app, id), diesMeanwhile)
    expect(await listEntitlementsOf(town.test.app.db.read, (await known(one['person.idNumber'])).id)).toEqual([])
    await town.test.runJobs()
  })

  it('stays when registers that were asked before answer after it', async () => {
    const one = resident(2822, { 'person.birthDate': '1950-06-01' })
    const client = await town.test.as({ person: { name: '居民2822', idNumber: one['person.idNumber'] } })
    await town.people(one)
    await client.post('/benefits/watch', {})
    const { app } = town.test
    const { id } = await known(one['person.idNumber'])
    const references: string[] = []
    const slow = { ...app, exchange: { ...app.exchange, ask: async (_: string, { caseNumber }: { caseNumber: string }) => { references.push(caseNumber); await town.people({ ...one, ...died }); return { kind: 'unavailable' as const, why: 'test' } } } }
    await followChange(slow, id)
    expect(new Set(references)).toEqual(new Set([`benefits:${id}`]))
    expect([(await known(one['person.idNumber'])).facts, (await listEntitlementsOf(app.db.read, id)).map(({ state }) => state)]).toMatchObject([died, ['lapsed']])
  })

  it('stays when another list says something else of them, also of somebody new', async () => {
    const [one, other] = [resident(2823), resident(2824)]
    await town.people(one)
    await overtaken(town, one['person.idNumber'], () => town.people({ ...one, 'person.spouseDeceasedOn': '2026-02-02' }), diesMeanwhile)
    expect((await known(one['person.idNumber'])).facts).toMatchObject({ ...died, 'person.spouseDeceasedOn': '2026-02-02' })
    await Promise.all([town.people({ ...other, ...died }), town.people({ ...other, 'person.spouseDeceasedOn': '2026-02-02' })])
    expect((await known(other['person.idNumber'])).facts).toMatchObject({ ...died, 'person.spouseDeceasedOn': '2026-02-02' })
  })
})

it('a policy that is new is told of once, to whoever watches, and is news to nobody at the first start', async () => {
  const client = async () => town.test.as({ person: { name: '居民2950', idNumber: resident(2950)['person.idNumber'] } })
  await town.people(resident(2950, { 'person.birthDate': '1950-01-01' }))
  const { app } = town.test
  const { packs } = app
  const known = packs.benefitsFor('990100')
  const { 'star-allowance': _, ...older } = known
  const before = { ...app, packs: { ...packs, benefitsFor: () => older } }
  expect(await followPolicies(before)).toEqual([])
  await watch(before, { personId: (await (await client()).get<{ person: { id: string } }>('/session')).body.person.id, requestId: 'test' })
  town.turnTo('2026-03-03T02:00:00Z')
  expect(await followPolicies(app)).toEqual(['star-allowance'])
  expect(await followPolicies(app)).toEqual([])
  await town.test.runJobs()
  await announce(app, null)
  const { messages } = (await (await client()).get<{ messages: { kind: string; title: string }[] }>('/messages')).body
  expect(messages.map(({ kind, title }) => [kind, title])).toEqual([['benefitNew', '新政策，居民2950符合条件：观星津贴']])
})
