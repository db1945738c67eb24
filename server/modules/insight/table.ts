// Figures as a table to take away: CSV (RFC 4180) that no spreadsheet takes for formulas. Pure. XLSX is written by the kernel.

/** What a spreadsheet would run: such a text gets an apostrophe in front (OWASP, CSV injection). */
const isFormula = (text: string): boolean => /^[=+\-@\t\r\n＝＋－＠]/u.test(text)

const cell = (value: string | number | null): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = isFormula(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** With a byte order mark, so that Excel reads it as UTF-8. */
export const toCsv = (rows: readonly (readonly (string | number | null)[])[]): string => `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
