// A cell of a decision table as an official reads it: choices by their names, yes and no, signs instead of operators.
// Pure. What is not of these simple forms stays as it was written.

export interface CellWords {
  yes: string
  no: string
  not: (what: string) => string
  /** between several values */
  or: string
}

export function cellText(cell: string, nameOf: (value: string) => string | undefined, words: CellWords): string {
  const written = cell.trim()
  if (written === 'true') return words.yes
  if (written === 'false') return words.no
  const negated = /^not\((.*)\)$/s.exec(written)
  if (negated) return words.not(cellText(negated[1] ?? '', nameOf, words))
  if (/^"[^"]*"(\s*,\s*"[^"]*")*$/.test(written)) return [...written.matchAll(/"([^"]*)"/g)].map(([, value = '']) => nameOf(value) ?? value).join(words.or)
  return written.replaceAll('>=', '≥').replaceAll('<=', '≤')
}
