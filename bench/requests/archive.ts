// Fills a database with as many requests as a city has after years: copies of requests that really went their way in it, each for another
// day and under another number, sealed for its own row. Most of what each is found by is its own, as the rarest words of two letters differ.
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { openRow, sealRow } from '../../server/kernel/field-encryption.ts'
import { connect } from '../../server/kernel/postgres-driver.ts'
import { sealedTables } from '../../server/sealed-tables.ts'

type Sql = ReturnType<typeof connect>

const tables = ['requests', 'request_actions', 'request_answers', 'request_terms', 'request_shapes', 'request_leads']
const batch = 2000
const years = 3 * 365 * 86_400_000
/** Copies are read in the order they were sent, each table of templates is hashed: rows come to lie in the order of time without being sorted. */
const inOrder = { session_replication_role: 'replica', maintenance_work_mem: '512MB', work_mem: '64MB', synchronous_commit: 'off', enable_mergejoin: 'off', enable_nestloop: 'off', max_parallel_workers_per_gather: '0', synchronize_seqscans: 'off' }
/** For filling only: nothing of this database is worth keeping when the machine fails. */
const hasty = { fsync: 'off', full_page_writes: 'off', max_wal_size: '8GB', checkpoint_timeout: '30min' }

type Sealed = { id: string; sealed: string }

/** An id as the product makes them, for an instant in the past. */
const idAt = (time: number, nth: number): string => {
  const hex = Math.floor(time).toString(16).padStart(12, '0')
  const rest = nth.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6).padStart(12, '0')}`
}

/** @param requests how many there are to be, the templates already there included; returns seconds */
export const fillWithRequests = async (ownerUrl: string, requests: number): Promise<number> => {
  const start = performance.now()
  const sql = connect(ownerUrl, { max: 2, onnotice: () => {}, connection: inOrder })
  try {
    for (const [name, value] of Object.entries(hasty)) await sql.unsafe(`alter system set ${name} = '${value}'`)
    await sql`select pg_reload_conf()`
    const indexes = await sql<{ name: string; definition: string }[]>`
      select indexname as name, indexdef as definition from pg_indexes where tablename = any(${tables}) and indexname not in (select conname from pg_constraint)`
    for (const { name } of indexes) await sql.unsafe(`drop index ${name}`)
    await sql.unsafe('create unlogged table copies (id uuid, template uuid, number text, at timestamptz, sealed text, answer_id uuid, answer text)')
    await sendCopies(sql, requests)
    for (const table of ['copies', ...tables]) await sql.unsafe(`analyze ${table}`)
    await Promise.all(copying.map(({ table, own, join }) => copied(sql, table, own, join)))
    await sql.unsafe(leading)
    await sql`drop table copies`
    await Promise.all(indexes.map(({ definition }) => sql.unsafe(definition)))
    for (const table of tables) await sql.unsafe(`vacuum analyze ${table}`)
    for (const name of Object.keys(hasty)) await sql.unsafe(`alter system reset ${name}`)
    await sql`select pg_reload_conf()`
    await sql`checkpoint`
    return (performance.now() - start) / 1000
  } finally {
    await sql.end()
  }
}

const sendCopies = async (sql: Sql, requests: number): Promise<void> => {
  const templates = await sql<Sealed[]>`select id, sealed from requests order by id`
  const answers = new Map((await sql<(Sealed & { request_id: string })[]>`select id, request_id, sealed from request_answers`).map((row) => [row.request_id, openRow<unknown>(sealedTables.requestAnswers, row.id, row.sealed)]))
  const told = templates.map(({ id, sealed }) => openRow<unknown>(sealedTables.requests, id, sealed))
  const now = Date.now()
  const line = (nth: number): string => {
    const place = nth % templates.length
    const template = templates[place]?.id ?? ''
    const at = now - years + (years * nth) / requests
    const [id, answerId] = [idAt(at, nth), idAt(at + 1, nth + requests)]
    const answer = answers.has(template) ? [answerId, sealRow(sealedTables.requestAnswers, answerId, answers.get(template))] : ['\\N', '\\N']
    return `${[id, template, `440300-20200101-${1_000_000 + nth}-0`, new Date(at).toISOString(), sealRow(sealedTables.requests, id, told[place]), ...answer].join('\t')}\n`
  }
  const stream = await sql`copy copies from stdin`.writable()
  for (let done = templates.length; done < requests; done += batch) {
    const lines = Array.from({ length: Math.min(batch, requests - done) }, (_, index) => line(done + index))
    if (!stream.write(lines.join(''))) await once(stream, 'drain')
  }
  stream.end()
  await finished(stream)
}

/** Every column of the template, but for what is a row's own. */
const copied = async (sql: Sql, table: string, own: Readonly<Record<string, string>>, join: string): Promise<void> => {
  const columns = (await sql<{ name: string }[]>`select column_name as name from information_schema.columns where table_name = ${table} and table_schema = 'public' order by ordinal_position`).map(({ name }) => name)
  await sql.unsafe(`insert into ${table} (${columns.join(', ')}) select ${columns.map((name) => own[name] ?? `t.${name}`).join(', ')} from copies c join ${table} t on ${join}`)
}

const moved = (column: string) => `c.at + (t.${column} - t.received_at)`

const copying: readonly { table: string; own: Readonly<Record<string, string>>; join: string }[] = [
  {
    table: 'requests', join: 't.id = c.template',
    own: {
      id: 'c.id', number: 'c.number', key: 'c.id::text', sealed: 'c.sealed', phone_digest: 'null', received_at: 'c.at', clock_start_at: 'c.at', updated_at: moved('updated_at'), due_at: moved('due_at'), answered_at: moved('answered_at'), ended_at: moved('ended_at'), look_at: 'null',
    },
  },
  { table: 'request_actions', own: { request_id: 'c.id', at: 'c.at + t.seq * interval \'1 hour\'' }, join: 't.request_id = c.template' },
  { table: 'request_answers', own: { id: 'c.answer_id', request_id: 'c.id', sealed: 'c.answer', written_at: 'c.at + interval \'2 hours\'', released_at: 'c.at + interval \'3 hours\'' }, join: 't.request_id = c.template and c.answer_id is not null' },
  { table: 'request_terms', own: { request_id: 'c.id', terms: 't.terms[1:cardinality(t.terms) - 1] || -to_char(c.at at time zone \'UTC\', \'YYYYMM\')::int' }, join: 't.request_id = c.template' },
  {
    table: 'request_shapes', join: 't.request_id = c.template',
    own: {
      request_id: 'c.id', received_at: 'c.at', phone_digest: 'null', topic_id: 'null', looked: 'true',
      terms: '(select array_agg(case when hashint4(term # hashtext(c.number)) % 20 = 0 then term else hashint4(term # hashtext(c.number)) end order by place) from unnest(t.terms) with ordinality as each (term, place))',
    },
  },
]

/** As the product does, those of the last ninety days only. */
const leading = `
  insert into request_leads (lead, request_id, region)
  select distinct lead, request_id, region from request_shapes join copies on id = request_id cross join unnest(terms[1:12]) as lead where at > now() - interval '90 days' order by request_id, lead`
