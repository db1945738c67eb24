// Storing designs, the files they change and what happened to them.
// Files are kept whole: a design is small, and its text is what its authors typed.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Design, DesignEvent, DesignFile } from './design.ts'

type Row = { id: string; pack: string; region: string; title: string; about: string; state: Design['state']; revision: number; editors: string[]; release_on: string | null; created_at: Date; updated_at: Date }
type FileRow = { file: string; content: string | null; base: string | null; revision: number; saved_by: string; saved_at: Date }
type ActionRow = { action: DesignEvent['action']; actor_name: string; at: Date; detail: DesignEvent['detail'] }

const toDesign = (row: Row): Design => ({
  id: row.id, pack: row.pack, region: row.region, title: row.title, about: row.about, state: row.state, revision: row.revision, editors: row.editors,
  releaseOn: row.release_on, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
})
const toFile = (row: FileRow): DesignFile => ({ file: row.file, content: row.content, base: row.base, revision: row.revision, savedBy: row.saved_by, savedAt: row.saved_at.toISOString() })
const toEvent = (row: ActionRow): DesignEvent => ({ action: row.action, actorName: row.actor_name, at: row.at.toISOString(), detail: row.detail })

export const insertDesign = async (tx: Tx, design: Design): Promise<void> => {
  await tx`
    insert into designs (id, pack, region, title, about, state, revision, editors, release_on, created_at, updated_at)
    values (${design.id}, ${design.pack}, ${design.region}, ${design.title}, ${design.about}, ${design.state}, ${design.revision}, ${json(design.editors)}, ${design.releaseOn}, ${design.createdAt}, ${design.updatedAt})`
}

export const updateDesign = async (tx: Tx, design: Design): Promise<void> => {
  await tx`
    update designs set title = ${design.title}, state = ${design.state}, revision = ${design.revision}, editors = ${json(design.editors)}, release_on = ${design.releaseOn}, updated_at = ${design.updatedAt}
    where id = ${design.id}`
}

export const findDesign = async (read: Read, id: string): Promise<Design | undefined> => {
  const [row] = await read<Row[]>`select * from designs where id = ${id}`
  return row && toDesign(row)
}

/** Held until the transaction ends. @throws Refusal not_found */
export const getDesignForUpdate = async (tx: Tx, id: string): Promise<Design> => {
  const [row] = await tx<Row[]>`select * from designs where id = ${id} for update`
  if (!row) throw new Refusal('not_found')
  return toDesign(row)
}

/** Those of packs within these places, changed last first. */
export const listDesigns = async (read: Read, places: JurisdictionFilter, limit = 200): Promise<Design[]> => {
  const prefixes = places.map(({ regionPrefix }) => `${regionPrefix}%`)
  return (await read<Row[]>`select * from designs where region like any (${prefixes}) order by updated_at desc limit ${limit}`).map(toDesign)
}

export const listDesignFiles = async (read: Read, designId: string): Promise<DesignFile[]> =>
  (await read<FileRow[]>`select * from design_files where design_id = ${designId} order by file`).map(toFile)

export const upsertDesignFiles = async (tx: Tx, designId: string, files: readonly DesignFile[]): Promise<void> => {
  if (files.length === 0) return
  const rows = files.map(({ file, content, base, revision, savedBy, savedAt }) => ({ design_id: designId, file, content, base, revision, saved_by: savedBy, saved_at: savedAt }))
  await tx`
    insert into design_files select * from jsonb_populate_recordset(null::design_files, ${json(rows)})
    on conflict (design_id, file) do update set content = excluded.content, base = excluded.base, revision = excluded.revision, saved_by = excluded.saved_by, saved_at = excluded.saved_at`
}

/** Files that are as in force again. */
export const deleteDesignFiles = async (tx: Tx, designId: string, files: readonly string[]): Promise<void> => {
  if (files.length > 0) await tx`delete from design_files where design_id = ${designId} and file = any (${[...files]})`
}

/** @param revision the one the action made */
export const insertDesignAction = async (tx: Tx, { id, revision }: Pick<Design, 'id' | 'revision'>, staffId: string | null, event: DesignEvent): Promise<void> => {
  await tx`
    insert into design_actions (design_id, revision, action, staff_id, actor_name, at, detail)
    values (${id}, ${revision}, ${event.action}, ${staffId}, ${event.actorName}, ${event.at}, ${json(event.detail)})`
}

export const listDesignActions = async (read: Read, designId: string): Promise<DesignEvent[]> =>
  (await read<ActionRow[]>`select action, actor_name, at, detail from design_actions where design_id = ${designId} order by revision`).map(toEvent)
