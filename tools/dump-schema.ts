// Writes docs/db/schema.sql: the whole schema as a fresh database has it, read from PostgreSQL's catalogue, in an order that never changes.
// `node tools/dump-schema.ts` writes it, `--check` fails when the file on disk is not what the migrations make; also tested.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type postgres from 'postgres'
import { connect } from '../server/kernel/postgres-driver.ts'
import { startEmbeddedPostgres } from '../server/embedded-postgres.ts'
import { migrate } from '../server/kernel/migrate.ts'

export const schemaFile = fileURLToPath(new URL('../docs/db/schema.sql', import.meta.url))

type Column = { table: string; name: string; type: string; notNull: boolean; fallback: string | null; identity: boolean; collation: string | null; comment: string | null }
type Named = { table: string; name: string; definition: string }
type Noted = { name: string; comment: string | null }

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

const columnLine = ({ name, type, notNull, fallback, identity, collation }: Column): string =>
  [`  ${name} ${type}`, collation ? `collate "${collation}"` : '', notNull ? 'not null' : '', identity ? 'generated always as identity' : '', fallback === null ? '' : `default ${fallback}`].filter(Boolean).join(' ')

const readCatalogue = async (sql: postgres.Sql) => ({
  tables: await sql<Noted[]>`
    select c.relname as name, obj_description(c.oid) as comment from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
  columns: await sql<Column[]>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as "notNull",
      pg_get_expr(d.adbin, d.adrelid) as fallback, a.attidentity <> '' as identity, l.collname as collation, col_description(c.oid, a.attnum) as comment
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    left join pg_type t on t.oid = a.atttypid
    left join pg_collation l on l.oid = a.attcollation and a.attcollation <> t.typcollation
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`,
  // Since PostgreSQL 18 "not null" is a constraint as well; it stands with its column.
  constraints: await sql<Named[]>`
    select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relnamespace = 'public'::regnamespace and k.contype <> 'n' order by c.relname, array_position('{p,u,f,c}'::"char"[], k.contype), k.conname`,
  indexes: await sql<Named[]>`
    select i.tablename as table, i.indexname as name, i.indexdef as definition from pg_indexes i
    where i.schemaname = 'public' and not exists (select 1 from pg_constraint k where k.conname = i.indexname and k.connamespace = 'public'::regnamespace) order by 1, 2`,
  triggers: await sql<Named[]>`
    select c.relname as table, t.tgname as name, pg_get_triggerdef(t.oid) as definition from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal order by 1, 2`,
  functions: await sql<{ definition: string }[]>`
    select pg_get_functiondef(oid) as definition from pg_proc where pronamespace = 'public'::regnamespace order by proname`,
  sequences: await sql<Noted[]>`
    select c.relname as name, obj_description(c.oid) as comment from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i') and d.refclassid = 'pg_class'::regclass) order by 1`,
  views: await sql<Named[]>`
    select viewname as table, viewname as name, definition from pg_views where schemaname = 'public' order by 1`,
})

/** The schema of a migrated database as SQL: tables by name, each with all that belongs to it. The worker's own schema is its package's business. */
export const dumpSchema = async (url: string): Promise<string> => {
  const sql = connect(url, { max: 1, onnotice: () => {} })
  try {
    const { tables, columns, constraints, indexes, triggers, functions, sequences, views } = await readCatalogue(sql)
    const of = <T extends { table: string }>(list: readonly T[], table: string) => list.filter((each) => each.table === table)
    const tidy = (definition: string) => definition.replaceAll('public.', '').replace(/^CREATE (UNIQUE )?INDEX/, (_, unique) => `create ${unique ? 'unique ' : ''}index`)
    const tableText = ({ name, comment }: Noted): string => {
      const own = of(columns, name)
      const body = [...own.map(columnLine), ...of(constraints, name).map((each) => `  constraint ${each.name} ${tidy(each.definition)}`)]
      return [
        `create table ${name} (\n${body.join(',\n')}\n);`,
        ...(comment === null ? [] : [`comment on table ${name} is ${quoted(comment)};`]),
        ...own.flatMap((each) => (each.comment === null ? [] : [`comment on column ${name}.${each.name} is ${quoted(each.comment)};`])),
        ...[...of(indexes, name), ...of(triggers, name)].map((each) => `${tidy(each.definition)};`),
      ].join('\n')
    }
    return [
      '-- The schema as the migrations in server/migrations make it. Written by tools/dump-schema.ts, never by hand; a test compares it with a fresh database.\n-- To change the schema add a migration, then run `node tools/dump-schema.ts`.',
      ...functions.map(({ definition }) => `${tidy(definition).trimEnd()};`),
      ...sequences.map(({ name, comment }) => [`create sequence ${name};`, ...(comment === null ? [] : [`comment on sequence ${name} is ${quoted(comment)};`])].join('\n')),
      ...tables.map(tableText),
      ...views.map(({ name, definition }) => `create view ${name} as\n${tidy(definition)}`),
    ].join('\n\n').concat('\n')
  } finally {
    await sql.end()
  }
}

const dumpFresh = async (): Promise<string> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tongban-schema-'))
  chmodSync(dataDir, 0o711) // As root the database runs as another user, who has to pass through here.
  const database = await startEmbeddedPostgres({ dataDir, throwaway: true, log: () => {} })
  try {
    await migrate(database.url)
    return await dumpSchema(database.url)
  } finally {
    await database.stop()
    for (const folder of [dataDir, database.dataFolder]) rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const fresh = await dumpFresh()
  if (!process.argv.includes('--check')) writeFileSync(schemaFile, fresh)
  else if (readFileSync(schemaFile, 'utf8') !== fresh) {
    process.stderr.write('docs/db/schema.sql is out of date: run node tools/dump-schema.ts\n')
    process.exitCode = 1
  }
}
