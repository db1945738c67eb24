// What can be found, and the texts it is found by: matters, services and policies of the packs, imported services, answers, halls,
// authorities, e-licences and help. Pure. Titles, aliases and context make the head; conditions, documents and guide text the body, which counts least.
import { createHash } from 'node:crypto'
import type { Texts } from '../../kernel/texts.ts'
import { authorityOf, serviceKinds, type Authority, type Benefit, type BenefitTheme, type Catalogue, type CredentialType, type HelpTopic, type ImportedService, type Matter, type Outlet, type Service } from '../catalogue/index.ts'
import { wordsOf, type Entry } from './memory-index.ts'

export const documentTypes = ['matter', 'service', 'benefit', 'importedService', 'answer', 'outlet', 'authority', 'credential', 'help'] as const
export type DocumentType = (typeof documentTypes)[number]

export const audiences = ['person', 'organisation'] as const
export type Audience = (typeof audiences)[number]

/** What one can do with a result at once. `url`: a page of the portal, a page elsewhere, or `tel:`. */
export const actionKinds = ['apply', 'book', 'track', 'call', 'open'] as const
export type Action = { kind: (typeof actionKinds)[number]; url: string; label?: Texts }

/** What a result shows. */
export type Shown = { type: DocumentType; id: string; region: string; title: Texts; summary: Texts; url: string; action: Action }

/** `region`: where it is offered; `pack`: region of the pack it comes from, absent for what comes from elsewhere; `audience` absent: both, or not stated. */
export type SearchDocument = Omit<Shown, 'url'> & { url?: string; pack?: string; audience?: Audience; wish?: string; aliases: string[]; context: string[]; body: string[] }

/** A document as it is stored. */
export type IndexEntry = Entry<Shown> & { version: string }

/** Raise when indexing changes, so that every entry is made again. */
export const indexVersion = 2
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

/** Pack content has one entry per pack region; imported services have one, and an answer given later one per region. */
export const keyOf = (type: DocumentType, region: string, id: string): string => (type === 'importedService' ? `${type}/${id}` : `${type}/${region}/${id}`)

/** Pages of the portal by type; halls and authorities have none of their own and lead to what they do. */
const pages = { matter: '/matters/', service: '/services/', benefit: '/benefits/', importedService: '/services/imported/', answer: '/answers/', outlet: '/services?region=', authority: '/services?authority=', credential: '/wallet?type=', help: '/help/' }

export const urlOf = (type: DocumentType, id: string): string => pages[type] + encodeURIComponent(id)

const telOf = (phone: string): string => `tel:${phone.replaceAll(/[^0-9+]/g, '')}`

/** Somewhere to call first, else the page itself. */
const callOr = (phone: string | undefined, url: string): Action => (phone === undefined ? { kind: 'open', url } : { kind: 'call', url: telOf(phone) })

/** @param region of the pack */
export const matterDocument = (catalogue: Catalogue, matter: Matter, region: string): SearchDocument => ({
  type: 'matter', id: matter.id, region, pack: region, audience: matter.audience, title: matter.name, summary: shortened(matter.summary), action: { kind: 'apply', url: urlOf('matter', matter.id) },
  aliases: [...matter.keywords, matter.id.replaceAll('-', ' ')],
  context: [...all(matter.summary), ...matter.services.flatMap(({ service }) => all(catalogue.services[service]?.name))],
  body: [...all(matter.whoMayApply), ...all(matter.delivery)],
})

/** Of those who may be meant, whether only people or only organisations are. */
const oneAudience = (kinds: readonly Audience[]): { audience?: Audience } => {
  const [first, ...others] = new Set(kinds)
  return first === undefined || others.length > 0 ? {} : { audience: first }
}

