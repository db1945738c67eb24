// How long a department's system takes: log-normal, most answers near the median and a few much later.
// Pure; the two random numbers are parameters.

/** Spread of the logarithm: two thirds of the answers take between 0.73 and 1.36 times the median (60–110 ms for 80). */
const spread = 0.31

/** Milliseconds, rounded. @param median milliseconds, 0 for no delay @param first,second random numbers in [0, 1) (Box–Muller) */
export const latencyMs = (median: number, first: number, second: number): number => {
  const normal = Math.sqrt(-2 * Math.log(1 - first)) * Math.cos(2 * Math.PI * second)
  return Math.round(median * Math.exp(spread * normal))
}
