// The queue at scale: the order of urgency, page by page, only of the jurisdiction, and read through an index rather than the whole table.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../../tools/test-database.ts'
import { listAuditOf } from '../../kernel/audit-store.ts'
import { systemClock } from '../../kernel/clock.ts'
import { openDatabase, type Database } from '../../kernel/db.ts'
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { connect } from '../../kernel/postgres-driver.ts'
import { noPacks } from '../../testing/packs.ts'
import { noProceedings } from '../catalogue/proceedings.ts'
import type { Case } from './case.ts'
import { countQueue, findCase, insertCases, listAuthorityCounts, listQueue, listRunningCases, type QueueFilter } from './cases-store.ts'
import { recountCases } from './recounting.ts'
import { inventCase } from './testing.ts'
import { followRegionalDays } from './working-days.ts'

const [person, application] = ['01980000-0000-7000-8000-00000000000b', '01980000-0000-7000-8000-00000000000a']
const base = { staffId: person, today: '2026-11-21', soonOn: '2026-11-23' }
const district: JurisdictionFilter = [{ regionPrefix: '440305', line: 'health' }]

let nth = 0
const one = (stated: Partial<Case>): Case => {
  nth += 1
  const id = `01980000-0000-7000-8000-${String(nth).padStart(12, '0')}`
  return inventCase({ id, number: `440305-20261116-${nth}-0`, clockFrom: '2026-11-16', promisedOn: '2026-11-25', ...stated })
}

