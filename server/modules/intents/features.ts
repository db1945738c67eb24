// From words to the features a reading rests on: neighbouring characters of Chinese, words and pieces of words in other scripts. Pure.
// Features are numbers: where they stand is told by a hash, so that the model needs no dictionary.
import { cuesOf } from './cues.ts'
import { findSyllables, soundsOf } from './syllables.ts'

/** Weights of a model for each kind. */
export const buckets = 65_536

/** Longest text looked at, in characters; what is wanted is said before. */
const longest = 200

const han = /\p{Script=Han}/u

/** FNV-1a over UTF-16 units. */
const bucketOf = (feature: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193)
  return ((hash >>> 15) ^ hash) & (buckets - 1)
}

/** Pieces of one and two characters; `^` and `$` are the ends of the text. Three in a row are told by their sounds. */
const piecesOfHan = (run: string): string[] => {
  const characters = [...run]
  return characters.flatMap((character, at) => {
    const next = characters[at + 1]
    return next === undefined ? [character] : [character, character + next]
  })
}

/** The word, the word with the one before, and its pieces of four characters, which stand misspelling. */
const piecesOfWord = (word: string, before: string): string[] => {
  const bounded = `<${word}>`
  const pieces = [bounded, `${before}>${word}`]
  for (let at = 0; at + 4 < bounded.length; at += 1) pieces.push(`~${bounded.slice(at, at + 4)}`)
  return pieces
}

/** Two and three syllables in a row. */
const piecesOfSounds = (sounds: readonly string[]): string[] =>
  sounds.flatMap((sound, at) => {
    const [next, third] = [sounds[at + 1], sounds[at + 2]]
    return next === undefined ? [] : [`/${sound} ${next}`, ...(third === undefined ? [] : [`/${sound} ${next} ${third}`])]
  })

/** Buckets of a text, each once, in the order they stand. A text without letter or digit has none. */
export const featuresOf = (text: string): number[] => {
  const read = text.slice(0, longest).normalize('NFKC').toLowerCase()
  const runs = read.match(/\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+|\?/gu) ?? []
  if (!runs.some((run) => run !== '?')) return []
  const found = new Set<number>()
  const sounds = ['^']
  let before = '^'
  runs.forEach((run, nth) => {
    if (han.test(run)) {
      const whole = `${nth === 0 ? '^' : ''}${run}${nth === runs.length - 1 ? '$' : ''}`
      for (const piece of piecesOfHan(whole)) found.add(bucketOf(piece))
      sounds.push(...soundsOf(run))
    } else {
      for (const piece of piecesOfWord(run, before)) found.add(bucketOf(piece))
      sounds.push(...(findSyllables(run) ?? ['-']))
    }
    before = run
  })
  for (const piece of piecesOfSounds([...sounds, '$'])) found.add(bucketOf(piece))
  for (const cue of cuesOf(read)) found.add(bucketOf(cue))
  return [...found]
}
