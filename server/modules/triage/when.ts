// When it happened, read from words: days and spans, counted from the day the request was sent. Pure.
import { addDays } from '../../kernel/clock.ts'

/** Days 'YYYY-MM-DD', first and last; `hour` 0–23 where one is named; `recurring` when it happens again and again. */
export type When = { from: string; to: string; hour?: number; recurring?: true }

const digits: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 半: 0.5, 几: 3 }

/** 十二 → 12, 3 → 3. */
const numberOf = (word: string): number => {
  if (/^\d+$/.test(word)) return Number(word)
  const [tens, ones] = word.includes('十') ? word.split('十') : [undefined, word]
  const last = [...(ones ?? '')].reduce((sum, each) => sum * 10 + (digits[each] ?? 0), 0)
  return tens === undefined ? ([...word].length === 1 ? (digits[word] ?? 0) : last) : (tens === '' ? 1 : (digits[tens] ?? 1)) * 10 + last
}

const two = (part: number): string => String(part).padStart(2, '0')
const dayOf = (year: number, month: number, day: number): string | undefined => {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return month >= 1 && month <= 12 && day >= 1 && day <= last ? `${year}-${two(month)}-${two(day)}` : undefined
}
const monthSpan = (year: number, month: number): When => {
  const [y, m] = month < 1 ? [year - 1, month + 12] : [year, month]
  return { from: `${y}-${two(m)}-01`, to: `${y}-${two(m)}-${two(new Date(Date.UTC(y, m, 0)).getUTCDate())}` }
}
const number = '[零〇一二两三四五六七八九十半几\\d]+'
const relative: Readonly<Record<string, number>> = { 今: 0, 昨: -1, 前: -2, 大前: -3, 当: 0 }
const weekdays = '一二三四五六日天'
/** 0 is Sunday. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

type Reader = { pattern: RegExp; read: (match: RegExpExecArray, on: string) => When | undefined }

const single = (day: string | undefined): When | undefined => (day === undefined ? undefined : { from: day, to: day })
/** A day without its year is the last one there was. */
const lastSuch = (on: string, month: number, day: number): string | undefined => {
  const year = Number(on.slice(0, 4))
  const here = dayOf(year, month, day)
  return here !== undefined && here > on ? dayOf(year - 1, month, day) : here
}

const units: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 个星期: 7, 星期: 7, 个礼拜: 7, 礼拜: 7, 个月: 30, 月: 30, 年: 365 }

