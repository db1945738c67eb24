// What the workbench is told about a case: names resolved, deadlines and permitted actions worked out, what a decision means for the rest.
// The content itself is put into words by case-content.ts.
import { Type, type Static } from 'typebox'
import { covers, type Principal, type StaffRole } from '../../kernel/authz.ts'
import { nameOr, textIn, type Language } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf, type Catalogue, type Service } from '../catalogue/index.ts'
import { wordsOf, type MessageKind } from '../messages/index.ts'
import { withNamesOfEach } from '../planning/index.ts'
import { issuedBy } from './advance.ts'
import { answerDaysOf } from './approval.ts'
import { caseActions, caseStates, type Case, type CaseAction, type HistoryLine } from './case.ts'
import { checksOf, checksSchema, contentOf, contentSchema, evidenceOf, evidenceSchema, nameless, texts, subjectOf } from './case-content.ts'
import type { AuthorityCounts } from './cases-store.ts'
import { courseReply, courseSchema } from './course-replies.ts'
import { openOpinions } from './course.ts'
import { holdingOf } from './holding.ts'
import { daysLeft, urgencies, urgencyOf } from './legal-clock.ts'
import { obstacles, obstacleTo, offeredActions } from './obstacles.ts'
import type { Result } from './results-store.ts'
import { fallsWith, startsAfter } from './siblings.ts'
import { handlerRoles, rolesAt, standingWith } from './standing-in.ts'
import { factsOf } from './telling.ts'
import { addWorkingDays } from './working-days.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])

const state = Type.Enum(caseStates, { description: 'Where the case stands in its lifecycle.' })
const action = Type.Enum(caseActions)

const deadline = {
  state,
  urgency: Type.Enum(urgencies, { description: 'none: no clock runs; unknown: the calendar of that year is not published; soon: 80 % used; late.' }),
  daysLeft: Type.Union([Type.Integer(), Type.Null()], { description: 'Working days until the promised day; negative when late.' }),
  promisedOn: textOrNull,
  dueOn: textOrNull,
}

export const queueItemSchema = Type.Object(
  { id: text, number: text, service: text, serviceName: text, matter: text, matterName: text, applicant: text, line: text, region: text, authorityName: text, regionName: text, assigned: Type.Boolean(), mine: Type.Boolean(), updatedAt: text, ...deadline },
  { description: 'One line of the queue.' },
)

export const countsSchema = Type.Object(
  { all: Type.Integer(), mine: Type.Integer(), unclaimed: Type.Integer(), dueSoon: Type.Integer(), dueToday: Type.Integer(), supplement: Type.Integer(), overdue: Type.Integer() },
  { description: 'Open cases of my postings by view.' },
)

const count = Type.Integer({ minimum: 0 })

export const summarySchema = Type.Object(
  {
    authorities: Type.Array(Type.Object({ line: text, region: text, authorityName: texts, regionName: texts, open: count, soon: count, late: count, supplement: count, unknown: count, oldestDue: textOrNull })),
  },
  { description: 'Open cases of my postings by authority. soon: promised within the next working day and not late; unknown: the calendar of the year is not published; oldestDue: the earliest promised day that has passed.' },
)

export const caseSchema = Type.Object(
  {
    id: text, number: text, revision: Type.Integer(), applicationId: text, service: text, serviceName: texts, matter: text, matterName: texts,
    authorityName: texts, applicant: text, automatic: Type.Boolean(), assigneeId: textOrNull, assigneeName: textOrNull, mine: Type.Boolean(), createdAt: text, ...deadline,
    lookedAt: Type.Optional(Type.Union([text, Type.Null()], { description: 'When the reader last opened it before; null: never. Absent in the reply to an action.' })),
    subjects: Type.Array(Type.Object({ id: text, name: texts }), { description: 'Whom the content is about, in the order of the matter.' }),
    content: contentSchema,
    evidence: evidenceSchema,
    checks: checksSchema,
    position: Type.Object({ number: Type.Integer(), of: Type.Integer() }, { description: 'Place among the services of the application.' }),
    siblings: Type.Array(Type.Object({ service: text, serviceName: texts, authorityName: texts, state, starts: Type.Boolean(), falls: Type.Boolean() }), {
      description: 'The other services of the same application: their state, none of their content. starts: at once when this case is granted; falls: when it is not.',
    }),
    sameEvent: Type.Union([Type.Null(), Type.Object({ number: Type.Union([text, Type.Null()], { description: 'null: outside what the reader may see.' }), state })], {
      description: 'Another applicant has applied for the same event and service: a person decides which one stands.',
    }),
    history: Type.Array(Type.Object({ action, actorKind: text, actorName: text, at: text, detail: Type.Record(text, Type.Unknown()) })),
    actions: Type.Array(Type.Object({ action, possible: Type.Boolean(), because: Type.Optional(Type.Enum(obstacles)), inNameOf: Type.Optional(text) }), { description: 'Empty for those who only look on. inNameOf: the colleague in whose name it would be done.' }),
    course: courseSchema,
    asked: Type.Union([Type.Integer(), Type.Null()], { description: 'The opinion the reader\'s own authority has been asked for and owes.' }),
    phrases: Type.Array(Type.Object({ for: Type.Enum(['value', 'document', 'decline', 'refuse']), text }), { description: 'Standard phrases the pack offers, in the language of the proceedings.' }),
    letters: Type.Array(Type.Object({ action, title: texts, body: texts }), { description: 'What the applicant will read after an action; {reasons}, {items} and {result} stand for what is still open.' }),
    resultFields: Type.Array(Type.Object({ concept: text, name: texts, type: text }), { description: 'Values only the decision creates; filled with the result number when left empty, where that can be such a value.' }),
  },
  { description: 'A case as its authority sees it: exactly the concepts it needs.' },
)

