// How the database would find the rows of the statements a test ran, if its tables were large: a statement that no index serves is named.
// An empty table is always read as a whole, so whatever reads one is made as unattractive to the planner as it can be.
import { readdirSync, readFileSync } from 'node:fs'
import { connect } from '../kernel/postgres-driver.ts'

/** Statements by their text, each with parameters it was run with. */
export type Statements = Map<string, readonly unknown[]>

type Node = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; 'Index Cond'?: string; Plans?: Node[] }
type Explained = { 'QUERY PLAN': { Plan: Node }[] }

/** Carry a place, and grow with catalogues, designs and agencies rather than with people and their cases. */
const ofCatalogues = ['agencies', 'designs', 'imported_services', 'lessons', 'resources', 'search_documents']

/** Read whole tables on purpose; each begins one statement of a store. */
const onPurpose: Readonly<Record<string, string>> = {
  "select split_part(service, '.', 1) as service, region, used_days": 'how long cases took, for the check of all guides, which designers ask for',
  'select (select coalesce(sum(cardinality(entries)), 0)::int from audit_pending) as pending': 'the audit trail checked as a whole, by command',
  'select split_part(sealed': 'rows under each key counted, by command and once after a rotation',
}

const tidy = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** How the statements of all stores begin, up to their first value: what a test writes itself is not looked at. */
const beginnings = (): string[] => {
  const server = new URL('..', import.meta.url)
  const stores = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('-store.ts'))
  const heads = stores.flatMap((path) => [...readFileSync(new URL(path, server), 'utf8').matchAll(/\b(?:read|tx|sql)(?:<[^`]*?>)?`([^`$]*)/g)].map(([, head = '']) => tidy(head)))
  return heads.filter((head) => /^(select|with|insert|update|delete)\b.{15}/i.test(head))
}

let known: string[] | undefined

/** Without what tests write themselves, and what reads whole tables on purpose. */
export const ofStores = (statements: Statements): Statements =>
  new Map([...statements].filter(([given]) => {
    const text = tidy(given)
    return (known ??= beginnings()).some((head) => text.startsWith(head)) && !Object.keys(onPurpose).some((head) => text.startsWith(head))
  }))

/** Tables that grow carry whom or which place a row is about; an index of a part of a table stays small. */
type Tables = { growing: ReadonlySet<string>; wholeIndexes: ReadonlySet<string> }

const isIndexScan = (type: string): boolean => type === 'Index Scan' || type === 'Index Only Scan' || type === 'Bitmap Index Scan'
/** Read everything before they give their first row. */
const gathering = ['Sort', 'Aggregate', 'Hash', 'WindowAgg', 'SetOp', 'Materialize']

/** Tables a plan reads from end to end. @param few somebody above stops after some rows */
const wholeReads = (node: Node, tables: Tables, few = false): string[] => {
  const { 'Node Type': type, 'Relation Name': table = '', 'Index Name': index = '' } = node
  const all = type === 'Seq Scan' ? tables.growing.has(table) : isIndexScan(type) && node['Index Cond'] === undefined && tables.wholeIndexes.has(index) && !few
  const stops = type === 'Limit' || (few && !gathering.includes(type))
  return [...(all ? [table || index] : []), ...(node.Plans ?? []).flatMap((each) => wholeReads(each, tables, stops))]
}

const named = (rows: readonly { name: string }[]): Set<string> => new Set(rows.map(({ name }) => name))

/** The statements that would read a whole table that grows, as `tables: statement`. @param url of the database, as its owner */
export const listWholeReads = async (url: string, statements: Statements): Promise<string[]> => {
  const sql = connect(url, { max: 1, onnotice: () => {} })
  try {
    const growing = named(await sql<{ name: string }[]>`
      select distinct table_name as name from information_schema.columns where table_schema = 'public' and column_name in ('person_id', 'region') and table_name <> all(${ofCatalogues})`)
    const wholeIndexes = named(await sql<{ name: string }[]>`
      select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid where i.indpred is null and c.relname = any(${[...growing]})`)
    await sql`set enable_seqscan = off`
    // One row after the other: then each is found by an index, or nothing finds it.
    await sql`set enable_hashjoin = off`
    await sql`set enable_mergejoin = off`
    const readWhole = async (text: string, parameters: readonly unknown[]): Promise<string[]> => {
      const [row] = await sql.unsafe<Explained[]>(`explain (format json) ${text}`, [...parameters] as never[])
      return [...new Set(row?.['QUERY PLAN'].flatMap(({ Plan }) => wholeReads(Plan, { growing, wholeIndexes })))]
    }
    const found: string[] = []
    for (const [text, parameters] of statements) {
      if ((await readWhole(text, parameters)).length === 0) continue
      // To walk through a whole small index may look cheaper than to use the right one: without that way out, is there another?
      await sql`set enable_indexscan = off`
      await sql`set enable_indexonlyscan = off`
      const read = await readWhole(text, parameters)
      await sql`reset enable_indexscan`
      await sql`reset enable_indexonlyscan`
      if (read.length > 0) found.push(`${read.join(', ')}: ${tidy(text)}`)
    }
    return found
  } finally {
    await sql.end()
  }
}
