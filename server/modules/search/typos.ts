// Slips in Chinese: characters that sound or look alike (社宝卡, 营业直照, 户口薄), two that changed places, one left out or too many.
// Pure. A word is taken for a slip only where two of its characters hardly ever stand side by side in the catalogue, and the word meant is known.
import type { Lexicon } from './lexicon.ts'
import { lookalikesOf } from './lookalikes.ts'
import { soundOf } from './pinyin.ts'

const longestWord = 8
/** Longer stretches are texts, not questions; they are left as they are. */
const longestRun = 40
/** A pair that stands in the catalogue is a slip only beside a word so many times as usual. */
const farMoreUsual = 200

const pairsOf = (text: string): string[] => {
  const characters = [...text]
  return characters.slice(1).map((each, at) => `${characters[at]}${each}`)
}

const same = (a: string, b: string): number => {
  const other = [...b]
  return [...a].filter((each, at) => each === other[at]).length
}

/** All ways to write a word with one character replaced by one that looks like it. */
const lookingLike = (characters: readonly string[]): string[] => characters.flatMap((each, at) => lookalikesOf(each).map((other) => characters.with(at, other).join('')))

const swapped = (characters: readonly string[]): string[] =>
  characters.slice(1).map((each, at) => characters.with(at, each).with(at + 1, characters[at] ?? '').join(''))

const repeated = (characters: readonly string[]): string[] =>
  characters.flatMap((each, at) => (at > 0 && each === characters[at - 1] ? [characters.toSpliced(at, 1).join('')] : []))

const isSlip = (lexicon: Lexicon, typed: string, meant: string): boolean => {
  const kept = new Set(pairsOf(meant))
  const rarest = Math.min(...pairsOf(typed).filter((pair) => !kept.has(pair)).map(lexicon.pairCount), Number.POSITIVE_INFINITY)
  return rarest === 0 || rarest * farMoreUsual < (lexicon.weightOf(meant) ?? 0)
}

/** How many characters must be as typed: most of them, so that another word of the same sound is left alone. */
const leastSame = (length: number): number => (length <= 2 ? 1 : Math.ceil(length / 2))

/** A word of two characters is only meant when it is well known; too many others sound or look like it. */
const leastWeightOfShort = 20

/** Small words that are meant where they stand beside one other character: 不办 is no 补办. */
const small = /[不是没有在要说也都就还]/u

/** Words of three characters and less must begin and end where words do, and hold a character that is no part of a longer one. */
const longestExact = 3

/** Two characters of three that are a word stay one, and what is put right comes after it: 户口薄 is 户口簿, 费政府 is no 非政府, 免费学 no 免学费. */
const keepsWords = (lexicon: Lexicon, [first = '', second = '', third]: readonly string[], meant: string): boolean => {
  if (third === undefined) return !small.test(first + second)
  if ([...meant].length > longestExact) return true
  return lexicon.weightOf(second + third) === undefined && (lexicon.weightOf(first + second) === undefined || meant.startsWith(first + second))
}

const meantBy = (lexicon: Lexicon, characters: readonly string[], syllables: readonly string[]): string | undefined => {
  const typed = characters.join('')
  const short = characters.length <= 2
  const sound = soundOf(syllables)
  const bySound = lexicon.soundingLike(sound).filter((word) => [...word].length === characters.length && same(word, typed) >= leastSame(characters.length))
  const exactly = bySound.filter((word) => soundOf(lexicon.syllablesOf(word)) === sound)
  const byShape = [...lookingLike(characters), ...(short ? [] : [...swapped(characters), ...repeated(characters)])].filter((word) => lexicon.weightOf(word) !== undefined)
  const meant = short ? [...exactly, ...byShape].filter((word) => (lexicon.weightOf(word) ?? 0) >= leastWeightOfShort) : [...exactly, ...byShape, ...(characters.length <= longestExact ? [] : bySound)]
  return meant.find((word) => isSlip(lexicon, typed, word) && keepsWords(lexicon, characters, word))
}

/** For each place between characters whether a word begins there; for each character whether it stands alone. */
const cutOf = (tokens: readonly string[]): { begins: ReadonlySet<number>; alone: readonly boolean[] } => {
  const begins = new Set([0])
  const alone: boolean[] = []
  for (const token of tokens) {
    const length = [...token].length
    for (let at = 0; at < length; at += 1) alone.push(length === 1)
    begins.add(alone.length)
  }
  return { begins, alone }
}

/**
 * The run of Chinese characters with its slips put right, or as it was.
 * @param run characters only
 */
export const withoutSlips = (lexicon: Lexicon, run: string): string => {
  const characters = [...run]
  if (characters.length < 2 || characters.length > longestRun || lexicon.weightOf(run) !== undefined) return run
  const { begins, alone } = cutOf(lexicon.segmenter.cut(run))
  const syllables = lexicon.syllablesOf(run)
  for (let length = Math.min(longestWord, characters.length); length >= 2; length -= 1) {
    for (let from = 0; from + length <= characters.length; from += 1) {
      const part = characters.slice(from, from + length)
      if (length <= longestExact && !(begins.has(from) && begins.has(from + length) && alone.slice(from, from + length).includes(true))) continue
      if (length === 2 && alone.slice(from, from + length).includes(false)) continue
      if (lexicon.weightOf(part.join('')) !== undefined) continue
      const meant = meantBy(lexicon, part, syllables.slice(from, from + length))
      if (meant === undefined) continue
      const [before, after] = [characters.slice(0, from).join(''), characters.slice(from + length).join('')]
      return withoutSlips(lexicon, before) + meant + withoutSlips(lexicon, after)
    }
  }
  return run
}

/** The known word of which one character was left out or typed too much, when there is one that is not what was typed. */
export const oneSlipAway = (lexicon: Lexicon, word: string): string | undefined =>
  [...word].length >= 3 && lexicon.weightOf(word) === undefined
    ? lexicon.oneSlipFrom(word).find((each) => [...each].length !== [...word].length && [...each].length >= 4 && isSlip(lexicon, word, each))
    : undefined
