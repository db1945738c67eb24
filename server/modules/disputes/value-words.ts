// A value of a concept as people read it: choices, places and yes or no by their words, days and money as written. Pure.
import { textIn, type Language } from '../../kernel/texts.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { Answer } from '../planning/index.ts'

const spoken: Record<'yes' | 'no', Record<'zh' | 'en', string>> = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } }

export const valueInWords = ({ concepts, regions }: Pick<Catalogue, 'concepts' | 'regions'>, concept: string, value: Answer, language: Language): string => {
  const definition = concepts[concept]
  const place = definition?.type === 'region' && typeof value === 'string' ? regions[value] : undefined
  if (place) return textIn(place.name, language)
  const choice = definition?.constraint.choices?.find((each) => each.value === value)
  if (choice) return textIn(choice.name, language)
  if (typeof value === 'boolean') return spoken[value ? 'yes' : 'no'][language === 'en' ? 'en' : 'zh']
  if (definition?.type === 'money' && typeof value === 'number') return `${(value / 100).toFixed(2)} ${language === 'en' ? 'yuan' : '元'}`
  return value === null ? '' : String(value)
}
