// The words and place names fields are written with, for the current language.
// Regions come from the catalogue the page already has.
import type { Region } from '../../../server/modules/catalogue/definitions.ts'
import { useTextIn } from '../i18n/content.ts'
import { useLanguage, useT } from '../i18n/store.ts'
import type { FieldContext } from './field-type.ts'

export function useFieldContext(regions: Readonly<Record<string, Region>>): FieldContext {
  const t = useT()
  const language = useLanguage()
  const textIn = useTextIn()
  return { t, language, textIn, regions }
}
