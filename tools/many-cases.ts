// Fills a database with as many cases as a city has after years: copies of applications that were really handled in it, each for other
// people, in another district, at another time, in another state. For benchmarks and for the guard of query plans; never for a product.
// The keys of the database's sealed rows must be in use: every copy is sealed for its own row, as if it had been written by the product.
import type postgres from 'postgres'
import { openRow, sealRow, type SealedTable } from '../server/kernel/field-encryption.ts'
import { personDigest } from '../server/kernel/person-digest.ts'
import { connect } from '../server/kernel/postgres-driver.ts'
import { sealedTables } from '../server/sealed-tables.ts'

export type ManyCases = {
  /** how many there are to be, at least */
  cases: number
  /** applications of this database to copy, and how often each relative to the others; one whose cases are open is copied `open` times in all */
  templates: readonly { application: string; weight: number }[]
  open: number
  /** districts the copies are spread over */
  regions: readonly string[]
  people: number
  /** between 0 and 1; the same seed gives the same cases, but for their ids */
  seed: number
}

export type Filled = { cases: number; actions: number; seconds: number }

const filled = ['applications', 'cases', 'case_moments', 'results', 'messages', 'people']

const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗'
const givenNames = '安宁川禾青屿岚舟予晴柏言之遥知夏沐云清越'

export const fillWithCases = async (ownerUrl: string, options: ManyCases): Promise<Filled> => {
  const start = performance.now()
  const sql = connect(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`set session_replication_role = replica` // Copies of rows that hold together hold together: no reference is looked up again.
    await sql`select setseed(${options.seed})`
    await sql.unsafe(checkDigitOf)
    const indexes = await dropIndexes(sql)
    await makePeople(sql, options.people)
    await makeApplications(sql, options)
    await copyRows(sql)
    for (const { indexdef } of indexes) await sql.unsafe(indexdef)
    for (const table of filled) await sql.unsafe(`vacuum analyze ${table}`)
    const [counts] = await sql<{ cases: number; actions: number }[]>`select (select count(*)::int from cases) as cases, (select sum(jsonb_array_length(steps))::int from case_moments) as actions`
    return { cases: counts?.cases ?? 0, actions: counts?.actions ?? 0, seconds: (performance.now() - start) / 1000 }
  } finally {
    await sql.end()
  }
}

/** ISO/IEC 7064 MOD 11,10 over the digits of a text, as `kernel/ids.ts` computes it. */
const checkDigitOf = `
  create function pg_temp.check_digit(given text) returns int language plpgsql immutable as $$
  declare product int := 10; sum int; digit text;
  begin
    foreach digit in array string_to_array(regexp_replace(given, '\\D', '', 'g'), null) loop
      sum := (product + digit::int) % 10;
      product := ((case when sum = 0 then 10 else sum end) * 2) % 11;
    end loop;
    return (11 - product) % 10;
  end $$;
  create function pg_temp.human_number(region text, at timestamptz, nth bigint) returns text language sql as $$
    select part || '-' || pg_temp.check_digit(part) from (select region || '-' || to_char(at at time zone 'Asia/Shanghai', 'YYYYMMDD') || '-' || lpad(nth::text, greatest(5, length(nth::text)), '0') as part) as number
  $$`

/** Built again when the rows are there, which takes a fraction of the time. Returns how. */
const dropIndexes = async (sql: postgres.Sql): Promise<{ indexname: string; indexdef: string }[]> => {
  const indexes = await sql<{ indexname: string; indexdef: string }[]>`
    select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename = any(${filled})
      and indexname not in (select conname from pg_constraint)`
  for (const { indexname } of indexes) await sql.unsafe(`drop index ${indexname}`)
  return [...indexes]
}

const atOnce = 5000