describe('the queue', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>
  let db: Database
  beforeAll(async () => {
    database = await createTestDatabase()
    db = openDatabase({ url: database.url, connections: 2 })
    await db.transaction(async (tx) => {
      await tx`insert into people values (${person}, 't', 's', '示例', '440305199005219994', null, '440305', now(), now())`
      await tx`insert into applications (id, person_id, matter, region, channel, state, created_at, updated_at) values (${application}, ${person}, 'matter', '440305', 'web', 'draft', now(), now())`
    })
  })
  afterAll(async () => {
    await db.close()
    await database.drop()
  })
  const list = (filter: Partial<QueueFilter>) => listQueue(db.read, { ...base, jurisdiction: district, view: 'all', limit: 50, ...filter })

  it('puts what is due first and what waits for the applicant, or has no known day, last; pages follow on', async () => {
    const late = one({ promisedOn: '2026-11-20' })
    const resting = one({ state: 'supplement', clockFrom: null, promisedOn: '2026-11-18' })
    const unknown = one({ promisedOn: null })
    const soon = one({ promisedOn: '2026-11-23' })
    await db.transaction((tx) => insertCases(tx, [resting, unknown, soon, late]))
    const all = await list({})
    expect(all.map(({ id }) => id)).toEqual([late.id, soon.id, resting.id, unknown.id])
    const first = await list({ limit: 3 })
    expect([...first, ...(await list({ after: first.at(-1)?.id ?? '' }))].map(({ id }) => id)).toEqual(all.map(({ id }) => id))
    expect((await list({ view: 'any' })).map(({ id }) => id)).toEqual([soon.id, unknown.id, resting.id, late.id])
  })

  it('keeps to the regions and lines of the postings, and shows nothing without any', async () => {
    const elsewhere = [one({ region: '440304' }), one({ region: '440305', line: 'police' }), one({ region: '4403050' + '07' }), one({ region: '440300' })]
    await db.transaction((tx) => insertCases(tx, elsewhere))
    const [otherDistrict, otherLine, street, city] = elsewhere.map(({ id }) => id)
    const seen = async (jurisdiction: JurisdictionFilter) => (await list({ jurisdiction })).map(({ id }) => id).filter((id) => elsewhere.some((each) => each.id === id))
    expect(await seen(district)).toEqual([street])
    expect(await seen([{ regionPrefix: '440305', line: null }])).toEqual([otherLine, street])
    expect(await seen([{ regionPrefix: '4403', line: 'health' }])).toEqual([otherDistrict, street, city])
    expect(await seen([{ regionPrefix: '440304', line: 'health' }, { regionPrefix: '440305', line: 'police' }])).toEqual([otherDistrict, otherLine])
    expect(await seen([])).toEqual([])
    expect(await countQueue(db.read, { ...base, jurisdiction: [] })).toMatchObject({ all: 0 })
  })

  it('is given the days that were unknown when they were promised, once the calendar of that year is there', async () => {
    const before = one({ clockFrom: '2026-11-16', promisedOn: null, dueOn: null, promisedDays: 5, limitDays: 20, usedDays: 2 })
    const stillUnknown = one({ clockFrom: '2031-01-02', promisedOn: null, dueOn: null })
    await db.transaction((tx) => insertCases(tx, [before, stillUnknown]))
    expect(await recountCases({ db, clock: systemClock, packs: noPacks })).toBeGreaterThanOrEqual(1)
    expect(await findCase(db.read, before.id)).toMatchObject({ promisedOn: '2026-11-19', dueOn: '2026-12-10', clockFrom: '2026-11-16', usedDays: 2, revision: before.revision })
    expect(await findCase(db.read, stillUnknown.id)).toMatchObject({ promisedOn: null, dueOn: null })
    expect(await listAuditOf(db.read, 'case', before.id)).toMatchObject([{ action: 'cases.recount', actorKind: 'system' }])
    expect(await recountCases({ db, clock: systemClock, packs: noPacks })).toBe(0)
  })

  it('is due anew where a region has added or taken a working day since, and only there', async () => {
    const [here, elsewhere] = [one({ clockFrom: '2026-11-16', promisedDays: 5, promisedOn: '2026-11-23', dueOn: '2026-12-14' }), one({ clockFrom: '2026-11-16', promisedDays: 5, promisedOn: '2026-11-23', dueOn: '2026-12-14', region: '440404' })]
    await db.transaction((tx) => insertCases(tx, [here, elsewhere]))
    const days = new Map([['2026-11-20', false]])
    const packs = { ...noPacks, packs: [{ id: 'city', name: { 'zh-CN': '市' }, region: '440300' }], proceedingsFor: (region: string) => ({ ...noProceedings, days: region.startsWith('4403') ? days : noProceedings.days }) }
    followRegionalDays((region) => packs.proceedingsFor(region).days)
    expect(await recountCases({ db, clock: systemClock, packs })).toBeGreaterThanOrEqual(1)
    expect(await findCase(db.read, here.id)).toMatchObject({ promisedOn: '2026-11-24', dueOn: '2026-12-15' })
    expect(await findCase(db.read, elsewhere.id)).toMatchObject({ promisedOn: '2026-11-23', dueOn: '2026-12-14' })
    expect(await recountCases({ db, clock: systemClock, packs })).toBe(0)
    followRegionalDays(() => noProceedings.days)
  })

  it('is read through an index, for a district as for the whole city, and so are its counts', async () => {
    await db.transaction(async (tx) => {
      await tx`
        insert into cases select * from jsonb_populate_recordset(null::cases, (
          select jsonb_agg(to_jsonb(cases) || jsonb_build_object('id', gen_random_uuid(), 'number', 'n' || n, 'sealed', null, 'region', (array['440303', '440304', '440305', '440306'])[1 + n % 4],
            'line', (array['health', 'police', 'insurance'])[1 + n % 3], 'state', case when n % 5 = 0 then 'submitted' else 'granted' end, 'ended_at', case when n % 5 = 0 then null else now() end,
            'promised_on', date '2026-11-01' + n % 60))
          from (select * from cases limit 1) cases, generate_series(1, 20000) n))`
      await tx`analyze cases`
    })
    const queries: { text: string; values: unknown[] }[] = []
    const watching = openWatching(database.url, (text, values) => queries.push({ text, values }))
    for (const jurisdiction of [district, [{ regionPrefix: '4403', line: null }]]) {
      for (const view of ['all', 'unclaimed', 'dueSoon', 'supplement', 'overdue', 'any'] as const) await listQueue(watching.read, { ...base, jurisdiction, view, limit: 51 })
    }
    await countQueue(watching.read, { ...base, jurisdiction: district })
    await listAuthorityCounts(watching.read, { ...base, jurisdiction: district })
    await listRunningCases(watching.read, { until: '2026-11-20', limit: 500 })
    await listRunningCases(watching.read, { from: '2026-11-21', until: '2026-12-31', after: { promisedOn: '2026-11-25', id: person }, limit: 500 })
    const plans = await Promise.all(queries.map(async ({ text, values }) => JSON.stringify(await watching.sql.unsafe(`explain (format json) ${text}`, values as never[]))))
    await watching.sql.end()
    expect(plans).toHaveLength(16)
    expect(plans.filter((plan) => /"Seq Scan"/.test(plan))).toEqual([])
  })
})

/** A connection that tells what was asked. */
const openWatching = (url: string, tell: (text: string, values: unknown[]) => void) => {
  const sql = connect(url, { max: 1, onnotice: () => {}, debug: (_connection, text, values) => void (/from cases/.test(text) && !text.startsWith('explain') && tell(text, values)) })
  // The brand exists only in types.
  return { sql, read: sql as never as Database['read'] }
}
