// Policies over HTTP for everybody: the library, one policy with its reasons and sources, trying any profile without keeping anything, published
// lists, and whether a letter is genuine.
import { Type } from 'typebox'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { regionCovers, regionPrefix } from '../../kernel/regions.ts'
import { textIn, type Language } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { authorityOf, benefitThemes, type FactValues } from '../catalogue/index.ts'
import { maskName } from './account.ts'
import { matchSchema, policyDetailSchema, policySchema, toMatch, toPolicy, toPolicyDetail } from './benefit-replies.ts'
import { matchesFor } from './due.ts'
import { findEntitlement } from './entitlements-store.ts'
import { findLetterByCode } from './letters-store.ts'
import { findPayList, listPayItems, listPublishedLists } from './pay-lists-store.ts'
import { isOpenToObjections } from './pay-list.ts'

export const knownFor = (app: App, language: Language) => {
  const { region } = app.config
  return { catalogue: app.packs.catalogueFor(region), benefits: app.packs.benefitsFor(region), facts: app.packs.factsFor(region), language }
}

const uuid = Type.String({ format: 'uuid' })
const audience = Type.Enum(['person', 'company'])
export const answersSchema = Type.Record(Type.String({ pattern: '^(person|household|company)\\.[A-Za-z]{1,40}$' }), Type.Union([Type.String({ maxLength: 100 }), Type.Number(), Type.Boolean(), Type.Null()]), { maxProperties: 100, additionalProperties: false, description: 'Facts by concept.' })
export const accountSchema = Type.Object({ bank: Type.String({ minLength: 1, maxLength: 60 }), number: Type.String({ minLength: 1, maxLength: 40 }), holder: Type.String({ minLength: 1, maxLength: 80 }) }, { additionalProperties: false })
const publishedSchema = Type.Object({ id: uuid, benefit: Type.String(), benefitName: Type.String(), period: Type.String(), region: Type.String(), items: Type.Integer(), until: Type.String({ description: 'Last day to object.' }) })

