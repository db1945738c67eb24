// Systems that may send over Open311, and what each has sent.
import type { Read, Tx } from '../../kernel/db.ts'
import type { Client } from './client.ts'

type Row = { id: string; name: string; region: string; hourly: number; since_at: Date; until_at: Date | null }
const toClient = (row: Row): Client => ({ id: row.id, name: row.name, region: row.region, hourly: row.hourly, since: row.since_at.toISOString(), until: row.until_at?.toISOString() ?? null })

export const listClients = async (read: Read): Promise<Client[]> => (await read<Row[]>`select id, name, region, hourly, since_at, until_at from open311_clients order by name limit 1000`).map(toClient)

export const findClientByKey = async (read: Read, keyDigest: string): Promise<Client | undefined> => {
  const [row] = await read<Row[]>`select id, name, region, hourly, since_at, until_at from open311_clients where key_digest = ${keyDigest}`
  return row && toClient(row)
}

/** False when there is one of this name. */
export const insertClient = async (tx: Tx, { id, name, region, hourly, since }: Client, keyDigest: string): Promise<boolean> =>
  (await tx`
    insert into open311_clients (id, name, region, key_digest, hourly, since_at) values (${id}, ${name}, ${region}, ${keyDigest}, ${hourly}, ${since}) on conflict do nothing returning id`).length > 0

/** Ends it. False when it had ended, or there is none. */
export const updateClientEnded = async (tx: Tx, name: string, at: Date): Promise<boolean> =>
  (await tx`update open311_clients set until_at = ${at} where name = ${name} and until_at is null returning id`).length > 0

export type Post = { client: string; digest: string; request: string; region: string; at: string }

/** The request that came from the very same post since an instant. */
export const findPosted = async (read: Read, client: string, digest: string, since: Date): Promise<string | undefined> => {
  const [row] = await read<{ request_id: string }[]>`select request_id from open311_posts where client_id = ${client} and digest = ${digest} and posted_at >= ${since} order by posted_at desc limit 1`
  return row?.request_id
}

export const insertPost = async (tx: Tx, { client, digest, request, region, at }: Post): Promise<void> => {
  await tx`
    insert into open311_posts (client_id, digest, request_id, region, posted_at, changed_at) values (${client}, ${digest}, ${request}, ${region}, ${at}, ${at})
    on conflict (request_id) do nothing`
}

/** What a client sent between two instants, newest first. */
export const listPosted = async (read: Read, client: string, { from, until, limit, offset }: { from: Date; until: Date; limit: number; offset: number }): Promise<string[]> =>
  (await read<{ request_id: string }[]>`
    select request_id from open311_posts where client_id = ${client} and posted_at >= ${from} and posted_at <= ${until} order by posted_at desc, request_id limit ${limit} offset ${offset}`).map((row) => row.request_id)

/** Of what a client sent, what something happened to between two instants; the latest change first. */
export const listChanged = async (read: Read, client: string, { from, until, limit }: { from: Date; until: Date; limit: number }): Promise<string[]> =>
  (await read<{ request_id: string }[]>`
    select request_id from open311_posts where client_id = ${client} and changed_at >= ${from} and changed_at <= ${until} order by changed_at desc, request_id limit ${limit}`).map((row) => row.request_id)

/** All a client sent until an instant to which something happened since another, in no order. */
export const listChangedSince = async (read: Read, client: string, { from, until }: { from: Date; until: Date }): Promise<string[]> =>
  (await read<{ request_id: string }[]>`select request_id from open311_posts where client_id = ${client} and changed_at >= ${from} and posted_at <= ${until}`).map((row) => row.request_id)

/** Something has happened to a request; nothing where no client sent it. */
export const updateChanged = async (tx: Tx, request: string, at: Date): Promise<void> => {
  await tx`update open311_posts set changed_at = ${at} where request_id = ${request}`
}

/** Whether a request came from this client. */
export const hasPosted = async (read: Read, client: string, request: string): Promise<boolean> => (await read`select 1 from open311_posts where request_id = ${request} and client_id = ${client}`).length > 0
