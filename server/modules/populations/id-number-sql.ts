// Numbers of people in SQL: the check character of GB 11643-1999, and what a number of fifteen digits became with it. Pure.

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The last character of an ID number. @param body SQL of its first seventeen */
export const idCheck = (body: string): string => `substr('10X98765432', CAST((${weights.map((weight, at) => `(ascii(substr(${body}, ${at + 1}, 1)) - 48) * ${weight}`).join(' + ')}) % 11 AS INTEGER) + 1, 1)`

/** The number of eighteen characters of somebody born in the twentieth century who has an old one of fifteen. */
export const newNumber = (old: string): string => {
  const body = `(substr(${old}, 1, 6) || '19' || substr(${old}, 7, 9))`
  return `(${body} || ${idCheck(body)})`
}
