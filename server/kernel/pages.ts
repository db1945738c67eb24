// One page of a list: a store is asked for one more than fits, which tells whether another page follows. Pure.

/** `next`: id of the last of the page, behind which the next one begins; null on the last page. @param limit at least 1 */
export const pageOf = <Item extends { id: string }>(found: readonly Item[], limit: number): { page: Item[]; next: string | null } => {
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  return { page, next: last?.id ?? null }
}
