// A whole database read and written through SQL alone: every table as PostgreSQL's own text, in one moment, by whatever schema there is.
// So a backup needs no program of PostgreSQL's, runs beside the product, and can be restored into another version or installation.
import type { Readable, Writable } from 'node:stream'
import type { Read, Tx } from '../kernel/db.ts'
import type { Reference } from './manifest.ts'

/** Tables of the product and of the job queue, without the two lists of migrations, which belong to the program. */
export const listTables = (read: Read): Promise<{ name: string; columns: string[] }[]> =>
  read<{ name: string; columns: string[] }[]>`
    select n.nspname || '.' || c.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'graphile_worker') and c.relkind = 'r' and c.relname not in ('schema_migrations', 'migrations') order by 1`

export const listReferences = (read: Read): Promise<Reference[]> =>
  read<Reference[]>`
    select distinct f.nspname || '.' || c.relname as from, t.nspname || '.' || r.relname as to
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace f on f.oid = c.relnamespace
    join pg_class r on r.oid = k.confrelid join pg_namespace t on t.oid = r.relnamespace
    where k.contype = 'f' order by 1, 2`

/** Sequences that have given out a number, with the last one. */
export const listSequences = (read: Read): Promise<{ name: string; value: number }[]> =>
  read<{ name: string; value: number }[]>`
    select schemaname || '.' || sequencename as name, last_value as value from pg_sequences
    where schemaname in ('public', 'graphile_worker') and last_value is not null order by 1`

/** Migrations this database has; none when it has never been migrated. */
export const listAppliedMigrations = async (read: Read): Promise<{ version: number; name: string; digest: string }[]> => {
  const [there] = await read<{ migrated: boolean }[]>`select to_regclass('public.schema_migrations') is not null as migrated`
  return there?.migrated ? [...(await read<{ version: number; name: string; digest: string }[]>`select version, name, digest from schema_migrations order by version`)] : []
}

/** Digests of the documents the database knows. */
export const listDocuments = async (read: Read): Promise<string[]> => (await read<{ digest: string }[]>`select digest from files order by digest`).map(({ digest }) => digest)

/** Whether a table has a row at all. */
export const hasRows = async (read: Read, table: string): Promise<boolean> => (await read`select 1 from ${read(table)} limit 1`).length > 0

/** The rows of a table, one a line. */
export const getRows = (read: Read, table: string, columns: readonly string[]): Promise<Readable> => read`copy ${read(table)} (${read([...columns])}) to stdout`.readable()

/** Takes rows as `getRows` gives them; nobody else writes to the table until the end of the transaction. */
export const insertRows = async (tx: Tx, table: string, columns: readonly string[]): Promise<Writable> => {
  await tx`lock table ${tx(table)} in exclusive mode`
  return tx`copy ${tx(table)} (${tx([...columns])}) from stdin`.writable()
}

/** The next number given out comes after `value`. */
export const updateSequence = async (tx: Tx, name: string, value: number): Promise<void> => {
  await tx`select pg_advisory_xact_lock(hashtext(${name})), setval(${name}::regclass, ${value})`
}

/** Everything this transaction reads is of one moment, and it writes nothing. */
export const takeSnapshot = async (read: Read): Promise<void> => {
  await read`set transaction isolation level repeatable read, read only`
}
