// Tests of runs that take facts from registers under a grant for batches: without one the run says so, with one people are found, and everybody
// whose record was taken sees it; who may set it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { collectFiles, connectorsModule, openConnectors } from '../connectors/index.ts'
import { folderWith } from '../connectors/testing.ts'
import { continueFeeds } from './feeding.ts'
import { loadSubjects } from './loading.ts'
import { findSubject } from './subjects-store.ts'
import { openSharingTown, wanted, type RequestReply, type SharingTown } from '../resources/testing.ts'

type Run = { id: string; state: string; found: number; seen: number; lacking: { resource: string; name: string; why: string }[] }
type Feeds = { feeds: { resource: string; region: string; records: number | null; problem: string | null }[]; offered: { resource: string; facts: { concept: string }[] }[] }

const purpose = '惠民政策主动找人'
const feed = { resource: 'residents', for: 'person', facts: ['person.birthDate', 'person.householdRegion'], purpose }
const [elder, young, elsewhere] = [inventIdNumber(15_001), inventIdNumber(15_002), inventIdNumber(15_003)]

let town: SharingTown
beforeAll(async () => { town = await openSharingTown() })
afterAll(() => town.close())

const connect = async (): Promise<void> => {
  const { app } = town.test
  const folder = await folderWith({
    'residents.yaml': "registry: residents\nkind: csv\nfolder: .\nfiles: 'r-*.csv'\nready: marker\nkeys: {idNumber: 号码}\nfields:\n  residenceRegion: 住地\n  birthDate: {from: 出生, as: date}\n",
    'r-1.csv': `号码,住地,出生\n${elder},990101,1950-02-11\n${young},990101,1999-02-11\n${elsewhere},990102,1950-02-11\n`, 'r-1.csv.done': 'rows=3',
  })
  app.connectors = await openConnectors({ folder, environment: {}, networks: [], db: app.db, clock: app.clock, log: app.log })
  await collectFiles(app)
  await town.test.runJobs()
}

const run = async (head: TestClient): Promise<Run | undefined> => {
  const { body: { id } } = await head.post<Run>('/benefits/runs', { region: '990101' })
  await town.test.runJobs()
  return (await head.get<{ runs: Run[] }>('/benefits/desk')).body.runs.find((each) => each.id === id)
}

describe('a run', () => {
  it('says which grant it lacks and goes on; with the grant it takes the records of its place, and finds people nobody has listed', async () => {
    const head = await town.official('head', '990101', 'energy')
    expect((await head.post<Feeds>('/benefit-feeds', feed)).body.feeds).toMatchObject([{ resource: 'residents', region: '990101', records: null, problem: null }])
    await connect()
    expect(await run(head)).toMatchObject({ state: 'finished', seen: 0, lacking: [{ resource: 'residents', name: '居民库', why: 'not_granted' }] })

    const asker = await town.official('steward', '990101', 'energy')
    const { body: asked } = await asker.post<RequestReply>('/access-requests', wanted({ batch: true, fields: ['birthDate', 'residenceRegion'], purpose }))
    await (await town.official('steward', '990100', 'sky')).post(`/access-requests/${asked.id}/grant`, { revision: asked.revision, fields: ['birthDate', 'residenceRegion'], perDay: 2, until: '2026-12-31' })
    expect(await run(head)).toMatchObject({ state: 'finished', seen: 2, found: 1, lacking: [] })
    expect((await head.get<Feeds>('/benefit-feeds')).body.feeds).toMatchObject([{ records: 2, problem: null }])
    expect(await run(head)).toMatchObject({ seen: 2, found: 0 })
    expect(await run(head)).toMatchObject({ state: 'finished', lacking: [{ why: 'quota_used_up' }] })
  })

  it('is seen by everybody whose record it took, found or not, and by nobody else', async () => {
    const uses = async (idNumber: string) => (await (await town.test.as({ person: { idNumber } })).get<{ uses: { batch: boolean; purpose: string }[] }>('/data-use')).body.uses.filter(({ batch }) => batch).map((use) => use.purpose)
    expect([await uses(elder), await uses(young), await uses(elsewhere)]).toEqual([[purpose, purpose], [purpose, purpose], []])
  })
})

