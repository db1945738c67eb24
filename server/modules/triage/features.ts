// From a request's words to the numbers a classifier rests on: pieces of one to four neighbouring characters, hashed, those of the title counted
// more than those of the text, and those of its beginning more than what follows. Pure. House numbers, telephone numbers and codes become one sign each: they say where, not what.

/** What is classified. */
export type Wording = { title?: string | undefined; text: string }

/** Places a piece can have; two pieces that share one are taken for the same, which so many keep rare. */
export const buckets = 1 << 21

const longestPiece = 4
/** How much the title counts, what stands at the beginning, and what follows up to the last character looked at: what it is about is said first. */
const titleCounts = 6
const beginning = 300
const [restCounts, longest] = [0.3, 900]
/** How much pieces of one, two, three and four characters count: long ones are rare, many, and nearly the same as their neighbours. */
const orders = [1, 1, 0.45, 0.3] as const

/** FNV-1a over UTF-16 units, mixed once more. */
const bucketOf = (piece: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < piece.length; at += 1) hash = Math.imul(hash ^ piece.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return ((hash ^ (hash >>> 12)) >>> 0) & (buckets - 1)
}

const tidy = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[a-z]?\d+(?:[-./:]\d+)*/g, '0')

const countInto = (counts: Map<number, number>, text: string, by: number): void => {
  for (const run of tidy(text).match(/[\p{L}\p{N}]+/gu) ?? []) {
    const characters = [...run]
    for (let from = 0; from < characters.length; from += 1) {
      let piece = ''
      for (let length = 1; length <= longestPiece && from + length <= characters.length; length += 1) {
        piece += characters[from + length - 1]
        const bucket = bucketOf(piece)
        counts.set(bucket, (counts.get(bucket) ?? 0) + by * (orders[length - 1] ?? 0))
      }
    }
  }
}

/** Buckets and how much each counts; empty for a text without letter or digit. */
export const piecesOf = ({ title, text }: Wording): Map<number, number> => {
  const counts = new Map<number, number>()
  if (title) countInto(counts, title, titleCounts)
  countInto(counts, text.slice(0, beginning), 1)
  countInto(counts, text.slice(beginning, longest), restCounts)
  return counts
}
