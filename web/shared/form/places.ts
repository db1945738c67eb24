// Names of places by GB/T 2260 code: from the served region's tree, else the nearest place above whose name is known.
// Pure.
import { provinceName } from '../../../server/kernel/provinces.ts'
import { regionAndAbove } from '../../../server/kernel/regions.ts'
import type { FieldContext } from './field-type.ts'

/** '440305' → '广东省深圳市南山区'; a place outside the tree → '广东省广州市（440106）', '湖南（430104）'. */
export function placeName(code: string, { regions, textIn, language }: Pick<FieldContext, 'regions' | 'textIn' | 'language'>): string {
  const known = regionAndAbove(code).filter((each) => regions[each])
  const names = known.flatMap((each) => (regions[each] ? [textIn(regions[each].name)] : []))
  const province = provinceName(code)
  const name = names.length === 0 ? province && textIn(province) : language === 'en' ? names.join(', ') : names.toReversed().join('')
  if (name === undefined || known[0] === code) return name ?? code
  return language === 'en' ? `${name} (${code})` : `${name}（${code}）`
}
