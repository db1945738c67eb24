// Words that come with the content (names of services, questions, laws' titles) in the language of the page.
// Components read them with useTextIn(); code outside components with textNow().
import { textIn, type Texts } from '../../../server/kernel/texts.ts'
import { currentLanguage, useLanguage } from './store.ts'

/** The words in the current language, else in Simplified Chinese. */
export function textNow(texts: Texts): string {
  return textIn(texts, currentLanguage())
}

/** `textNow` for components: they are drawn again when the language changes. */
export function useTextIn(): (texts: Texts) => string {
  const language = useLanguage()
  return (texts) => textIn(texts, language)
}

/** Sentences one after the other: Chinese needs no space between them. Empty ones are left out. */
export function useSentences(): (...sentences: (string | false | undefined)[]) => string {
  const language = useLanguage()
  return (...sentences) => sentences.filter(Boolean).join(language === 'en' ? ' ' : '')
}
