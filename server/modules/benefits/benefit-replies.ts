// What the API says of policies, matches, entitlements and lists, and how it is filled. Pure; texts are in the reader's language.
import { Type, type Static } from 'typebox'
import { verdicts } from '../../kernel/feel/judge.ts'
import { textIn, type Language } from '../../kernel/texts.ts'
import { authorityOf, benefitPeriods, benefitThemes, benefitWays, lineNameOf, type Benefit, type Catalogue, type Fact } from '../catalogue/index.ts'
import { maskAccount } from './account.ts'
import { appealStates, type Appeal, type AppealChance } from './appeal.ts'
import type { Match } from './due.ts'
import { entitlementAfter, entitlementStates, rulings, type Entitlement, type EntitlementAction } from './entitlement.ts'
import type { Instalment } from './instalment.ts'
import { visitOutcomes, type Letter } from './letter.ts'
import type { Run } from './runs-store.ts'

const text = Type.String()
const uuid = Type.String({ format: 'uuid' })
export const fen = Type.Integer({ minimum: 0, description: 'Fen.' })
const count = Type.Integer({ minimum: 0 })

export const policySchema = Type.Object({
  id: text, name: text, summary: text, for: Type.Enum(['person', 'company']), theme: Type.Enum([...benefitThemes]), period: Type.Enum([...benefitPeriods]), way: Type.Enum([...benefitWays]), payerName: text,
}, { description: 'A policy in the library.' })

export const policyDetailSchema = Type.Object({
  ...policySchema.properties, explains: text,
  source: Type.Object({ title: text, article: Type.Optional(text), url: Type.Optional(text), date: Type.Optional(text), unchecked: Type.Optional(Type.Boolean({ description: 'Not compared with the published text yet.' })) }),
  from: Type.Optional(text), until: Type.Optional(text), objectionDays: count, appealDays: count, isExample: Type.Boolean({ description: 'The figures are examples.' }), amount: Type.String({ description: 'FEEL, in fen.' }), amountSince: text,
  conditions: Type.Array(Type.Object({ id: text, name: text, rule: Type.String({ description: 'FEEL.' }), lack: Type.Optional(text) })),
  facts: Type.Array(Type.Object({ concept: text, name: text, from: Type.String({ description: 'Registry or authority it comes from.' }) })),
  excludes: Type.Array(Type.Object({ id: text, name: text })), excludedBy: Type.Array(Type.Object({ id: text, name: text })), budget: Type.Optional(fen), cap: Type.Optional(fen), matter: Type.Optional(text),
}, { description: 'A policy with everything it says.' })

const conditionSchema = Type.Object({ id: text, name: text, verdict: Type.Enum([...verdicts]), missing: Type.Array(Type.Object({ concept: text, name: text })), lack: Type.Optional(text) })

export const matchSchema = Type.Object({
  ...policySchema.properties, verdict: Type.Enum([...verdicts]), isDue: Type.Boolean(), fen: Type.Optional(fen), outrankedBy: Type.Optional(text), needs: Type.Optional(text), conditions: Type.Array(conditionSchema),
}, { description: 'A policy against one person or company, condition by condition.' })

export const entitlementSchema = Type.Object({
  id: uuid, benefit: text, benefitName: text, summary: text, period: text, fen, state: Type.Enum([...entitlementStates]), account: Type.Optional(Type.String({ description: 'Masked.' })), reasons: Type.Array(text), foundAt: text, changedAt: text,
  instalments: Type.Array(Type.Object({ seq: count, fen, dueOn: text, paidOn: Type.Union([text, Type.Null()]) }), { description: 'Agreed, where it is to be given back.' }),
  can: Type.Array(Type.Enum(['confirm', 'decline'])), ruling: Type.Union([Type.Enum([...rulings]), Type.Null()], { description: 'What an official decided by hand.' }),
  appeals: Type.Array(Type.Object({ level: Type.Integer({ minimum: 1, maximum: 2 }), text, state: Type.Enum([...appealStates]), answer: text, madeAt: text }), { description: 'Mine, newest first; level 2: to the unit above.' }),
  appeal: Type.Optional(Type.Object({ level: Type.Integer({ minimum: 1, maximum: 2 }), until: Type.String({ description: 'Last day.' }) }, { description: 'The appeal that can be made now.' })),
}, { description: 'What is due for one period.' })

