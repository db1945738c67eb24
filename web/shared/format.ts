// Dates, money and numbers as people of each language read them, through Intl.
// Legal dates ('YYYY-MM-DD') stay plain: no time zone can move them. Instants are shown in Asia/Shanghai.
import { useLanguage } from './i18n/store.ts'
import type { Language } from './i18n/languages.ts'

const timeZone = 'Asia/Shanghai'
const missing = '–'

/** Intl objects are slow to make and cheap to keep. */
const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${language}${JSON.stringify(options)}`
  const found = kept.get(key)
  if (found instanceof Intl.DateTimeFormat) return found
  const made = new Intl.DateTimeFormat(language, options)
  kept.set(key, made)
  return made
}

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${language}${JSON.stringify(options)}`
  const found = kept.get(key)
  if (found instanceof Intl.NumberFormat) return found
  const made = new Intl.NumberFormat(language, options)
  kept.set(key, made)
  return made
}

/** Noon UTC of a plain date, only to hand it to Intl together with timeZone UTC; undefined for a day that does not exist. */
function plainDay(plainDate: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(plainDate)) return undefined
  const day = new Date(`${plainDate}T12:00:00Z`)
  return day.toISOString().startsWith(plainDate) ? day : undefined
}

function validInstant(instant: string | Date): Date | undefined {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** '2026-11-16' → '2026年11月16日' / 'November 16, 2026'. A text that is no date comes back as it is. */
export function formatDate(plainDate: string, language: Language): string {
  const day = plainDay(plainDate)
  return day ? dateFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day) : plainDate
}

/** '2026-11-27' → '11月27日周五' / 'Fri, Nov 27': for promises within the year. */
export function formatDay(plainDate: string, language: Language): string {
  const day = plainDay(plainDate)
  return day ? dateFormat(language, { month: language === 'en' ? 'short' : 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' }).format(day) : plainDate
}

/** '2026-11-16' → '星期一' / 'Monday'; empty for a text that is no date. */
export function formatWeekday(plainDate: string, language: Language): string {
  const day = plainDay(plainDate)
  return day ? dateFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(day) : ''
}

/** '2021-05-26' → '2021年5月' / 'May 2021': how old something is. */
export function formatMonth(plainDate: string, language: Language): string {
  const day = plainDay(plainDate)
  return day ? dateFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(day) : plainDate
}

/** An instant as date and time in Asia/Shanghai: '2026年11月19日 09:12'. */
export function formatInstant(instant: string | Date, language: Language): string {
  const date = validInstant(instant)
  if (!date) return String(instant)
  return dateFormat(language, { year: 'numeric', month: language === 'en' ? 'short' : 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(date)
}

/** An instant in the shortest form that sorts by eye: '11-19 09:12', with the year when it is not `thisYear`. */
export function formatMoment(instant: string | Date, thisYear: number): string {
  const date = validInstant(instant)
  if (!date) return String(instant)
  const parts = new Map(
    dateFormat('en', { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  )
  const year = parts.get('year') === String(thisYear) ? '' : `${parts.get('year')}-`
  return `${year}${parts.get('month')}-${parts.get('day')} ${parts.get('hour')}:${parts.get('minute')}`
}

/** The plain date on which an instant falls in Asia/Shanghai: '2026-11-19'. */
export function plainDateOf(instant: string | Date): string {
  return dateFormat('en', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone })
    .formatToParts(new Date(instant))
    .reduce((text, { type, value }) => text.replace(type, value), 'year-month-day')
}

/** Money given in fen (integer): 1863240 → '18,632.40 元' / 'CN¥18,632.40'. */
export function formatMoney(fen: number, language: Language): string {
  if (language === 'en') return numberFormat('en', { style: 'currency', currency: 'CNY' }).format(fen / 100)
  return `${numberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(fen / 100)} 元`
}

export function formatNumber(value: number, language: Language): string {
  return Number.isFinite(value) ? numberFormat(language, { maximumFractionDigits: 2 }).format(value) : missing
}

/** A share between 0 and 1: 0.677 → '68%'. */
export function formatShare(share: number, language: Language): string {
  return Number.isFinite(share) ? numberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share) : missing
}

const mebibyte = 2 ** 20

/** A file size in bytes: 1536000 → '1.5 MB'. Decimal units, as file managers show them; a limit of 10 × 2²⁰ bytes is meant, and said, as 10 MB. */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes >= mebibyte && bytes % mebibyte === 0) return `${numberFormat(language, {}).format(bytes / mebibyte)} MB`
  const unit = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2
  const value = numberFormat(language, { maximumFractionDigits: unit === 2 ? 1 : 0 }).format(bytes / 1000 ** unit)
  return `${value} ${['B', 'KB', 'MB'][unit]}`
}

/** A list as a sentence: ['公安', '医保'] → '公安和医保'. */
export function formatList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items)
}

/** All formats bound to the current language. */
export function useFormat() {
  const language = useLanguage()
  return {
    date: (plainDate: string) => formatDate(plainDate, language),
    day: (plainDate: string) => formatDay(plainDate, language),
    month: (plainDate: string) => formatMonth(plainDate, language),
    instant: (instant: string | Date) => formatInstant(instant, language),
    money: (fen: number) => formatMoney(fen, language),
    number: (value: number) => formatNumber(value, language),
    share: (share: number) => formatShare(share, language),
    bytes: (bytes: number) => formatBytes(bytes, language),
    list: (items: readonly string[]) => formatList(items, language),
  }
}
