// What the API tells of decision tables and of decisions made by them: texts in every language, cells as officials wrote them.
// Values of people are shown as on the case page, sensitive ones masked.
import { Type, type Static } from 'typebox'
import { contentOf, contentSchema, type Case, type CaseValue, type DecisionCheck, type StoredDecision } from '../cases/index.ts'
import { legalBasisSchema, textsSchema, type Catalogue } from '../catalogue/index.ts'
import { nameOr, type Texts } from '../../kernel/texts.ts'
import type { StoredComparison } from './comparisons-store.ts'
import type { DecidedService } from './tables-in-force.ts'
import type { TableFigures } from './table-figures.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])
const count = Type.Integer({ minimum: 0 })
export const outcome = Type.Enum(['approve', 'refuse', 'tentative', 'person'], { description: 'approve, refuse, tentative: at once; person: left to an official.' })
const by = Type.Enum(['rows', 'discretion', 'noRow', 'conflict', 'open'], { description: 'rows: these decided. discretion: a refusal that takes weighing, so a proposal. noRow: no row holds. conflict: rows contradict. open: answers are missing.' })
const held = Type.Union([Type.Null(), Type.Enum(['documents', 'requirement', 'result'])], { description: 'Why a person decides after all: documents nobody has seen, a condition that fails, values only a person can give.' })
const value = Type.Union([text, Type.Number(), Type.Boolean(), Type.Null()])

const choice = Type.Object({ value: text, name: textsSchema })

export const tableSchema = Type.Object(
  {
    service: text, serviceName: textsSchema, name: textsSchema, version: text, hitPolicy: text, aggregation: textOrNull, legalBasis: Type.Array(legalBasisSchema),
    inputs: Type.Array(Type.Object({ id: text, name: textsSchema, rule: text, choices: Type.Array(choice, { description: 'Names of the values its cells may ask for; empty where it is no choice.' }) })),
    values: Type.Array(Type.Object({ id: text, name: textsSchema })),
    rows: Type.Array(Type.Object({ id: text, cells: Type.Record(text, text), decision: outcome, reason: textsSchema, law: legalBasisSchema, noDiscretion: Type.Boolean(), checkDays: Type.Union([count, Type.Null()]), values: Type.Record(text, text) })),
  },
  { description: 'A decision table.' },
)

export const toTable = ({ concepts }: Catalogue, { id, name: serviceName, table }: DecidedService): Static<typeof tableSchema> => ({
  service: id, serviceName, name: table.name, version: table.version, hitPolicy: table.hitPolicy, aggregation: table.aggregation ?? null, legalBasis: table.legalBasis,
  inputs: table.inputs.map(({ id: input, name, rule }) => ({ id: input, name, rule: rule.text, choices: concepts[rule.text]?.constraint.choices ?? [] })),
  values: table.values,
  rows: table.rows.map(({ id: row, cells, decision, reason, law, noDiscretion, checkDays = null, values }) => ({
    id: row, cells, decision, reason, law, noDiscretion, checkDays, values: Object.fromEntries(Object.entries(values).map(([of, rule]) => [of, rule.text])),
  })),
})

export const listedTableSchema = Type.Object({ service: text, serviceName: textsSchema, name: textsSchema, version: text, rows: count, all: count, instant: count }, { description: 'all, instant: decisions of the last 90 days in the reader\'s places, and those made at once.' })

export const figuresSchema = Type.Object(
  {
    all: count, instant: count, outcomes: Type.Record(text, count), medianSeconds: Type.Union([Type.Number(), Type.Null()], { description: 'From handing in to the end of the case.' }),
    reasons: Type.Array(Type.Object({ because: text, row: textOrNull, count }), { description: 'What sent cases to a person, most often first.' }),
    versions: Type.Array(Type.Object({ version: text, count, instant: count, firstAt: text, lastAt: text })),
  },
  { description: 'Decisions of the last 90 days in the reader\'s places.' },
)

export const toFigures = (figures: TableFigures): Static<typeof figuresSchema> => figures

export const fieldSchema = Type.Object({ concept: text, name: textsSchema, type: text, choices: Type.Array(choice) }, { description: 'An answer the table looks at, to try it with.' })

export const verdictSchema = Type.Object({ decision: outcome, by, rows: Type.Array(text), open: Type.Array(text), values: Type.Record(text, value), checkDays: Type.Optional(count) })

const nameOf = ({ concepts }: Catalogue, id: string): Texts => nameOr(concepts[id], id)

