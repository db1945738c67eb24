// Finds a text in a dictionary and fills in its parameters. Pure: knows no current language and loads nothing.
// The store of loaded dictionaries is store.ts.
import type { Language } from './languages.ts'
import type { Dictionary } from './keys.ts'

/** The entry at a dotted path, a text or a group; undefined when there is none. */
export function findEntry(dictionary: Dictionary, key: string): string | Dictionary | undefined {
  let entry: string | Dictionary | undefined = dictionary
  for (const part of key.split('.')) {
    if (typeof entry !== 'object' || !Object.hasOwn(entry, part)) return undefined
    entry = entry[part]
  }
  return entry
}

/** The finished text, or undefined when the dictionary has no text at that key. */
export function findText(dictionary: Dictionary, key: string, params: Record<string, string | number> | undefined, language: Language): string | undefined {
  const entry = findEntry(dictionary, key)
  const text = typeof entry === 'object' ? pickPlural(entry, params?.['n'], language) : entry
  return text?.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params?.[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value
  })
}

function pickPlural(forms: Dictionary, n: string | number | undefined, language: Language): string | undefined {
  const form = forms[new Intl.PluralRules(language).select(Number(n))] ?? forms['other']
  return typeof form === 'string' ? form : undefined
}
