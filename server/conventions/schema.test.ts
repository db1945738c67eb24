// Conventions of the live schema: everything is explained, references are indexed, instants carry their zone, nothing is a float.
// Lists of exceptions may only get shorter; an entry that is no longer needed fails the test as well.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dumpSchema, schemaFile } from '../../tools/dump-schema.ts'
import { createTestDatabase, type TestDatabase } from '../../tools/test-database.ts'
import { openDatabase, type Database } from '../kernel/db.ts'
import { migrate, readMigrations } from '../kernel/migrate.ts'
import { difference, none } from './sources.ts'

let database: TestDatabase
let db: Database

beforeAll(async () => {
  database = await createTestDatabase()
  db = openDatabase({ url: database.url, connections: 2 })
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

const listTables = () => db.read<{ table: string; comment: string | null; primary: string[] | null }[]>`
  select c.relname as table, obj_description(c.oid) as comment,
    (select array_agg(a.attname::text order by array_position(k.conkey, a.attnum)) from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey)
     where k.conrelid = c.oid and k.contype = 'p') as primary
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`

const listColumns = () => db.read<{ table: string; name: string; type: string; required: boolean }[]>`
  select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped order by 1, 2`

/** Foreign keys with the condition of the index that serves them; null when there is none. */
const listReferences = () => db.read<{ table: string; column: string; to: string; index: string | null; condition: string | null }[]>`
  select c.relname as table, a.attname as column, t.relname as to, i.index, i.condition
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
  join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
  left join lateral (
    select x.indexrelid::regclass::text as index, pg_get_expr(x.indpred, x.indrelid) as condition from pg_index x
    where x.indrelid = c.oid and x.indkey[0] = k.conkey[1] order by x.indpred is not null limit 1) i on true
  where k.contype = 'f' and c.relnamespace = 'public'::regnamespace order by 1, 2`

describe('the schema', () => {
  it('is the one in docs/db/schema.sql; run node tools/dump-schema.ts when this fails', async () => {
    expect(readFileSync(schemaFile, 'utf8')).toBe(await dumpSchema(database.url))
  })

  it('does not change when the migrations run again', async () => {
    expect(await migrate(database.url)).toEqual([])
    expect(readFileSync(schemaFile, 'utf8')).toBe(await dumpSchema(database.url))
  })

  it('comes from migrations numbered without gaps that only go forward', async () => {
    const migrations = await readMigrations()
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
    expect(migrations.filter(({ sql }) => /\b(begin|commit|rollback)\s*;/i.test(sql)).map(({ name }) => name)).toEqual([])
  })
})

describe('a table', () => {
  it('says what a row of it is', async () => {
    expect((await listTables()).filter(({ comment }) => comment === null).map(({ table }) => table)).toEqual([])
  })

  it('has a primary key', async () => {
    expect((await listTables()).filter(({ primary }) => primary === null).map(({ table }) => table)).toEqual([])
  })

  it('of an applicant’s own things carries the person they belong to, the key they would be distributed by', async () => {
    const columns = await listColumns()
    const owned = new Set((await listReferences()).filter(({ to }) => to === 'applications' || to === 'cases').map(({ table }) => table))
    const without = [...owned].filter((table) => !columns.some((column) => column.table === table && column.name === 'person_id' && column.required))
    // cards: about a case or a request, whose reporter need not be known; they lie with the region of the unit.
    expect(difference(without, ['application_files', 'cards', 'case_moments'])).toEqual(none)
  })

  it('that only grows refuses changes', async () => {
    const guarded = await db.read<{ table: string }[]>`
      select distinct c.relname as table from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid where p.proname = 'refuse_change' order by 1`
    expect(guarded.map(({ table }) => table)).toEqual(['access_request_actions', 'audit_chain', 'audit_entries', 'audit_pending', 'benefit_actions', 'care_actions', 'case_moments', 'case_notes', 'credential_uses', 'credential_withdrawn_keys', 'decision_checks', 'decisions', 'delivery_actions', 'design_actions', 'dispute_actions', 'edition_files', 'editions', 'exchange_batch_subjects', 'exchange_call_subjects', 'exchange_calls', 'exchange_roots', 'fee_actions', 'hard_case_actions', 'improvement_decisions', 'parcel_events', 'payment_transactions', 'ratings', 'rectification_actions', 'request_actions', 'request_words', 'resource_editions', 'result_editions', 'seal_actions', 'seal_uses', 'site_visit_actions', 'transfer_actions', 'undertaking_actions', 'window_hand_outs', 'window_hand_overs'])
  })
})

describe('a column', () => {
  it('of an instant carries its time zone', async () => {
    expect((await listColumns()).filter(({ type }) => type === 'timestamp without time zone' || type.startsWith('time ')).map(({ table, name }) => `${table}.${name}`)).toEqual([])
  })

  it('is called …_at when it is an instant and …_on or …_from when it is a day', async () => {
    const columns = await listColumns()
    const wrong = columns.filter(({ name, type }) => (type === 'timestamp with time zone' && !/(^|_)at$/.test(name)) || (type === 'date' && !/_(on|from)$/.test(name)))
    expect(wrong.map(({ table, name }) => `${table}.${name}`)).toEqual([])
  })

  it('is never a float, and money is integer fen', async () => {
    const wrong = (await listColumns()).filter(({ name, type }) => /^(real|double|money|numeric)/.test(type) || (/(^|_)(fee|amount|price|fen|sum)$/.test(name) && !/^(integer|bigint)$/.test(type)))
    expect(wrong.map(({ table, name }) => `${table}.${name}`)).toEqual([])
  })

  it('is text, uuid or jsonb, without lengths and without their older relatives', async () => {
    const wrong = (await listColumns()).filter(({ type }) => /^(character|varchar|json$|json\[|bytea$|hstore|xml)/.test(type))
    expect(wrong.map(({ table, name }) => `${table}.${name}`)).toEqual([])
  })

  it('…_id holds the id of a row, as uuid', async () => {
    const wrong = (await listColumns()).filter(({ name, type }) => /(^|_)id$/.test(name) && type !== 'uuid').map(({ table, name }) => `${table}.${name}`)
    const known = [
      'audit_entries.actor_id', 'audit_entries.request_id', 'audit_entries.subject_id', // of whatever kind the entry is about
      'audit_entries.id', // a number, in the order written
      'undertaking_actions.actor_id', // the same
      'request_actions.actor_id', // the same
      'delivery_actions.actor_id', // the same
      'fee_actions.actor_id', // the same
      'care_actions.actor_id', // the same
      'dispute_actions.actor_id', // the same
      'case_moments.actor_id', // a resident, an official or the rules
      'resources.id', // of a registry in a pack, or of one an authority added
    ]
    expect(difference(wrong, known)).toEqual(none)
  })
})

describe('a reference', () => {
  it('is served by an index, so that neither joins nor deletions read a whole table', async () => {
    const references = await listReferences()
    const complete = (condition: string | null, column: string) => condition === null || condition === `(${column} IS NOT NULL)`
    const wrong = references.filter(({ index, condition, column }) => index === null || !complete(condition, column)).map(({ table, column }) => `${table}.${column}`)
    // Asked for open cases only; officials are never deleted.
    expect(difference(wrong, ['cases.assignee_id'])).toEqual(none)
  })
})
