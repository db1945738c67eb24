// Finding and replacing digests of earlier versions: they end in 64 hexadecimal digits, today's in 43 characters of base64url.
import { json, type Read, type Tx } from '../kernel/db.ts'

/** `kind`: a text, an array of texts, or the member "digest" of a JSON object. */
export type DigestColumn = { table: string; column: string; kind: 'text' | 'array' | 'member' }

const digestIn = (read: Read, { column, kind }: DigestColumn) =>
  kind === 'array' ? read`unnest(${read(column)})` : kind === 'member' ? read`${read(column)} ->> 'digest'` : read`${read(column)}`

/** Different digests without a key, at most `limit`. */
export const listPlainDigests = async (read: Read, column: DigestColumn, limit: number): Promise<string[]> =>
  (await read<{ digest: string }[]>`
    select distinct digest from (select ${digestIn(read, column)} as digest from ${read(column.table)}) each
    where digest ~ '(^|:)[0-9a-f]{64}$' limit ${limit}`).map(({ digest }) => digest)

/** Everywhere in the column. */
export const updateDigest = async (tx: Tx, { table, column, kind }: DigestColumn, from: string, to: string): Promise<void> => {
  const name = tx(column)
  if (kind === 'array') await tx`update ${tx(table)} set ${name} = array_replace(${name}, ${from}, ${to}) where ${name} @> array[${from}]`
  if (kind === 'member') await tx`update ${tx(table)} set ${name} = ${name} || ${json({ digest: to })}::jsonb where ${name} ->> 'digest' = ${from}`
  if (kind === 'text') await tx`update ${tx(table)} set ${name} = ${to} where ${name} = ${from}`
}