/** @param region of the pack */
export const serviceDocument = (catalogue: Catalogue, service: Service, region: string): SearchDocument => ({
  type: 'service', id: service.id, region, pack: region, title: service.name, summary: shortened(service.summary), action: { kind: 'apply', url: urlOf('service', service.id) },
  ...oneAudience(Object.values(catalogue.matters).flatMap(({ services, audience }) => (services.some((each) => each.service === service.id) ? [audience] : []))),
  aliases: [...all(service.result.name), service.id.replaceAll('-', ' ')],
  context: [...all(service.summary), ...all(authorityOf(catalogue, service.line, region)?.name), ...(service.listing?.faq ?? []).flatMap(({ ask }) => all(ask))],
  body: [
    ...all(service.guide),
    ...service.requirements.flatMap(({ name }) => all(name)),
    ...service.evidence.flatMap(({ anyOf }) => anyOf.flatMap((id) => all(catalogue.evidence[id]?.name))),
    ...(service.listing?.faq ?? []).flatMap(({ answer }) => all(answer)),
  ],
})

/** What people say who look for something under a heading of policies. */
const themeWords: Readonly<Record<BenefitTheme, readonly string[]>> = {
  elders: ['老人', '养老', '高龄'], family: ['家庭', '孩子', '生育'], disability: ['残疾人', '残疾'], assistance: ['困难', '低保', '救助'], employment: ['就业', '失业', '创业'],
  education: ['上学', '助学', '学生'], housing: ['住房', '租房', '人才'], health: ['医疗', '看病'], veterans: ['退役军人', '军属'], innovation: ['创新', '科技', '研发'],
  growth: ['企业发展', '工业'], hiring: ['用工', '招人', '企业招工'], culture: ['文化', '旅游'],
}

/** A policy that gives something; where it is applied for in a matter, that is what one can do at once. @param region of the pack */
export const benefitDocument = ({ id, name, keywords, summary, explains, theme, conditions, matter, for: audience }: Benefit, region: string): SearchDocument => ({
  type: 'benefit', id, region, pack: region, audience: audience === 'person' ? 'person' : 'organisation', title: name, summary: shortened(summary),
  action: matter === undefined ? { kind: 'open', url: urlOf('benefit', id) } : { kind: 'apply', url: urlOf('matter', matter) },
  aliases: [...keywords, id.replaceAll('-', ' ')], context: [...all(summary), ...themeWords[theme], '政策'], body: [...all(explains), ...conditions.flatMap((each) => all(each.name))],
})

/** Keys of answers of packs stand under the region of their pack after this, so that they are told from those approved later. */
export const packAnswers = 'pack/'

/** An answer to what somebody found difficult. @param region of the pack, or where the answer was given @param pack region of the pack it stands in */
export const answerDocument = ({ id, ask, answer, services }: { id: string; ask: Texts; answer: Texts; services: readonly Texts[] }, region: string, pack?: string): SearchDocument => ({
  type: 'answer', id, region, ...(pack === undefined ? {} : { pack }), title: ask, summary: shortened(answer), action: { kind: 'open', url: urlOf('answer', id) },
  aliases: [], context: services.flatMap(all), body: all(answer),
})

const inEachLanguage = (parts: readonly (Texts | undefined)[], zh: string, en: string): Texts => {
  const said = (language: 'zh-CN' | 'en') => parts.flatMap((texts) => texts?.[language] ?? texts?.['zh-CN'] ?? [])
  return { 'zh-CN': said('zh-CN').join(zh), en: said('en').join(en) }
}

/** Booking a visit where the hall says how, else calling it first. */
const visitOf = ({ region, phone, appointment }: Outlet): Action => {
  if (appointment?.url !== undefined) return { kind: 'book', url: appointment.url }
  if (appointment?.phone !== undefined) return { kind: 'book', url: telOf(appointment.phone), label: { 'zh-CN': '打电话预约', en: 'Call to book' } }
  return callOr(phone, urlOf('outlet', region))
}

/** A hall with its windows; leads to what is offered where it is. @param pack region of the pack */
export const outletDocument = (outlet: Outlet, pack: string): SearchDocument => ({
  type: 'outlet', id: outlet.id, region: outlet.region, pack, title: outlet.name, summary: shortened(inEachLanguage([outlet.address, outlet.hours], '，', ', ')), url: `${urlOf('outlet', outlet.region)}#${outlet.id}`, action: visitOf(outlet),
  aliases: ['办事大厅', '政务大厅', '服务大厅', '办事点'], context: [...all(outlet.address), ...outlet.windows.flatMap((each) => all(each.name))], body: all(outlet.hours),
})

