// Reads which region of Guangdong a row belongs to, from the area code, the area name and the implementing code.
// Pure. Cities by GB/T 2260 with their telephone area codes; districts and streets are named by the row itself.
import { isRegionCode, regionAndAbove } from '../../kernel/regions.ts'
import type { AuthorityLevel, ImportRejection } from './imported-service.ts'
import { meansNone, oneLine, plainText, type Warn } from './gdzwfw-text.ts'

const cities: Record<string, readonly [name: string, areaCode: string]> = {
  440100: ['广州市', '020'], 440200: ['韶关市', '0751'], 440300: ['深圳市', '0755'], 440400: ['珠海市', '0756'], 440500: ['汕头市', '0754'],
  440600: ['佛山市', '0757'], 440700: ['江门市', '0750'], 440800: ['湛江市', '0759'], 440900: ['茂名市', '0668'], 441200: ['肇庆市', '0758'],
  441300: ['惠州市', '0752'], 441400: ['梅州市', '0753'], 441500: ['汕尾市', '0660'], 441600: ['河源市', '0762'], 441700: ['阳江市', '0662'],
  441800: ['清远市', '0763'], 441900: ['东莞市', '0769'], 442000: ['中山市', '0760'], 445100: ['潮州市', '0768'], 445200: ['揭阳市', '0663'], 445300: ['云浮市', '0766'],
}

const cityOf = (code: string) => cities[`${code.slice(0, 4)}00`]

/** The telephone area code of the city; the province's own authorities sit in Guangzhou. */
export const homeAreaOf = (regionCode: string): string | undefined => (regionCode === '440000' ? '020' : cityOf(regionCode)?.[1])

export const levelOfRegion = (code: string): AuthorityLevel =>
  code.length === 9 ? 'street' : code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'district'

/** '440100', 440100, '440100000000' → '440100'; '440305001000' → '440305001'; undefined when it is no code. */
const tidyCode = (raw: string): string | undefined => {
  const digits = raw.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}(?:\d{3}|\d{6})?$/.test(digits)) return undefined
  const code = /^\d{6}0*$/.test(digits) ? digits.slice(0, 6) : digits.slice(0, 9)
  return isRegionCode(code) ? code : undefined
}

const codeByName = (name: string): string | undefined => {
  if (name === '广东' || name === '广东省') return '440000'
  const local = name.replace(/^广东省/, '')
  return Object.keys(cities).find((code) => cities[code]?.[0] === local || cities[code]?.[0] === `${local}市`)
}

/** The name without what contains it: 广东省广州市越秀区 → 越秀区. Undefined when it names another place than the code does. */
const ownName = (code: string, text: string): string | undefined => {
  if (code === '440000') return codeByName(text) === '440000' ? '广东省' : undefined
  const local = text.replace(/^广东省?/, '')
  const city = cityOf(code)?.[0]
  if (levelOfRegion(code) === 'city') return city === undefined ? local || undefined : local === city || `${local}市` === city ? city : undefined
  if (city !== undefined && Object.values(cities).some(([other]) => other !== city && local.startsWith(other))) return undefined
  return (city !== undefined && local.startsWith(city) ? local.slice(city.length) : local) || undefined
}

/** The region, or why there is none. When the area code is missing or no code, the name and then the implementing code are asked. */
export const readRegion = (areaCode: string, areaName: string, implementingCode: string, warn: Warn): { code: string; name: string } | ImportRejection => {
  const text = meansNone(areaName) ? '' : oneLine(plainText(areaName, warn))
  const stated = meansNone(areaCode) ? undefined : tidyCode(areaCode)
  const fromCode = implementingCode.slice(2, 8)
  const code = stated ?? codeByName(text) ?? (/^44\d{4}$/.test(fromCode) ? fromCode : undefined)
  if (code === undefined) return 'region_unknown'
  if (!code.startsWith('44')) return 'region_outside'
  if (stated === undefined) warn('region_from_code')
  const name = text === '' ? undefined : ownName(code, text)
  if (text !== '' && name === undefined) warn('region_disagrees')
  const known = regionAndAbove(code).map((each) => (each === '440000' ? '广东省' : cities[each]?.[0])).find((each) => each !== undefined)
  return { code, name: name ?? known ?? '广东省' }
}