export const instalmentSchema = Type.Object({ seq: count, fen, dueOn: text, paidOn: Type.Union([text, Type.Null()]) })

export const toInstalment = ({ seq, fen: amount, dueOn, paidOn }: Instalment): Static<typeof instalmentSchema> => ({ seq, fen: amount, dueOn, paidOn })

export const deskEntitlementSchema = Type.Object({ id: uuid, benefit: text, benefitName: text, name: text, period: text, fen, state: Type.Enum([...entitlementStates]), region: text, changedAt: text, reached: Type.Boolean({ description: 'Whether a message reaches them.' }),
  letter: Type.Optional(Type.Object({ code: text, outcome: Type.Union([Type.Enum([...visitOutcomes]), Type.Null()]), note: text, notedAt: Type.Union([text, Type.Null()]) }, { description: 'The letter, and what the last visit found.' })),
})

export const runSchema = Type.Object({ id: uuid, region: text, on: text, state: Type.Enum(['running', 'finished', 'stopped']), seen: count, found: count, lapsed: count, open: count,
  lacking: Type.Array(Type.Object({ resource: text, name: text, why: text }), { description: 'Registers it was to take facts from and could not.' }), begunAt: text, endedAt: Type.Union([text, Type.Null()]) })

/** The authority of a line for the whole of the catalogue's region, else what those within it are called in common. */
const lineName = (catalogue: Catalogue, line: string, language: Language): string =>
  textIn(authorityOf(catalogue, line, catalogue.region)?.shortName ?? lineNameOf(catalogue, line), language)

export const toPolicy = (catalogue: Catalogue, benefit: Benefit, language: Language): Static<typeof policySchema> => ({
  id: benefit.id, name: textIn(benefit.name, language), summary: textIn(benefit.summary, language), for: benefit.for, theme: benefit.theme, period: benefit.period, way: benefit.way, payerName: lineName(catalogue, benefit.payer.line, language),
})

type Known = { catalogue: Catalogue; benefits: Readonly<Record<string, Benefit>>; facts: readonly Fact[]; language: Language }

const named = ({ benefits, language }: Known, ids: readonly string[]) => ids.flatMap((id) => (benefits[id] ? [{ id, name: textIn(benefits[id].name, language) }] : []))

const sourceName = ({ catalogue, language }: Known, { registry, line }: Fact): string => {
  const known = registry === undefined ? undefined : catalogue.registries[registry]
  if (known) return textIn(known.name, language)
  return line === undefined ? '' : lineName(catalogue, line, language)
}

export const toPolicyDetail = (known: Known, benefit: Benefit): Static<typeof policyDetailSchema> => {
  const { language, facts } = known
  const { from, until, source, objectionDays, appealDays, amount, budget, cap, matter } = benefit
  return {
    ...toPolicy(known.catalogue, benefit, language), explains: textIn(benefit.explains, language), source, objectionDays, appealDays, isExample: amount.example, amount: amount.rule.text, amountSince: amount.from,
    ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }), ...(budget === undefined ? {} : { budget: budget.fen }), ...(cap === undefined ? {} : { cap }), ...(matter === undefined ? {} : { matter }),
    conditions: benefit.conditions.map(({ id, name, rule, lack }) => ({ id, name: textIn(name, language), rule: rule.text, ...(lack ? { lack: textIn(lack, language) } : {}) })),
    facts: benefit.facts.flatMap((concept) => { const fact = facts.find((each) => each.concept === concept); return fact ? [{ concept, name: textIn(fact.name, language), from: sourceName(known, fact) }] : [] }),
    excludes: named(known, benefit.excludes), excludedBy: named(known, Object.values(known.benefits).filter((each) => each.excludes.includes(benefit.id)).map(({ id }) => id)),
  }
}

