// Shapes of the linter's API: findings with their counts, one finding with its guide, shared evidence.
// Pure.
import { Type, type Static } from 'typebox'
import { lintRules, type Finding, type LintRule } from './finding.ts'
import type { Guide } from './guide.ts'

const text = (description: string) => Type.String({ description })
const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()])
const texts = Type.Object({ 'zh-CN': text('Simplified Chinese.'), 'zh-HK': Type.Optional(text('Traditional Chinese.')), en: Type.Optional(text('English.')) }, { description: 'Text by language.' })
const severity = Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('notice')], { description: 'How much it matters.' })
const source = Type.Union([Type.Literal('pack'), Type.Literal('imported')], { description: 'Handled here, or published elsewhere.' })
const field = Type.Union(
  [Type.Literal('limits'), Type.Literal('visits'), Type.Literal('documents'), Type.Literal('conditions'), Type.Literal('legalBasis'), Type.Literal('online'), Type.Literal('booking'), Type.Literal('phone')],
  { description: 'What of the guide it is about.' },
)
const count = Type.Integer({ minimum: 0 })

export const findingSchema = Type.Object(
  {
    id: text('The same for the same finding in every run.'),
    rule: text('Rule.'),
    severity,
    guide: Type.Object({ source, key: text('Guide.'), name: text('Name, in Chinese.'), authority: Type.Object({ id: text('Line, or code of the authority.'), name: text('Name.') }), region: Type.Object({ code: text('GB/T 2260.'), name: text('Name.') }) }),
    field,
    says: text('What the guide says, in its own words.'),
    against: orNull(text('What that conflicts with, in Chinese; null: wrong by itself.')),
  },
  { description: 'One finding.' },
)

export const findingsSchema = Type.Object(
  {
    guides: Type.Integer({ minimum: 0, description: 'Guides that were read.' }),
    total: Type.Integer({ minimum: 0, description: 'Findings that meet all filters.' }),
    findings: Type.Array(findingSchema, { description: 'Most serious first.' }),
    next: orNull(text('Give it as `after` for the next page; null on the last.')),
    rules: Type.Array(Type.Object({ rule: text('Rule.'), severity, name: texts, remedy: texts, count }), { description: 'Rules with the findings each would leave, whatever rule is chosen.' }),
    authorities: Type.Array(Type.Object({ id: text('Value to filter by.'), name: text('Name.'), count }), { description: 'Authorities with findings, most first.' }),
    severities: Type.Object({ error: count, warning: count, notice: count }, { description: 'Findings by severity, whatever severity is chosen.' }),
  },
  { description: 'A page of findings.' },
)

const limit = orNull(Type.Object({ days: Type.Integer(), unit: Type.Union([Type.Literal('working'), Type.Literal('calendar')]) }, { description: 'A time limit; null: not stated.' }))

export const guideSchema = Type.Object(
  {
    source, key: text('Guide.'), name: text('Name.'), authority: text('Authority.'), region: text('Region.'),
    online: orNull(Type.Boolean({ description: 'Whether it can be applied for online.' })), onlineUrl: orNull(text('Where.')), bookingUrl: orNull(text('Where to book.')),
    visits: orNull(Type.Integer({ description: 'Visits in person.' })), statutory: limit, promised: limit,
    laws: orNull(Type.Array(Type.String(), { description: 'Laws cited; null: its source has no place for them.' })),
    documents: Type.Array(Type.String()), conditions: Type.Array(Type.String()), phones: Type.Array(Type.String()),
  },
  { description: 'The guide as the linter read it.' },
)

export const findingDetailSchema = Type.Object(
  { finding: findingSchema, name: texts, remedy: texts, guide: guideSchema, others: Type.Array(findingSchema, { description: 'What else was found in this guide.' }) },
  { description: 'One finding with its guide.' },
)

