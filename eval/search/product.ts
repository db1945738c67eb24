// The product as it searches: packs and, when the scrape is there, two thousand real services, in a database of its own that is gone afterwards.
// Questions go to the functions GET /search asks; no server is started and nothing of the working tree is touched.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { readConfig } from '../../server/config.ts'
import { systemClock } from '../../server/kernel/clock.ts'
import { regionCovers, regionPrefix } from '../../server/kernel/regions.ts'
import type { Texts } from '../../server/kernel/texts.ts'
import { importServices, type ThesaurusWord } from '../../server/modules/catalogue/index.ts'
import { readIntent, type Intent } from '../../server/modules/intents/index.ts'
import { findFor, indexCatalogue, indexImportedServices, listWritten, type DocumentType } from '../../server/modules/search/index.ts'
import { openMigrated } from '../../server/start/open-database.ts'
import { openPacks } from '../../server/start/open-packs.ts'
import { quietly } from '../../server/start/progress.ts'
import type { Answer, Query } from './query.ts'

/** Folder of data from outside: TONGBAN_DATA, or shared/data beside the project. */
export const dataFolder = process.env['TONGBAN_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))

/** Everything that can be found, as it is written, for searches it is compared with. `pack`: absent for what is no pack's. */
export type Found = Answer & { pack?: string; text: string }

export type Product = {
  /** best first, at most ten; of one type when it is given */
  answer: (query: Pick<Query, 'query' | 'region'>, type?: DocumentType) => Promise<Answer[]>
  intent: (text: string) => Intent
  documents: readonly Found[]
  /** the thesaurus of the packs */
  thesaurus: readonly ThesaurusWord[]
  /** whether a reader there can find it */
  eligible: (document: Found, region: string | undefined) => boolean
  /** real services imported; 0 without the scrape */
  imported: number
}

const pageSize = 1000

/** In every language, the Chinese first. */
const textsOf = ({ 'zh-CN': chinese = '', ...others }: Texts): string[] => [chinese, ...Object.values(others)]

const listDocuments = async (read: Parameters<typeof listWritten>[0]): Promise<Found[]> => {
  const documents: Found[] = []
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page: Awaited<ReturnType<typeof listWritten>> = await listWritten(read, after, pageSize)
    documents.push(...page.map(({ entry: { shelf, shown, titleWords, aliasWords, contextWords, bodyWords } }) => ({
      type: shown.type, id: shown.id, titles: textsOf(shown.title), ...(shelf.pack === undefined ? {} : { pack: shelf.pack }),
      text: [...titleWords, ...aliasWords, contextWords, bodyWords].join(' '),
    })))
    after = page.length === 0 ? undefined : page.at(-1)?.change
  }
  return documents
}

export const withProduct = async <T>(work: (product: Product) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'tongban-eval-'))
  // Started by root, the database runs as another user, who must be able to pass.
  await chmod(folder, 0o711)
  const stops: (() => Promise<void>)[] = []
  try {
    const config = readConfig({ TONGBAN_MODE: 'demo', SANDBOX: 'off', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' })
    const { db } = await openMigrated(config, quietly, stops)
    const packs = openPacks(config.packs, systemClock)
    const file = join(dataFolder, 'gd-services/services.jsonl')
    const { imported } = existsSync(file) ? await importServices(db, file, systemClock.now()) : { imported: 0 }
    await indexCatalogue(db, packs, config.region)
    await indexImportedServices(db)
    const app = { db, packs, config, log: pino({ level: 'silent' }) }
    const nearestPack = (region: string) =>
      packs.packs.map((pack) => pack.region).filter((each) => regionCovers(each, region)).sort((a, b) => regionPrefix(b).length - regionPrefix(a).length)[0]
    return await work({
      imported, intent: readIntent, documents: await listDocuments(db.read), thesaurus: packs.thesaurusFor(config.region),
      eligible: ({ pack }, region) => pack === undefined || pack === nearestPack(region ?? config.region),
      answer: async ({ query, region }, type) => (await findFor(app, query, { region, type })).slice(0, 10).map((found) => ({ type: found.type, id: found.id, titles: textsOf(found.title) })),
    })
  } finally {
    for (const stop of stops.reverse()) await stop().catch(() => {})
    await rm(folder, { recursive: true, force: true })
  }
}
