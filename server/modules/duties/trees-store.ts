// Storing trees of request classes of other systems. A tree is replaced as a whole when it is imported again.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { OtherClass } from './other-tree.ts'

type Row = { tree: string; path: string; names: string[]; ours: string | null; alike: number }

export const deleteTree = async (tx: Tx, tree: string): Promise<void> => {
  await tx`delete from request_trees where tree = ${tree}`
}

export const insertTree = async (tx: Tx, tree: string, classes: readonly OtherClass[], at: Date): Promise<void> => {
  const rows = classes.map(({ path, names, ours, alike }) => ({ tree, path, names, ours, alike, imported_at: at.toISOString() }))
  await tx`insert into request_trees select * from jsonb_populate_recordset(null::request_trees, ${json(rows)})`
}

/** All of them; a few hundred classes each. */
export const listTrees = async (read: Read): Promise<Map<string, OtherClass[]>> => {
  const trees = new Map<string, OtherClass[]>()
  for (const { tree, ...one } of await read<Row[]>`select tree, path, names, ours, alike from request_trees order by tree, path`) trees.set(tree, [...(trees.get(tree) ?? []), one])
  return trees
}
