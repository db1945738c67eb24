// The labelled sentences, for the tests that count with them.
// Each line of the file is one; what it means is explained in measuring.ts.
import { readFileSync } from 'node:fs'
import type { LabelledSentence } from './measuring.ts'

export const labelledSentences = (): LabelledSentence[] =>
  readFileSync(new URL('labelled-sentences.jsonl', import.meta.url), 'utf8').trim().split('\n').map((line): LabelledSentence => JSON.parse(line))
