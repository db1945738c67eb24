// Pack fields as the screens edit them: plain values by path, texts in two languages, what a new item begins with.
// Pure. Whatever a screen does not know stays in the value untouched.
import { isRecord, type Value } from '../../../../server/modules/designs/changes.ts'

export type { Value }
export type Fields = { readonly [key: string]: Value }

/** `matters/newborn`: kind and id of an item of a pack. */
export type ItemKey = `${string}/${string}`

export function keyOf(kind: string, id: string): ItemKey {
  return `${kind}/${id}`
}

export function splitKey(key: ItemKey): { kind: string; id: string } {
  const cut = key.indexOf('/')
  return { kind: key.slice(0, cut), id: key.slice(cut + 1) }
}

export function fieldsOf(value: unknown): Fields | null {
  // JSON that came from the server or was read from YAML.
  return isRecord(value) ? value : null
}

export function listIn(fields: Fields, key: string): readonly Fields[] {
  const value = fields[key]
  return Array.isArray(value) ? value.filter(isRecord) : []
}

export function stringsIn(fields: Fields, key: string): readonly string[] {
  const value = fields[key]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

export function stringIn(fields: Fields, key: string): string {
  const value = fields[key]
  return typeof value === 'string' ? value : ''
}

export function numberIn(fields: Fields, key: string): number | undefined {
  const value = fields[key]
  return typeof value === 'number' ? value : undefined
}

/** With a key set, or taken away when the value says nothing. */
export function withKey(fields: Fields, key: string, value: Value | undefined): Fields {
  const { [key]: _, ...rest } = fields
  if (value === undefined || value === '') return rest
  return key in fields ? { ...fields, [key]: value } : { ...rest, [key]: value }
}

/** One item of a list changed. */
export function withItem(list: readonly Fields[], index: number, item: Fields): Fields[] {
  return list.map((each, at) => (at === index ? item : each))
}

export function moved<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const rest = [...list]
  const [item] = rest.splice(from, 1)
  if (item !== undefined) rest.splice(Math.max(0, Math.min(to, rest.length)), 0, item)
  return rest
}

/** An id no item of the list has yet. */
export function freshId(base: string, list: readonly Fields[]): string {
  const taken = new Set(list.map((item) => stringIn(item, 'id')))
  return Array.from({ length: list.length + 1 }, (_, at) => `${base}-${at + 1}`).find((id) => !taken.has(id)) ?? base
}

export interface TwoTexts {
  zh: string
  en: string
}

export function textsIn(value: Value | undefined): TwoTexts {
  if (typeof value === 'string') return { zh: value, en: '' }
  return isRecord(value) ? { zh: stringIn(value, 'zh-CN'), en: stringIn(value, 'en') } : { zh: '', en: '' }
}

/** A bare string when only Chinese is there; a text in Hong Kong's words stays. undefined: nothing is written. */
export function textsValue(before: Value | undefined, { zh, en }: TwoTexts): Value | undefined {
  if (zh === '' && en === '') return undefined
  const kept = isRecord(before) ? before['zh-HK'] : undefined
  if (en === '' && kept === undefined && !isRecord(before)) return zh
  return { 'zh-CN': zh, ...(kept === undefined ? {} : { 'zh-HK': kept }), ...(en === '' ? {} : { en }) }
}

/** The text in the language of the screen, from the form packs are written in. */
export function shownText(value: Value | undefined, english: boolean): string {
  const { zh, en } = textsIn(value)
  return (english && en) || zh
}

export interface NewMatter {
  id: string
  name: TwoTexts
  stage: string
  audience: 'person' | 'organisation'
}

/** A matter with no service in it yet, and what is usual for the rest; checking says what is missing. */
export function newMatter({ id, name, stage, audience }: NewMatter): Fields {
  const texts = textsValue(undefined, name) ?? ''
  return {
    id, name: texts, summary: texts, stage, audience, subjects: [], scenario: [], services: [], topics: [], keywords: [name.zh],
    whoMayApply: { 'zh-CN': '本人，或者受本人委托的人。', en: 'The person concerned, or somebody they have asked to act.' },
    delivery: { 'zh-CN': '各项结果都能在线查看。', en: 'All results are online.' },
  }
}

/** A page without fields; its heading is content, so it is there in both languages. */
export function newTopic(id: string): Fields {
  return { id, name: { 'zh-CN': '新的一页', en: 'New page' }, concepts: [] }
}

/** Where items of a kind stand when a pack has none of its own yet. */
export function fileFor(pack: string, key: ItemKey): string {
  const { kind, id } = splitKey(key)
  return `${pack}/${kind}/${id}.yaml`
}