describe('a feed that leaves out where people live', () => {
  const pulls = () => town.test.app.db.read<{ id: string; fields: string[]; filter: unknown }[]>`select id, fields, filter from resource_pulls order by begun_at`

  it('takes the records of its place only, and a repeated step begins no second pull', async () => {
    town.turnTo('2026-03-03T02:00:00Z')
    const head = await town.official('head', '990101', 'energy')
    await head.post('/benefit-feeds', { ...feed, facts: ['person.birthDate'] })
    const before = (await pulls()).length
    const { body: { id } } = await head.post<Run>('/benefits/runs', { region: '990101' })
    const { app } = town.test
    let writes = 0
    const killed = { ...app, db: { ...app.db, transaction: ((work) => (writes += 1) > 1 ? Promise.reject(new Error('killed')) : app.db.transaction(work)) as typeof app.db.transaction } }
    await expect(continueFeeds(killed, { run: id, at: 0 })).rejects.toThrow('killed')
    const begun = (await pulls())[before]?.id
    await connectorsModule.jobs?.(app).find(({ task }) => task === 'connectors.pull')?.run({ pull: begun })
    await town.test.runJobs()
    expect((await pulls()).slice(before)).toEqual([{ id: begun, fields: ['birthDate'], filter: { residenceRegion: { startsWith: '990101' } } }])
    expect((await head.get<Feeds>('/benefit-feeds')).body.feeds).toMatchObject([{ records: 2, problem: null }])
  })

  it('takes nothing under a grant that leaves it out too', async () => {
    const [owner, asker] = [await town.official('steward', '990100', 'sky'), await town.official('steward', '990101', 'energy')]
    for (const { id } of (await owner.get<{ requests: RequestReply[] }>('/access-requests')).body.requests) {
      const { body: { actions, revision } } = await owner.get<RequestReply>(`/access-requests/${id}`)
      if (actions.includes('revoke')) await owner.post(`/access-requests/${id}/revoke`, { revision, reason: '用途已结束' })
    }
    const { body: asked } = await asker.post<RequestReply>('/access-requests', wanted({ batch: true, fields: ['birthDate'], purpose }))
    await owner.post(`/access-requests/${asked.id}/grant`, { revision: asked.revision, fields: ['birthDate'], perDay: 2, until: '2026-12-31' })
    const before = (await pulls()).length
    expect(await run(await town.official('head', '990101', 'energy'))).toMatchObject({ state: 'finished', lacking: [{ why: 'not_granted' }] })
    expect(await pulls()).toHaveLength(before)
  })

  it('of a register that does not say where, leaves whoever is known elsewhere as they are', async () => {
    const { app } = town.test
    await loadSubjects(app, 'person', 'test', [{ 'person.idNumber': elsewhere, 'person.householdRegion': '990102' }])
    const head = await town.official('head', '990101', 'energy')
    const { body: { id } } = await head.post<Run>('/benefits/runs', { region: '990101' })
    const facts = app.packs.factsFor('990100').map(({ registry, ...fact }) => (fact.concept === 'person.householdRegion' || registry === undefined ? fact : { ...fact, registry }))
    const placeless = { ...app, packs: { ...app.packs, factsFor: () => facts } }
    await continueFeeds(placeless, { run: id, at: 0 })
    await connectorsModule.jobs?.(app).find(({ task }) => task === 'connectors.pull')?.run({ pull: (await pulls()).at(-1)?.id })
    await continueFeeds(placeless, { run: id, at: 0 })
    expect((await pulls()).at(-1)?.filter).toEqual({})
    expect((await head.get<Feeds>('/benefit-feeds')).body.feeds).toMatchObject([{ records: 2, problem: null }])
    expect((await findSubject(app.db.read, 'person', elsewhere))?.facts['person.birthDate']).toBeUndefined()
    expect((await findSubject(app.db.read, 'person', elder))?.facts['person.birthDate']).toBe('1950-02-11')
    await town.test.runJobs()
  })
})

it('what feeds a run is set by approvers of the authority, from facts of that register only', async () => {
  const [clerk, head, otherLine, person] = [await town.official('clerk', '990101', 'energy'), await town.official('head', '990101', 'energy'), await town.official('head', '990101', 'sky'), await town.test.as({ person: {} })]
  expect((await clerk.post('/benefit-feeds', feed)).status).toBe(403)
  expect((await person.get('/benefit-feeds')).status).toBe(403)
  expect((await head.post('/benefit-feeds', { ...feed, facts: ['person.deceasedOn'] })).status).toBe(400)
  expect((await otherLine.get<Feeds>('/benefit-feeds')).body.feeds).toEqual([])
  expect((await otherLine.post('/benefit-feeds/remove', { resource: 'residents' })).status).toBe(404)
  expect((await head.post<Feeds>('/benefit-feeds/remove', { resource: 'residents' })).body.feeds).toEqual([])
})
