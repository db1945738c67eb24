// The best of very many without sorting them all.
// Pure: a heap of the best so far, with the least of them on top.

/** The numbers with the highest values, best first; of equal values the smaller number. */
export const highest = (from: readonly number[], most: number, valueOf: (one: number) => number): number[] => {
  const order = (a: number, b: number): number => valueOf(b) - valueOf(a) || a - b
  if (from.length <= most) return from.toSorted(order)
  const heap = from.slice(0, most)
  const valueAt = (at: number): number => {
    const one = heap[at]
    return one === undefined ? Number.POSITIVE_INFINITY : valueOf(one)
  }
  /** Lets the number at a place sink to where it belongs. */
  const sink = (start: number): void => {
    let at = start
    for (;;) {
      const left = 2 * at + 1
      const below = valueAt(left + 1) < valueAt(left) ? left + 1 : left
      const [upper, lower] = [heap[at], heap[below]]
      if (upper === undefined || lower === undefined || valueOf(lower) >= valueOf(upper)) return
      heap[at] = lower
      heap[below] = upper
      at = below
    }
  }
  for (let at = most >> 1; at >= 0; at -= 1) sink(at)
  for (let at = most; at < from.length; at += 1) {
    const one = from[at]
    if (one === undefined || valueOf(one) <= valueAt(0)) continue
    heap[0] = one
    sink(0)
  }
  return heap.sort(order)
}
