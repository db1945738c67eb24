// What a sentence has answered already, question by question, each with the words that say so.
// Pure. Only what is said: a thing asked, doubted or supposed is no answer, and two that contradict each other are none either.
import type { Matter } from '../catalogue/index.ts'
import type { Stretch } from './meant.ts'
import type { Meaning, SayingBook } from './saying-book.ts'
import { stanceOf, withDenial, type Sentence, type Stance } from './sentence.ts'

export type SaidFact = Stretch & { concept: string; value: string | boolean }

/** Said once so and once otherwise: asked after all. */
export type Unclear = { concept: string; places: Stretch[] }

export type SaidFacts = { facts: SaidFact[]; unclear: Unclear[] }

type Found = Stretch & { concept: string; value: string | boolean | undefined }

const corrections = /说错了|不对|应该是|更正|其实是|不是[^，。；]*是/u

const valueOf = (meaning: Meaning, stance: Stance, place: string | undefined): string | boolean | undefined => {
  if (stance === 'open' || 'nothing' in meaning) return undefined
  if ('place' in meaning) return stance === 'asserted' ? place : undefined
  if (stance === 'asserted') return meaning.value
  return typeof meaning.value === 'boolean' ? !meaning.value : undefined
}

const within = (parts: readonly Stretch[], { from, to }: Stretch): boolean => parts.some((part) => from >= part.from && from < part.to) && parts.some((part) => to > part.from && to <= part.to)

const lengthOf = ({ from, to }: Stretch): number => to - from

/** The longer phrase is the one that was said: 没领证 before 领证. */
const withoutInner = (found: readonly Found[]): Found[] =>
  found.filter((one) => !found.some((other) => other !== one && other.from <= one.from && other.to >= one.to && lengthOf(other) > lengthOf(one)))

const decide = (sentence: Sentence, concept: string, found: readonly Found[]): SaidFact | Unclear | undefined => {
  const known = withoutInner(found).flatMap(({ value, ...rest }) => (value === undefined ? [] : [{ ...rest, value }]))
  const [first] = known
  const last = known.at(-1)
  if (!first || !last) return undefined
  if (known.every(({ value }) => value === first.value)) return first
  if (corrections.test(sentence.text.slice(first.to, last.to))) return last
  return { concept, places: known.map(({ from, to }) => ({ from, to })) }
}

/** @param parts what of the sentence is about this matter */
export const readFacts = (sentence: Sentence, matter: Matter, book: SayingBook, parts: readonly Stretch[]): SaidFacts => {
  const found = new Map<string, Found[]>()
  for (const { concept, meaning, phrases } of book.answersFor(matter)) {
    for (const match of phrases.flatMap((phrase) => phrase.find(sentence.text))) {
      if (!within(parts, match)) continue
      const codes = match.named.flatMap(({ text }) => book.places.codeOf(text) ?? [])
      if (codes.length > 1 && new Set(codes).size < codes.length) continue // from a place to itself is from nowhere to nowhere
      const named = codes.find((code) => !code.endsWith('00'))
      const value = valueOf(meaning, stanceOf(sentence, match), named)
      found.set(concept, [...(found.get(concept) ?? []), { concept, ...withDenial(sentence, match), value }])
    }
  }
  const decided = [...found].flatMap(([concept, all]) => decide(sentence, concept, all.sort((a, b) => a.from - b.from)) ?? [])
  return {
    facts: decided.flatMap((each) => ('value' in each ? [each] : [])).sort((a, b) => a.from - b.from),
    unclear: decided.flatMap((each) => ('places' in each ? [each] : [])),
  }
}
