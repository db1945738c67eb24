// Writes changed values back into YAML text so that everything else stays as it was typed: order, comments, quotes, layout.
// And the other way round for a city: what must be stated to turn the inherited item into the one wanted.
import { Document, isCollection, isMap, isNode, isPair, isScalar, isSeq, parseDocument, type Node, type YAMLMap, type YAMLSeq } from 'yaml'
import { identityOf, isRecord, same, type Value } from '../../../../server/modules/designs/changes.ts'

type Fields = { readonly [key: string]: Value }

/** As packs are written: `{a: b}` without inner spaces, lines never broken. */
const layout = { lineWidth: 0, flowCollectionPadding: false } as const

/** The same text in two places is written twice; packs have no aliases. */
const plainly = { aliasDuplicateObjects: false } as const

const longestFlow = 150

/** Small things stand on one line, as in the packs; long texts and nested things do not. */
function styled(node: unknown): void {
  if (!isCollection(node)) return
  for (const item of node.items) styled(isPair(item) ? item.value : item)
  const text = JSON.stringify(node)
  const children = node.items.map((item) => (isPair(item) ? item.value : item))
  const simple = children.every((child) => isScalar(child) || (isMap(node) && ((isSeq(child) && child.items.every(isScalar)) || (isMap(child) && child.flow === true))))
  const multiline = text.includes('\\n')
  node.flow = children.length > 0 && !multiline && simple && text.length <= longestFlow
}

function created(document: Document, value: Value): Node {
  const node = document.createNode(value, plainly)
  styled(node)
  return node
}

/** A new file: comments first, each key on a line of its own. */
function written(value: Value, heading: string): string {
  const document = new Document(value, plainly)
  const { contents } = document
  if (isMap(contents)) for (const pair of contents.items) styled(pair.value)
  return `${heading}${document.toString(layout)}`
}

/**
 * The text with the value `next`. Parts that are equal stay as they were, byte by byte; items of lists keep their comments when they move.
 * @param text null: a new file, which begins with `heading`; a text that cannot be read is replaced
 */
export function rewrite(text: string | null, next: Value, heading = ''): string {
  if (text === null) return written(next, heading)
  const document = parseDocument(text)
  if (document.errors.length > 0 || !isMap(document.contents)) return written(next, heading)
  // A document without errors holds JSON values; packs use no tags.
  apply(document, document.contents, document.toJS() as Value, next)
  return document.toString(layout)
}

function apply(document: Document, node: unknown, before: Value, after: Value): void {
  if (same(before, after)) return
  if (isMap(node) && isRecord(before) && isRecord(after)) applyMap(document, node, before, after)
  else if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) applyList(document, node, before, after)
}

function applyMap(document: Document, map: YAMLMap, before: Fields, after: Fields): void {
  for (const key of Object.keys(before)) if (!(key in after)) map.delete(key)
  for (const [key, value] of Object.entries(after)) {
    const old = before[key]
    if (old === undefined) map.set(document.createNode(key), created(document, value))
    else if (!same(old, value)) replaceIn(document, map.get(key, true), old, value, (node) => map.set(key, node))
  }
}

function replaceIn(document: Document, node: unknown, before: Value, after: Value, put: (node: Node) => void): void {
  const alike = (isMap(node) && isRecord(before) && isRecord(after)) || (isSeq(node) && Array.isArray(before) && Array.isArray(after))
  if (alike) apply(document, node, before, after)
  else if (isScalar(node) && !isRecord(after) && !Array.isArray(after)) node.value = after
  else put(created(document, after))
}

const keysOf = (list: readonly Value[]): string[] => list.map((item) => identityOf(item) ?? JSON.stringify(item))

