// What the packs say, as texts to learn from: names, other names, thesaurus, sentences, guides and help.
// Questions search is counted with are left out, however they come to stand there; only what things are called stays, as it is what is to be found.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** Folders of a pack in which nobody says anything: tests, examples, and tables of places and duties. */
const silent = new Set(['tests', 'examples', 'areas', 'duties', 'outlets', 'registries', 'decisions', 'facts', 'ladders', 'schema'])
/** Keys whose texts are no language: addresses, rules, identifiers. */
const unsaid = new Set(['id', 'when', 'href', 'url', 'source', 'sources', 'law', 'template', 'pattern', 'concept', 'matter', 'covers', 'line', 'region', 'phone'])
/** Keys under which the official name of a thing stands, and words of official names. */
const naming = new Set(['name', 'title', 'meant'])
const longest = 60
/** Official words of a way of saying something, the closest first, that are taken for the same. */
const mostMeant = 2

/** Sentences of a text, and short texts whole; what is no language (patterns, formulas, numbers alone) is left out. */
export const sentencesOf = (text: string): string[] =>
  text.replaceAll(/[…\t]/gu, ' ').split(/[。！？；\n]|(?<=[a-z])[.!?] /u)
    .map((each) => each.trim().replaceAll(/\s+/g, ' '))
    .filter((each) => /\p{L}{2}/u.test(each) && !/[{}|\\<>=[\]_^*]/.test(each) && !/^[a-z0-9.-]+\.[a-z]+$/i.test(each))
    .map((each) => [...each].slice(0, /\p{Script=Han}/u.test(each) ? longest : longest * 3).join(''))

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1)).flatMap((each) => {
    const path = join(folder, each.name)
    if (each.isDirectory()) return silent.has(each.name) ? [] : filesIn(path)
    return each.name.endsWith('.yaml') ? [path] : []
  })

const stringsIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(stringsIn) : [])

/** A text of a pack; `named`: it is what a thing is called. */
type Piece = { text: string; named: boolean }

/** Says what is found in a value, and of which texts somebody wrote down that they mean the same. */
type Told = { text: (piece: Piece) => void; same: (one: Piece, other: Piece) => void }

const chineseOf = (value: unknown): string | undefined =>
  value !== null && typeof value === 'object' && 'zh-CN' in value && typeof value['zh-CN'] === 'string' ? value['zh-CN'] : undefined

const read = (value: unknown, named: boolean, told: Told): void => {
  if (typeof value === 'string') told.text({ text: value, named })
  if (value === null || typeof value !== 'object') return
  if (Array.isArray(value)) {
    for (const each of value) read(each, named, told)
    return
  }
  const fields = new Map<string, unknown>(Object.entries(value))
  const chinese = chineseOf(value)
  const name = chinese ?? chineseOf(fields.get('name') ?? fields.get('title'))
  // The other language, other names, and what people say for official words.
  if (chinese !== undefined) for (const other of stringsIn(fields.get('en'))) told.same({ text: other, named }, { text: chinese, named })
  if (name !== undefined) for (const other of stringsIn(fields.get('keywords'))) told.same({ text: other, named: false }, { text: name, named: true })
  const sentences = fields.get('sentences')
  const said = [...stringsIn(fields.get('said')), ...(typeof sentences === 'string' ? sentences.split('\n') : [])]
  for (const each of said) for (const meant of stringsIn(fields.get('meant')).slice(0, mostMeant)) told.same({ text: each, named: false }, { text: meant, named: true })
  for (const [key, each] of fields) if (!unsaid.has(key)) read(each, named || naming.has(key), told)
}

/** A text of the packs, with those that mean the same. */
export type PackText = { text: string; same: readonly string[] }

/** Every text of the packs of a folder once, in the order of their files. @param leftOut texts nothing may be learnt from, unless a thing is called so */
export const packTexts = (folder: string, leftOut: (text: string) => boolean): PackText[] => {
  const texts = new Map<string, Set<string>>()
  const found = ({ text, named }: Piece): string[] => {
    const sentences = sentencesOf(text)
    const kept = sentences.filter((each) => named || !leftOut(each))
    for (const each of kept) if (!texts.has(each)) texts.set(each, new Set())
    // Of longer texts nobody knows which sentence means what.
    return sentences.length === 1 ? kept : []
  }
  const told: Told = {
    text: found,
    same: (one, other) => {
      const [[first], [second]] = [found(one), found(other)]
      if (first !== undefined && second !== undefined && first !== second) texts.get(first)?.add(second)
    },
  }
  for (const file of filesIn(folder)) read(parse(readFileSync(file, 'utf8')), false, told)
  return [...texts].map(([text, same]) => ({ text, same: [...same] }))
}
