// Items that stand in a list of their file, several in one file: policies. All others are the whole of a file of their own.
// Pure. What else stands in the list stays as it is.
import { isRecord } from '../../../../server/modules/designs/changes.ts'
import { listIn, splitKey, stringIn, type Fields, type ItemKey } from './fields.ts'

/** The key of the list in files of a kind. */
const listOf: Readonly<Record<string, string>> = { benefits: 'benefits' }

function isItem(item: Fields, id: string): boolean {
  return stringIn(item, 'id') === id || stringIn(item, 'overrides') === id
}

/** The item as the value of its file has it; null: it is not there. */
export function itemIn(key: ItemKey, file: Fields | null): Fields | null {
  const { kind, id } = splitKey(key)
  const list = listOf[kind]
  if (list === undefined || file === null) return file
  return listIn(file, list).find((item) => isItem(item, id)) ?? null
}

/** The value of the file with the item; undefined: nothing is left to write. @param own undefined: the item is taken out */
export function withItemIn(key: ItemKey, file: Fields | null, own: Fields | undefined): Fields | undefined {
  const { kind, id } = splitKey(key)
  const list = listOf[kind]
  if (list === undefined) return own
  const before = file?.[list]
  const items = Array.isArray(before) ? before : []
  const at = items.findIndex((item) => isRecord(item) && isItem(item, id))
  const next = own === undefined ? items.filter((_, index) => index !== at) : at < 0 ? [...items, own] : items.map((item, index) => (index === at ? own : item))
  return next.length === 0 ? undefined : { ...file, [list]: next }
}
