// Reads the telephone fields: from '020-12345' to a paragraph with windows, hours, addresses, mail and several labelled numbers.
// Pure. Numbering: YD/T 638 area codes of Guangdong, hotlines 1XXXX and 95XXX/96XXX, 400/800 numbers, mobiles.
import type { Contact, Phone } from './imported-service.ts'
import { meansNone, oneLine, plainText, shorten, type Warn } from './gdzwfw-text.ts'

/** Guangdong's area codes, by the length of their local numbers. */
const eightDigitAreas = new Set('020 0754 0755 0757 0760 0769'.split(' '))
const sevenDigitAreas = new Set('0660 0662 0663 0668 0750 0751 0752 0753 0756 0758 0759 0762 0763 0766 0768'.split(' '))
const anyArea = /^0(?:10|2\d|[3-9]\d{2})$/

const hotline = /^(?:1[0-2]\d{3}|9[56]\d{3}|11[0249]|12[02])$/
const allSame = /^(\d)\1*$/

/** Things in a sentence that have digits and are no telephone: pages, mail, hours, dates, house numbers, postcodes. */
const otherDigits = /https?:\/\/[\x21-\x7e]*|www\.[\x21-\x7e]*|[\w.-]+@[\w.-]+|\d{1,2}[:：]\d{2}|(?:邮政编码|邮编|微信号?|QQ群?|传真)[:：]?[\w-]*|\d+(?:[-、]\d+)*(?=[号楼室房层栋窗年月日周个小])/gi
const candidate = /\d(?:[\d-]*\d)?(?:(?:转|按|分机|#)\d{1,6}(?:[-或、]?\d{1,3})*)?/g

type Reading = { phone: Phone; areaCode?: string } | 'implausible' | 'no_phone'

/** Brings the spellings of one number together: (020)8388 2222, 86 20 8751 2631, 020--38819922, 020－81102000. */
const tidyNumbers = (text: string): string =>
  text
    .replace(/[－–—―‐‑‒]/g, '-')
    .replace(/[（(]\+?(?:86-?)?0?(\d{2,3})[）)] ?-?(?=\d)/g, '0$1-')
    .replace(/(?<!\d)\+?86[- ]0?(\d{2,3})[- ](?=\d{4})/g, '0$1-')
    .replace(/ *-[- ]*/g, '-')
    .replace(/(?<=\d{4}) (?=\d{4}(?!\d))/g, '')

const isLocal = (areaCode: string, local: string): boolean => {
  if (/^[01]/.test(local) || allSame.test(local)) return false
  if (eightDigitAreas.has(areaCode)) return local.length === 8
  if (sevenDigitAreas.has(areaCode)) return local.length === 7
  return anyArea.test(areaCode) && (local.length === 8 || (local.length === 7 && areaCode.length === 4))
}

/** One candidate such as '020-38356454转1', '02083133642', '12333-9-0' or '4000390208'. `areaCode`: the one in force so far. */
const readNumber = (text: string, areaCode: string | undefined, warn: Warn): Reading => {
  const [main = '', spoken] = text.split(/转|按|分机|#/)
  const parts = main.replace(/^(0(?:10|2\d))(\d{8})$/, '$1-$2').replace(/^(0[3-9]\d{2})(\d{7,8})$/, '$1-$2').split('-')
  const [first = '', second = '', ...rest] = parts
  const make = (number: string, menu: string[]): Phone => ({ number, extension: [...menu, ...(spoken === undefined ? [] : [spoken])].join('-') || null, label: null })
  if (/^[48]00$/.test(first) && /^\d{7}$/.test(parts.slice(1).join(''))) return { phone: make(main, []) }
  if (/^[48]00\d{7}$/.test(main)) return { phone: make(`${main.slice(0, 3)}-${main.slice(3, 6)}-${main.slice(6)}`, []) }
  if (isLocal(first, second) || (anyArea.test(first) && hotline.test(second) && !allSame.test(second))) {
    if (!eightDigitAreas.has(first) && !sevenDigitAreas.has(first)) warn('phone_area_code_outside')
    return { areaCode: first, phone: make(`${first}-${second}`, rest) }
  }
  if (/^1[3-9]\d{9}$/.test(first) && second === '') return { phone: make(first, []) }
  if (hotline.test(first) && !allSame.test(first)) return { phone: make(first, parts.slice(1)) }
  if (areaCode !== undefined && isLocal(areaCode, first)) return { phone: make(`${areaCode}-${first}`, parts.slice(1)) }
  return main.replaceAll('-', '').length >= 7 || /^0\d{2,3}-/.test(main) || /^(\d)\1{4}$/.test(main) ? 'implausible' : 'no_phone'
}

const plainLabels = /^(?:请|或|也可|直接|拨打|咨询|查询|投诉|举报|监督|联系|服务|办公|窗口|受理|固定|电话|号码|热线|方式|及|和|为|是|TEL|Tel)*$/

/** The words right before a number that say whose it is: 深圳：0755-… → 深圳. */
const labelBefore = (text: string): string | null => {
  const last = /(?:^|[；;，,。、（(\s\ufffd])([^；;，,。、（(\s：:\ufffd]{1,24})[：:]?$/u.exec(text.slice(-60).toWellFormed())?.[1] ?? ''
  const label = last.replace(/(?:咨询|投诉|联系|监督|服务)?(?:电话|热线|号码)+(?:号码)?$/, '')
  return !/\p{L}/u.test(label) || plainLabels.test(label) || /\d/.test(label) ? null : label
}

/**
 * The telephones in a field. A number without area code takes the one written before it in the same field, else `homeArea`
 * (the area code of the authority's city) with a warning.
 */
export const readContact = (raw: string, homeArea: string | undefined, warn: Warn): Contact => {
  const phones: Phone[] = []
  const unreadable: string[] = []
  const text = tidyNumbers(oneLine(plainText(raw.slice(0, 4000), warn)))
  if (meansNone(text)) return { phones, unreadable }
  const searched = text.replace(otherDigits, (found) => ' '.repeat(found.length))
  let areaCode: string | undefined
  let end = 0
  let label: string | null = null
  for (const match of searched.matchAll(candidate)) {
    let reading = readNumber(match[0], areaCode, warn)
    if (typeof reading === 'string' && areaCode === undefined && homeArea !== undefined && /^[2-8]\d{6,7}$/.test(match[0])) {
      reading = readNumber(match[0], homeArea, warn)
      if (typeof reading !== 'string') warn('phone_area_code_assumed')
    }
    const between = text.slice(end, match.index)
    label = labelBefore(between) ?? (/^[、,，/或 ]*$/.test(between) ? label : null)
    end = match.index + match[0].length
    if (reading === 'no_phone') continue
    if (reading === 'implausible') unreadable.push(match[0])
    else {
      areaCode = reading.areaCode ?? areaCode
      const behind = /^（([^（）\d：:]{1,16})）/u.exec(text.slice(end))?.[1] ?? null
      if (behind !== null) for (const phone of phones.filter((each) => each.label === null && label === null)) phone.label = behind
      const phone = { ...reading.phone, label: label ?? behind }
      if (!phones.some((each) => each.number === phone.number && each.extension === phone.extension)) phones.push(phone)
    }
  }
  if (phones.length === 0 && unreadable.length === 0) unreadable.push(shorten(text, 300))
  if (unreadable.length > 0) warn('phone_unreadable')
  return { phones, unreadable }
}
