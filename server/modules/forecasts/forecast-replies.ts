// What is said of a forecast, in the reader's language: names of facts and districts instead of codes.
import { Type, type Static } from 'typebox'
import { textIn, type Language } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { benefitPeriods } from '../catalogue/index.ts'
import { changeKinds } from '../populations/index.ts'
import { failureCodes, forecastStates } from './forecast.ts'
import type { Forecast } from './forecasts-store.ts'
import { isCurrent } from './forecasting.ts'

const id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,79}$' })
const rule = Type.String({ minLength: 1, maxLength: 4000, description: 'FEEL over facts.' })
const fen = Type.Integer({ minimum: 0 })
const people = Type.Union([Type.Integer(), Type.Null()], { description: 'Null: fewer than ten, or hidden with such a number.' })
const money = Type.Union([Type.Number(), Type.Null()], { description: 'Fen; null where the people are hidden.' })
const closed = { additionalProperties: false }

export const writtenPolicySchema = Type.Object({
  id, for: Type.Enum(['person', 'company']),
  conditions: Type.Array(Type.Object({ id, rule }, closed), { minItems: 1, maxItems: 50 }),
  amount: Type.String({ ...rule, description: 'FEEL: fen of one period.' }),
  period: Type.Enum([...benefitPeriods]),
  cap: Type.Optional(fen), budget: Type.Optional(Type.Object({ year: Type.Integer(), fen: Type.Integer({ minimum: 1 }) }, closed)),
  excludes: Type.Optional(Type.Array(id, { maxItems: 50 })), requires: Type.Optional(Type.Array(id, { maxItems: 50 })),
}, { ...closed, description: 'A policy as it is written, with the names of pack files.' })

const countsSchema = <Schema extends Type.TSchema>(schema: Schema) => Type.Object({ new: schema, more: schema, less: schema, same: schema, lapsing: schema, unknown: schema, none: schema })
const moneySchema = Type.Object({ people, fen: money, year: money })
const reasonSchema = Type.Object({ rule: Type.String(), verdict: Type.Enum(['yes', 'no', 'unknown']), values: Type.Array(Type.Object({ name: Type.String(), value: Type.String() })) })

const resultSchema = Type.Object({
  rows: Type.Integer({ description: 'People or companies of the region in the population.' }),
  duplicated: Type.Integer({ description: 'In the whole population more than once: nobody knows which row is right, so they are left out.' }),
  missing: Type.Array(Type.Object({ fact: Type.String(), name: Type.String() }), { description: 'Facts the population does not have.' }),
  counts: countsSchema(Type.Object({ people, fen: money })),
  before: moneySchema, after: moneySchema,
  budget: Type.Optional(Type.Object({ year: Type.Integer(), fen: Type.Number(), share: Type.Union([Type.Number(), Type.Null()]) })),
  districts: Type.Array(Type.Object({ names: Type.Array(Type.String()), people: Type.Integer(), counts: countsSchema(people) }), { description: 'Several names: districts too small to stand alone.' }),
  unknownFacts: Type.Array(Type.Object({ fact: Type.String(), name: Type.String(), people })),
  looked: Type.Integer({ description: 'Of so many it was looked at what they lack.' }),
  samples: Type.Array(Type.Object({ kind: Type.Enum([...changeKinds]), before: Type.Array(reasonSchema), after: Type.Array(reasonSchema), fenBefore: Type.Number(), fenAfter: Type.Number() })),
})

export const forecastSchema = Type.Object({
  id: Type.String(), region: Type.String(), benefit: Type.String(), benefitName: Type.String(), on: Type.String(), state: Type.Enum([...forecastStates]), progress: Type.Integer({ description: 'Per cent.' }),
  isCurrent: Type.Boolean({ description: 'False: a policy it was compared with, or the day, has changed since.' }), askedAt: Type.String(),
  failure: Type.Union([Type.Object({ code: Type.Enum([...failureCodes]), message: Type.Optional(Type.String()) }), Type.Null()]),
  result: Type.Union([resultSchema, Type.Null()]),
})

export type ForecastReply = Static<typeof forecastSchema>

export const toForecast = (app: App, { id: one, region, benefit, policy, on, state, progress, askedAt, failure, result, rulesDigest }: Forecast, language: Language): ForecastReply => {
  const facts = new Map(app.packs.factsFor(app.config.region).map((fact) => [fact.concept, fact]))
  const { regions } = app.packs.catalogueFor(app.config.region)
  const nameOf = (fact: string): string => textIn(facts.get(fact)?.name ?? { 'zh-CN': fact }, language)
  const placeOf = (code: string): string => (code === '' ? '' : textIn(regions[code]?.name ?? { 'zh-CN': code }, language))
  const inForce = app.packs.benefitsFor(app.config.region)[benefit]
  const said = ({ rule: text, verdict, values }: NonNullable<Forecast['result']>['samples'][number]['after'][number]) => ({
    rule: textIn(text, language), verdict, values: values.map(({ name, value }) => ({ name: textIn(name, language), value: textIn(value, language) })),
  })
  return {
    id: one, region, benefit, benefitName: inForce ? textIn(inForce.name, language) : benefit, on, state, progress, askedAt, isCurrent: isCurrent(app, { policy, rulesDigest }),
    failure: failure && { code: failure.code, ...(failure.message ? { message: textIn(failure.message, language) } : {}) },
    result: result && {
      ...result, missing: result.missing.map((fact) => ({ fact, name: nameOf(fact) })), unknownFacts: result.unknownFacts.map((each) => ({ ...each, name: nameOf(each.fact) })),
      districts: result.districts.map(({ regions: codes, ...rest }) => ({ ...rest, names: codes.map(placeOf) })),
      samples: result.samples.map(({ before, after, ...rest }) => ({ ...rest, before: before.map(said), after: after.map(said) })),
    },
  }
}
