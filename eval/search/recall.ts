// How often the right text is found among many: questions of policy-qa and their answers, common and official names of the real services.
// Both sets come from outside and are not shipped; without them there are no figures. Texts are looked up with the thesaurus of the packs and the word
// vectors, but without what the catalogue knows of them; the last set asks the product itself, which has the common names the services were imported with.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createIndex, createLexicon, lookUp, normalise, readQuestion, shippedVectors, teachEntry, wordsOf, type Shown } from '../../server/modules/search/index.ts'
import { createBm25, runsOf, wordsBy } from './bm25.ts'
import { figureOf, type Figure } from './figures.ts'
import type { Subject } from './judging.ts'
import type { Product } from './product.ts'

export const depths = [1, 5, 10] as const

/** What is asked, and which of the texts answer it, by their place. */
type Asked = { question: string; answers: ReadonlySet<number> }

type Find = (question: string) => number[] | Promise<number[]>

/** `tongban`: how the product finds them; absent: its index over the texts. */
type RecallSet = { name: string; texts: readonly string[]; asked: readonly Asked[]; tongban?: Find }

export type Recall = { name: string; texts: number; asked: number; figures: Readonly<Record<Subject, readonly Figure[]>> }

/** Places of equal texts stand for one another. @param pairs each question with the text that answers it */
const recallSet = (name: string, pairs: readonly (readonly [question: string, text: string])[]): RecallSet => {
  const texts = [...new Set(pairs.map(([, text]) => text))]
  const places = new Map(texts.map((text, place) => [text, place]))
  const byQuestion = Map.groupBy(pairs, ([question]) => question)
  return { name, texts, asked: [...byQuestion].map(([question, its]) => ({ question, answers: new Set(its.flatMap(([, text]) => places.get(text) ?? [])) })) }
}

const readLines = (folder: string, file: string): string[] | undefined => {
  const path = join(folder, file)
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : undefined
}

/** Questions on government policy of 2020, each with its answer among all answers. */
const policyQuestions = (folder: string): RecallSet[] => {
  const lines = readLines(folder, 'policy-qa/qa.tsv')
  if (lines === undefined) return []
  const pairs = lines.slice(1).flatMap((line): [string, string][] => {
    const [, , question = '', answer = ''] = line.split('\t')
    return question.trim() === '' || answer.trim() === '' ? [] : [[question.trim(), answer.trim()]]
  })
  return [recallSet('policy-qa: question → its answer', pairs)]
}

const nothing = '无'
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** Common names a row gives, without those that are its official name or a piece of it. */
const commonNames = (row: Readonly<Record<string, unknown>>, official: string): string[] =>
  [text(row['matter_short']), ...text(row['matter_daily']).split(/[,，;；、。\s]+/u)]
    .map((name) => name.replaceAll(/[“”"]/gu, '').trim())
    .filter((name) => [...name].length > 2 && name !== nothing && !official.includes(name))

const serviceNames = (folder: string, { documents, answer }: Product): RecallSet[] => {
  const lines = readLines(folder, 'gd-services/services.jsonl')
  if (lines === undefined) return []
  const rows = lines.map((line) => {
    // Checked field by field: whatever is no text reads as empty.
    const row = JSON.parse(line) as Readonly<Record<string, unknown>>
    const official = text(row['matter_name'])
    return { official, common: commonNames(row, official) }
  }).filter(({ official }) => official !== '')
  const pairs = rows.flatMap(({ official, common }) => common.map((name): [string, string] => [name, official]))
  const toOfficial = recallSet('gd-services: common name → official name', pairs)
  const others = new Set(rows.map(({ official }) => official)).difference(new Set(toOfficial.texts))
  const real = documents.filter(({ type }) => type === 'importedService')
  const titles = real.map((document) => normalise(document.titles[0] ?? ''))
  const places = new Map(real.map(({ id }, place) => [id, place]))
  const named = (official: string) => titles.flatMap((title, place) => (title.startsWith(normalise(official)) ? [place] : []))
  return [
    { ...toOfficial, texts: [...toOfficial.texts, ...others] },
    recallSet('gd-services: official name → common name', pairs.map(([common, official]) => [official, common])),
    {
      name: 'gd-services: common name → service, as imported', texts: real.map((document) => document.text),
      asked: [...Map.groupBy(pairs, ([common]) => common)].map(([question, its]) => ({ question, answers: new Set(its.flatMap(([, official]) => named(official))) })),
      tongban: async (question) => (await answer({ query: question }, 'importedService')).flatMap(({ id }) => places.get(id) ?? []),
    },
  ]
}

const recallSets = (folder: string, product: Product): RecallSet[] => [...policyQuestions(folder), ...serviceNames(folder, product)]

const deepest = Math.max(...depths)

/** The search of the product over these texts, each a title. */
const tongbanIn = (texts: readonly string[], thesaurus: Product['thesaurus']): Find => {
  const index = createIndex<Shown>()
  const lexicon = createLexicon(thesaurus, shippedVectors((error) => {
    throw error
  }))
  for (const [place, each] of texts.entries()) {
    const entry = { key: String(place), shelf: { type: 'importedService' }, ...wordsOf({ titles: [each] }) }
    index.put({ ...entry, shown: { type: 'importedService', id: String(place), region: '', title: { 'zh-CN': each }, summary: { 'zh-CN': '' }, url: '', action: { kind: 'open', url: '' } } })
    teachEntry(lexicon)(entry)
  }
  for (const _ of lexicon.resemblance?.settle() ?? []);
  return (question) => lookUp({ index, lexicon }, readQuestion(question, lexicon)).slice(0, deepest).map(({ id }) => Number(id))
}

const findersFor = ({ texts, tongban }: RecallSet, thesaurus: Product['thesaurus']): Record<Subject, Find> => {
  const words = createBm25(texts, wordsBy())
  const runs = createBm25(texts, runsOf)
  return { tongban: tongban ?? tongbanIn(texts, thesaurus), bm25: (question) => words(question, deepest), ngrams: (question) => runs(question, deepest) }
}

const recallOf = async (set: RecallSet, { thesaurus }: Product): Promise<Recall> => {
  const finders = findersFor(set, thesaurus)
  const figuresOf = async (find: Find): Promise<Figure[]> => {
    const places: number[] = []
    for (const { question, answers } of set.asked) places.push((await find(question)).findIndex((place) => answers.has(place)))
    return depths.map((depth) => figureOf(places.map((place) => (place !== -1 && place < depth ? 1 : 0))))
  }
  return {
    name: set.name, texts: set.texts.length, asked: set.asked.length,
    figures: { tongban: await figuresOf(finders.tongban), bm25: await figuresOf(finders.bm25), ngrams: await figuresOf(finders.ngrams) },
  }
}

/** All sets there are, one after the other. */
export const recallFigures = async (folder: string, product: Product): Promise<Recall[]> => {
  const figures: Recall[] = []
  for (const set of recallSets(folder, product)) figures.push(await recallOf(set, product))
  return figures
}
