// Entries of the knowledge base in the database.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Entry } from './entry.ts'

type Row = {
  id: string; region: string; stage: Entry['stage']; words: Entry['words']; proposal: Entry['proposal']; revision: number; uses: number
  released_by: string | null; released_at: Date | null; created_at: Date; updated_at: Date
}
const toEntry = (row: Row): Entry => ({
  id: row.id, region: row.region, stage: row.stage, words: row.words, proposal: row.proposal, revision: row.revision, uses: row.uses,
  releasedBy: row.released_by, releasedAt: row.released_at?.toISOString() ?? null, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
})

export const findEntry = async (read: Read, id: string): Promise<Entry | undefined> => {
  const [row] = await read<Row[]>`select * from knowledge_entries where id = ${id}`
  return row && toEntry(row)
}

/** Held until the transaction ends. @throws Refusal not_found */
export const getEntryForUpdate = async (tx: Tx, id: string): Promise<Entry> => {
  const [row] = await tx<Row[]>`select * from knowledge_entries where id = ${id} for no key update`
  if (!row) throw new Refusal('not_found')
  return toEntry(row)
}

export const insertEntry = async (tx: Tx, entry: Entry): Promise<void> => {
  await tx`
    insert into knowledge_entries (id, region, stage, words, proposal, revision, created_at, updated_at)
    values (${entry.id}, ${entry.region}, ${entry.stage}, ${json(entry.words)}, ${json(entry.proposal)}, ${entry.revision}, ${entry.createdAt}, ${entry.updatedAt})`
}

export const updateEntry = async (tx: Tx, { id, stage, words, proposal, revision, releasedBy, releasedAt, updatedAt }: Entry): Promise<void> => {
  await tx`
    update knowledge_entries set stage = ${stage}, words = ${json(words)}, proposal = ${proposal === null ? null : json(proposal)}, revision = ${revision},
      released_by = ${releasedBy}, released_at = ${releasedAt}, updated_at = ${updatedAt} where id = ${id}`
}

/** One more request was answered with it. */
export const updateUsed = async (tx: Tx, id: string): Promise<void> => {
  await tx`update knowledge_entries set uses = uses + 1 where id = ${id}`
}

/** Entries of these regions, the last changed first. @param prefixes of region codes */
export const listEntries = async (read: Read, prefixes: readonly string[], limit: number): Promise<Entry[]> =>
  (await read<Row[]>`
    select e.* from unnest(${[...prefixes]}::text[]) prefix cross join lateral (
      select * from knowledge_entries where region like prefix || '%' order by updated_at desc, id limit ${limit}) e
    order by e.updated_at desc, e.id limit ${limit}`).map(toEntry)

/** How far entries were read, in the order of their changes. */
export type Mark = Pick<Entry, 'updatedAt' | 'id'>
export const beginning: Mark = { updatedAt: new Date(0).toISOString(), id: '00000000-0000-0000-0000-000000000000' }

/** Entries changed after a mark, in the order of changes. */
export const listChangedAfter = async (read: Read, { updatedAt, id }: Mark, limit: number): Promise<Entry[]> =>
  (await read<Row[]>`select * from knowledge_entries where (updated_at, id) > (${updatedAt}, ${id}) order by updated_at, id limit ${limit}`).map(toEntry)
