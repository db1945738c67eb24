// Cuts a sentence at the words something was understood from, so that they can be marked where they stand.
// Pure. Offsets are UTF-16 units; stretches may overlap.

export interface Stretch {
  from: number
  to: number
}

export interface Piece {
  from: number
  text: string
  marked: boolean
}

export function markedPieces(said: string, stretches: readonly Stretch[]): Piece[] {
  const cuts = [...new Set([0, said.length, ...stretches.flatMap(({ from, to }) => [from, to])])].filter((at) => at >= 0 && at <= said.length).sort((a, b) => a - b)
  const pieces: Piece[] = []
  for (const [index, from] of cuts.slice(0, -1).entries()) {
    const to = cuts[index + 1] ?? said.length
    const marked = stretches.some((each) => each.from <= from && each.to >= to)
    const before = pieces.at(-1)
    if (before?.marked === marked) before.text += said.slice(from, to)
    else pieces.push({ from, text: said.slice(from, to), marked })
  }
  return pieces
}

/** The words of a stretch, without the signs around them. */
export const wordsAt = (said: string, { from, to }: Stretch): string => said.slice(from, to).replace(/^[，。；！？、,;!?\s]+|[，。；！？、,;!?\s]+$/gu, '')
