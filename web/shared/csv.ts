// A table as CSV that spreadsheets open without surprises: UTF-8 with a byte order mark, quoted cells, no cell that runs as a formula.
// Pure; RFC 4180.

const formula = /^[=+\-@\t\r]/

function cell(value: string): string {
  // A number stays a number; other text that begins like a formula is marked as text.
  const safe = formula.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The file's text; the first row is the heading. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
