// Sketches of the requests of the last weeks, to find those with almost the same text.
import type { Read, Tx } from '../../kernel/db.ts'
import type { Sketch } from './sketch.ts'

export type Sketched = { request: string; region: string; sender: string; values: number[]; at: string }

type Row = { request_id: string; region: string; sender: string; sketch: number[]; received_at: Date }
const toSketched = (row: Row): Sketched => ({ request: row.request_id, region: row.region, sender: row.sender, values: row.sketch, at: row.received_at.toISOString() })

/** The same request again changes nothing. */
export const insertSketch = async (tx: Tx, { request, region, sender, at }: Omit<Sketched, 'values'>, { values, bands }: Sketch): Promise<void> => {
  await tx`
    insert into request_sketches (request_id, region, sender, sketch, bands, received_at) values (${request}, ${region}, ${sender}, ${values}::int[], ${bands}::text[], ${at})
    on conflict (request_id) do nothing`
}

/** Requests that share a band since an instant, the oldest first. */
export const listSketchesNear = async (read: Read, bands: readonly string[], since: Date, limit: number): Promise<Sketched[]> =>
  (await read<Row[]>`
    select request_id, region, sender, sketch, received_at from request_sketches where bands && ${[...bands]}::text[] and received_at >= ${since} order by received_at, request_id limit ${limit}`).map(toSketched)

/** Requests received since an instant, the newest first. */
export const listSketchesSince = async (read: Read, since: Date, limit: number): Promise<Sketched[]> =>
  (await read<Row[]>`select request_id, region, sender, sketch, received_at from request_sketches where received_at >= ${since} order by received_at desc, request_id limit ${limit}`).map(toSketched)

export const deleteSketchesBefore = async (tx: Tx, at: Date): Promise<void> => {
  await tx`delete from request_sketches where received_at < ${at}`
}
