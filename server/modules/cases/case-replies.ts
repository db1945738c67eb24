// What the workbench is told about a case: names resolved, sensitive values masked, deadlines and permitted actions worked out.
import { Type, type Static } from 'typebox'
import { covers, type Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { textIn, type Language } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf, type Catalogue } from '../catalogue/index.ts'
import { mayAct, staffActionsFor, type Case, type HistoryEntry } from './case.ts'
import { daysLeft, urgencyOf } from './legal-clock.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])
const texts = Type.Object({ 'zh-CN': text, 'zh-HK': Type.Optional(text), en: Type.Optional(text) }, { description: 'Text by language.' })
const value = Type.Union([text, Type.Number(), Type.Boolean(), Type.Null()])
const law = Type.Object({ title: text, article: Type.Optional(text), url: Type.Optional(text) }, { description: 'Citation of a law or rule.' })

const deadline = {
  state: text,
  urgency: Type.Union([Type.Literal('none'), Type.Literal('unknown'), Type.Literal('calm'), Type.Literal('soon'), Type.Literal('late')], { description: 'none: no clock runs; unknown: the calendar of that year is not published; soon: 80 % used; late.' }),
  daysLeft: Type.Union([Type.Integer(), Type.Null()], { description: 'Working days until the promised day; negative when late.' }),
  promisedOn: textOrNull,
  dueOn: textOrNull,
}

export const queueItemSchema = Type.Object(
  { id: text, number: text, service: text, serviceName: text, matter: text, matterName: text, applicant: text, line: text, region: text, assigned: Type.Boolean(), mine: Type.Boolean(), updatedAt: text, ...deadline },
  { description: 'One line of the queue.' },
)

export const countsSchema = Type.Object(
  { all: Type.Integer(), mine: Type.Integer(), unclaimed: Type.Integer(), dueSoon: Type.Integer(), dueToday: Type.Integer(), supplement: Type.Integer(), overdue: Type.Integer() },
  { description: 'Open cases of my postings by view.' },
)

export const caseSchema = Type.Object(
  {
    id: text, number: text, revision: Type.Integer(), applicationId: text, service: text, serviceName: texts, matter: text, matterName: texts,
    authorityName: texts, applicant: text, automatic: Type.Boolean(), assigneeId: textOrNull, mine: Type.Boolean(), createdAt: text, ...deadline,
    content: Type.Array(Type.Object({
      concept: text, name: texts, subject: text, type: text, value, display: texts, masked: Type.Boolean(), source: text, sourceName: Type.Union([texts, Type.Null()]), asOf: textOrNull,
    })),
    evidence: Type.Array(Type.Object({ evidence: text, name: texts, source: text, sourceName: Type.Union([texts, Type.Null()]), files: Type.Array(Type.Object({ id: text, name: text })) })),
    checks: Type.Array(Type.Object({ requirement: text, name: texts, holds: Type.Union([Type.Boolean(), Type.Null()]), rule: text, law, inputs: Type.Array(Type.Object({ concept: text, name: texts, value })) })),
    siblings: Type.Array(Type.Object({ service: text, serviceName: texts, state: text }), { description: 'The other services of the same application: their state, none of their content.' }),
    history: Type.Array(Type.Object({ action: text, actorKind: text, actorName: text, at: text, detail: Type.Record(text, Type.Unknown()) })),
    actions: Type.Array(Type.Object({ action: text, possible: Type.Boolean(), because: Type.Optional(text) })),
    resultFields: Type.Array(Type.Object({ concept: text, name: texts }), { description: 'Values only the decision creates; filled with the result number when left empty.' }),
  },
  { description: 'A case as its authority sees it: exactly the concepts it needs.' },
)

const nameless = (id: string) => ({ 'zh-CN': id })
const mask = (shown: string): string => (shown.length <= 4 ? '*'.repeat(shown.length) : `${shown.slice(0, 4)}${'*'.repeat(Math.max(1, shown.length - 8))}${shown.slice(-4)}`)

const deadlineOf = (one: Case, today: string) => ({ state: one.state, urgency: urgencyOf(one, today), daysLeft: daysLeft(one, today), promisedOn: one.promisedOn, dueOn: one.dueOn })

