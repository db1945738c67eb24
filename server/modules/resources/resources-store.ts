// Storing what authorities say of their resources: the draft, the published edition, and every edition there was.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { ResourceContent } from './resource.ts'

/** What is stored of a resource; a registry nobody has written about has nothing stored. */
export type StoredResource = { id: string; region: string; line: string; draft: ResourceContent | null; published: ResourceContent | null; edition: number; revision: number; publishedAt: string | null; updatedAt: string }

type Row = { id: string; region: string; line: string; draft: ResourceContent | null; published: ResourceContent | null; edition: number; revision: number; published_at: Date | null; updated_at: Date }

const toStored = (row: Row): StoredResource => ({
  id: row.id, region: row.region, line: row.line, draft: row.draft, published: row.published, edition: row.edition, revision: row.revision,
  publishedAt: row.published_at?.toISOString() ?? null, updatedAt: row.updated_at.toISOString(),
})

const orNull = (value: unknown): string | null => (value === null ? null : json(value))

/** All of them, by id: a catalogue of an installation has hundreds, not millions. */
export const listStoredResources = async (read: Read): Promise<StoredResource[]> => (await read<Row[]>`select * from resources order by id`).map(toStored)

export const findStoredResource = async (read: Read, id: string): Promise<StoredResource | undefined> => {
  const [row] = await read<Row[]>`select * from resources where id = ${id}`
  return row && toStored(row)
}

/** Held until the transaction ends. */
export const findStoredResourceForUpdate = async (tx: Tx, id: string): Promise<StoredResource | undefined> => {
  const [row] = await tx<Row[]>`select * from resources where id = ${id} for no key update`
  return row && toStored(row)
}

/** Whether it was new; false: somebody else wrote the first line at the same moment. */
export const insertResource = async (tx: Tx, one: StoredResource): Promise<boolean> =>
  (await tx`
    insert into resources (id, region, line, draft, published, edition, revision, published_at, updated_at)
    values (${one.id}, ${one.region}, ${one.line}, ${orNull(one.draft)}, ${orNull(one.published)}, ${one.edition}, ${one.revision}, ${one.publishedAt}, ${one.updatedAt})
    on conflict (id) do nothing returning 1`).length > 0

/** The caller holds the row. */
export const updateResource = async (tx: Tx, one: StoredResource): Promise<void> => {
  await tx`
    update resources set draft = ${orNull(one.draft)}, published = ${orNull(one.published)}, edition = ${one.edition}, revision = ${one.revision}, published_at = ${one.publishedAt}, updated_at = ${one.updatedAt}
    where id = ${one.id}`
}

/** `staffId`: who published it. */
export type Edition = { resource: string; edition: number; content: ResourceContent; staffId: string; actorName: string; at: string }

export const insertEdition = async (tx: Tx, one: Edition): Promise<void> => {
  await tx`insert into resource_editions (resource, edition, content, staff_id, actor_name, at) values (${one.resource}, ${one.edition}, ${json(one.content)}, ${one.staffId}, ${one.actorName}, ${one.at})`
}

/** The newest first. */
export const listEditions = async (read: Read, resource: string): Promise<Edition[]> =>
  (await read<{ resource: string; edition: number; content: ResourceContent; staff_id: string; actor_name: string; at: Date }[]>`select * from resource_editions where resource = ${resource} order by edition desc limit 50`)
    .map((row) => ({ resource: row.resource, edition: row.edition, content: row.content, staffId: row.staff_id, actorName: row.actor_name, at: row.at.toISOString() }))

