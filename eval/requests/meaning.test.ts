// The rules that read danger, mood, sensitive parts, days and subjects, on sentences written for this project; how urgent, on the examples of
// the classes, whose deadline says what is right. Figures in docs/requests.md are these.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { understand } from '../../server/modules/triage/index.ts'

type Sentence = { aspect: 'emergency' | 'sentiment' | 'sensitive' | 'when' | 'subject'; is: string | null; text: string; on?: string }

const sentences = readFileSync(new URL('meaning.jsonl', import.meta.url), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Sentence)

const readAs = ({ aspect, is, text, on }: Sentence): string | null => {
  const { emergency, sentiment, sensitive, when, subject } = understand(text, { on })
  if (aspect === 'sensitive') return sensitive.find(({ kind }) => kind === is)?.kind ?? sensitive[0]?.kind ?? null
  return { emergency, sentiment, when: when?.from, subject }[aspect] ?? null
}

it.each([['emergency', 0.95], ['sentiment', 0.95], ['sensitive', 0.95], ['when', 0.95], ['subject', 0.93]] as const)('reads %s right in at least that share of its sentences: %d', (aspect, least) => {
  const own = sentences.filter((each) => each.aspect === aspect)
  expect(own.length).toBeGreaterThanOrEqual(60)
  expect(own.filter((each) => readAs(each) === each.is).length / own.length).toBeGreaterThanOrEqual(least)
})

it('takes no question, wish or story of last year for a danger that is there now', () => {
  const calm = sentences.filter(({ aspect, is }) => aspect === 'emergency' && is === null)
  expect(calm.filter((each) => readAs(each) !== null).length).toBeLessThanOrEqual(1)
})
