// What is said of take-up, in the reader's language: names of policies, facts, districts and groups.
import { Type, type Static } from 'typebox'
import { textIn, type Language } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { coverageOf, gapReasons, type CoverageRow, type PolicyCoverage } from './coverage.ts'
import { fairnessOf, type Dimension, type FairnessRow } from './fairness.ts'
import type { Count, Gap, Survey } from './surveys-store.ts'

const count = Type.Integer({ minimum: 0 })
const hidden = Type.Union([count, Type.Null()], { description: 'Null: fewer than ten, or hidden with such a number.' })
const share = Type.Union([Type.Number(), Type.Null()])
const fen = Type.Integer({ minimum: 0 })

const gapsSchema = Type.Object({ notFound: count, notReached: count, noAccount: count, notConfirmed: count, objection: count, returned: count, refused: count, declined: count, inPayment: count })
const rowSchema = { due: count, paid: count, fen, share, gaps: gapsSchema, unknown: count }
export const coverageSchema = Type.Object({
  ...rowSchema, benefit: Type.String(), benefitName: Type.String(),
  districts: Type.Array(Type.Object({ ...rowSchema, name: Type.String() })),
  facts: Type.Array(Type.Object({ name: Type.String(), people: hidden }), { description: 'What is missing where it is unknown whether the policy is due.' }),
  population: Type.Union([Type.Object({ due: count, on: Type.String() }), Type.Null()], { description: 'How many are due it by the newest forecast on the whole population.' }),
})
export const surveySchema = Type.Object({ id: Type.String(), year: Type.Integer(), on: Type.String(), state: Type.Enum(['running', 'finished', 'stopped']), seen: count })

const told = Type.Union([Type.Object({ difference: Type.Number(), low: Type.Number(), high: Type.Number(), isClear: Type.Boolean() }), Type.Null()], { description: 'From all others, with the interval of 95 %.' })
export const fairnessSchema = Type.Object({
  names: Type.Array(Type.String()), due: count, counts: Type.Object({ paid: hidden, refused: hidden, waits: hidden, declined: hidden }), share, difference: told,
  days: Type.Union([Type.Object({ mean: Type.Number(), difference: told }), Type.Null()], { description: 'From being found to being paid.' }),
})

export type CoverageReply = Static<typeof coverageSchema>
export type FairnessReply = Static<typeof fairnessSchema>

export const toSurvey = ({ id, year, on, state, seen }: Survey): Static<typeof surveySchema> => ({ id, year, on, state, seen })

const unnamed = { 'zh-CN': '不明', en: 'not known' }
const sexes: Readonly<Record<string, { 'zh-CN': string; en: string }>> = { female: { 'zh-CN': '女', en: 'Women' }, male: { 'zh-CN': '男', en: 'Men' } }
const ages: Readonly<Record<string, { 'zh-CN': string; en: string }>> = {
  '0-17': { 'zh-CN': '0–17 岁', en: '0–17' }, '18-34': { 'zh-CN': '18–34 岁', en: '18–34' }, '35-59': { 'zh-CN': '35–59 岁', en: '35–59' }, '60-79': { 'zh-CN': '60–79 岁', en: '60–79' }, '80+': { 'zh-CN': '80 岁以上', en: '80 and older' },
}

export const namesFor = (app: App, language: Language) => {
  const { regions } = app.packs.catalogueFor(app.config.region)
  const benefits = app.packs.benefitsFor(app.config.region)
  const facts = new Map(app.packs.factsFor(app.config.region).map((fact) => [fact.concept, fact.name]))
  const place = (code: string): string => textIn(regions[code]?.name ?? (code === '' ? unnamed : { 'zh-CN': code }), language)
  return {
    benefit: (id: string): string => textIn(benefits[id]?.name ?? { 'zh-CN': id }, language),
    fact: (concept: string): string => textIn(facts.get(concept) ?? { 'zh-CN': concept }, language),
    place,
    group: (dimension: Dimension, group: string): string => (dimension === 'district' ? place(group) : textIn((dimension === 'sex' ? sexes : ages)[group] ?? unnamed, language)),
  }
}

type Names = ReturnType<typeof namesFor>

const rowReply = ({ due, paid, fen: money, share: part, gaps, unknown }: CoverageRow) => ({ due, paid, fen: money, share: part, gaps, unknown })

export const toCoverage = (names: Names, population: ReadonlyMap<string, { people: number; on: string }>) => (one: PolicyCoverage): CoverageReply => {
  const expected = population.get(one.benefit)
  return {
    ...rowReply(one), benefit: one.benefit, benefitName: names.benefit(one.benefit), districts: one.districts.map((row) => ({ ...rowReply(row), name: names.place(row.district) })),
    facts: one.facts.map(({ fact, people }) => ({ name: names.fact(fact), people })), population: expected ? { due: expected.people, on: expected.on } : null,
  }
}

export const toFairness = (names: Names, dimension: Dimension) => ({ groups, ...rest }: FairnessRow): FairnessReply => ({ ...rest, names: groups.map((group) => names.group(dimension, group)) })

type Cell = string | number

const gapNames: Record<(typeof gapReasons)[number], string> = { notFound: '未筛查到', notReached: '未告知到', noAccount: '没有账户', notConfirmed: '未确认', objection: '有异议', returned: '银行退回', refused: '被否决', declined: '本人不要', inPayment: '正在发放' }

/** A line a policy and district. */
export const coverageTable = (counts: readonly Count[], gaps: readonly Gap[], names: Names): Cell[][] => [
  ['政策', '地区', '应享受', '已发放', '金额（元）', ...gapReasons.map((reason) => gapNames[reason]), '还不清楚'],
  ...coverageOf(counts, gaps).flatMap((one) => one.districts.map((row): Cell[] => [names.benefit(one.benefit), names.place(row.district), row.due, row.paid, row.fen / 100, ...gapReasons.map((reason) => row.gaps[reason]), row.unknown])),
]

const percent = (part: number): number => Math.round(part * 1000) / 10

/** A line a policy and group; what is hidden is said to be. */
export const fairnessTable = (counts: readonly Count[], dimension: Dimension, names: Names): Cell[][] => [
  ['政策', '人群', '应享受', '已发放', '被否决', '在等', '本人不要', '发放比例（%）', '与其他人相差（百分点）', '95% 区间下限', '95% 区间上限', '平均等待（天）'],
  ...[...Map.groupBy(counts, ({ benefit }) => benefit)].flatMap(([benefit, own]) => fairnessOf(own, dimension).map(({ groups, due, counts: { paid, refused, waits, declined }, share: part, difference, days }): Cell[] => [
    names.benefit(benefit), groups.map((group) => names.group(dimension, group)).join('、'), due, ...[paid, refused, waits, declined].map((each) => each ?? '不显示'), part === null ? '不显示' : percent(part),
    ...(difference ? [difference.difference, difference.low, difference.high].map(percent) : ['', '', '']), days ? Math.round(days.mean * 10) / 10 : '',
  ])),
]
