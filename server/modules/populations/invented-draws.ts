// Draws from a hash, as SQL: the same row, fact and seed always draw the same. Pure.

/** A number of its own for each name, so that no two facts are drawn alike (FNV-1a). */
const numberOf = (name: string): number => {
  let hash = 0x811c9dc5
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** A fraction of 1 drawn for `name` by the row's number `i`; `draw` is the macro of invented.ts, which knows the seed. */
export const chance = (name: string): string => `draw(i, ${numberOf(name)})`

/** A day up to so many days before that of the snapshot. */
export const date = (name: string, days: number): string => `CAST(day - CAST(floor(${chance(`${name}/day`)} * ${days}) AS INTEGER) AS DATE)`

export const either = (name: string, share: number, first: string, second: string): string => `CASE WHEN ${chance(`${name}/known`)} < ${share} THEN ${first} ELSE ${second} END`

/** One of the values, by their shares, which add up to 1; '' stands for not known. */
export const pick = (name: string, shares: Readonly<Record<string, number>>, type: 'VARCHAR' | 'BIGINT' = 'VARCHAR'): string => {
  const values = Object.entries(shares)
  const literal = (value: string): string => (value === '' ? 'NULL' : type === 'BIGINT' ? value : `'${value}'`)
  let sum = 0
  const cases = values.slice(0, -1).map(([value, share]) => {
    sum += share
    return `WHEN ${chance(name)} < ${Math.round(sum * 1e6) / 1e6} THEN ${literal(value)}`
  })
  const last = literal(values.at(-1)?.[0] ?? '')
  return `CAST(${cases.length === 0 ? last : `CASE ${cases.join(' ')} ELSE ${last} END`} AS ${type})`
}
