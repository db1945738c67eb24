// What was said before and what things are called, by what it means instead of by its letters: 跟业主谈好价 is near 买二手房, though they share no character.
// Pure, but for what it is given. Texts wait until somebody takes them in, in turns, because tens of thousands take a moment.
import { createNearestTexts } from './nearest-texts.ts'
import type { WordVectors } from './word-vectors.ts'

/** A text near to a question, with what it means, the closest first; `likeness`: how surely, 0 to 1. */
export type Near = { meant: readonly string[]; likeness: number }

/** What a question means. */
export type Sense = {
  /** What it is near to, the nearest first. */
  near: readonly Near[]
  /** How much what has a normalised title means the same, 0 to 1, by the nearest of its names. */
  likenessTo: (title: string) => number
}

export type Resemblance = {
  /** @param said and @param meant normalised */
  learn: (said: string, meant: readonly string[]) => void
  /** All names of something, normalised, its title first. @param ofPack whether it is content of packs; of other titles only so many are kept */
  name: (names: readonly string[], ofPack: boolean) => void
  /** Takes in what waits, one text at each step. */
  settle: () => Iterable<undefined>
  /** Undefined when no word of the normalised question is known. */
  senseOf: (question: string) => Sense | undefined
  /** `texts` kept and the `bytes` they take */
  size: () => { texts: number; bytes: number }
}

/** Titles of imported services that are kept; likeness to others is computed when they are found. A province has hundreds of thousands. */
const mostOthers = 20_000
/** What an alias that means the same counts, beside a title that does. */
const otherName = 0.95
/** Texts near to a question that count as witnesses of what it means. */
const mostNear = 24
/** From this cosine on a text says what a question means, and how steeply it does so more surely. */
const sure = { from: 0.45, power: 2.5 }

export const createResemblance = (vectors: WordVectors): Resemblance => {
  const texts = createNearestTexts(vectors.size)
  const numbers = new Map<string, number>()
  const meanings: string[][] = []
  const namesOf = new Map<string, number[]>()
  let others = 0
  let waiting: (() => void)[] = []

  const take = (text: string, meant: readonly string[]): number | undefined => {
    const known = numbers.get(text)
    if (known !== undefined) {
      const before = meanings[known] ?? []
      before.push(...meant.filter((each) => !before.includes(each)))
      return known
    }
    const vector = vectors.vectorOf(text)
    if (vector === undefined) return undefined
    const number = texts.add(vector)
    numbers.set(text, number)
    meanings.push([...meant])
    return number
  }

  const takeNames = (names: readonly string[]): void => {
    const [title] = names
    if (title === undefined) return
    const all = namesOf.get(title) ?? []
    for (const name of names) {
      const number = take(name, [title])
      if (number !== undefined && !all.includes(number)) all.push(number)
    }
    namesOf.set(title, all)
  }

  const cosine = (one: Float32Array, other: Float32Array | undefined): number => other?.reduce((sum, value, at) => sum + value * (one[at] ?? 0), 0) ?? 0

  return {
    learn: (said, meant) => {
      waiting.push(() => take(said, meant))
    },
    name: (names, ofPack) => {
      if (!ofPack && others >= mostOthers) return
      if (!ofPack) others += 1
      waiting.push(() => takeNames(names))
    },
    * settle() {
      while (waiting.length > 0) {
        const now = waiting
        waiting = []
        for (const one of now) yield void one()
      }
    },
    senseOf: (question) => {
      const vector = vectors.vectorOf(question)
      if (vector === undefined) return undefined
      return {
        near: texts.nearest(vector, mostNear)
          .filter(({ likeness }) => likeness > sure.from)
          .map(({ number, likeness }) => ({ meant: meanings[number] ?? [], likeness: Math.min(1, (likeness - sure.from) / (1 - sure.from)) ** sure.power })),
        likenessTo: (title) => {
          const known = namesOf.get(title)
          return known === undefined ? cosine(vector, vectors.vectorOf(title)) : known.reduce((most, number, at) => Math.max(most, (at === 0 ? 1 : otherName) * texts.likenessOf(vector, number)), 0)
        },
      }
    },
    size: () => texts.size(),
  }
}