export const sharedEvidenceSchema = Type.Object(
  {
    guides: count, withDocuments: count, demands: Type.Integer({ description: 'Documents listed over all guides.' }), names: Type.Integer({ description: 'Distinct names as written.' }),
    documents: Type.Integer({ description: 'Distinct documents.' }), recurring: Type.Integer({ description: 'Documents at least two guides demand.' }), underSeveralNames: count,
    saved: Type.Integer({ description: 'Demands that sharing could make unnecessary; whether imported services look them up already, their source does not say.' }),
    clusters: Type.Array(
      Type.Object({
        name: text('The name most guides use.'), spellings: Type.Array(Type.Object({ name: text('As written.'), count })), services: count, authorities: count, issuer: orNull(text('Who issues it; null: not known.')),
        basis: orNull(Type.Union([Type.Literal('list'), Type.Literal('catalogue')], { description: 'How the issuer is known: the list of shared documents, or a service named after it.' })), saved: count, examples: Type.Array(Type.String()),
      }),
      { description: 'Recurring documents; what sharing saves most first.' },
    ),
  },
  { description: 'Documents that recur over all guides.' },
)

export const toGuide = (guide: Guide): Static<typeof guideSchema> => ({
  source: guide.source, key: guide.key, name: guide.name, authority: guide.authority.name, region: guide.region.name, online: guide.online, onlineUrl: guide.onlineUrl, bookingUrl: guide.bookingUrl, visits: guide.visits,
  statutory: guide.statutory, promised: guide.promised, laws: guide.laws ?? null, documents: guide.documents.map(({ name }) => name), conditions: guide.conditions, phones: [...(guide.phones ?? []), ...guide.badPhones],
})

export type FindingFilter = { rule?: string; severity?: string; authority?: string; source?: string; q?: string }

const meets = (each: Finding, { rule, severity: wanted, authority, source: from, q }: FindingFilter): boolean =>
  (rule === undefined || each.rule === rule) && (wanted === undefined || each.severity === wanted) && (authority === undefined || each.guide.authority.id === authority) && (from === undefined || each.guide.source === from) && (q === undefined || each.guide.name.includes(q.trim()))

const tallied = <Key extends string>(found: readonly Finding[], keyOf: (each: Finding) => Key): Map<Key, number> => {
  const counts = new Map<Key, number>()
  for (const each of found) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1)
  return counts
}

/** A page of findings; each choice's count ignores its own filter, so that it says what choosing it would show. */
export const pageOfFindings = (all: readonly Finding[], guides: number, filter: FindingFilter, after: string | undefined, limitTo: number): Static<typeof findingsSchema> => {
  const without = (name: keyof FindingFilter): Finding[] => all.filter((each) => meets(each, { ...filter, [name]: undefined }))
  const chosen = all.filter((each) => meets(each, filter))
  const from = after === undefined ? 0 : chosen.findIndex(({ id }) => id === after) + 1
  const findings = chosen.slice(from, from + limitTo)
  const byRule = tallied(without('rule'), ({ rule }) => rule)
  const bySeverity = tallied(without('severity'), ({ severity: each }) => each)
  const people = without('authority')
  const byAuthority = tallied(people, ({ guide }) => guide.authority.id)
  const names = new Map(people.map(({ guide }) => [guide.authority.id, guide.authority.name]))
  return {
    guides, total: chosen.length, findings, next: from + limitTo < chosen.length ? (findings.at(-1)?.id ?? null) : null,
    rules: [...byRule].map(([rule, times]) => ({ rule, severity: lintRules[rule].severity, name: lintRules[rule].name, remedy: lintRules[rule].remedy, count: times })).sort((a, b) => b.count - a.count),
    authorities: [...byAuthority].map(([id, times]) => ({ id, name: names.get(id) ?? id, count: times })).sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)),
    severities: { error: bySeverity.get('error') ?? 0, warning: bySeverity.get('warning') ?? 0, notice: bySeverity.get('notice') ?? 0 },
  }
}

export const ruleTexts = (rule: LintRule) => ({ name: lintRules[rule].name, remedy: lintRules[rule].remedy })