export const toQueueItem = (app: App, one: Case, today: string, language: Language, staffId?: string): Static<typeof queueItemSchema> => {
  const catalogue = app.packs.catalogueFor(one.region)
  const service = catalogue.services[one.service]
  const matter = catalogue.matters[one.matter]
  return {
    id: one.id, number: one.number, service: one.service, serviceName: service ? textIn(service.name, language) : one.service, matter: one.matter,
    matterName: matter ? textIn(matter.name, language) : one.matter, applicant: one.applicant, line: one.line, region: one.region,
    assigned: one.assigneeId !== null, mine: one.assigneeId !== null && one.assigneeId === staffId, updatedAt: one.updatedAt, ...deadlineOf(one, today),
  }
}

const sourceNameOf = (catalogue: Catalogue, source: string, from: string | undefined) => {
  if (!from) return null
  if (source === 'registry') return catalogue.registries[from]?.name ?? nameless(from)
  if (source === 'result') return catalogue.services[from]?.result.name ?? nameless(from)
  return null
}

const contentOf = (catalogue: Catalogue, one: Case) =>
  one.content.map(({ concept, value: raw, source, from, asOf }) => {
    const definition = catalogue.concepts[concept]
    const masked = definition?.sensitive === true && typeof raw === 'string' && raw !== ''
    const shown = masked ? mask(raw) : raw
    const choice = definition?.constraint.choices?.find((each) => each.value === raw)
    return {
      concept, name: definition?.name ?? nameless(concept), subject: definition?.subject ?? '', type: definition?.type ?? 'text', value: shown,
      display: choice?.name ?? nameless(shown === null ? '' : String(shown)), masked, source, sourceName: sourceNameOf(catalogue, source, from), asOf: asOf ?? null,
    }
  })

const checksOfReply = (catalogue: Catalogue, one: Case) =>
  one.checks.flatMap((check) => {
    const requirement = catalogue.services[one.service]?.requirements.find((each) => each.id === check.requirement)
    if (!requirement) return []
    return [{
      requirement: check.requirement, name: requirement.name, holds: check.holds, rule: requirement.rule.text, law: requirement.legalBasis,
      inputs: check.inputs.map(({ concept, value: input }) => {
        const definition = catalogue.concepts[concept]
        return { concept, name: definition?.name ?? nameless(concept), value: definition?.sensitive && typeof input === 'string' ? mask(input) : input }
      }),
    }]
  })

export const toCaseReply = (app: App, staff: Extract<Principal, { kind: 'staff' }>, one: Case, siblings: readonly Case[], history: readonly HistoryEntry[]): Static<typeof caseSchema> => {
  const catalogue = app.packs.catalogueFor(one.region)
  const service = catalogue.services[one.service]
  const roles = staff.postings.filter((posting) => covers({ ...staff, postings: [posting] }, [posting.role], one)).map((posting) => posting.role)
  const missing = (service?.result.concepts ?? []).filter((concept) => !one.content.some((each) => each.concept === concept && each.value !== null))
  return {
    id: one.id, number: one.number, revision: one.revision, applicationId: one.applicationId, service: one.service, serviceName: service?.name ?? nameless(one.service),
    matter: one.matter, matterName: catalogue.matters[one.matter]?.name ?? nameless(one.matter),
    authorityName: authorityOf(catalogue, one.line, one.region)?.name ?? nameless(one.line), applicant: one.applicant, automatic: one.automatic,
    assigneeId: one.assigneeId, mine: one.assigneeId === staff.id, createdAt: one.createdAt, ...deadlineOf(one, plainDate(app.clock.now())),
    content: contentOf(catalogue, one),
    evidence: one.evidence.map(({ evidence, source, from, files }) => ({ evidence, name: catalogue.evidence[evidence]?.name ?? nameless(evidence), source, sourceName: sourceNameOf(catalogue, source, from), files: files.map(({ id, name }) => ({ id, name })) })),
    checks: checksOfReply(catalogue, one),
    siblings: siblings.filter((each) => each.id !== one.id).map(({ service: id, state }) => ({ service: id, serviceName: catalogue.services[id]?.name ?? nameless(id), state })),
    history: history.map(({ action, actorKind, actorName, at, detail }) => ({ action, actorKind, actorName, at, detail })),
    actions: staffActionsFor(one.state, roles.filter((role) => mayAct(role, 'claim') || mayAct(role, 'grant'))),
    resultFields: missing.map((concept) => ({ concept, name: catalogue.concepts[concept]?.name ?? nameless(concept) })),
  }
}