const deadlineOf = (one: Case, today: string) => ({ state: one.state, urgency: urgencyOf(one, today), daysLeft: daysLeft(one, today), promisedOn: one.promisedOn, dueOn: one.dueOn })

const authorityNames = (catalogue: Catalogue, line: string, region: string) => {
  const authority = authorityOf(catalogue, line, region)
  return { name: nameOr(authority, line), shortName: authority?.shortName ?? nameless(line) }
}

const regionNameOf = (catalogue: Catalogue, region: string) => nameOr(catalogue.regions[region], region)

/** @param catalogue the definitions the case is decided by */
export const toQueueItem = (catalogue: Catalogue, one: Case, today: string, language: Language, staffId?: string): Static<typeof queueItemSchema> => {
  return {
    id: one.id, number: one.number, service: one.service, serviceName: textIn(nameOr(catalogue.services[one.service], one.service), language), matter: one.matter,
    matterName: textIn(nameOr(catalogue.matters[one.matter], one.matter), language), applicant: one.applicant, line: one.line, region: one.region,
    authorityName: textIn(authorityNames(catalogue, one.line, one.region).shortName, language), regionName: textIn(regionNameOf(catalogue, one.region), language),
    assigned: one.assigneeId !== null, mine: one.assigneeId !== null && one.assigneeId === staffId, updatedAt: one.updatedAt, ...deadlineOf(one, today),
  }
}

export const toSummary = (app: App, counts: readonly AuthorityCounts[]): Static<typeof summarySchema> => ({
  authorities: counts.map((each) => {
    const catalogue = app.packs.catalogueFor(each.region)
    return { ...each, authorityName: authorityNames(catalogue, each.line, each.region).name, regionName: regionNameOf(catalogue, each.region) }
  }),
})

const letters = { requestSupplement: 'supplementRequested', grant: 'caseGranted', refuse: 'caseRefused', decline: 'caseDeclined' } as const satisfies Partial<Record<CaseAction, MessageKind>>

const lettersOf = (catalogue: Catalogue, one: Case, today: string) => {
  const { name } = authorityNames(catalogue, one.line, one.region)
  const answerBy = addWorkingDays(today, answerDaysOf(catalogue.services[one.service]), one.region)
  const detail = { service: nameOr(catalogue.services[one.service], one.service), authority: name, number: one.number, ...factsOf({ answerBy: 'on' in answerBy ? answerBy.on : null }) }
  // Object.entries forgets which keys there are.
  const named = Object.entries(letters) as [keyof typeof letters, MessageKind][]
  return named.map(([after, kind]) => {
    const [zh, en] = [wordsOf({ kind, detail }, 'zh-CN'), wordsOf({ kind, detail }, 'en')]
    return { action: after, title: { 'zh-CN': zh.title, en: en.title }, body: { 'zh-CN': zh.body, en: en.body } }
  })
}

/** All cases of the application in the order their matter names the services. */
const inMatterOrder = (catalogue: Catalogue, matter: string, cases: readonly Case[]): Case[] => {
  const order = catalogue.matters[matter]?.services.map(({ service }) => service) ?? []
  const placeOf = ({ service }: Case): number => order.indexOf(catalogue.services[service]?.instance?.of ?? service)
  return [...cases].sort((a, b) => placeOf(a) - placeOf(b))
}

