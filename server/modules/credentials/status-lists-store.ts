// Published lists of statuses in the database: places given out, and what stands at them.
import { randomBytes } from 'node:crypto'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Credential, CredentialState } from './credential.ts'
import { listSize, placeOf } from './status-place.ts'

export type PublishedList = { id: string; issuer: Credential['issuer']; size: number; revision: number }

type ListRow = { name: string; line: string; region: string; size: number; revision: number }

export const findStatusList = async (read: Read, id: string): Promise<PublishedList | undefined> => {
  const [row] = await read<ListRow[]>`select name, line, region, size, revision from credential_status_lists where name = ${id}`
  return row && { id: row.name, issuer: { line: row.line, region: row.region }, size: row.size, revision: row.revision }
}

export const listStatusLists = async (read: Read, most: number): Promise<PublishedList[]> =>
  (await read<ListRow[]>`select name, line, region, size, revision from credential_status_lists order by name limit ${most}`).map((row) => ({ id: row.name, issuer: { line: row.line, region: row.region }, size: row.size, revision: row.revision }))

/** Places at which something else than valid stands. */
export const listNotValid = (read: Read, list: string): Promise<{ index: number; status: CredentialState }[]> =>
  read<{ index: number; status: CredentialState }[]>`select status_index as index, status from credentials where status_list = ${list} and status <> 'valid'`

export type Place = { statusList: string; statusIndex: number }

/** Takes so many places of an authority's lists; opens a list when the newest is full. */
export const takePlaces = async (tx: Tx, { line, region }: Credential['issuer'], count: number, at: Date): Promise<Place[]> => {
  const places: Place[] = []
  while (places.length < count) {
    const [newest] = await tx<{ name: string; number: number; size: number; used: number; secret: string }[]>`
      select name, number, size, used, secret from credential_status_lists where line = ${line} and region = ${region} order by number desc limit 1 for no key update`
    if (!newest || newest.used >= newest.size) {
      const number = (newest?.number ?? 0) + 1
      await tx`
        insert into credential_status_lists (name, line, region, number, size, used, secret, revision, created_at)
        values (${`${line}:${region}:${number}`}, ${line}, ${region}, ${number}, ${listSize}, 0, ${randomBytes(32).toString('base64url')}, 0, ${at}) on conflict do nothing`
      continue
    }
    const taken = Math.min(count - places.length, newest.size - newest.used)
    await tx`update credential_status_lists set used = used + ${taken} where name = ${newest.name}`
    for (let each = 0; each < taken; each += 1) places.push({ statusList: newest.name, statusIndex: placeOf(newest.secret, newest.used + each, newest.size) })
  }
  return places
}