function applyList(document: Document, list: YAMLSeq, before: readonly Value[], after: readonly Value[]): void {
  const old = keysOf(before)
  const [first] = list.items
  if (isNode(first) && list.commentBefore && old[0] !== keysOf(after)[0]) {
    // A comment above the first item is the list's to the library; it moves with the item.
    first.commentBefore = list.commentBefore
    list.commentBefore = null
  }
  const free = new Map(old.map((key, index) => [`${key} ${old.slice(0, index).filter((each) => each === key).length}`, index]))
  const seen = new Map<string, number>()
  const wanted = keysOf(after).map((key) => {
    const count = seen.get(key) ?? 0
    seen.set(key, count + 1)
    return `${key} ${count}`
  })
  const met = new Set(wanted.flatMap((key) => free.get(key) ?? []))
  list.items = wanted.map((key, index) => {
    const value = after[index] ?? null
    // One without a name, or with a new one, that was changed where it stands is still the same: its comments stay.
    const stands = before.length === after.length && !met.has(index) && isRecord(before[index]) && isRecord(value)
    const at = free.get(key) ?? (stands ? index : undefined)
    if (at === undefined) return created(document, value)
    const item = list.items[at]
    let kept: unknown = item
    replaceIn(document, item, before[at] ?? null, value, (node) => { kept = node })
    return kept
  })
  if (list.items.length === 0) list.flow = true
  else if (before.length === 0) styled(list)
}

const idKeys = ['id', 'concept', 'service', 'code'] as const

const idKeyOf = (value: Value | undefined): string | undefined => (isRecord(value) ? idKeys.find((key) => typeof value[key] === 'string') : undefined)

const isWhole = (value: Fields): boolean => 'zh-CN' in value || 'title' in value

const isItems = (list: readonly Value[]): boolean => list.length > 0 && list.every((item) => idKeyOf(item) !== undefined)

const isDated = (list: readonly Value[]): boolean => list.length > 0 && list.every((item) => isRecord(item) && typeof item['from'] === 'string' && idKeyOf(item) === undefined)

/** What an override must state; undefined: nothing. Keys cannot be taken away by an override; a rule becomes `true`, a flag false. */
function difference(inherited: Value | undefined, wanted: Value | undefined, key = ''): Value | undefined {
  if (same(inherited, wanted)) return undefined
  if (wanted === undefined && Array.isArray(inherited) && isItems(inherited)) return listDifference(inherited, [])
  if (wanted === undefined) return key === 'when' ? 'true' : typeof inherited === 'boolean' ? false : undefined
  if (isRecord(inherited) && isRecord(wanted) && !isWhole(wanted)) {
    const entries = [...new Set([...Object.keys(inherited), ...Object.keys(wanted)])].flatMap((each): [string, Value][] => {
      const found = difference(inherited[each], wanted[each], each)
      return found === undefined ? [] : [[each, found]]
    })
    return entries.length > 0 ? Object.fromEntries(entries) : undefined
  }
  if (Array.isArray(inherited) && Array.isArray(wanted)) return listDifference(inherited, wanted)
  return wanted
}

function listDifference(inherited: readonly Value[], wanted: readonly Value[]): Value | undefined {
  if (isDated(inherited) && isDated(wanted)) {
    const [old, line] = [inherited.at(-1), wanted.at(-1)]
    if (!isRecord(old) || !isRecord(line)) return wanted
    const changed = Object.entries(line).filter(([key, value]) => key === 'from' || key === 'source' || !same(value, old[key]))
    return same(old, line) ? undefined : [Object.fromEntries(changed)]
  }
  if (!isItems(inherited) || !wanted.every((item) => idKeyOf(item) !== undefined)) return wanted
  const byId = new Map(inherited.map((item) => [identityOf(item), item]))
  const gone = inherited.filter((item) => !wanted.some((each) => identityOf(each) === identityOf(item))).map((item): Value => ({ [idKeyOf(item) ?? 'id']: identityOf(item) ?? '', omit: true }))
  const stated = wanted.flatMap((item): Value[] => {
    const old = byId.get(identityOf(item))
    if (old === undefined) return [item]
    const found = difference(old, item)
    return isRecord(found) ? [{ [idKeyOf(item) ?? 'id']: identityOf(item) ?? '', ...found }] : []
  })
  return gone.length + stated.length > 0 ? [...stated, ...gone] : undefined
}

/** What a city's file must say to turn the inherited item into the wanted one; undefined: nothing, it needs no file. */
export function overrideOf(id: string, inherited: Fields, wanted: Fields): Fields | undefined {
  const found = difference(inherited, wanted)
  return isRecord(found) ? { overrides: id, ...found } : undefined
}
