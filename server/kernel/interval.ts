// How sure a share, a difference of shares or a difference of means is: intervals of 95 %. Pure.

/** Of the normal distribution, both sides together 5 %. */
const z = 1.959964

export type Interval = { low: number; high: number }

/** Of a share: E. B. Wilson, "Probable inference" (Journal of the American Statistical Association 22, 1927). @param n at least 1 */
export const shareInterval = (hits: number, n: number): Interval => {
  const share = hits / n
  const middle = share + (z * z) / (2 * n)
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  const whole = 1 + (z * z) / n
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) }
}

export type Difference = Interval & { difference: number }

type Share = { hits: number; n: number }

/** Of two independent shares, first less second: R. G. Newcombe, "Interval estimation for the difference between independent proportions", method 10 (Statistics in Medicine 17, 1998). */
export const shareDifference = (first: Share, second: Share): Difference => {
  const [p, q] = [first.hits / first.n, second.hits / second.n]
  const [a, b] = [shareInterval(first.hits, first.n), shareInterval(second.hits, second.n)]
  const difference = p - q
  return { difference, low: difference - Math.hypot(p - a.low, b.high - q), high: difference + Math.hypot(a.high - p, q - b.low) }
}

/** How many, their sum, and the sum of their squares. */
export type Moments = { n: number; sum: number; squares: number }

const spread = ({ n, sum, squares }: Moments): number => (n < 2 ? 0 : Math.max(0, (squares - (sum * sum) / n) / (n - 1)) / n)

/** Of two means, first less second, with spreads of their own (Welch), for groups of at least ten. */
export const meanDifference = (first: Moments, second: Moments): Difference => {
  const difference = first.sum / first.n - second.sum / second.n
  const half = z * Math.sqrt(spread(first) + spread(second))
  return { difference, low: difference - half, high: difference + half }
}
