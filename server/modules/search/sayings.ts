// What people have said before, and what they meant by it: a whole question that resembles some of it probably means the same.
// Pure. 昨晚家里的房子被火烧了 has half of 房子烧了, so it may mean 临时救助. No single word needs to be listed for that, and nothing is sure about it.
// What resembles it by what it means (resemblance.ts) bears witness beside what resembles it by its characters.
import { rarity } from './ranking.ts'
import type { Near } from './resemblance.ts'
import { termsOf } from './terms.ts'

/** Official words a question may mean; `likeness` of what was said to the question, 0 to 1. */
export type Likely = { text: string; likeness: number }

export type Sayings = {
  /** Learning the same again changes nothing. @param said and @param meant normalised; what is meant by it, the closest first */
  learn: (said: string, meant: readonly string[]) => void
  /**
   * What a normalised question without asking words may mean, likeliest first; empty: nothing was ever said like it.
   * @param near what resembles it by its meaning, which counts like what resembles it by its characters
   */
  meantBy: (question: string, near?: readonly Near[]) => Likely[]
}

/** What they have in common must tell as much as this part of a pair of characters that stands in one saying alone. */
const leastInCommon = 0.63
/** Having half of a saying is worth an eighth of having all of it, because half of it is usually another one; what else the question says counts less against it. */
const powers = { ofSaying: 3, ofQuestion: 0.7 }
const leastLikeness = 0.02
/** How much less each further official word counts, and the least it does. */
const further = { step: 0.15, least: 0.5 }
/** Meanings that are asked for; more where what resembles the question by its meaning is among them. */
const mostMeant = { alone: 6, withNear: 10 }

/** Letters by which English words are told apart here: register, registered and registration are said for the same. */
const longestStem = 5

/** A single character says nothing by itself. */
const tellingTerms = (text: string): string[] => {
  const telling = termsOf(text).filter((term) => [...term].length > 1)
  return [...new Set(telling.map((term) => (/^[a-z]/.test(term) ? term.slice(0, longestStem) : term)))]
}

export const createSayings = (): Sayings => {
  const known = new Set<string>()
  const sayings: { terms: readonly number[]; meant: readonly string[] }[] = []
  const numbers = new Map<string, number>()
  const byTerm: number[][] = []
  /** What each term tells, and each saying as a whole; weighed anew at the first question after something was learnt. */
  let weights = new Float64Array(0)
  let wholes = new Float64Array(0)
  /** What each saying has in common with the question being read, kept between questions; zero between them. */
  let inCommon = new Float64Array(0)
  const sum = (terms: readonly number[]): number => terms.reduce((all, term) => all + (weights[term] ?? 0), 0)
  const weigh = (): void => {
    if (wholes.length === sayings.length) return
    weights = Float64Array.from(byTerm, ({ length }) => rarity({ documents: sayings.length, frequencyOf: () => length }, ''))
    wholes = Float64Array.from(sayings, ({ terms }) => sum(terms))
    inCommon = new Float64Array(sayings.length)
  }
  return {
    learn: (said, meant) => {
      const both = `${said} = ${meant.join(', ')}`
      if (known.has(both)) return
      known.add(both)
      const number = sayings.length
      const terms = tellingTerms(said).map((text) => {
        const term = numbers.get(text) ?? byTerm.push([]) - 1
        numbers.set(text, term)
        byTerm[term]?.push(number)
        return term
      })
      sayings.push({ terms, meant })
    },
    meantBy: (question, near = []) => {
      weigh()
      const terms = tellingTerms(question).flatMap((text) => numbers.get(text) ?? [])
      const whole = sum(terms)
      const least = leastInCommon * Math.log(1 + sayings.length)
      const touched: number[] = []
      for (const term of terms) {
        const weight = weights[term] ?? 0
        for (const number of byTerm[term] ?? []) {
          if (inCommon[number] === 0) touched.push(number)
          inCommon[number] = (inCommon[number] ?? 0) + weight
        }
      }
      const unlikely = new Map<string, number>()
      // Several sayings that mean the same make it likelier, as independent witnesses do.
      const witness = (meant: readonly string[], likeness: number): void => {
        for (const [at, text] of meant.entries()) unlikely.set(text, (unlikely.get(text) ?? 1) * (1 - likeness * Math.max(further.least, 1 - further.step * at)))
      }
      for (const number of touched) {
        const [saying, common = 0] = [sayings[number], inCommon[number]]
        inCommon[number] = 0
        if (saying === undefined || common < least) continue
        witness(saying.meant, (common / (wholes[number] ?? 1)) ** powers.ofSaying * (common / whole) ** powers.ofQuestion)
      }
      for (const { meant, likeness } of near) witness(meant, likeness)
      return [...unlikely]
        .map(([text, not]) => ({ text, likeness: 1 - not }))
        .filter(({ likeness }) => likeness >= leastLikeness)
        .sort((a, b) => b.likeness - a.likeness)
        .slice(0, near.length > 0 ? mostMeant.withNear : mostMeant.alone)
    },
  }
}