/** The most exact first. */
const readers: readonly Reader[] = [
  { pattern: /(20\d{2})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*[日号]?/u, read: ([, year, month, day]) => single(dayOf(Number(year), Number(month), Number(day))) },
  { pattern: /(?<![\d年月])(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]/u, read: ([, month = '', day = ''], on) => single(lastSuch(on, numberOf(month), numberOf(day))) },
  { pattern: /(?:本月|这个月)(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]/u, read: ([, day = ''], on) => single(dayOf(Number(on.slice(0, 4)), Number(on.slice(5, 7)), numberOf(day))) },
  { pattern: /上个?月(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]/u, read: ([, day = ''], on) => { const { from } = monthSpan(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1); return single(dayOf(Number(from.slice(0, 4)), Number(from.slice(5, 7)), numberOf(day))) } },
  { pattern: /(上上|上|这|本)个?(?:周|星期|礼拜)([一二三四五六日天])/u, read: ([, which = '', day = ''], on) => single(addDays(on, (which === '上上' ? -14 : which === '上' ? -7 : 0) - ((weekdayOf(on) + 6) % 7) + Math.min(6, weekdays.indexOf(day)))) },
  { pattern: /(上上|上)个?(?:周|星期|礼拜)/u, read: ([, which], on) => { const monday = addDays(on, (which === '上上' ? -14 : -7) - ((weekdayOf(on) + 6) % 7)); return { from: monday, to: addDays(monday, 6) } } },
  { pattern: /(?:这|本)(?:周|星期|个?礼拜)(?!边)/u, read: (_, on) => ({ from: addDays(on, -((weekdayOf(on) + 6) % 7)), to: on }) },
  { pattern: /(大前|前|昨|今)(?:天|晚|日|夜|早)|当晚/u, read: ([, which = '今'], on) => single(addDays(on, relative[which] ?? 0)) },
  { pattern: /(?:刚刚|刚才|现在|此刻|目前正在|凌晨)/u, read: (_, on) => single(on) },
  { pattern: new RegExp(`(${number})(天|日|周|个?星期|个?礼拜|个月|年)(?:之?前|以前)`, 'u'), read: ([, many = '', unit = ''], on) => single(addDays(on, -Math.round(numberOf(many) * (units[unit] ?? 1)))) },
  { pattern: new RegExp(`(?:(?:最近|近|过去|这段)(?=${number}|天|日|段|周|个|星期|礼拜|年|时)|(?:这|前)(?=${number}))(${number})?(天|日|段时间|时间|周|个?星期|个?礼拜|个月|年)`, 'u'), read: ([, many, unit = ''], on) => ({ from: addDays(on, -Math.round((many ? numberOf(many) : 3) * (units[unit] ?? (unit.endsWith('时间') ? 10 : 1)))), to: on }) },
  { pattern: /上半?个?月(?!\d)/u, read: (_, on) => monthSpan(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1) },
  { pattern: /本月|这个月/u, read: (_, on) => ({ from: `${on.slice(0, 8)}01`, to: on }) },
  { pattern: /(20\d{2})年(\d{1,2})月/u, read: ([, year, month]) => monthSpan(Number(year), Number(month)) },
  { pattern: /(去|前|今)年(\d{1,2}|[一二三四五六七八九十]{1,2})月/u, read: ([, which, month = ''], on) => monthSpan(Number(on.slice(0, 4)) - (which === '去' ? 1 : which === '前' ? 2 : 0), numberOf(month)) },
  { pattern: /(去|前)年/u, read: ([, which], on) => { const year = Number(on.slice(0, 4)) - (which === '去' ? 1 : 2); return { from: `${year}-01-01`, to: `${year}-12-31` } } },
  { pattern: /(?:国庆|十一)(?:节|假期|期间|长假)/u, read: (_, on) => { const first = lastSuch(on, 10, 1) ?? on; return { from: first, to: addDays(first, 6) } } },
  { pattern: new RegExp(`(${number})(天|周|个?星期|个?礼拜|个月|年)(?:了|多了|没|都没|还没|未)`, 'u'), read: ([, many = '', unit = ''], on) => ({ from: addDays(on, -Math.round(numberOf(many) * (units[unit] ?? 1))), to: on }) },
]

const again = /每(?:天|晚|日|周|到|次|个?星期|个?周末|逢)|天天|晚晚|经常|常常|总是|老是|长期|一到(?:晚上|下雨|周末|夏天)|隔三差五|三天两头|反复|通宵/u
const clock = /(凌晨|早上|早晨|清晨|上午|中午|下午|傍晚|晚上|夜里|半夜|深夜|今晚|昨晚|前晚|晚|早)?\s*(\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点|时|:\d{2}|：\d{2})(?!间)/u

const hourOf = (text: string): number | undefined => {
  const found = clock.exec(text)
  if (!found) return undefined
  const [, part = '', word = ''] = found
  const hour = numberOf(word)
  const later = /下午|傍晚|晚/.test(part) && hour < 12 ? 12 : /夜/.test(part) && hour >= 6 && hour < 12 ? 12 : /中午/.test(part) && hour <= 2 ? 12 : 0
  return hour + later > 23 ? (hour + later === 24 ? 0 : undefined) : hour + later
}

/** @param on the day the request was sent, 'YYYY-MM-DD' */
export const findWhen = (text: string, on: string): When | undefined => {
  const hour = hourOf(text)
  const recurring = again.test(text)
  for (const { pattern, read } of readers) {
    const match = pattern.exec(text)
    const found = match ? read(match, on) : undefined
    if (found && found.from <= on) return { ...found, to: found.to > on ? on : found.to, ...(hour === undefined ? {} : { hour }), ...(recurring ? { recurring: true as const } : {}) }
  }
  return recurring || hour !== undefined ? { from: on, to: on, ...(hour === undefined ? {} : { hour }), ...(recurring ? { recurring: true as const } : {}) } : undefined
}
