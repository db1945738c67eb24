// Storing editions and their files. Releases wait for one another; every process is told of a new edition when it commits.
// Rows are only added.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { Edition, EditionFile } from './edition.ts'

type Row = { number: number; pack: string; region: string; title: string; design_id: string | null; restores: number | null; made_by: string; released_by: string; reason: string; released_at: Date }
type FileRow = { file: string; content: string | null; before: string | null; disk_digest: string | null }

/** Processes listen here; what is said is the number of the new edition. */
export const editionsChannel = 'editions'

const toEdition = (row: Row): Edition => ({
  number: row.number, pack: row.pack, region: row.region, title: row.title, designId: row.design_id, restores: row.restores,
  madeBy: row.made_by, releasedBy: row.released_by, reason: row.reason, releasedAt: row.released_at.toISOString(),
})
const toFile = (row: FileRow): EditionFile => ({ file: row.file, content: row.content, before: row.before, diskDigest: row.disk_digest })

/** One release at a time, until the transaction ends: each is checked together with everything released before it. That takes seconds, so others wait for longer than for a row. */
export const lockEditions = async (tx: Tx): Promise<void> => {
  await tx`set local lock_timeout = '60s'`
  await tx`select pg_advisory_xact_lock(hashtextextended('editions', 0))`
}

/** Number 0: nothing has been released. `checked`: digest of what was checked with it; null: not kept. */
export const getNewestEdition = async (read: Read): Promise<{ number: number; checked: string | null }> => {
  const [row] = await read<{ number: number; checked: string | null }[]>`select number, checked from editions order by number desc limit 1`
  return row ?? { number: 0, checked: null }
}

/** The newest text of every file any edition changed. */
export const listFilesInForce = async (read: Read): Promise<EditionFile[]> =>
  (await read<FileRow[]>`select distinct on (file) file, content, before, disk_digest from edition_files order by file, edition desc`).map(toFile)

/** `checked`: digest of what was checked with it. */
export const insertEdition = async (tx: Tx, edition: Edition & { checked: string }, files: readonly EditionFile[]): Promise<void> => {
  await tx`
    insert into editions (number, pack, region, title, design_id, restores, made_by, released_by, reason, released_at, checked)
    values (${edition.number}, ${edition.pack}, ${edition.region}, ${edition.title}, ${edition.designId}, ${edition.restores}, ${edition.madeBy}, ${edition.releasedBy}, ${edition.reason}, ${edition.releasedAt}, ${edition.checked})`
  const rows = files.map(({ file, content, before, diskDigest }) => ({ edition: edition.number, file, content, before, disk_digest: diskDigest }))
  await tx`insert into edition_files select * from jsonb_populate_recordset(null::edition_files, ${json(rows)})`
  await tx`select pg_notify(${editionsChannel}, ${String(edition.number)})`
}

export const findEdition = async (read: Read, number: number): Promise<{ edition: Edition; files: EditionFile[] } | undefined> => {
  const [row] = await read<Row[]>`select * from editions where number = ${number}`
  if (!row) return undefined
  const files = await read<FileRow[]>`select file, content, before, disk_digest from edition_files where edition = ${number} order by file`
  return { edition: toEdition(row), files: files.map(toFile) }
}

/** Those of packs within these places, newest first. */
export const listEditions = async (read: Read, places: JurisdictionFilter, limit = 100): Promise<Edition[]> => {
  const prefixes = places.map(({ regionPrefix }) => `${regionPrefix}%`)
  return (await read<Row[]>`select * from editions where region like any (${prefixes}) order by number desc limit ${limit}`).map(toEdition)
}

/** Those that changed a file in one of these folders of a pack, of packs within these places, newest first. */
export const listEditionsIn = async (read: Read, places: JurisdictionFilter, folders: readonly string[], limit = 100): Promise<Edition[]> => {
  const prefixes = places.map(({ regionPrefix }) => `${regionPrefix}%`)
  const inside = folders.flatMap((folder) => [`%/${folder}/%`, `${folder}/%`])
  return (await read<Row[]>`
    select * from editions e where region like any (${prefixes}) and exists (select from edition_files f where f.edition = e.number and f.file like any (${inside}))
    order by number desc limit ${limit}`).map(toEdition)
}

/** `about`: the item it changed, as kind/id, such as services/newborn. */
export type ItemEdition = Pick<Edition, 'number' | 'title' | 'releasedBy' | 'releasedAt'> & { about: string }

/** Those that changed one of these items, in packs of exactly these regions, newest first. @param abouts as kind/id */
export const listEditionsOfItems = async (read: Read, regions: readonly string[], abouts: readonly string[]): Promise<ItemEdition[]> => {
  if (abouts.length === 0) return []
  const rows = await read<(Pick<Row, 'number' | 'title' | 'released_by' | 'released_at'> & { about: string })[]>`
    select number, title, released_by, released_at, about
    from editions join (select edition, substring(file from '([^/]+/[^/]+)\\.yaml$') as about from edition_files) changed on edition = number
    where region = any(${[...regions]}) and about = any(${[...abouts]}) order by number desc`
  return rows.map(({ number, title, released_by: releasedBy, released_at: releasedAt, about }) => ({ number, title, releasedBy, releasedAt: releasedAt.toISOString(), about }))
}

/** Which edition each of these designs became; those not released are left out. */
export const listEditionsOfDesigns = async (read: Read, designIds: readonly string[]): Promise<Map<string, number>> => {
  const rows = designIds.length === 0 ? [] : await read<{ design_id: string; number: number }[]>`select design_id, number from editions where design_id = any(${[...designIds]}::uuid[])`
  return new Map(rows.map(({ design_id, number }) => [design_id, number]))
}