/** Leads to what it does. @param pack region of the pack */
export const authorityDocument = ({ line, region, name, shortName, phone, address }: Authority, pack: string): SearchDocument => ({
  type: 'authority', id: `${line}@${region}`, region, pack, title: name, url: `${urlOf('authority', line)}&region=${region}`, action: callOr(phone, `${urlOf('authority', line)}&region=${region}`),
  summary: shortened(inEachLanguage([address, phone === undefined ? undefined : { 'zh-CN': `电话 ${phone}`, en: `Telephone ${phone}` }], '，', ', ')),
  aliases: all(shortName), context: [], body: all(address),
})

/** A kind of e-licence. @param pack region of the pack */
export const credentialDocument = (catalogue: Catalogue, { id, name, claims, services }: CredentialType, pack: string): SearchDocument => ({
  type: 'credential', id, region: pack, pack, title: name, action: { kind: 'open', url: urlOf('credential', id) },
  summary: shortened({ 'zh-CN': `电子证照，有${claims.slice(0, 6).map((claim) => claim.name['zh-CN']).join('、')}。`, en: `An e-licence that says: ${claims.slice(0, 6).map((claim) => claim.name.en ?? claim.name['zh-CN']).join(', ')}.` }),
  aliases: [`电子${name['zh-CN'] ?? ''}`], context: services.flatMap((service) => all(catalogue.services[service]?.name)), body: claims.flatMap((claim) => all(claim.name)),
})

/** Stands among the aliases of what answers a wish whatever words it is said in; nobody can type it. */
export const wishTerm = (wish: string): string => `#${wish}`

/** What its first link is for: a call; where to see how far something is, on the page that answers who wants that; any other page. */
const helpAction = ({ id, answers, links: [first] }: HelpTopic): Action => {
  if (first === undefined) return { kind: 'open', url: urlOf('help', id) }
  const kind = first.href.startsWith('tel:') ? 'call' : answers === 'track' ? 'track' : 'open'
  return { kind, url: first.href, label: first.label }
}

/** How something in the product itself is done. @param pack region of the pack */
export const helpDocument = (topic: HelpTopic, pack: string): SearchDocument => {
  const { id, title, body, steps, keywords, answers } = topic
  return {
    type: 'help', id, region: pack, pack, title, summary: shortened(body[0] ?? title), action: helpAction(topic),
    aliases: keywords, ...(answers === undefined ? {} : { wish: answers }), context: [], body: [...body, ...steps].flatMap(all),
  }
}

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

const webAddress = /^https?:\/\//

const importedAction = ({ code, online, booking, consult }: ImportedService): Action => {
  if (online.available && online.url !== null && webAddress.test(online.url)) return { kind: 'apply', url: online.url }
  if (booking.available && booking.url !== null && webAddress.test(booking.url)) return { kind: 'book', url: booking.url }
  return callOr(consult.phones[0]?.number, urlOf('importedService', code))
}

export const importedDocument = (service: ImportedService): SearchDocument => ({
  type: 'importedService', id: service.code, region: service.region.code, title: { 'zh-CN': service.name }, summary: { 'zh-CN': shorten(inOneSentence(service)) }, action: importedAction(service),
  ...oneAudience(service.audience.map((kind) => (kind === 'person' ? 'person' : 'organisation'))),
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
  const { type, id, region, pack, audience, wish, title, summary, action, aliases, context, body } = document
  const words = wordsOf({ titles: all(title), aliases, context, body: [body.join(' | ').slice(0, longestBody)] })
  return {
    key: keyOf(type, pack ?? region, id), shelf: { type, region, ...(pack === undefined ? {} : { pack }), ...(audience === undefined ? {} : { audience }) },
    shown: { type, id, region, title, summary, url: document.url ?? urlOf(type, id), action },
    ...words, aliasWords: [...words.aliasWords, ...(wish === undefined ? [] : [wishTerm(wish)])],
    version: version ?? `${indexVersion}:${createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 32)}`,
  }
}
