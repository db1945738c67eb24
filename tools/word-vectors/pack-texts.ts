// What the packs say, as texts to learn from: names, other names, thesaurus, guides, help, and the everyday questions beside the packs.
// Only what ships is read, so that nothing of real people or services gets into the vectors.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** Folders of a pack in which nobody says anything: tests, examples, and tables of places and duties. */
const silent = new Set(['tests', 'examples', 'areas', 'duties', 'outlets', 'registries', 'decisions', 'facts', 'ladders', 'schema'])
/** Keys whose texts are no language: addresses, rules, identifiers. */
const unsaid = new Set(['id', 'when', 'href', 'url', 'source', 'sources', 'law', 'template', 'pattern', 'concept', 'matter', 'covers', 'line', 'region', 'phone'])
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

/** Says what is found in a value, and of which texts somebody wrote down that they mean the same. */
type Told = { text: (text: string) => void; same: (one: string, other: string) => void }

const chineseOf = (value: unknown): string | undefined =>
  value !== null && typeof value === 'object' && 'zh-CN' in value && typeof value['zh-CN'] === 'string' ? value['zh-CN'] : undefined

const read = (value: unknown, told: Told): void => {
  if (typeof value === 'string') told.text(value)
  if (value === null || typeof value !== 'object') return
  if (Array.isArray(value)) {
    for (const each of value) read(each, told)
    return
  }
  const fields = new Map<string, unknown>(Object.entries(value))
  const chinese = chineseOf(value)
  const name = chinese ?? chineseOf(fields.get('name') ?? fields.get('title'))
  // The other language, other names, and what people say for official words.
  if (chinese !== undefined) for (const other of stringsIn(fields.get('en'))) told.same(other, chinese)
  if (name !== undefined) for (const other of stringsIn(fields.get('keywords'))) told.same(other, name)
  const sentences = fields.get('sentences')
  const said = [...stringsIn(fields.get('said')), ...(typeof sentences === 'string' ? sentences.split('\n') : [])]
  for (const each of said) for (const meant of stringsIn(fields.get('meant')).slice(0, mostMeant)) told.same(each, meant)
  for (const [key, each] of fields) if (!unsaid.has(key)) read(each, told)
}

/** A text of the packs, with those that mean the same. */
export type PackText = { text: string; same: readonly string[] }

/** Every text of the packs of a folder once, in the order of their files. */
export const packTexts = (folder: string): PackText[] => {
  const texts = new Map<string, Set<string>>()
  const found = (text: string): string[] => {
    const sentences = sentencesOf(text)
    for (const each of sentences) if (!texts.has(each)) texts.set(each, new Set())
    return sentences
  }
  for (const line of readFileSync(join(folder, 'thesaurus-questions.txt'), 'utf8').split('\n')) if (!line.startsWith('#')) found(line.split(' = ')[0] ?? '')
  const told: Told = {
    text: found,
    same: (one, other) => {
      const [from = [], to = []] = [found(one), found(other)]
      // Of longer texts nobody knows which sentence is which.
      const [first, second] = [from[0], to[0]]
      if (from.length === 1 && to.length === 1 && first !== undefined && second !== undefined && first !== second) texts.get(first)?.add(second)
    },
  }
  for (const file of filesIn(folder)) read(parse(readFileSync(file, 'utf8')), told)
  return [...texts].map(([text, same]) => ({ text, same: [...same] }))
}
