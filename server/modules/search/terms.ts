// From text to index terms, for Chinese without a dictionary: every two neighbouring characters are a term, and so is every Latin word or number.
// Pure. What is indexed and what is asked go through the same functions, so they always agree.
import { simplified } from './simplified.ts'

const han = /^\p{Script=Han}/u

/** What is written in one way only already: common Chinese characters, small letters and digits. Most of what a catalogue says is, and is told by a look. */
const even = /^[\u4E00-\u9FFFa-z0-9 ]+$/

/** By UTF-16 unit, 1 where a traditional character begins. */
const traditional = new Uint8Array(0x10000)
for (const character of simplified.keys()) traditional[character.charCodeAt(0)] = 1

const hasTraditional = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) if (traditional[text.charCodeAt(at)] === 1) return true
  return false
}

const inSimplified = (text: string): string => (hasTraditional(text) ? Array.from(text, (each) => simplified.get(each) ?? each).join('') : text)

/**
 * One form for all ways of writing: full width becomes half width, capitals small, traditional characters simplified, other signs spaces.
 * Words of different scripts are parted by one space: 'Ｒ字签证（延期）' → 'r 字签证 延期'.
 */
export const normalise = (text: string): string =>
  inSimplified(even.test(text) ? text : text.normalize('NFKC').toLowerCase())
    .match(/\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+/gu)
    ?.join(' ') ?? ''

/** Longest Latin word or number kept, in characters; the rest of a longer one is cut off. */
const longestWord = 40

/**
 * Terms of a normalised text: pairs of neighbouring characters, whole words of other scripts, and a Chinese character that stands alone.
 * @param singles also every Chinese character by itself, so that a question of one character finds it
 */
export const termsOf = (normalised: string, { singles = false } = {}): string[] => {
  const terms = new Set<string>()
  for (const run of normalised.split(' ')) {
    if (run === '') continue
    if (!han.test(run)) {
      terms.add(run.slice(0, longestWord))
      continue
    }
    const characters = [...run]
    for (let at = 1; at < characters.length; at += 1) terms.add(`${characters[at - 1]}${characters[at]}`)
    if (singles || characters.length === 1) for (const character of characters) terms.add(character)
  }
  return [...terms]
}

/** Whether a normalised text has a term; words of other scripts only as a whole. */
export const hasTerm = (normalised: string, term: string): boolean => (han.test(term) ? normalised.includes(term) : ` ${normalised} `.includes(` ${term} `))
