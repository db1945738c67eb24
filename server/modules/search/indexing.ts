// Keeps the documents one can search in step with packs and imported services. Safe to repeat: only those whose version differs are written.
// Every process follows what is written here (live-index.ts).
import type { Database, Tx } from '../../kernel/db.ts'
import { regionCovers } from '../../kernel/regions.ts'
import { asTexts } from '../../kernel/texts.ts'
import { listImportedByCode, listImportedVersions, plainServices, type LoadedPacks } from '../catalogue/index.ts'
import {
  answerDocument, authorityDocument, benefitDocument, credentialDocument, documentTypes, helpDocument, importedDocument, importedVersion, keyOf, matterDocument, outletDocument, packAnswers, serviceDocument, toEntry,
  type IndexEntry, type SearchDocument,
} from './document.ts'
import { deleteEntries, listVersions, lockIndex, upsertEntries } from './search-store.ts'

const pageSize = 500
/** Sorts after every key. */
const end = '\u{10FFFF}'

const packAnswer = (document: SearchDocument): IndexEntry => ({ ...toEntry(document), key: keyOf('answer', packAnswers + document.region, document.id) })

/** Everything the packs of the regions around `served` say that can be found. */
export const packEntries = (packs: LoadedPacks, served: string): IndexEntry[] =>
  packs.packs
    .filter(({ region }) => regionCovers(region, served) || regionCovers(served, region))
    .flatMap(({ region }) => {
      const catalogue = packs.catalogueFor(region)
      const documents = [
        ...Object.values(catalogue.matters).map((matter) => matterDocument(catalogue, matter, region)),
        ...plainServices(catalogue).map((service) => serviceDocument(catalogue, service, region)),
        ...Object.values(packs.benefitsFor(region)).map((benefit) => benefitDocument(benefit, region)),
        ...packs.outletsFor(region).map((outlet) => outletDocument(outlet, region)),
        ...catalogue.authorities.map((authority) => authorityDocument(authority, region)),
        ...Object.values(packs.credentialTypesFor(region)).map((type) => credentialDocument(catalogue, type, region)),
        ...packs.helpFor(region).map((topic) => helpDocument(topic, region)),
      ]
      const answers = (packs.hardCaseWindowFor(region)?.conclusions ?? []).map(({ id, ask, answer, services: helped = [] }) =>
        answerDocument({ id, ask: asTexts(ask), answer: asTexts(answer), services: helped.flatMap((service) => catalogue.services[service]?.name ?? []) }, region, region))
      return [...documents.map((document) => toEntry(document)), ...answers.map(packAnswer)]
    })

/** Where the keys of pack content begin. */
const packKeys = documentTypes.filter((type) => type !== 'importedService').map((type) => (type === 'answer' ? `answer/${packAnswers}` : `${type}/`))

const indexPacks = async (tx: Tx, entries: readonly IndexEntry[]): Promise<number> => {
  const kept = new Map<string, string>()
  for (const place of packKeys) {
    for (const [key, version] of await listVersions(tx, { from: place, to: `${place}${end}` })) kept.set(key, version)
  }
  const changed = entries.filter(({ key, version }) => kept.get(key) !== version)
  const present = new Set(entries.map(({ key }) => key))
  const gone = [...kept.keys()].filter((key) => !present.has(key))
  await upsertEntries(tx, changed)
  await deleteEntries(tx, gone)
  return changed.length + gone.length
}

/** Puts answers approved for everybody into the index, and takes away those with these ids in their regions. Safe to repeat. */
export const indexAnswers = async (tx: Tx, documents: readonly SearchDocument[], gone: readonly Pick<SearchDocument, 'region' | 'id'>[] = []): Promise<void> => {
  await lockIndex(tx)
  await upsertEntries(tx, documents.map((document) => toEntry(document)))
  await deleteEntries(tx, gone.map(({ region, id }) => keyOf('answer', region, id)))
}

/** One page of imported services, in the order of their codes; `next` is the last code, absent at the end. */
const indexImportedPage = async (tx: Tx, after: string): Promise<{ changes: number; next?: string }> => {
  await lockIndex(tx)
  const page = await listImportedVersions(tx, { after, limit: pageSize })
  const last = page.length === pageSize ? page.at(-1)?.code : undefined
  const key = (code: string) => keyOf('importedService', '', code)
  const kept = await listVersions(tx, { from: key(after), to: last === undefined ? key(end) : key(last) })
  const versions = new Map(page.map(({ code, version }) => [code, importedVersion(version)]))
  const changed = [...versions].filter(([code, version]) => kept.get(key(code)) !== version).map(([code]) => code)
  const present = new Set(page.map(({ code }) => key(code)))
  const gone = [...kept.keys()].filter((each) => !present.has(each) && each !== key(after))
  const services = changed.length === 0 ? [] : await listImportedByCode(tx, changed)
  await upsertEntries(tx, services.map((service) => toEntry(importedDocument(service), versions.get(service.code))))
  await deleteEntries(tx, gone)
  return { changes: changed.length + gone.length, ...(last === undefined ? {} : { next: last }) }
}

/** After an import: brings the entries of imported services up to date, a page per transaction. Returns how many changed. */
export const indexImportedServices = async (db: Database): Promise<number> => {
  let changes = 0
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after
    const page = await db.transaction((tx) => indexImportedPage(tx, from))
    changes += page.changes
    after = page.next
  }
  return changes
}

/** At start: brings everything up to date with these packs and with what was imported. @param served region this server serves. Returns how many entries changed. */
export const indexCatalogue = async (db: Database, packs: LoadedPacks, served: string): Promise<number> => {
  const entries = packEntries(packs, served)
  const changes = await db.transaction(async (tx) => {
    await lockIndex(tx)
    return indexPacks(tx, entries)
  })
  return changes + (await indexImportedServices(db))
}
