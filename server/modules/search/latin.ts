// Letters that stand for Chinese: pinyin in full (shebaoka, she bao ka), by initials (sbk), mixed with characters (shebao卡), and slips in English words.
// Pure. The whole question is covered with known words; of all ways to do it the one with the fewest and most usual words is taken.
import { englishAsking } from './asking.ts'
import type { Lexicon } from './lexicon.ts'
import { blurred, soundOf } from './pinyin.ts'

/** A piece of the question as it was read; `others` are further words it may have meant, the likeliest first. */
export type Reading = { text: string; others: ReadonlyMap<string, readonly string[]> }

/** A letter typed, or a character that needs no reading. */
type Atom = { letter: string } | { character: string; syllable: string }

const isWord = /^[a-z]+$/
const chinese = /^\p{Script=Han}+$/u
/** Letters read as pinyin at most, and letters of one word at most. */
const longest = { letters: 60, word: 24, syllable: 6, initials: 10 }
const mostOthers = 3
/** What one word costs, whatever its length; reading only initials costs more, and less usual words a little more. Letters left unread cost most. */
const costs = { kept: 0.2, word: 1, initials: 4, single: 0.9, blurred: 0.6, rare: 1.2, syllable: 4, letter: 4 }

const atomsOf = (lexicon: Lexicon, words: readonly string[]): Atom[] =>
  words.flatMap((word): Atom[] => {
    if (isWord.test(word)) return [...word].map((letter) => ({ letter }))
    const syllables = lexicon.syllablesOf(word)
    return [...word].map((character, at) => ({ character, syllable: syllables[at] ?? '' }))
  })

/** Whether a word can be what stands in atoms `from` to `to`: its characters where characters were typed, the letters of its sound elsewhere. */
const fits = (word: string, syllables: readonly string[], atoms: readonly Atom[], from: number, to: number, full: boolean): boolean => {
  let at = from
  const characters = [...word]
  for (const [index, character] of characters.entries()) {
    const atom = atoms[at]
    if (atom === undefined || at >= to) return false
    if ('character' in atom) {
      if (atom.character !== character) return false
      at += 1
      continue
    }
    const syllable = full ? syllables[index] ?? '' : (syllables[index] ?? '').charAt(0)
    let typed = ''
    while (at < to && typed.length < syllable.length) {
      const next = atoms[at]
      if (next === undefined || !('letter' in next)) break
      if (blurred(typed + next.letter).length > blurred(syllable).length && typed !== '' && blurred(typed) === blurred(syllable)) break
      typed += next.letter
      at += 1
    }
    if (blurred(typed) !== blurred(syllable)) return false
  }
  return at === to
}

type Step = { cost: number; from: number; read: boolean; word: string; others: readonly string[] }

const usualness = (lexicon: Lexicon, word: string): number => costs.rare / Math.log2(2 + (lexicon.weightOf(word) ?? 0))

/** Words that atoms `from` to `to` may be, the likeliest first, and what the likeliest costs. */
const readingsOf = (lexicon: Lexicon, atoms: readonly Atom[], from: number, to: number): { words: string[]; cost: number } | undefined => {
  const part = atoms.slice(from, to)
  if (!part.some((atom) => 'letter' in atom)) return undefined
  const sound = part.map((atom) => ('letter' in atom ? atom.letter : atom.syllable)).join('')
  const byFull = lexicon.soundingLike(sound).filter((word) => fits(word, lexicon.syllablesOf(word), atoms, from, to, true))
  const exactly = byFull.filter((word) => soundOf(lexicon.syllablesOf(word)) === sound)
  const full = [...exactly, ...byFull.filter((word) => !exactly.includes(word))]
  const [best] = full
  if (best !== undefined) {
    const single = [...best].length === 1
    return { words: full, cost: (single ? costs.word + costs.single : costs.word) + (exactly.length > 0 ? 0 : costs.blurred) + usualness(lexicon, best) }
  }
  if (part.length < 2 || part.length > longest.initials) return undefined
  const initials = part.map((atom) => ('letter' in atom ? atom.letter : atom.syllable.charAt(0))).join('')
  const short = lexicon.startingWith(initials).filter((word) => fits(word, lexicon.syllablesOf(word), atoms, from, to, false))
  const [first] = short
  return first === undefined ? undefined : { words: short, cost: costs.word + costs.initials + usualness(lexicon, first) }
}

/** A character is kept as it is; a syllable no known word has, or a letter that belongs to none, is left unread. */
const keptStep = (lexicon: Lexicon, atoms: readonly Atom[], best: readonly Step[], to: number): Step => {
  const last = atoms[to - 1]
  const before = best[to - 1]?.cost ?? 0
  if (last && 'character' in last) return { cost: before + costs.kept, from: to - 1, read: true, word: last.character, others: [] }
  let step: Step = { cost: before + costs.letter, from: to - 1, read: false, word: last?.letter ?? '', others: [] }
  let letters = ''
  for (let from = to - 1; from >= 0 && to - from <= longest.syllable; from -= 1) {
    const atom = atoms[from]
    if (atom === undefined || !('letter' in atom)) break
    letters = atom.letter + letters
    const cost = (best[from]?.cost ?? 0) + costs.syllable
    if (cost < step.cost && lexicon.isSyllable(letters)) step = { cost, from, read: false, word: letters, others: [] }
  }
  return step
}

