// What the engines search: the real catalogue of packs and imported services, or one of any size made from it.
import { fileURLToPath } from 'node:url'
import type { Answer } from '../../eval/search/query.ts'
import { loadPacks, type LoadedPacks } from '../../server/modules/catalogue/index.ts'
import { packEntries, toEntry, type IndexEntry } from '../../server/modules/search/index.ts'
import { multiplied, realDocuments } from './generator.ts'

const served = '440300'
const batchSize = 1000

let loaded: LoadedPacks | undefined
const packs = (): LoadedPacks => (loaded ??= loadPacks(fileURLToPath(new URL('../../packs', import.meta.url)), { on: '2026-11-22' }))

/** What the product knows of where it is asked. */
export const whereAsked = { get packs() { return packs() }, config: { region: served } }

export const thesaurus = () => packs().thesaurusFor(served)

const answers = new Map<string, Answer>()
export const answerOf = (key: string): Answer | undefined => answers.get(key)

/** Packs of the city and imported services, in batches. */
export const realCatalogue = async (): Promise<(() => IndexEntry[])[]> => {
  const entries = [...packEntries(packs(), served).filter(({ shelf }) => shelf.pack === served), ...(await realDocuments()).filter(({ type }) => type === 'importedService').map((document) => toEntry(document))]
  for (const { key, shown } of entries) answers.set(key, { type: shown.type, id: shown.id, titles: Object.values(shown.title) })
  return Array.from({ length: Math.ceil(entries.length / batchSize) }, (_, at) => () => entries.slice(at * batchSize, (at + 1) * batchSize))
}

const documents = await realDocuments()

/** So many entries, made batch by batch. */
export const batchesOf = (count: number): (() => IndexEntry[])[] => {
  const all = multiplied(documents, count)
  return Array.from({ length: Math.ceil(count / batchSize) }, () => () => Array.from({ length: batchSize }, () => all.next()).flatMap(({ done, value }) => (done ? [] : [value])))
}
