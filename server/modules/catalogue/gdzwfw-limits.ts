// Reads time limits as the platform publishes them: '30(工作日)', '20个工作日', '1个月', '即办', '24小时', '无'.
// Pure. Months count 30 days, years 365, hours are rounded up to days; each such conversion is a warning.
import type { ServiceKind, TimeLimit } from './imported-service.ts'
import { meansNone, oneLine, plainText, type Warn } from './gdzwfw-text.ts'

const chineseDigits = '零一二三四五六七八九'

/** 十五 → 15, 二十 → 20, 一百二十 → 120, 两 → 2; undefined when it is no number below a thousand. */
export const readChineseNumber = (text: string): number | undefined => {
  const match = /^(?:([一二两三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二两三四五六七八九])?$/.exec(text)
  if (match === null || text === '') return undefined
  const digit = (character: string | undefined) => (character === undefined ? 0 : chineseDigits.indexOf(character.replace('两', '二')))
  const tens = match[3] === undefined ? 0 : Math.max(1, digit(match[2]))
  return digit(match[1]) * 100 + tens * 10 + digit(match[4])
}

type Scale = { days: number; unit: TimeLimit['unit'] | 'assumed'; exact: boolean }

const scales: readonly (readonly [RegExp, Scale])[] = [
  [/^个?工作[日天]$|^working ?days?$/i, { days: 1, unit: 'working', exact: true }],
  [/^个?(?:自然|日历)[日天]$|^calendar ?days?$/i, { days: 1, unit: 'calendar', exact: true }],
  [/^[日天]?$|^days?$/i, { days: 1, unit: 'assumed', exact: true }],
  [/^个?(?:工作)?(?:小时|时)$|^hours?$/i, { days: 1 / 24, unit: 'calendar', exact: false }],
  [/^个?(?:分钟|分)$|^minutes?$/i, { days: 1 / 1440, unit: 'calendar', exact: false }],
  [/^(?:周|个?星期)$|^weeks?$/i, { days: 7, unit: 'calendar', exact: false }],
  [/^个?月$|^months?$/i, { days: 30, unit: 'calendar', exact: false }],
  [/^年$|^years?$/i, { days: 365, unit: 'calendar', exact: false }],
]

const onTheSpot = new Set('即办 即时 即刻 即办件 即时办 当场 当场办 立即 立即办 现场 现场办 马上 马上办 即到即办 即来即办 随到随办 立等可取 当日 当天 当日办 当天办'.split(' '))
const figure = /^(?:不超过|最长|最多|约|在)?(?:(\d{1,6}(?:\.\d{1,2})?)(?:[-~—–至到](\d{1,6}(?:\.\d{1,2})?))?|(半)|([一二两三四五六七八九十百零]{1,7}))(?=个?(?:工|自|日|天|小|时|分|周|星|月|年|半|[a-z]|$))/i

/**
 * A published limit, or null when there is none or it cannot be read.
 * A bare 日 counts working days for licences (行政许可法 第八十二条) and calendar days otherwise, with a warning.
 */
export const readLimit = (raw: string, kind: ServiceKind, warn: Warn): TimeLimit | null => {
  if (meansNone(raw)) return null
  const text = oneLine(plainText(raw.slice(0, 500), warn)).replace(/[\s。；，]/g, '').replace(/[（(]([^（()）]*)[)）]/g, '$1').replace(/(?:之?内|以内)?(?:办结|办理)?$/, '')
  if (meansNone(text)) return null
  if (onTheSpot.has(text)) return { days: 0, unit: 'working' }
  const number = figure.exec(text)
  const rest = number === null ? '' : text.slice(number[0].length)
  const half = rest.endsWith('半')
  const scale = scales.find(([pattern]) => pattern.test(half ? rest.slice(0, -1) : rest))?.[1]
  const amount = number === null ? undefined : number[3] !== undefined ? 0.5 : number[4] !== undefined ? readChineseNumber(number[4]) : Number(number[2] ?? number[1])
  if (number === null || scale === undefined || amount === undefined) {
    warn('limit_unreadable')
    return null
  }
  const exactDays = (amount + (half ? 0.5 : 0)) * scale.days
  const days = Math.ceil(exactDays - 1e-9)
  if (days > 3650) {
    warn('limit_implausible')
    return null
  }
  if (!scale.exact || exactDays !== days || number[2] !== undefined) warn('limit_approximate')
  if (scale.unit !== 'assumed') return { days, unit: scale.unit }
  warn('limit_unit_assumed')
  return { days, unit: kind === 'licence' ? 'working' : 'calendar' }
}
