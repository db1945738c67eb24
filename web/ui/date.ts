// Reads a calendar date the way people type it: 20261116, 2026-11-16, 2026年11月16日, 2026/11/16, full-width too.
// Pure; used by DateInput. Dates are plain 'YYYY-MM-DD' of the Gregorian calendar.

/** The date meant by a text, as 'YYYY-MM-DD'; undefined when it is none or the day does not exist. */
export function readDate(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim()
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(plain)
  if (!match) return undefined
  const [, year = '', month = '', day = ''] = match
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const instant = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : undefined
}
