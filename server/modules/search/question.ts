// Reads a question as people type it: by sound, with slips, in Cantonese or English, leaving out what only says that it is a question.
// Pure. 我的社保卡丢了怎么补办 is read as 社保卡 (or 社会保障卡), 丢 (or 补领, 挂失, …), 补办 (or 补领, …). How: docs/guide/words.md.
import { inFull, squeeze, vague, withoutAsking } from './asking.ts'
import { inMandarin } from './cantonese.ts'
import { readLatin, type Reading } from './latin.ts'
import { plainLexicon, type Lexicon } from './lexicon.ts'
import { otherNumbers } from './numbers.ts'
import { normalise, termsOf } from './terms.ts'
import { oneSlipAway, withoutSlips } from './typos.ts'

/** One way of wording a unit. `weight` 1: as typed or surely meant; less: official words for it, or words it may have meant. */
export type Wording = { text: string; terms: string[]; weight: number }

/**
 * A part of the question; a document that has any one wording has it. `within`: words inside a way of saying something, for where nothing has what the
 * whole means; absent for what is no such way.
 */
export type Unit = { text: string; wordings: Wording[]; minor: boolean; within?: Wording[] }

export type Question = {
  /** the question normalised, slips put right, without asking words, in one piece per word */
  core: string
  units: Unit[]
  /** the whole question as it was probably meant, when that is not how it was typed */
  meant?: string
}

/** What the closest official word counts, beside 1 for what was typed; each further one counts a little less. */
const officialWeight = 0.85
const furtherWeight = 0.05
/** What another word of the same sound counts, a word with one character more or less, and the same number written otherwise. */
const otherWeight = { sound: 0.75, slip: 0.7, number: 0.9 }
/** A stretch without known words is cut into words when it has more characters. */
const longestWhole = 2
const mostUnits = 12
/** Characters of the longest way of saying something in a thesaurus. */
const longestSaid = 40
/** Characters of a question that are read. */
const longestQuestion = 200

const chinese = /^\p{Script=Han}+$/u
/** Parts of speech that say nothing by themselves, in jieba's letters: pronouns, conjunctions, prepositions, particles, adverbs, exclamations, times, numbers. */
const empty = /^(?:r|c|p|u|d|y|e|o|t|m|q|f)/u

const wording = (text: string, weight: number): Wording => ({ text, terms: termsOf(text), weight })

type Others = ReadonlyMap<string, readonly string[]>

const officialOf = (lexicon: Lexicon, word: string, weight: number): Wording[] =>
  (lexicon.meanings.get(word)?.meant ?? []).map((each, at) => wording(each, weight * Math.max(0.5, officialWeight - furtherWeight * at)))

/** What an interrupted word means; its two parts by themselves are no wording of it, and stand beside it as units of their own. */
const interruptedUnit = (lexicon: Lexicon, key: string): Unit => ({ text: key, wordings: officialOf(lexicon, key, 1), minor: lexicon.meanings.get(key)?.minor ?? false, within: [] })

/** Words of a stretch in which the thesaurus knows nothing; what says nothing by itself is left out. */
const wordsOf = (lexicon: Lexicon, run: string): string[] => {
  if ([...run].length <= longestWhole || !chinese.test(run) || lexicon.weightOf(run) !== undefined || oneSlipAway(lexicon, run) !== undefined) return [run]
  const tokens = lexicon.segmenter.tag(run)
  if (tokens.every(({ word }) => [...word].length === 1)) return [run]
  const telling = tokens.filter(({ word, kind }) => lexicon.official.has(word) || !empty.test(kind))
  return (telling.length > 0 ? telling : tokens).map(({ word }) => word)
}

const isLatin = (character: string | undefined): boolean => character !== undefined && /[a-z]/.test(character)

/** The longest word of the thesaurus, everyday or official, that begins at a place. A single character is no word inside others. @param most characters of it */
const wordAt = (lexicon: Lexicon, characters: readonly string[], from: number, most: number): string | undefined => {
  if (isLatin(characters[from]) && isLatin(characters[from - 1])) return undefined
  const longest = Math.min(most, lexicon.longestFrom(`${characters[from]}${characters[from + 1]}`))
  for (let to = Math.min(characters.length, from + longest); to > from + 1; to -= 1) {
    if (isLatin(characters[to - 1]) && isLatin(characters[to])) continue
    const word = characters.slice(from, to).join('')
    if (lexicon.meanings.has(word) || lexicon.official.has(word)) return word
  }
  return undefined
}

type Part = { text: string; known: boolean }

/** Cuts a text at words of the thesaurus. @param most characters of such a word */
const partsOf = (lexicon: Lexicon, text: string, most = longestSaid): Part[] => {
  const characters = [...text]
  const parts: Part[] = []
  let from = 0
  const takeRest = (to: number): void => {
    const rest = characters.slice(from, to).join('')
    if (rest !== '') parts.push({ text: rest, known: false })
  }
  for (let at = 0; at < characters.length; ) {
    const word = wordAt(lexicon, characters, at, most)
    if (word === undefined) {
      at += 1
      continue
    }
    takeRest(at)
    parts.push({ text: word, known: true })
    at += [...word].length
    from = at
  }
  takeRest(characters.length)
  return parts
}

/** Words within a way of saying something: 残疾证 in 残疾证烂了. */
const withinOf = (lexicon: Lexicon, text: string): Wording[] =>
  partsOf(lexicon, text, [...text].length - 1).flatMap(({ text: word, known }) => (known && !(lexicon.meanings.get(word)?.minor ?? false) ? [wording(word, 1), ...officialOf(lexicon, word, 1)] : []))

