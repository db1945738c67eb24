// The languages of the product and how the first one is chosen.
// zh-CN is the source; zh-HK is converted from it by tools/zh-hk.ts; en is written by hand.

export const languages = ['zh-CN', 'zh-HK', 'en'] as const
export type Language = (typeof languages)[number]

/** Each language by its own name, as shown in the language switch. */
export const languageNames: Record<Language, string> = { 'zh-CN': '简体中文', 'zh-HK': '繁體中文', en: 'English' }

/**
 * The language to start with: Chinese, traditional where the browser asks for it (BCP 47 tags, best first).
 * English is the person's own choice; the switch is in every header.
 */
export function preferredLanguage(tags: readonly string[]): Language {
  const chinese = tags.find((tag) => tag.toLowerCase().startsWith('zh'))
  return chinese && /^zh-(hk|mo|tw|hant)/i.test(chinese) ? 'zh-HK' : 'zh-CN'
}
