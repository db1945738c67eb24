// A description of services as a list of resources with values, independent of how a file writes them.
// Pure. Packs, imported services and files of others all become this; a resource's properties and types are words such as `dct:title`.
import type { Texts } from '../../kernel/texts.ts'
import { iriOf, type Word } from './terms.ts'

/** A link to another resource, or a value; `language` is a BCP 47 tag, `datatype` an address (absent: plain text). */
export type Value = { iri: string } | { text: string; language?: string; datatype?: string }

export type Resource = {
  /** address, or `_:label` for a resource without one */
  iri: string
  types: Word[]
  properties: Record<Word, Value[]>
}

export const link = (iri: string): Value => ({ iri })
export const plain = (text: string): Value => ({ text })
export const typed = (text: string, datatype: Word): Value => ({ text, datatype: iriOf(datatype) })

/** Every language of a text; empty ones are nothing. */
export const inLanguages = (texts: Texts): Value[] =>
  Object.entries(texts).flatMap(([language, text]) => (text === '' ? [] : [{ text, language: language.toLowerCase() }]))

export const chinese = (text: string): Value => ({ text, language: 'zh-cn' })

/** Drops properties without values and repeated values, so that one thing is always said in one way. */
export const resource = (iri: string, types: Word | readonly Word[], properties: Record<Word, readonly Value[] | Value | undefined>): Resource => ({
  iri,
  types: typeof types === 'string' ? [types] : [...types],
  properties: Object.fromEntries(
    Object.entries(properties).flatMap(([word, given]) => {
      const values = given === undefined ? [] : Array.isArray(given) ? (given as readonly Value[]) : [given as Value]
      const unique = [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
      return unique.length === 0 ? [] : [[word, unique]]
    }),
  ),
})

export const valuesOf = (from: Resource | undefined, word: Word): Value[] => from?.properties[word] ?? []

/** Addresses a property links to. */
export const linksOf = (from: Resource | undefined, word: Word): string[] => valuesOf(from, word).flatMap((value) => ('iri' in value ? [value.iri] : []))

/** The text of a property in the language read best: Chinese, English, else whatever is there. */
export const textOf = (from: Resource | undefined, ...words: readonly Word[]): string | undefined => {
  for (const word of words) {
    const texts = valuesOf(from, word).flatMap((value) => ('text' in value ? [value] : []))
    const best = texts.find(({ language }) => language?.startsWith('zh') === true) ?? texts.find(({ language }) => language?.startsWith('en') === true) ?? texts[0]
    if (best !== undefined && best.text.trim() !== '') return best.text.trim()
  }
  return undefined
}
