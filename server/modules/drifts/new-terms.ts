// New frequent words: pieces of three to six characters that many different people write now, hardly anybody wrote in the span before, and
// no line has that the model learnt. Longer pieces swallow the shorter ones in them. Pure.

/** Words of one person, personal data masked. */
export type Words = { reporter: string; text: string }

export type NewTerm = { term: string; requests: number; before: number }

/** Fewer people, and somebody might be recognised by their words. */
const leastPeople = 5
/** Now so many times as often, in shares, as before. */
const leastGrowth = 3
const [shortest, longest] = [3, 6]
/** Read of one text; what it is about is said first. */
const mostCharacters = 200
/** A piece that begins or ends with one of these is a cut through a sentence. */
const seams = /^[的了是在有和也就都不我你他她这那个们请被把给到从对为与及而但或很还又再去来要会能可以没上下里]|[的了是在有和也就都不我你他她这那个们请被把给到从对为与及而但或很还又再去来要会能可以没]$/u

const runsOf = (text: string): string[] => text.slice(0, mostCharacters).normalize('NFKC').match(/\p{Script=Han}+/gu) ?? []

const piecesOf = (text: string, length: number): Set<string> => {
  const found = new Set<string>()
  for (const run of runsOf(text)) for (let from = 0; from + length <= run.length; from += 1) found.add(run.slice(from, from + length))
  return found
}

/** By how many different people each piece is written; only pieces `worth` counting. */
const countPeople = (all: readonly Words[], length: number, worth: (piece: string) => boolean): Map<string, Set<string>> => {
  const people = new Map<string, Set<string>>()
  for (const { reporter, text } of all) {
    for (const piece of piecesOf(text, length)) {
      if (!worth(piece)) continue
      const known = people.get(piece)
      if (known) known.add(reporter)
      else people.set(piece, new Set([reporter]))
    }
  }
  return people
}

/**
 * The most frequent first.
 * @param learnt lines the model knows @param limit of the answer
 */
export const newTerms = (now: readonly Words[], before: readonly Words[], learnt: readonly string[], limit: number): NewTerm[] => {
  const found: NewTerm[] = []
  let frequent = new Set<string>()
  for (let length = shortest - 1; length <= longest; length += 1) {
    // A piece can be frequent only when both shorter ones in it are.
    const worth = length < shortest ? () => true : (piece: string) => frequent.has(piece.slice(0, -1)) && frequent.has(piece.slice(1))
    const people = new Map([...countPeople(now, length, worth)].filter(([, who]) => who.size >= leastPeople))
    frequent = new Set(people.keys())
    if (length < shortest || people.size === 0) continue
    const taught = new Set(learnt.flatMap((line) => [...piecesOf(line, length)].filter((piece) => people.has(piece))))
    const earlier = countPeople(before, length, (piece) => people.has(piece))
    for (const [term, { size }] of people) {
      const then = earlier.get(term)?.size ?? 0
      const hasGrown = size / now.length >= (leastGrowth * then) / Math.max(1, before.length)
      if (!taught.has(term) && hasGrown && !seams.test(term)) found.push({ term, requests: size, before: then })
    }
  }
  // A longer piece written nearly as often says more than its parts.
  const kept = found.filter(({ term, requests }) => !found.some((other) => other.term !== term && other.term.includes(term) && other.requests >= requests * 0.7))
  return kept.sort((a, b) => b.requests - a.requests || (a.term < b.term ? -1 : 1)).slice(0, limit)
}