const makePeople = async (sql: postgres.Sql, people: number) => {
  await sql`
  create temp table new_people as select n, uuidv7(interval '-3 years') as id,
    substr(${surnames}, 1 + (random() * ${surnames.length - 1})::int, 1) || substr(${givenNames}, 1 + (random() * ${givenNames.length - 1})::int, 1) || substr(${givenNames}, 1 + (random() * ${givenNames.length - 1})::int, 1) as name,
    '440399' || to_char(date '1950-01-01' + n % 20000, 'YYYYMMDD') || lpad((n / 20000)::text, 3, '9') || 'X' as number
  from generate_series(1, ${people}) n`
  await eachPage(sql, 'new_people', async (rows: readonly { n: number; id: string; name: string; number: string }[]) => {
    await sql`
      insert into people (id, issuer, subject, name, id_digest, sealed, region, created_at, seen_at)
      select id, 'many', n, name, digest, sealed, '440305', now(), now()
      from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ n }) => String(n))}::text[], ${rows.map(({ name }) => name)}::text[], ${rows.map(({ number }) => personDigest(number))}::text[],
        ${rows.map(({ id, number }) => sealRow(sealedTables.people, id, { idNumber: number, phone: '15400000000' }))}::text[]) as made(id, n, name, digest, sealed)`
  })
}

/** All rows of a table numbered by its column n, some thousand at a time. */
const eachPage = async <Row extends { n: number }>(sql: postgres.Sql, table: string, work: (rows: readonly Row[]) => Promise<void>): Promise<void> => {
  await sql`create unique index on ${sql(table)} (n)`
  for (let after = 0; ; ) {
    const rows = await sql<Row[]>`select * from ${sql(table)} where n > ${after} order by n limit ${atOnce}`
    if (rows.length === 0) return
    await work(rows)
    after = Number(rows.at(-1)?.n ?? 0)
  }
}

/** What the copies of a table's rows hold, sealed for each of them, in a temporary table. @param copies a query of n, id and template */
const sealCopies = async (sql: postgres.Sql, table: SealedTable, copies: postgres.PendingQuery<postgres.Row[]>): Promise<void> => {
  await sql`create temp table ${sql(`copies_of_${table.table}`)} as ${copies}`
  await sql`create temp table ${sql(`sealed_${table.table}`)} (id uuid primary key, sealed text)`
  const templates = await sql<{ id: string; sealed: string | null }[]>`select id, sealed from ${sql(table.table)} where id in (select template from ${sql(`copies_of_${table.table}`)})`
  const documents = new Map(templates.map(({ id, sealed }) => [id, sealed === null ? undefined : openRow(table, id, sealed)]))
  await eachPage(sql, `copies_of_${table.table}`, async (rows: readonly { n: number; id: string; template: string }[]) => {
    const held = rows.filter(({ template }) => documents.get(template) !== undefined)
    await sql`insert into ${sql(`sealed_${table.table}`)} select * from unnest(${held.map(({ id }) => id)}::uuid[], ${held.map(({ id, template }) => sealRow(table, id, documents.get(template)))}::text[])`
  })
}

/** One row per application and per case to be made, with everything in which it differs from what it copies. */
const makeApplications = async (sql: postgres.Sql, { cases, templates, open, regions, people }: ManyCases) => {
  await sql`create temp table many_people as select row_number() over () as nth, id, name from people where issuer = 'many'`
  await sql`create unique index on many_people (nth)`
  await sql`
    create temp table template_applications as
    select a.id, given.weight, bool_or(c.ended_at is null) as open, count(*)::int as cases
    from unnest(${templates.map((each) => each.application)}::uuid[], ${templates.map((each) => each.weight)}::float8[]) as given(id, weight)
      join applications a using (id) join cases c on c.application_id = a.id group by a.id, given.weight`
  // The ended ones fill what is left; a range of [0, 1) each, as wide as its weight.
  await sql`
    create temp table template_ranges as
    select id, open, sum(weight) over ahead / total - weight / total as low, sum(weight) over ahead / total as high, average
    from (select *, sum(weight) over (partition by open) as total, sum(weight * cases) over (partition by open) / sum(weight) over (partition by open) as average from template_applications) t
    window ahead as (partition by open order by id)`
  await sql`
    create temp table many_applications as
    select made.nth, made.open, t.id as template, p.id as person_id, p.name as applicant, (${[...regions]}::text[])[1 + (made.place * ${regions.length - 1})::int] as region, made.at, uuidv7(made.at - now()) as id
    from (
      select nth, nth <= ${open}::int as open, random() as which, random() as place, 1 + floor(random() * ${people}::float8)::bigint as person,
        case when nth <= ${open}::int then now() - random() * interval '8 days' else now() - interval '10 days' - random() * interval '3 years' end as at
      from generate_series(1, ${open}::int + ceil(${cases - open}::float8 / (select average from template_ranges where not open limit 1))::int) nth order by at
    ) made join template_ranges t on t.open = made.open and made.which >= t.low and made.which < t.high join many_people p on p.nth = made.person`
  await sql`
    create temp table many_cases as
    select row_number() over () as n, uuidv7(a.at - now()) as id, uuidv7(a.at - now()) as result_id, c.id as template, a.id as application_id, a.person_id, a.applicant, a.region, a.at, a.at - c.created_at as later, a.open,
      pg_temp.human_number(a.region, a.at, 100000 + row_number() over ()) as number, c.line, random() as luck
    from many_applications a join cases c on c.application_id = a.template`
  await sql`create temp table many_staff as select s.id, p.region, p.line from staff s join staff_postings p on p.staff_id = s.id where p.role in ('clerk', 'approver')`
  await sql`analyze many_applications`
  await sql`analyze many_cases`
}

