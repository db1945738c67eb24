// What can be found, and the texts it is found by: matters and services of the packs, imported services.
// Pure. Title, aliases and context make the head; conditions, documents and guide text the body, which counts least.
import { createHash } from 'node:crypto'
import type { Texts } from '../../kernel/texts.ts'
import { authorityOf, serviceKinds, type Catalogue, type ImportedService, type Matter, type Service } from '../catalogue/index.ts'
import { normalise, termsOf } from './terms.ts'

export const documentTypes = ['matter', 'service', 'importedService', 'answer'] as const
export type DocumentType = (typeof documentTypes)[number]

/** `region`: of the pack, or of the authority of an imported service. */
export type SearchDocument = { type: DocumentType; id: string; region: string; title: Texts; summary: Texts; aliases: string[]; context: string[]; body: string[] }

/** A document as it is stored. */
export type IndexEntry = Pick<SearchDocument, 'type' | 'id' | 'region' | 'title' | 'summary'> & {
  key: string
  titleWords: string
  aliasWords: string[]
  contextWords: string
  headTerms: string[]
  bodyTerms: string[]
  version: string
}

/** Raise when indexing changes, so that every entry is made again. */
export const indexVersion = 1
const longestSummary = 120
/** Characters of a body that are indexed. */
const longestBody = 2000

/** In which languages there is a text, all of them. */
const all = (texts: Texts | undefined): string[] => Object.values(texts ?? {})

const shorten = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const characters = [...line]
  return characters.length <= longestSummary ? line : `${characters.slice(0, longestSummary - 1).join('')}…`
}

const shortened = (texts: Texts): Texts => ({ ...texts, ...Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, shorten(text)])) })

/** Pack content has one entry per pack region; imported services have one. */
export const keyOf = (type: DocumentType, region: string, id: string): string => (type === 'importedService' ? `${type}/${id}` : `${type}/${region}/${id}`)

export const urlOf = (type: DocumentType, id: string): string =>
  ({ matter: '/matters/', service: '/services/', importedService: '/services/imported/', answer: '/answers/' })[type] + encodeURIComponent(id)

/** @param region of the pack */
export const matterDocument = (catalogue: Catalogue, matter: Matter, region: string): SearchDocument => ({
  type: 'matter', id: matter.id, region, title: matter.name, summary: shortened(matter.summary), aliases: [...matter.keywords, matter.id.replaceAll('-', ' ')],
  context: [...all(matter.summary), ...matter.services.flatMap(({ service }) => all(catalogue.services[service]?.name))],
  body: [...all(matter.whoMayApply), ...all(matter.delivery)],
})

/** @param region of the pack */
export const serviceDocument = (catalogue: Catalogue, service: Service, region: string): SearchDocument => ({
  type: 'service', id: service.id, region, title: service.name, summary: shortened(service.summary), aliases: [...all(service.result.name), service.id.replaceAll('-', ' ')],
  context: [...all(service.summary), ...all(authorityOf(catalogue, service.line, region)?.name), ...(service.listing?.faq ?? []).flatMap(({ ask }) => all(ask))],
  body: [
    ...all(service.guide),
    ...service.requirements.flatMap(({ name }) => all(name)),
    ...service.evidence.flatMap(({ anyOf }) => anyOf.flatMap((id) => all(catalogue.evidence[id]?.name))),
    ...(service.listing?.faq ?? []).flatMap(({ answer }) => all(answer)),
  ],
})

/** Answers of packs stand under the region of their pack after this, so that they are told from those approved later, which stand under their own. */
export const packAnswers = 'pack/'

/** An answer to what somebody found difficult. @param region of the pack, or where the answer was given */
export const answerDocument = ({ id, ask, answer, services }: { id: string; ask: Texts; answer: Texts; services: readonly Texts[] }, region: string): SearchDocument => ({
  type: 'answer', id, region, title: ask, summary: shortened(answer), aliases: [], context: services.flatMap(all), body: all(answer),
})

const limitOf = ({ promisedLimit }: ImportedService): string => {
  if (!promisedLimit) return ''
  if (promisedLimit.days === 0) return '，当场办结'
  return `，承诺 ${promisedLimit.days} 个${promisedLimit.unit === 'working' ? '工作日' : '自然日'}办结`
}

const inOneSentence = (service: ImportedService): string => {
  const online = service.online.available ? '，可网上办理' : ''
  const visits = service.visits === 0 ? '，不用跑现场' : service.visits === null ? '' : `，最多跑 ${service.visits} 次`
  return `${service.authority.name}${limitOf(service)}${online}${visits}。`
}

export const importedDocument = (service: ImportedService): SearchDocument => ({
  type: 'importedService', id: service.code, region: service.region.code, title: { 'zh-CN': service.name }, summary: { 'zh-CN': shorten(inOneSentence(service)) },
  aliases: [...service.aliases, ...withoutBrackets(service.name)],
  context: [service.authority.name, service.region.name, service.itemName, ...service.themes, ...(service.kind === 'unknown' ? [] : [serviceKinds[service.kind]])],
  body: [...service.conditions, ...service.materials],
})

/** 出口退（免）税备案 is called 出口退免税备案 too: a bracket of one or two characters may be part of the word. */
const withoutBrackets = (title: string): string[] => (/[（(].{1,2}[）)]/u.test(title) ? [title.replaceAll(/[（(](.{1,2})[）)]/gu, '$1')] : [])

/** Versions of imported services follow from what the catalogue says of them, so that unchanged ones need not be read. */
export const importedVersion = (version: string): string => `${indexVersion}:${version}`

/** The stored form; `version` when absent follows from the content. */
export const toEntry = (document: SearchDocument, version?: string): IndexEntry => {
  const { type, id, region, title, summary, aliases, context, body } = document
  const titleWords = normalise(all(title).join(' | '))
  const aliasWords = aliases.map(normalise).filter((alias) => alias !== '')
  const contextWords = normalise(context.join(' | '))
  const headTerms = [...new Set([...termsOf(`${titleWords} ${aliasWords.join(' ')}`, { singles: true }), ...termsOf(contextWords)])]
  const inHead = new Set(headTerms)
  const bodyTerms = termsOf(normalise(body.join(' | ').slice(0, longestBody))).filter((term) => !inHead.has(term))
  return {
    key: keyOf(type, region, id), type, id, region, title, summary, titleWords, aliasWords, contextWords, headTerms, bodyTerms,
    version: version ?? `${indexVersion}:${createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 32)}`,
  }
}