export const benefitRoutes = [
  route({
    method: 'GET', path: '/benefits', operation: 'listBenefits', summary: 'Policies in force, for people and companies', permission: 'catalogue.read',
    query: Type.Object({ for: Type.Optional(audience), theme: Type.Optional(Type.Enum([...benefitThemes])) }), reply: Type.Object({ benefits: Type.Array(policySchema) }), refusals: ['invalid'],
    handle: async (app, { query, language }) => {
      const { catalogue, benefits } = knownFor(app, language)
      return { benefits: Object.values(benefits).filter((each) => (query.for === undefined || each.for === query.for) && (query.theme === undefined || each.theme === query.theme)).map((each) => toPolicy(catalogue, each, language)) }
    },
  }),
  route({
    method: 'GET', path: '/benefits/facts', operation: 'listBenefitFacts', summary: 'What policies read, and the values it may have', permission: 'catalogue.read',
    query: Type.Object({ for: audience }),
    reply: Type.Object({ facts: Type.Array(Type.Object({ concept: Type.String(), name: Type.String(), type: Type.String(), choices: Type.Array(Type.Object({ value: Type.String(), name: Type.String() })) })) }), refusals: ['invalid'],
    handle: async (app, { query, language }) => {
      const { catalogue, benefits, facts } = knownFor(app, language)
      const read = new Set(Object.values(benefits).filter((each) => each.for === query.for).flatMap((each) => each.facts))
      return {
        facts: facts.filter(({ concept, many }) => read.has(concept) && many === undefined).map(({ concept, name, type }) => ({
          concept, name: textIn(name, language), type, choices: (catalogue.concepts[concept]?.constraint.choices ?? []).map((choice) => ({ value: choice.value, name: textIn(choice.name, language) })),
        })),
      }
    },
  }),
  route({
    method: 'POST', path: '/benefits/match', operation: 'tryBenefits', summary: 'Which policies fit a profile; nothing is kept', permission: 'catalogue.read',
    body: Type.Object({ for: audience, facts: answersSchema }, { additionalProperties: false }), reply: Type.Object({ matches: Type.Array(matchSchema) }), refusals: ['invalid'],
    handle: async (app, { body, language }) => {
      const known = knownFor(app, language)
      const stated: FactValues = body.facts
      return { matches: matchesFor({ audience: body.for, facts: { ...stated } }, known.benefits, known.facts, plainDate(app.clock.now())).map((match) => toMatch(known, match)) }
    },
  }),
  route({
    method: 'GET', path: '/benefits/published-lists', operation: 'listPublishedPayLists', summary: 'Lists anybody may object to now', permission: 'catalogue.read',
    query: Type.Object({ region: Type.Optional(Type.String({ pattern: '^\\d{6}$' })) }), reply: Type.Object({ lists: Type.Array(publishedSchema) }), refusals: ['invalid'],
    handle: async (app, { query, language }) => {
      const region = query.region !== undefined && regionCovers(app.config.region, query.region) ? query.region : app.config.region
      const { benefits } = knownFor(app, language)
      const prefix = regionPrefix(region)
      const lists = await listPublishedLists(app.db.read, { from: prefix, below: `${prefix}~` }, plainDate(app.clock.now()), 100)
      return { lists: lists.map(({ id, benefitId, period, region: place, items, objectionsUntil }) => ({ id, benefit: benefitId, benefitName: textIn(benefits[benefitId]?.name ?? { 'zh-CN': benefitId }, language), period, region: place, items, until: objectionsUntil })) }
    },
  }),
  route({
    method: 'GET', path: '/benefits/published-lists/:id', operation: 'getPublishedPayList', summary: 'A published list, names masked', permission: 'catalogue.read',
    params: Type.Object({ id: uuid }),
    reply: Type.Object({ ...publishedSchema.properties, people: Type.Array(Type.Object({ seq: Type.Integer(), name: Type.String(), fen: Type.Integer() })) }), refusals: ['not_found', 'invalid'],
    handle: async (app, { params, language }) => {
      const list = await findPayList(app.db.read, params.id)
      if (!list || !isOpenToObjections(list, plainDate(app.clock.now()))) throw new Refusal('not_found')
      const benefit = app.packs.benefitsFor(app.config.region)[list.benefitId]
      const isPerson = benefit?.for !== 'company'
      return {
        id: list.id, benefit: list.benefitId, benefitName: textIn(benefit?.name ?? { 'zh-CN': list.benefitId }, language), period: list.period, region: list.region, items: list.items, until: list.objectionsUntil,
        people: (await listPayItems(app.db.read, list.id)).map(({ seq, name, fen }) => ({ seq, name: isPerson ? maskName(name) : name, fen })),
      }
    },
  }),
  route({
    method: 'GET', path: '/benefits/letters/:code', operation: 'checkBenefitLetter', summary: 'Whether a letter about a benefit is genuine: which policy, from whom, of which day; never to whom', permission: 'catalogue.read',
    params: Type.Object({ code: Type.String({ pattern: '^\\d{12}$' }) }), reply: Type.Object({ benefit: Type.String(), benefitName: Type.String(), authorityName: Type.String(), phone: Type.Union([Type.String(), Type.Null()]), madeOn: Type.String() }), refusals: ['not_found', 'invalid'],
    handle: async (app, { params, language }) => {
      const letter = await findLetterByCode(app.db.read, params.code)
      const one = letter && (await findEntitlement(app.db.read, letter.entitlementId))
      if (!letter || !one) throw new Refusal('not_found')
      const { catalogue, benefits } = knownFor(app, language)
      const authority = authorityOf(catalogue, letter.line, letter.region)
      return { benefit: one.benefitId, benefitName: textIn(benefits[one.benefitId]?.name ?? { 'zh-CN': one.benefitId }, language), authorityName: authority ? textIn(authority.name, language) : '', phone: authority?.phone ?? null, madeOn: plainDate(new Date(letter.madeAt)) }
    },
  }),
  route({
    method: 'GET', path: '/benefits/:id', operation: 'getBenefit', summary: 'One policy with its conditions, sources and amount', permission: 'catalogue.read',
    params: Type.Object({ id: Type.String({ maxLength: 100 }) }), reply: policyDetailSchema, refusals: ['not_found', 'invalid'],
    handle: async (app, { params, language }) => {
      const known = knownFor(app, language)
      const benefit = known.benefits[params.id]
      if (!benefit) throw new Refusal('not_found')
      return toPolicyDetail(known, benefit)
    },
  }),
]