/** A unit with every way of wording it, each once and at its best weight. */
const unitOf = (lexicon: Lexicon, text: string, others: Others): Unit => {
  const alike = (others.get(text) ?? []).flatMap((other) => [wording(other, otherWeight.sound), ...officialOf(lexicon, other, otherWeight.sound)])
  const number = otherNumbers(text)
  const slip = chinese.test(text) && !lexicon.meanings.has(text) ? oneSlipAway(lexicon, text) : undefined
  const all = [
    wording(text, 1), ...officialOf(lexicon, text, 1), ...alike, ...(number === undefined ? [] : [wording(number, otherWeight.number)]),
    ...(slip === undefined ? [] : [wording(slip, otherWeight.slip), ...officialOf(lexicon, slip, otherWeight.slip)]),
  ]
  const wordings = all.filter((each, at) => all.findIndex(({ text: other }) => other === each.text) === at)
  const within = chinese.test(text) && lexicon.meanings.has(text) ? withinOf(lexicon, text) : []
  return { text, wordings, minor: lexicon.meanings.get(text)?.minor ?? false, ...(within.length === 0 ? {} : { within }) }
}

const runsOf = (text: string): string[] => squeeze(text).split(' ').filter((run) => run !== '')

/** The core cut at words of the thesaurus; what lies between stands for itself. */
const textsOf = (lexicon: Lexicon, core: string): string[] =>
  partsOf(lexicon, core).flatMap(({ text, known }) => (known ? [text] : runsOf(text).flatMap((run) => wordsOf(lexicon, run))))

/** Characters that may stand between the parts of an interrupted word; there may be none. */
const longestGap = 10

/** Where a part of an interrupted word stands: not before the end of a longer word, so that 社保 is not seen in 社保卡, but 公交 in 坐公交; a single character begins one. */
const placesOf = (parts: readonly Part[], word: string): { from: number; to: number }[] => {
  let begin = 0
  return parts.flatMap(({ text, known }) => {
    const start = begin
    begin += text.length
    const at = text.indexOf(word)
    const stands = at !== -1 && (!known || text === word || (word.length === 1 ? at === 0 : text.endsWith(word)))
    return stands ? [{ from: start + at, to: start + at + word.length }] : []
  })
}

/** 断了三个月社保 holds 断…社保. */
const interruptedIn = (lexicon: Lexicon, core: string): string[] => {
  const ways = [...new Set(core)].flatMap((character) => lexicon.interrupted.get(character) ?? []).filter(({ first, second }) => core.includes(first) && core.includes(second))
  if (ways.length === 0) return []
  const parts = partsOf(lexicon, core)
  return ways.flatMap(({ first, second, key }) => {
    const ends = placesOf(parts, second)
    return placesOf(parts, first).some(({ to }) => ends.some(({ from }) => from >= to && from - to <= longestGap)) ? [key] : []
  })
}

/**
 * Words the catalogue does not know say little beside words it knows: in 昨天从架子上摔下来，工伤怎么办 it is 工伤 that counts.
 * They are kept, because texts hold more words than titles.
 */
const withUnknownMinor = (lexicon: Lexicon, units: readonly Unit[]): Unit[] => {
  const isKnown = ({ text, minor }: Unit): boolean => !minor && !vague.has(text) && (lexicon.meanings.has(text) || lexicon.official.has(text) || lexicon.weightOf(text) !== undefined)
  return units.some(isKnown) ? units.map((unit) => (isKnown(unit) ? unit : { ...unit, minor: true })) : [...units]
}

const isFiller = ({ text, wordings }: Unit): boolean => wordings.length === 1 && [...text].length === 1

/** 2 胎 is 二胎, 2 手 is 二手: here a digit is part of the word. */
const numberWords = (text: string): string => text.replaceAll(/(?<!\d)([1-9]) ([胎孩婚手])/gu, (_, digit: string, what: string) => `${otherNumbers(digit) ?? digit}${what}`)

const withoutSlipsIn = (lexicon: Lexicon, text: string): string => text.split(' ').map((run) => (chinese.test(run) ? withoutSlips(lexicon, run) : run)).join(' ')

/**
 * Reads a question. No letter, digit or character in it: no units. Single characters between words are passed over.
 * @param lexicon words of the catalogue asked; absent: nothing is known, so nothing is put right and every word stands for itself
 */
export const readQuestion = (q: string, lexicon?: Lexicon): Question => {
  const known = lexicon ?? plainLexicon
  const typed = [...normalise(q.slice(0, longestQuestion * 2))].slice(0, longestQuestion).join('')
  const said = inFull(inMandarin(numberWords(typed)))
  const { text, others }: Reading = lexicon ? readLatin(lexicon, said.split(' ')) : { text: said, others: new Map() }
  const asked = withoutAsking(text, (part) => partsOf(known, part))
  const core = lexicon ? withoutSlipsIn(lexicon, asked) : asked
  const units = withUnknownMinor(known, [
    // Words that ask may be part of a way of saying something.
    ...[...new Set([...interruptedIn(known, core), ...interruptedIn(known, text)])].map((key) => interruptedUnit(known, key)),
    ...[...new Set(textsOf(known, core))].map((each) => unitOf(known, each, others)),
  ])
  const telling = units.filter((unit) => !isFiller(unit))
  const mended = core.split(' ')
  const meant = asked.split(' ').reduce((whole, run, at) => whole.replace(run, mended[at] ?? run), text)
  return { core, units: (telling.length > 0 ? telling : units).slice(0, mostUnits), ...(meant === said ? {} : { meant }) }
}

/** The question as it was probably meant, where sound, initials or a slip were read; undefined when it stands as typed. */
export const correctionOf = (question: Question): string | undefined => question.meant
