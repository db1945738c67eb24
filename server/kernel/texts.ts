// Texts by language: every word a person reads in content is one of these.
// Simplified Chinese is the source and always present; other languages fall back to it.

export type Language = 'zh-CN' | 'zh-HK' | 'en'

export type Texts = { 'zh-CN': string; 'zh-HK'?: string; en?: string }

export const languages: readonly Language[] = ['zh-CN', 'zh-HK', 'en']

/** How Simplified Chinese is written in Hong Kong where nobody wrote it by hand; given by whoever has the dictionary (server/hong-kong.ts). */
let toHongKong = (text: string): string => text

export const convertToHongKongWith = (convert: (text: string) => string): void => {
  toHongKong = convert
}

/** The text in the wanted language, else in Simplified Chinese. */
export const textIn = (texts: Texts, language: Language): string => texts[language] ?? (language === 'zh-HK' ? toHongKong(texts['zh-CN']) : texts['zh-CN'])

/** The name of a definition; where it is no longer defined, its id stands in. */
export const nameOr = (defined: { name: Texts } | undefined, id: string): Texts => defined?.name ?? { 'zh-CN': id }

/** A law as it is cited in Chinese: 《行政许可法》第三十二条. */
export const citationOf = ({ title, article = '' }: { title: string; article?: string }): string => `《${title}》${article}`

/** Packs may write a bare string for Simplified Chinese. */
export const asTexts = (value: string | Texts): Texts => (typeof value === 'string' ? { 'zh-CN': value } : value)

/** Chooses the best language we have for an Accept-Language header. */
export const languageFor = (acceptLanguage: string | undefined): Language => {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => part.split(';')[0]?.trim().toLowerCase() ?? '')
  for (const tag of wanted) {
    if (tag.startsWith('zh-hk') || tag.startsWith('zh-hant') || tag.startsWith('zh-tw') || tag.startsWith('zh-mo')) return 'zh-HK'
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return 'zh-CN'
}

/** The words, or in Chinese the letters, that all names end in: 南山卫健局, 福田卫健局 → 卫健局. '' when that is less than two letters. */
export const commonEnd = (names: readonly string[]): string => {
  const byWord = names.some((name) => name.includes(' '))
  const parts = names.map((name) => (byWord ? name.split(' ') : [...name]))
  const [first = []] = parts
  let shared = 0
  while (shared < first.length && parts.every((each) => each.length > shared && each.at(-1 - shared) === first.at(-1 - shared))) shared += 1
  const end = first.slice(first.length - shared).join(byWord ? ' ' : '')
  return end.length > 1 ? end : ''
}
