// The languages of the product and how the first one is chosen.
// zh-CN is the source; zh-HK is converted from it by tools/zh-hk.ts; en is written by hand.

export const languages = ['zh-CN', 'zh-HK', 'en'] as const
export type Language = (typeof languages)[number]

/** Each language by its own name, as shown in the language switch. */
export const languageNames: Record<Language, string> = { 'zh-CN': '简体中文', 'zh-HK': '繁體中文', en: 'English' }

/** The language to start with, from what the browser prefers (BCP 47 tags, best first). */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const lower = tag.toLowerCase()
    if (/^zh-(hk|mo|tw|hant)/.test(lower)) return 'zh-HK'
    if (lower.startsWith('zh')) return 'zh-CN'
    if (lower.startsWith('en')) return 'en'
  }
  return 'zh-CN'
}