const siblingsOf = (catalogue: Catalogue, one: Case, cases: readonly Case[]) => {
  const starting = new Set(startsAfter(one.service, cases))
  const falling = new Set(fallsWith(one.service, cases))
  return cases.filter((each) => each.id !== one.id).map(({ service, line, region, state: stands }) => ({
    service, serviceName: nameOr(catalogue.services[service], service), authorityName: authorityNames(catalogue, line, region).shortName, state: stands, starts: starting.has(service), falls: falling.has(service),
  }))
}

/** Who has the case now: the name under which they last acted on it, or under which it was given to them. */
const assigneeNameOf = ({ assigneeId }: Case, history: readonly HistoryLine[]): string | null => {
  const names = history.flatMap(({ actorId, actorName, detail }) => [{ id: actorId, name: actorName }, ...(typeof detail['toName'] === 'string' ? [{ id: detail['to'], name: detail['toName'] }] : [])])
  return assigneeId === null ? null : (names.findLast(({ id }) => id === assigneeId)?.name ?? null)
}

/** What a case is shown with: the definitions it is decided by, its history, and what else there is of the application and the event. */
export type Around = { catalogue: Catalogue; all: readonly Case[]; history: readonly HistoryLine[]; sameEvent: Case | undefined; phrases: ReturnType<App['packs']['phrasesFor']>; today: string; result: Result | undefined; lent: readonly { role: StaffRole; of: string }[]; feeOwed?: boolean }

/** What the official can do, with their own roles first, then in the name of a colleague they stand in for. */
const actionsOf = (staff: Official, one: Case, service: Service | undefined, lent: Around['lent'], today: string, feeOwed: boolean) => {
  const holding = holdingOf(one, staff.id)
  const own = rolesAt(staff, one)
  if (own.length === 0) return []
  return offeredActions(service).map((offered) => {
    const { because, inNameOf } = standingWith(own, lent, (roles) => obstacleTo(offered, { one, service, viewer: { id: staff.id, roles, holding }, today, feeOwed }))
    return because ? { action: offered, possible: false, because } : { action: offered, possible: true, ...(inNameOf === undefined ? {} : { inNameOf }) }
  })
}

type Official = Extract<Principal, { kind: 'staff' }>

export const toCaseReply = (staff: Official, one: Case, { catalogue: defined, all, history, sameEvent, phrases, today, result, lent, feeOwed = false }: Around): Static<typeof caseSchema> => {
  // named after whom it is for, from what this authority itself received
  const catalogue = withNamesOfEach(defined, one.matter, all.map((each) => each.service), (concept) => one.content.find((each) => each.concept === concept)?.value)
  const service = catalogue.services[one.service]
  const matter = catalogue.matters[one.matter]
  const cases = inMatterOrder(catalogue, one.matter, all)
  const missing = (service ? issuedBy(service) : []).filter((concept) => !one.content.some((each) => each.concept === concept && each.value !== null))
  return {
    id: one.id, number: one.number, revision: one.revision, applicationId: one.applicationId, service: one.service, serviceName: nameOr(service, one.service),
    matter: one.matter, matterName: nameOr(matter, one.matter), authorityName: authorityNames(catalogue, one.line, one.region).name, applicant: one.applicant,
    automatic: one.automatic, assigneeId: one.assigneeId, assigneeName: assigneeNameOf(one, history), mine: one.assigneeId === staff.id, createdAt: one.createdAt,
    ...deadlineOf(one, today),
    sameEvent: sameEvent ? { number: covers(staff, ['clerk', 'approver', 'supervisor'], sameEvent) ? sameEvent.number : null, state: sameEvent.state } : null,
    subjects: (matter?.subjects ?? []).filter(({ id }) => one.content.some((each) => subjectOf(catalogue, each.concept) === id)),
    content: contentOf(catalogue, one),
    evidence: evidenceOf(catalogue, one),
    checks: checksOf(catalogue, one),
    position: { number: cases.findIndex((each) => each.id === one.id) + 1, of: cases.length },
    siblings: siblingsOf(catalogue, one, cases),
    history: history.map(({ caseId: _case, actorId: _actor, detail: { checks: _checks, to: _to, ...detail }, ...entry }) => ({ ...entry, detail })),
    actions: actionsOf(staff, one, service, lent, today, feeOwed),
    course: courseReply(catalogue, one, result, history, { staffId: staff.id, today }),
    asked: openOpinions(one.course).find((open) => covers(staff, handlerRoles, open))?.id ?? null,
    phrases: phrases.map(({ for: use, text: words }) => ({ for: use, text: words })),
    letters: lettersOf(catalogue, one, today),
    resultFields: missing.map((concept) => ({ concept, name: nameOr(catalogue.concepts[concept], concept), type: catalogue.concepts[concept]?.type ?? 'text' })),
  }
}