const copyRows = async (sql: postgres.Sql) => {
  await sealCopies(sql, sealedTables.applications, sql`select nth as n, id, template from many_applications`)
  await sealCopies(sql, sealedTables.cases, sql`select n, id, template from many_cases`)
  await sealCopies(sql, sealedTables.results, sql`select c.n, c.result_id as id, r.id as template from many_cases c join results r on r.case_id = c.template`)
  await sql`
    insert into applications select made.* from many_applications a join applications t on t.id = a.template left join sealed_applications s on s.id = a.id,
      jsonb_populate_record(t, jsonb_build_object('id', a.id, 'sealed', s.sealed, 'person_id', a.person_id, 'region', a.region, 'number', pg_temp.human_number(a.region, a.at, 10000000 + a.nth),
        'identity', null, 'created_at', a.at, 'updated_at', a.at, 'submitted_at', a.at)) made`
  await sql`
    insert into cases select made.* from many_cases c join cases t on t.id = c.template left join sealed_cases s on s.id = c.id
        left join lateral (select id from many_staff s where s.region = c.region and s.line = c.line order by md5(s.id::text || c.id::text) limit 1) staff on t.assignee_id is not null and c.open,
      jsonb_populate_record(t, jsonb_build_object('id', c.id, 'sealed', s.sealed, 'number', c.number, 'application_id', c.application_id, 'person_id', c.person_id, 'applicant', c.applicant, 'region', c.region,
        'assignee_id', coalesce(staff.id, t.assignee_id), 'created_at', c.at, 'updated_at', t.updated_at + c.later, 'ended_at', t.ended_at + c.later, 'same_event_case_id', null,
        'clock_from', t.clock_from + c.later, 'due_on', case when c.open then current_date + 5 + (c.luck * 20)::int else t.due_on end,
        'promised_on', case when c.open and t.clock_from is not null then current_date - 3 + (c.luck * 16)::int else t.promised_on end)) made`
  await sql`
    insert into case_moments (application_id, actor_kind, actor_id, actor_name, at, steps)
    select c.application_id, t.actor_kind, t.actor_id, t.actor_name, t.at + min(c.later), jsonb_agg(step || jsonb_build_object('case', c.id) order by place)
    from case_moments t cross join jsonb_array_elements(t.steps) with ordinality as one(step, place) join many_cases c on c.template = (step ->> 'case')::uuid
    group by c.application_id, t.application_id, t.seq order by c.application_id, t.seq`
  await sql`
    insert into results select made.* from many_cases c join results t on t.case_id = c.template left join sealed_results s on s.id = c.result_id,
      jsonb_populate_record(t, jsonb_build_object('id', c.result_id, 'sealed', s.sealed, 'case_id', c.id, 'application_id', c.application_id, 'person_id', c.person_id, 'region', c.region,
        'number', split_part(t.number, '-', 1) || '-' || c.number, 'issued_at', t.issued_at + c.later)) made`
  await sql`
    insert into messages select made.* from many_cases c join messages t on t.case_id = c.template,
      jsonb_populate_record(t, jsonb_build_object('id', uuidv7(c.later), 'person_id', c.person_id, 'application_id', c.application_id, 'case_id', c.id, 'at', t.at + c.later, 'read_at', t.at + c.later)) made`
  await sql`select setval('human_numbers', 20000000)`
}
