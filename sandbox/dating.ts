// From which day the invented people's dates are counted. With a folder it is kept for some weeks, so that a birth somebody has begun
// to report is the same tomorrow and after a restart.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayInChina, daysBetween } from './days.ts'
import { isDate } from './numbers.ts'

/** Shorter than the validity of anything a record says is valid, and than the time in which a birth may be reported. */
const keptForDays = 60

/** 'YYYY-MM-DD': the day kept in the folder while it is recent, otherwise today, which is kept then. */
export const findFirstDay = (now: Date, folder?: string): string => {
  const today = dayInChina(now)
  if (folder === undefined) return today
  const file = join(folder, 'first-day.txt')
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  const age = isDate(kept) ? daysBetween(kept, today) : -1
  if (age >= 0 && age <= keptForDays) return kept
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, `${today}\n`)
  return today
}
