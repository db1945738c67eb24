// Which page numbers to offer: the first, the last and those around the current one.
// Pure; used by Pagination.

/** Page numbers in order; undefined stands for a gap. pageNumbers(5, 9) → [1, –, 4, 5, 6, –, 9] */
export function pageNumbers(page: number, pages: number): (number | undefined)[] {
  const near = new Set([1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages))
  const shown: (number | undefined)[] = []
  let previous = 0
  for (const number of [...near].sort((a, b) => a - b)) {
    // A gap of a single page is shown as that page.
    if (number === previous + 2) shown.push(previous + 1)
    else if (number > previous + 1) shown.push(undefined)
    shown.push(number)
    previous = number
  }
  return shown
}
