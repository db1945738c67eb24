// Signed roots over the log of calls, per node one after the other without a gap.
import type { Read, Tx } from '../../kernel/db.ts'

export type StoredRoot = { node: string; first: number; last: number; at: string; signed: string }

type Row = Omit<StoredRoot, 'at'> & { at: Date }

const toRoot = (row: Row): StoredRoot => ({ ...row, at: row.at.toISOString() })

/** False when another process has made it meanwhile. */
export const insertRoot = async (tx: Tx, { node, first, last, at, signed }: StoredRoot): Promise<boolean> =>
  (await tx`insert into exchange_roots (node, first, last, at, signed) values (${node}, ${first}, ${last}, ${at}, ${signed}) on conflict do nothing returning last`).length > 0

/** The newest first. */
export const listRoots = async (read: Read, limit: number): Promise<StoredRoot[]> => (await read<Row[]>`select node, first, last, at, signed from exchange_roots order by at desc, node, last desc limit ${limit}`).map(toRoot)

/** Roots of a node in the order of what they cover. */
export const listRootsOf = async (read: Read, node: string): Promise<StoredRoot[]> => (await read<Row[]>`select node, first, last, at, signed from exchange_roots where node = ${node} order by last`).map(toRoot)

/** Nodes that have roots, which is so whether or not their calls are still there. */
export const listRootedNodes = async (read: Read): Promise<string[]> => {
  const rows = await read<{ node: string }[]>`
    with recursive nodes as (
      (select node from exchange_roots order by node limit 1)
      union all
      select (select exchange_roots.node from exchange_roots where exchange_roots.node > nodes.node order by exchange_roots.node limit 1) from nodes where nodes.node is not null
    ) select node from nodes where node is not null`
  return rows.map(({ node }) => node)
}

/** Where the next root of a node begins. */
export const findLastRooted = async (read: Read, node: string): Promise<number> => {
  const [row] = await read<{ last: number }[]>`select last from exchange_roots where node = ${node} order by last desc limit 1`
  return row?.last ?? 0
}

/** The root that covers a position. */
export const findRootOver = async (read: Read, node: string, position: number): Promise<StoredRoot | undefined> => {
  const [row] = await read<Row[]>`select node, first, last, at, signed from exchange_roots where node = ${node} and last >= ${position} order by last limit 1`
  return row && row.first <= position ? toRoot(row) : undefined
}
