// Storing views: an official's own by name, and those colleagues of the unit share.
import { only, type Read, type Tx } from '../../kernel/db.ts'
import type { DeskName, SavedView } from './saved-view.ts'

type Row = { id: string; staff_id: string; unit: string; desk: DeskName; name: string; query: string; shared: boolean }
const toSavedView = ({ staff_id: staffId, ...row }: Row): SavedView => ({ ...row, staffId })

/** One's own first, then those of the unit, each by name. */
export const listSavedViews = async (read: Read, { desk, staffId, unit }: Pick<SavedView, 'desk' | 'staffId' | 'unit'>): Promise<SavedView[]> =>
  (await read<Row[]>`
    select id, staff_id, unit, desk, name, query, shared from saved_views where desk = ${desk} and (staff_id = ${staffId} or (shared and unit = ${unit}))
    order by staff_id <> ${staffId}, name, id limit 200`).map(toSavedView)

/** Keeps a view; the same name of the same official again replaces the older one. Returns its id. */
export const upsertSavedView = async (tx: Tx, view: SavedView, at: Date): Promise<string> => {
  const [row] = await tx<{ id: string }[]>`
    insert into saved_views (id, staff_id, unit, desk, name, query, shared, created_at, updated_at)
    values (${view.id}, ${view.staffId}, ${view.unit}, ${view.desk}, ${view.name}, ${view.query}, ${view.shared}, ${at}, ${at})
    on conflict (staff_id, desk, name) do update set unit = excluded.unit, query = excluded.query, shared = excluded.shared, updated_at = excluded.updated_at
    returning id`
  return row?.id ?? view.id
}

export const countSavedViews = async (read: Read, staffId: string): Promise<number> =>
  only(await read<{ count: number }[]>`select count(*)::int as count from saved_views where staff_id = ${staffId}`).count

/** Only one's own; returns whether there was one. */
export const deleteSavedView = async (tx: Tx, staffId: string, id: string): Promise<boolean> =>
  (await tx`delete from saved_views where id = ${id} and staff_id = ${staffId} returning 1`).length > 0