export const toMatch = (known: Known, match: Match): Static<typeof matchSchema> => {
  const { language, facts } = known
  const nameOf = (id: string): string => { const benefit = known.benefits[id]; return benefit ? textIn(benefit.name, language) : id }
  const conditionOf = new Map(match.benefit.conditions.map((each) => [each.id, each]))
  return {
    ...toPolicy(known.catalogue, match.benefit, language), verdict: match.verdict, isDue: match.isDue, ...(match.fen === undefined ? {} : { fen: match.fen }),
    ...(match.outranked === undefined ? {} : { outrankedBy: nameOf(match.outranked) }), ...(match.needs === undefined ? {} : { needs: nameOf(match.needs) }),
    conditions: match.conditions.map(({ id, verdict, missing }) => {
      const condition = conditionOf.get(id)
      return {
        id, name: condition ? textIn(condition.name, language) : id, verdict, ...(condition?.lack && verdict !== 'yes' ? { lack: textIn(condition.lack, language) } : {}),
        missing: missing.map((concept) => ({ concept, name: textIn(facts.find((fact) => fact.concept === concept)?.name ?? { 'zh-CN': concept }, language) })),
      }
    }),
  }
}

const personal = ['confirm', 'decline'] as const satisfies readonly EntitlementAction[]

/** What is told beside an entitlement. */
type Around = { appeals: readonly Appeal[]; chance: AppealChance | undefined; instalments: readonly Instalment[] }

export const toEntitlement = ({ benefits, language }: Pick<Known, 'benefits' | 'language'>, one: Entitlement, { appeals, chance, instalments }: Around): Static<typeof entitlementSchema> => {
  const benefit = benefits[one.benefitId]
  return {
    id: one.id, benefit: one.benefitId, benefitName: benefit ? textIn(benefit.name, language) : one.benefitId, summary: benefit ? textIn(benefit.summary, language) : '', period: one.period, fen: one.fen, state: one.state,
    ...(one.account ? { account: maskAccount(one.account.number) } : {}), reasons: one.reasons.map(({ name }) => textIn(name, language)), foundAt: one.foundAt, changedAt: one.changedAt,
    can: personal.filter((action) => entitlementAfter(one.state, action) !== undefined), ruling: one.ruling,
    instalments: instalments.map(toInstalment), appeals: appeals.map(({ level, text: said, state, answer, madeAt }) => ({ level, text: said, state, answer, madeAt })), ...(chance ? { appeal: { level: chance.level, until: chance.until } } : {}),
  }
}

export const toDeskEntitlement = ({ benefits, language }: Pick<Known, 'benefits' | 'language'>, one: Entitlement, letter?: Letter): Static<typeof deskEntitlementSchema> => ({
  id: one.id, benefit: one.benefitId, benefitName: textIn(benefits[one.benefitId]?.name ?? { 'zh-CN': one.benefitId }, language), name: one.name, period: one.period, fen: one.fen, state: one.state, region: one.region, changedAt: one.changedAt,
  reached: one.personId !== null, ...(letter ? { letter: { code: letter.code, outcome: letter.outcome, note: letter.note, notedAt: letter.notedAt } } : {}),
})

/** What a registry is called; its id where no pack has it. */
export const registryName = ({ catalogue, language }: Pick<Known, 'catalogue' | 'language'>, id: string): string => textIn(catalogue.registries[id]?.name ?? { 'zh-CN': id }, language)

export const toRun = (known: Pick<Known, 'catalogue' | 'language'>, { id, region, on, state, seen, found, lapsed, open, lacking, begunAt, endedAt }: Run): Static<typeof runSchema> => ({
  id, region, on, state, seen, found, lapsed, open, lacking: lacking.map(({ resource, why }) => ({ resource, name: registryName(known, resource), why })), begunAt, endedAt,
})
