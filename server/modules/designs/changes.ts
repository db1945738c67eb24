// What a design changes, item by item and in the terms of pack files, and line by line for those who want the source.
// Pure: the same comparison serves the review in the server and the live view in the browser.
import { parseDocument } from 'yaml'

export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

/** One value that differs. The path names keys and, in lists, the ids of items. Absent: there was or is none. */
export type Part = { path: string[]; before?: Value; after?: Value }

export type ItemChange = { kind: string; id: string; name: Value | undefined; change: 'added' | 'removed' | 'changed'; parts: Part[] }

export type FileChanges = {
  file: string
  change: 'added' | 'removed' | 'changed'
  items: ItemChange[]
  /** false: one of the two texts cannot be read as YAML, or only its layout or comments differ */
  readable: boolean
}

const identities = ['id', 'concept', 'service', 'code'] as const

export const isRecord = (value: unknown): value is { readonly [key: string]: Value } => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What tells an item of a list apart, as in inheritance; a dated line is told apart by its first day. */
export const identityOf = (value: Value | undefined): string | undefined => {
  if (!isRecord(value)) return undefined
  const key = [...identities, 'from', 'name'].find((each) => typeof value[each] === 'string')
  return key === undefined ? undefined : String(value[key])
}

/** The value of a YAML text; undefined when it is broken or uses aliases, which packs do not. */
export const readValue = (text: string): Value | undefined => {
  const document = parseDocument(text, { strict: true })
  if (document.errors.length > 0) return undefined
  try {
    // YAML without tags of its own holds JSON values only.
    return document.toJS({ maxAliasCount: 0 }) as Value
  } catch {
    return undefined
  }
}

export const same = (a: Value | undefined, b: Value | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)

const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value)
const hasIdentities = (list: readonly Value[]): boolean => list.length > 0 && list.every((item) => identityOf(item) !== undefined) && new Set(list.map(identityOf)).size === list.length

const part = (path: string[], before: Value | undefined, after: Value | undefined): Part => ({ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) })

const ordered = (list: readonly Value[], among: ReadonlySet<string | undefined>): (string | undefined)[] => list.map(identityOf).filter((id) => among.has(id))

/** Texts and citations are one value to a reader. */
const isWhole = (value: { readonly [key: string]: Value }): boolean => 'zh-CN' in value || 'title' in value

export const partsOf = (before: Value | undefined, after: Value | undefined, path: string[] = []): Part[] => {
  if (same(before, after)) return []
  if (isRecord(before) && isRecord(after) && !isWhole(before) && !isWhole(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => partsOf(before[key], after[key], [...path, key]))
  }
  if (isList(before) && isList(after) && [before, after].every((list) => list.length === 0 || hasIdentities(list)) && before.length + after.length > 0) {
    const byId = (list: readonly Value[]) => new Map(list.map((item) => [identityOf(item) ?? '', item]))
    const [old, young] = [byId(before), byId(after)]
    const both = new Set([...old.keys()].filter((id) => young.has(id)))
    const moved = same(ordered(before, both).map(String), ordered(after, both).map(String)) ? [] : [part([...path, 'order'], ordered(before, both).map(String), ordered(after, both).map(String))]
    return [...new Set([...old.keys(), ...young.keys()])].flatMap((id) => partsOf(old.get(id), young.get(id), [...path, id])).concat(moved)
  }
  return [part(path, before, after)]
}

type Item = { kind: string; id: string; value: Value }

/** The folder a file stands in says what it holds: one item, or a list under one key. */
const itemsOf = (file: string, text: string | null): Item[] | undefined => {
  if (text === null) return []
  const value = readValue(text)
  if (!isRecord(value)) return undefined
  const kind = file.split('/').at(-2) ?? ''
  if (kind === 'services' || kind === 'matters') return [{ kind, id: String(value['id'] ?? value['overrides'] ?? ''), value }]
  const lists = Object.values(value).filter(isList)
  return lists.flatMap((list) => list.map((item, index) => ({ kind, id: (isRecord(item) ? String(item['overrides'] ?? '') : '') || identityOf(item) || String(index + 1), value: item })))
}

const nameIn = (value: Value | undefined): Value | undefined => (isRecord(value) ? value['name'] : undefined)

/** Compares two texts of a file; null: there is none. Nothing when they are equal. */
export const fileChanges = (file: string, before: string | null, after: string | null): FileChanges | undefined => {
  if (before === after) return undefined
  const change = before === null ? 'added' : after === null ? 'removed' : 'changed'
  const [old, young] = [itemsOf(file, before), itemsOf(file, after)]
  if (!old || !young) return { file, change, items: [], readable: false }
  const ids = new Set([...old, ...young].map(({ id }) => id))
  const items = [...ids].flatMap((id): ItemChange[] => {
    const [a, b] = [old.find((item) => item.id === id), young.find((item) => item.id === id)]
    const parts = partsOf(a?.value, b?.value)
    if (parts.length === 0) return []
    return [{ kind: (b ?? a)?.kind ?? '', id, name: nameIn(b?.value) ?? nameIn(a?.value), change: !a ? 'added' : !b ? 'removed' : 'changed', parts }]
  })
  return { file, change, items, readable: items.length > 0 }
}

export type Line = { sign: ' ' | '+' | '-'; text: string }

const largestTable = 1_000_000

/** Lines kept, taken away and added; after two very different long texts simply all old lines, then all new ones. */
export const lineChanges = (before: string, after: string): Line[] => {
  const [a, b] = [before === '' ? [] : before.split('\n'), after === '' ? [] : after.split('\n')]
  let [head, tail] = [0, 0]
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  const line = (sign: Line['sign']) => (text: string): Line => ({ sign, text })
  const middle = differing(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  return [...a.slice(0, head).map(line(' ')), ...middle, ...a.slice(a.length - tail).map(line(' '))]
}

/** By the longest common subsequence. */
const differing = (a: readonly string[], b: readonly string[]): Line[] => {
  if (a.length * b.length > largestTable) return [...a.map((text): Line => ({ sign: '-', text })), ...b.map((text): Line => ({ sign: '+', text }))]
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) for (let j = b.length - 1; j >= 0; j -= 1) longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const lines: Line[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ sign: ' ', text: a[i] ?? '' })
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ sign: '-', text: a[i] ?? '' })
      i += 1
    } else {
      lines.push({ sign: '+', text: b[j] ?? '' })
      j += 1
    }
  }
  return lines
}