export const decisionSchema = Type.Object(
  {
    id: text, decision: outcome, proposed: outcome, by, held, on: text, decidedAt: text, table: tableSchema, rows: Type.Array(text),
    open: Type.Array(Type.Object({ concept: text, name: textsSchema })), inputs: contentSchema, values: Type.Array(Type.Object({ id: text, name: textsSchema, value })),
    changedSince: Type.Boolean({ description: 'The table in force today is another one.' }),
    check: Type.Union([Type.Null(), Type.Object({ on: textOrNull, done: Type.Union([Type.Null(), Type.Object({ outcome: Type.Enum(['confirmed', 'takenBack']), by: text, at: text, opinion: text })]), mayConfirm: Type.Boolean(), mayTakeBack: Type.Boolean() })], { description: 'The later check of a tentative decision.' }),
  },
  { description: 'What the decision table said of a case, by the definitions it was decided by.' },
)

/** An input as the case page shows values; what only the table worked out counts as derived. */
const asValue = ({ concept, value: found, source, from, asOf }: StoredDecision['record']['inputs'][number]): CaseValue => ({ concept, value: found, source: source ?? 'derived', ...(from === undefined ? {} : { from }), ...(asOf === undefined ? {} : { asOf }) })

export type DecisionAround = { catalogue: Catalogue; one: Case; current: string | undefined; check: DecisionCheck | undefined; mayConfirm: boolean; mayTakeBack: boolean }

/** Undefined when the definitions it was made by have no table any more. */
export const toDecision = (decision: StoredDecision, { catalogue, one, current, check, mayConfirm, mayTakeBack }: DecisionAround): Static<typeof decisionSchema> | undefined => {
  const service = catalogue.services[decision.service]
  const { on, inputs, verdict } = decision.record
  if (!service?.table) return undefined
  const checked = check ? { outcome: check.outcome, by: check.staffName, at: check.checkedAt, opinion: check.opinion } : null
  return {
    id: decision.id, decision: decision.decision, proposed: verdict.decision, by: verdict.by, held: decision.held, on, decidedAt: decision.decidedAt, table: toTable(catalogue, { ...service, table: service.table }), rows: verdict.rows,
    open: verdict.open.map((concept) => ({ concept, name: nameOf(catalogue, concept) })),
    inputs: contentOf(catalogue, { ...one, content: inputs.map(asValue) }),
    values: service.table.values.flatMap(({ id, name }) => (verdict.values[id] === undefined ? [] : [{ id, name, value: verdict.values[id] ?? null }])),
    changedSince: current !== undefined && current !== decision.version,
    check: decision.decision === 'tentative' ? { on: decision.checkOn, done: checked, mayConfirm: mayConfirm && !checked, mayTakeBack: mayTakeBack && !checked } : null,
  }
}

export const grounds = Type.Object(
  { caseId: text, decision: outcome, held, by, reasons: Type.Array(Type.Object({ reason: textsSchema, law: legalBasisSchema })), open: Type.Array(textsSchema), checkOn: textOrNull },
  { description: 'Why a case was decided, or why a person decides.' },
)

/** What the applicant is told: the reasons of the rows that count. A refusal only proposed is the official's to give. */
export const toGrounds = (catalogue: Catalogue, { caseId, service, decision, held: back, record: { verdict }, checkOn }: StoredDecision): Static<typeof grounds> => ({
  caseId, decision, held: back, by: verdict.by, checkOn, open: verdict.open.map((concept) => nameOf(catalogue, concept)),
  reasons: verdict.by === 'rows' && back === null ? (catalogue.services[service]?.table?.rows ?? []).filter(({ id }) => verdict.rows.includes(id)).map(({ reason, law }) => ({ reason, law })) : [],
})

export const comparisonSchema = Type.Object(
  {
    service: text, serviceName: textsSchema, madeAt: text, version: text, looked: count, same: count, unlike: count, from: textOrNull, until: textOrNull,
    pairs: Type.Array(Type.Object({
      before: outcome, after: outcome, count, fields: Type.Array(Type.Object({ id: text, name: textsSchema, count })),
      examples: Type.Array(Type.Object({ caseId: text, number: text, before: Type.Array(text), after: Type.Array(text) })),
    })),
  },
  { description: 'What a changed table would have decided otherwise.' },
)

export const toComparison = (catalogue: Catalogue, { service, madeAt, version, report }: StoredComparison): Static<typeof comparisonSchema> => {
  const of = catalogue.services[service]
  const columns = new Map((of?.table?.inputs ?? []).map(({ id, name }) => [id, name]))
  return {
    service, serviceName: nameOr(of, service), madeAt, version, looked: report.looked, same: report.same, unlike: report.unlike, from: report.from, until: report.until,
    pairs: report.pairs.map(({ before, after, count: found, fields, examples }) => ({
      before, after, count: found, fields: fields.map(({ id, count: times }) => ({ id, name: columns.get(id) ?? { 'zh-CN': id }, count: times })),
      examples: examples.map((each) => ({ caseId: each.caseId, number: each.number, before: each.before.rows, after: each.after.rows })),
    })),
  }
}
