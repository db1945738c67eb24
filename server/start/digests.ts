// Digests of ID numbers that earlier versions kept without a key: each becomes the keyed one, without the number being known.
// They stand in tables of several modules, which are named here for the one conversion there will ever be.
import type { Database } from '../kernel/db.ts'
import { digestAgain } from '../kernel/person-digest.ts'
import { updateRefusals } from '../kernel/sealed-rows-store.ts'
import { listPlainDigests, updateDigest, type DigestColumn } from './digests-store.ts'

const columns: readonly DigestColumn[] = [
  { table: 'exchange_call_subjects', column: 'subject', kind: 'text' },
  { table: 'case_reads', column: 'subjects', kind: 'array' },
  { table: 'applications', column: 'identity', kind: 'array' },
  { table: 'pickups', column: 'fetcher', kind: 'member' },
]

const atOnce = 500

/** '0:' and 64 hexadecimal digits is the identity of an event: its place stays. */
const again = (digest: string): string => digest.replace(/[0-9a-f]{64}$/, digestAgain)

const convertSome = (owner: Database, column: DigestColumn): Promise<number> =>
  owner.transaction(async (tx) => {
    const plain = await listPlainDigests(tx, column, atOnce)
    if (plain.length > 0) await updateRefusals(tx, column.table, true)
    for (const each of plain) await updateDigest(tx, column, each, again(each))
    if (plain.length > 0) await updateRefusals(tx, column.table, false)
    return plain.length
  })

const convertAll = async (owner: Database, column: DigestColumn): Promise<number> => {
  let converted = 0
  for (let some = atOnce; some === atOnce; converted += some) some = await convertSome(owner, column)
  return converted
}

export const digestConversions = columns.map((column) => ({ name: `digest ${column.table}`, run: (owner: Database) => convertAll(owner, column) }))
