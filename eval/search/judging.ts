// Asks every labelled question of the product and of the two plain searches, and compares the answers with the labels. Pure but for asking.
// A question nobody labelled an answer for (其他: 转人工) counts for the intent alone.
import { createBm25, runsOf, wordsBy } from './bm25.ts'
import { brier, calibrationError, figureOf, hitWithin, normalisedGain, reciprocalRank, type Figure, type Prediction } from './figures.ts'
import type { Found, Product } from './product.ts'
import { canBeFound, goodFrom, gradesOf, styles, type Answer, type Query, type Style } from './query.ts'

export const subjects = ['tongban', 'bm25', 'ngrams'] as const
export type Subject = (typeof subjects)[number]

/** What came of one question. `grades`: of each answer, best first as found, by who was asked. */
export type Outcome = { query: Query; grades: Readonly<Record<Subject, readonly number[]>>; answers: readonly Answer[]; intent: Prediction & { kind: string } }

const depth = 10

type Search = (question: string, limit: number, eligible?: (number: number) => boolean) => number[]

const plain = (search: Search, { documents, eligible }: Product, { query, region }: Query): Found[] =>
  search(query, depth, (number) => {
    const document = documents[number]
    return document !== undefined && eligible(document, region)
  }).flatMap((number) => documents[number] ?? [])

export const judge = async (product: Product, queries: readonly Query[]): Promise<Outcome[]> => {
  const texts = product.documents.map(({ text }) => text)
  const words = createBm25(texts, wordsBy())
  const runs = createBm25(texts, runsOf)
  const outcomes: Outcome[] = []
  for (const query of queries) {
    const answers = await product.answer(query)
    const { kind, confidence } = product.intent(query.query)
    outcomes.push({
      query, answers, intent: { kind, confidence, right: query.intents.includes(kind) },
      grades: { tongban: gradesOf(query, answers), bm25: gradesOf(query, plain(words, product, query)), ngrams: gradesOf(query, plain(runs, product, query)) },
    })
  }
  return outcomes
}

export const measures = ['hit@1', 'hit@5', 'MRR', 'nDCG@10'] as const
export type Measure = (typeof measures)[number]

/** One line of the table: a style or all of them. `intent` and its calibration are the product's. */
export type Line = { style: Style | 'all'; figures: Readonly<Record<Subject, Readonly<Record<Measure, Figure>>>>; intent: Figure }

export type Quality = { lines: readonly Line[]; brier: number; calibrationError: number; queries: number }

const figuresFor = (outcomes: readonly Outcome[], subject: Subject): Record<Measure, Figure> => {
  const found = outcomes.filter(({ query }) => canBeFound(query)).map(({ query, grades }) => ({ grades: grades[subject], possible: Object.values(query.relevant) }))
  return {
    'hit@1': figureOf(found.map(({ grades }) => hitWithin(grades, 1, goodFrom))),
    'hit@5': figureOf(found.map(({ grades }) => hitWithin(grades, 5, goodFrom))),
    MRR: figureOf(found.map(({ grades }) => reciprocalRank(grades, goodFrom))),
    'nDCG@10': figureOf(found.map(({ grades, possible }) => normalisedGain(grades, possible))),
  }
}

const lineOf = (style: Style | 'all', outcomes: readonly Outcome[]): Line => ({
  style,
  figures: { tongban: figuresFor(outcomes, 'tongban'), bm25: figuresFor(outcomes, 'bm25'), ngrams: figuresFor(outcomes, 'ngrams') },
  intent: figureOf(outcomes.map(({ intent }) => (intent.right ? 1 : 0))),
})

export const qualityOf = (outcomes: readonly Outcome[]): Quality => {
  const predictions = outcomes.map(({ intent }) => intent)
  return {
    lines: [...styles.map((style) => lineOf(style, outcomes.filter(({ query }) => query.style === style))), lineOf('all', outcomes)],
    brier: brier(predictions), calibrationError: calibrationError(predictions), queries: outcomes.length,
  }
}

/** What went wrong, for those who improve the search: no good answer among the first five, or another intent. */
export const missesOf = (outcomes: readonly Outcome[]): Outcome[] =>
  outcomes.filter(({ query, grades, intent }) => (canBeFound(query) && hitWithin(grades.tongban, 5, goodFrom) === 0) || !intent.right)
