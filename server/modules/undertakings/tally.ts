// A table as CSV (RFC 4180) a spreadsheet opens as it is: with a byte order mark for Chinese, and nothing in it taken for a formula. Pure.

/** What begins like a formula is given as text: names come from packs and people. */
const cell = (value: string | number): string => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const toCsv = (rows: readonly (readonly (string | number)[])[]): string => `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