/** The cheapest way to read all atoms, first to last. */
const cover = (lexicon: Lexicon, atoms: readonly Atom[]): Step[] => {
  const best: Step[] = [{ cost: 0, from: -1, read: true, word: '', others: [] }]
  for (let to = 1; to <= atoms.length; to += 1) {
    let step = keptStep(lexicon, atoms, best, to)
    for (let from = Math.max(0, to - longest.word); from < to; from += 1) {
      const before = best[from]?.cost ?? 0
      if (before + costs.word >= step.cost) continue
      const found = readingsOf(lexicon, atoms, from, to)
      if (found && before + found.cost < step.cost) step = { cost: before + found.cost, from, read: true, word: found.words[0] ?? '', others: found.words.slice(1, 1 + mostOthers) }
    }
    best.push(step)
  }
  const steps: Step[] = []
  for (let at = atoms.length; at > 0; ) {
    const step = best[at]
    if (step === undefined) break
    steps.unshift(step)
    at = step.from
  }
  return steps
}

/** What was read in one piece, what was not each by itself. */
const textOf = (steps: readonly Step[]): string => {
  let text = ''
  for (const [at, { read, word }] of steps.entries()) text += at === 0 || (read && steps[at - 1]?.read) ? word : ` ${word}`
  return text
}

/** Other forms of an English word: certificates, died, retiring. */
const baseForms = (word: string): string[] =>
  [[/ies$/, 'y'], [/es$/, ''], [/s$/, ''], [/ed$/, ''], [/ed$/, 'e'], [/ing$/, ''], [/ing$/, 'e'], [/$/, 's']].flatMap(([ending, instead]) => {
    const base = word.replace(ending ?? '', String(instead))
    return base === word ? [] : [base]
  })

/** The known word that was probably meant: 'certifcate' → 'certificate', 'retiring' → 'retire'; the word itself when it is known, short or far from any. */
const mendedEnglish = (lexicon: Lexicon, word: string): string => {
  if (!isWord.test(word) || englishAsking.has(word) || lexicon.weightOf(word) !== undefined) return word
  const known = (each: string): boolean => lexicon.weightOf(each) !== undefined
  return baseForms(word).find(known) ?? lexicon.oneSlipFrom(word).find((each) => isWord.test(each) && Math.abs(each.length - word.length) <= 1) ?? word
}

/** Whether a word can be cut into syllables. */
const isPinyin = (lexicon: Lexicon, word: string): boolean => {
  const reachable = [true]
  for (let to = 1; to <= word.length; to += 1) {
    let found = false
    for (let length = 1; length <= Math.min(longest.syllable, to) && !found; length += 1) found = reachable[to - length] === true && lexicon.isSyllable(word.slice(to - length, to))
    reachable.push(found)
  }
  return reachable[word.length] === true
}

/** Letters that may stand for Chinese: pinyin, or too few to be anything but initials. */
const mayBeChinese = (lexicon: Lexicon, word: string): boolean =>
  isWord.test(word) && word.length <= longest.letters && (isPinyin(lexicon, word) || (word.length <= longest.initials && !englishAsking.has(word) && lexicon.weightOf(word) === undefined && lexicon.startingWith(word).length > 0))

const isEnglish = (lexicon: Lexicon, word: string): boolean => isWord.test(word) && (englishAsking.has(word) || lexicon.weightOf(word) !== undefined) && !isPinyin(lexicon, word)

/** At least so much of the letters must be read as words, or they are no Chinese. */
const leastRead = 0.4

const readStretch = (lexicon: Lexicon, stretch: readonly string[], others: Map<string, readonly string[]>): string => {
  const steps = cover(lexicon, atomsOf(lexicon, stretch))
  const letters = stretch.filter((word) => isWord.test(word)).join('').length
  const unread = steps.filter(({ read }) => !read).reduce((sum, { word }) => sum + word.length, 0)
  if (1 - unread / letters < leastRead) return stretch.join(' ')
  for (const { word, others: more } of steps) if (more.length > 0) others.set(word, more)
  return textOf(steps)
}

/** @param words of a normalised question; reads a stretch of pinyin with the characters beside it */
export const readLatin = (lexicon: Lexicon, words: readonly string[]): Reading => {
  const others = new Map<string, readonly string[]>()
  if (!words.some((word) => isWord.test(word))) return { text: words.join(' '), others }
  const english = words.some((word) => isEnglish(lexicon, word))
  const belongs = (word: string | undefined): boolean => word !== undefined && (chinese.test(word) || (!english && mayBeChinese(lexicon, word)))
  const pieces: string[] = []
  for (let at = 0; at < words.length; ) {
    let to = at
    let letters = 0
    while (belongs(words[to]) && letters <= longest.letters) {
      const word = words[to] ?? ''
      if (isWord.test(word)) letters += word.length
      to += 1
    }
    if (letters > 0) pieces.push(readStretch(lexicon, words.slice(at, to), others))
    else if (to > at) pieces.push(...words.slice(at, to))
    else pieces.push(mendedEnglish(lexicon, words[to++] ?? ''))
    at = to
  }
  return { text: pieces.join(' '), others }
}
