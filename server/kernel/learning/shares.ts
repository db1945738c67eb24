// From scores to shares that sum to 1, and the temperature at which a share of 0.9 is right nine times in ten. Pure.

/** Shares with sum 1 from scores; a higher temperature makes them more alike. */
export const shares = (scores: readonly number[], temperature = 1): number[] => {
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp((score - top) / temperature))
  const sum = powers.reduce((total, each) => total + each, 0)
  return powers.map((each) => each / sum)
}

/** Scores of a line by a model that has not seen it, and which of them is right. */
export type LeftOut = { right: number; scores: readonly number[] }

/** How surprised the right ones leave us, on average. */
const surprise = (leftOut: readonly LeftOut[], temperature: number): number =>
  leftOut.reduce((sum, { right, scores }) => sum - Math.log(Math.max(1e-9, shares(scores, temperature)[right] ?? 0)), 0) / Math.max(1, leftOut.length)

/** By golden section: the surprise has one valley. @param range lowest and highest temperature looked at */
export const bestTemperature = (leftOut: readonly LeftOut[], [from, to]: readonly [number, number] = [0.2, 5]): number => {
  const golden = (Math.sqrt(5) - 1) / 2
  let [low, high] = [from, to]
  while (high - low > 0.001) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)]
    if (surprise(leftOut, left) < surprise(leftOut, right)) high = right
    else low = left
  }
  return Math.round(((low + high) / 2) * 1000) / 1000
}
