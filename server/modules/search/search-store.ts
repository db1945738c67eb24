// The documents one can search, in the database: written where the version differs, and read by every process in the order they changed.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { IndexEntry, Shown } from './document.ts'
import type { Entry } from './memory-index.ts'

/** Writers take turns, so that the order of changes is the order of commits. The first one makes the origin. */
export const lockIndex = async (tx: Tx): Promise<void> => {
  await tx`select pg_advisory_xact_lock(hashtext('search_documents'))`
  await tx`insert into search_origin default values on conflict do nothing`
}

/** Versions by key of the entries in a range of keys: from `from` on, up to and including `to`. */
export const listVersions = async (read: Read, { from, to }: { from: string; to: string }): Promise<Map<string, string>> => {
  const rows = await read<{ key: string; version: string }[]>`select key, version from search_documents where key >= ${from} and key <= ${to}`
  return new Map(rows.map(({ key, version }) => [key, version]))
}

/** Needs the lock. */
export const upsertEntries = async (tx: Tx, entries: readonly IndexEntry[]): Promise<void> => {
  if (entries.length === 0) return
  const rows = entries.map(({ key, shelf, shown, version, titleWords, aliasWords, contextWords, bodyWords }) => ({
    key, type: shelf.type, region: shelf.region ?? '', pack: shelf.pack ?? '', audience: shelf.audience ?? '', shown, version,
    title_words: titleWords, alias_words: aliasWords, context_words: contextWords, body_words: bodyWords,
  }))
  await tx`delete from search_removals where key = any(${entries.map(({ key }) => key)})`
  await tx`
    insert into search_documents (key, type, region, pack, audience, shown, title_words, alias_words, context_words, body_words, version)
    select key, type, region, pack, audience, shown, title_words, alias_words, context_words, body_words, version
    from jsonb_populate_recordset(null::search_documents, ${json(rows)})
    on conflict (key) do update set
      type = excluded.type, region = excluded.region, pack = excluded.pack, audience = excluded.audience, shown = excluded.shown, title_words = excluded.title_words,
      alias_words = excluded.alias_words, context_words = excluded.context_words, body_words = excluded.body_words, version = excluded.version, change = excluded.change`
}

/** Needs the lock. */
export const deleteEntries = async (tx: Tx, keys: readonly string[]): Promise<void> => {
  if (keys.length === 0) return
  await tx`
    with gone as (delete from search_documents where key = any(${[...keys]}) returning key, region)
    insert into search_removals (key, region, change) select key, region, nextval(pg_get_serial_sequence('search_documents', 'change')) from gone
    on conflict (key) do update set change = excluded.change`
}

/** `change`: of the newest change there is, 0 before the first; `origin`: which documents these are, other than those of any other database; empty before the first. */
export const getProgress = async (read: Read): Promise<{ change: number; origin: string }> => {
  const [row] = await read<{ change: number; origin: string }[]>`
    select coalesce((select id::text from search_origin), '') as origin,
      greatest((select change from search_documents order by change desc limit 1), (select change from search_removals order by change desc limit 1), 0) as change`
  return row ?? { change: 0, origin: '' }
}

type Row = { key: string; type: string; region: string; pack: string; audience: string; shown: Shown; title_words: string[]; alias_words: string[]; context_words: string; body_words: string; change: number }

const toEntry = ({ key, type, region, pack, audience, shown, title_words, alias_words, context_words, body_words }: Row): Entry<Shown> => ({
  key, shelf: { type, region, ...(pack === '' ? {} : { pack }), ...(audience === '' ? {} : { audience }) }, shown,
  titleWords: title_words, aliasWords: alias_words, contextWords: context_words, bodyWords: body_words,
})

/** What was written after a change and has not been written again since, in that order. */
export const listWritten = async (read: Read, after: number, limit: number): Promise<{ change: number; entry: Entry<Shown> }[]> => {
  const rows = await read<Row[]>`
    select key, type, region, pack, audience, shown, title_words, alias_words, context_words, body_words, change from search_documents where change > ${after} order by change limit ${limit}`
  return rows.map((row) => ({ change: row.change, entry: toEntry(row) }))
}

/** What was removed after a change and has not come back since, in that order. */
export const listRemoved = (read: Read, after: number, limit: number): Promise<{ change: number; key: string }[]> =>
  read<{ change: number; key: string }[]>`select change, key from search_removals where change > ${after} order by change limit ${limit}`
