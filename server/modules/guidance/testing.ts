// The labelled sentences, for the tests that count with them.
// Each line of the file is one; what it means is explained in measuring.ts.
import { readFileSync } from 'node:fs'
import type { LabelledSentence } from './measuring.ts'

export const labelledSentences = (): LabelledSentence[] =>
  readFileSync(new URL('labelled-sentences.jsonl', import.meta.url), 'utf8').trim().split('\n').map((line): LabelledSentence => JSON.parse(line))

/** Sentences no phrase needs to say surely: `guess` whether a matter should be offered, and which. `tune`: looked at while the least share was chosen; `held`: only counted. */
export type GuessingSentence = { set: 'tune' | 'held'; said: string } & ({ guess: false; matter?: never } | { guess: true; matter: string })

export const guessingSentences = (): GuessingSentence[] =>
  readFileSync(new URL('guessing-sentences.jsonl', import.meta.url), 'utf8').trim().split('\n').map((line): GuessingSentence => JSON.parse(line))
