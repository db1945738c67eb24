// What an applicant is told about an application: the draft with its plan, or the map of its cases.
import { Type, type Static } from 'typebox'
import { plainDate } from '../../kernel/clock.ts'
import { assuranceLevels, idKinds } from '../../kernel/identity-documents.ts'
import { nameOr } from '../../kernel/texts.ts'
import { authorityOf, textsSchema, type Catalogue } from '../catalogue/index.ts'
import { awaitsApplicant, addWorkingDays, canAct, caseActions, caseStates, clockRuns, daysLeft, hasEnded, progressOf, progresses, standingOn, standings, urgencies, urgencyOf, type Case, trackedCourse, trackedCourseSchema, type HistoryLine, type Result } from '../cases/index.ts'
import { burdenSchema, planSchema, registryStateSchema, valueSchema } from '../planning/plan-schema.ts'
import { applicationStates, type Application } from './application.ts'
import type { Draft } from './drafting.ts'
import { isOffered, nameOfMatter } from './kept.ts'
import { includedIn, notAccepted } from './identity-accepted.ts'
import { askedOf } from './following.ts'
import { trackedHistory } from './tracked-history.ts'
import type { TrackingParts } from './tracking.ts'
import { stillSigned } from './signed.ts'
import { missingIn } from './submission.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])
const applicationState = Type.Enum([...applicationStates], { description: 'Being prepared, handed in, or thrown away.' })
const caseState = Type.Enum([...caseStates], { description: 'Where a case stands.' })
const progress = Type.Enum([...progresses], { description: 'Where an application as a whole stands.' })
const burdenOrNull = Type.Union([burdenSchema, Type.Null()])
const upload = Type.Object({ id: text, evidence: text, name: text, size: Type.Integer(), type: text, uploadedAt: text }, { description: 'An uploaded document.' })
const problem = Type.Object({ concept: text, code: text }, { description: 'One answer that cannot be right, and why.' })

export const draftSchema = Type.Object(
  {
    id: text, matter: text, matterName: textsSchema, region: text, channel: text, state: applicationState, revision: Type.Integer(), number: textOrNull, updatedAt: text,
    answers: Type.Record(text, valueSchema), consents: Type.Record(text, Type.Object({ granted: Type.Boolean(), at: text })), registries: Type.Record(text, registryStateSchema),
    records: Type.Array(
      Type.Object({ registry: text, place: text, chosen: Type.Union([text, Type.Null()], { description: 'Id of the one meant; empty: none of them; null: still to be said.' }), options: Type.Array(Type.Object({ id: text, shows: Type.Array(Type.Object({ concept: text, value: valueSchema })) })) }),
      { description: 'Registries that found several records by one key, such as the births of a mother: which one is meant.' },
    ),
    disputes: Type.Array(Type.Object({ concept: text, value: valueSchema }), { description: 'What the applicant says is wrong on record, with the value on record.' }),
    retry: Type.Record(text, Type.Object({ at: text, because: Type.Enum(['silent', 'tooMany'], { description: 'silent: the registry keeps failing; tooMany: too many numbers were tried.' }) }), { description: 'By registry that is not asked for the moment: from when it is asked again.' }),
    declinedServices: Type.Array(text), uploads: Type.Array(upload), signed: Type.Array(Type.Object({ evidence: text, at: text }), { description: 'Commitments signed in the words of today.' }), plan: planSchema, problems: Type.Array(problem),
    notAccepted: Type.Array(Type.Object({ service: text, name: textsSchema, because: Type.Enum(['kind', 'assurance']), accepts: Type.Array(Type.Enum([...idKinds])), assurance: Type.Enum([...assuranceLevels]) }), { description: 'Services that do not take the document logged in with, or need a surer login.' }),
    missing: Type.Object({ questions: Type.Array(text), answers: Type.Array(problem), evidence: Type.Array(text), commitments: Type.Array(text, { description: 'Documents whose commitment is not signed yet.' }), services: Type.Array(text, { description: "'none' when every service was left out." }), registries: Type.Array(text, { description: 'Registries neither asked nor declined.' }) }, { description: 'What still keeps it from being handed in.' }),
  },
  { description: 'An application being prepared, with the plan as it stands.' },
)

export const startedSchema = Type.Object(
  { ...draftSchema.properties, elsewhere: Type.Boolean({ description: 'The draft there was goes on in its own region (`region`), not in the one asked for.' }) },
  { description: 'The draft that was started or goes on.' },
)

/** States of whole registries, without those of single look-up keys. */
const byRegistry = (states: Application['registries']) => Object.fromEntries(Object.entries(states).filter(([place]) => !place.includes(' ')))

export type Retry = Static<typeof draftSchema>['retry']

const recordsIn = ({ application: { records }, catalogue }: Draft) =>
  Object.entries(records).map(([place, { options, chosen }]) => {
    const registry = place.split(' ')[0] ?? ''
    const shows = catalogue.registries[registry]?.several?.shows ?? []
    return { registry, place, chosen, options: options.map(({ id, facts }) => ({ id, shows: shows.flatMap((shown) => facts.filter(({ concept }) => (catalogue.concepts[concept]?.instance?.of ?? concept) === shown).map(({ concept, value }) => ({ concept, value }))) })) }
  })

export const toDraftReply = (draft: Draft, problems: Static<typeof problem>[] = [], retry: Retry = {}): Static<typeof draftSchema> => {
  const { application, plan, uploads, catalogue, commitments } = draft
  const signed = new Set(stillSigned(catalogue, commitments))
  return {
    id: application.id, matter: application.matter, matterName: nameOfMatter(catalogue, application), region: application.region,
    channel: application.channel, state: application.state, revision: application.revision, number: application.number, updatedAt: application.updatedAt,
    answers: { ...application.answers }, consents: application.consents, registries: byRegistry(application.registries), records: recordsIn(draft), retry,
    disputes: application.known.filter(({ disputed }) => disputed).map(({ concept, value }) => ({ concept, value })), declinedServices: application.declinedServices,
    uploads: uploads.map(({ digest: _digest, ...each }) => each), signed: commitments.filter(({ evidence }) => signed.has(evidence)).map(({ evidence, signedAt }) => ({ evidence, at: signedAt })), plan: application.plan ?? plan, problems, missing: missingIn(draft),
    notAccepted: notAccepted(catalogue, includedIn(plan), draft.profile),
  }
}

export const summarySchema = Type.Object(
  {
    id: text, matter: text, matterName: textsSchema, offered: Type.Boolean({ description: 'Whether the matter is offered now; a draft of one that is not can be read and thrown away, and goes on when it is back.' }), number: textOrNull, state: applicationState, progress: Type.Union([progress, Type.Null()]), updatedAt: text, submittedAt: textOrNull, promisedOn: textOrNull,
    services: Type.Array(Type.Object({
      service: text, name: textsSchema, state: caseState, ended: Type.Boolean(), authorityName: textsSchema, promisedOn: textOrNull,
      waitsFor: Type.Array(textsSchema, { description: 'Names of the services of the same application it still waits for.' }),
    })),
    filled: Type.Integer({ description: 'Answers given so far (drafts).' }),
  },
  { description: 'One line of "my applications".' },
)

const nameOfService = (catalogue: Catalogue, id: string) => nameOr(catalogue.services[id], id)

/** @param catalogue the definitions the application is handled by */
export const toSummary = (catalogue: Catalogue, application: Application, cases: readonly Case[]): Static<typeof summarySchema> => {
  const order = new Map(application.plan?.services.map(({ service }, index) => [service, index]))
  const inOrder = cases.toSorted((a, b) => (order.get(a.service) ?? 0) - (order.get(b.service) ?? 0))
  return {
    id: application.id, matter: application.matter, matterName: nameOfMatter(catalogue, application), offered: isOffered(catalogue, application), number: application.number,
    state: application.state, progress: cases.length > 0 ? progressOf(cases.map((one) => one.state)) : null, updatedAt: application.updatedAt,
    submittedAt: application.submittedAt, promisedOn: promisedOn(application),
    services: inOrder.map((one) => ({
      service: one.service, name: nameOfService(catalogue, one.service), state: one.state, ended: hasEnded(one.state), promisedOn: one.promisedOn,
      authorityName: authorityOf(catalogue, one.line, one.region)?.shortName ?? { 'zh-CN': one.line },
      waitsFor: one.dependsOn.filter((id) => cases.some((other) => other.service === id && !hasEnded(other.state))).map((id) => nameOfService(catalogue, id)),
    })),
    filled: Object.keys(application.answers).length,
  }
}

const supplementItem = Type.Object({ what: text, concept: Type.Optional(text), evidence: Type.Optional(text) })

export const trackingSchema = Type.Object(
  {
    id: text, matter: text, matterName: textsSchema, number: text, region: text, progress, submittedAt: text, promisedOn: textOrNull,
    promisedDays: Type.Integer(), canWithdraw: Type.Boolean(), before: burdenOrNull, after: burdenOrNull,
    cases: Type.Array(Type.Object({
      id: text, number: text, service: text, name: textsSchema, line: text, authorityName: textsSchema, authorityShortName: textsSchema, authorityPhone: textOrNull, state: caseState, dependsOn: Type.Array(text),
      start: Type.Integer(), end: Type.Integer(), critical: Type.Boolean(), promisedOn: textOrNull,
      expectedOn: Type.Union([text, Type.Null()], { description: 'Day by which it is promised; for a case still waiting, the day it is planned to be done.' }), urgency: Type.Enum([...urgencies]), daysLeft: Type.Union([Type.Integer(), Type.Null()]),
      clockRuns: Type.Boolean(), ended: Type.Boolean(), canWithdraw: Type.Boolean(), handler: textOrNull, supplement: Type.Array(supplementItem), reasons: textOrNull,
      stoppedBy: Type.Union([textsSchema, Type.Null()], { description: 'The service that was not granted, for a case that stopped because of it.' }),
      course: trackedCourseSchema, because: Type.Union([text, Type.Null()], { description: 'Why it ended without a decision, or why its result was corrected, revoked or cancelled.' }),
      result: Type.Union([Type.Null(), Type.Object({ id: text, number: text, name: textsSchema, issuedAt: text, validUntil: textOrNull, standing: Type.Enum([...standings], { description: 'How it stands today; expired: its days are over.' }), content: Type.Array(Type.Object({ concept: text, name: textsSchema, value: valueSchema, display: textsSchema })) })]),
    })),
    history: Type.Array(Type.Object({ at: text, services: Type.Array(text), action: Type.Enum([...caseActions]), actorKind: text, actorName: text, acting: Type.Boolean({ description: 'Done by somebody in the applicant\'s name; the name says by whom for whom.' }) }), { description: 'In the order it happened; what one actor did to several services at one moment is one line.' }),
    uploads: Type.Array(upload),
  },
  { description: 'A submitted application as a map of its cases: who does what until when, and what the applicant can do now.' },
)

/** @param service of the case: the result of one that changes or extends another's is called as it calls it */
const resultOf = (catalogue: Catalogue, result: Result | undefined, service: string, today: string) => {
  if (!result) return null
  const name = nameOr((catalogue.services[service] ?? catalogue.services[result.service])?.result, result.service)
  const content = result.content.map(({ concept, value }) => {
    const definition = catalogue.concepts[concept]
    const choice = definition?.constraint.choices?.find((each) => each.value === value)
    return { concept, name: nameOr(definition, concept), value, display: choice?.name ?? { 'zh-CN': value === null ? '' : String(value) } }
  })
  return { id: result.id, number: result.number, name, issuedAt: result.issuedAt, validUntil: result.validUntil, standing: standingOn(result, today), content }
}

/** The reasons given with the last of these actions. */
const reasonsOf = (own: readonly HistoryLine[], actions: readonly HistoryLine['action'][]): string | null => {
  const reasons = own.filter((entry) => actions.includes(entry.action)).map((entry) => entry.detail['reasons']).findLast((each) => typeof each === 'string')
  return typeof reasons === 'string' ? reasons : null
}

const stoppedBy = (catalogue: Catalogue, own: readonly HistoryLine[]) => {
  const because = own.find((entry) => entry.action === 'stop')?.detail['because']
  return typeof because === 'string' ? nameOfService(catalogue, because) : null
}

/** The day all is promised by; one that fell into a year without a published calendar is known as soon as the calendar is. */
const promisedOn = ({ promisedOn: known, submittedAt, plan, region }: Application): string | null => {
  if (known !== null || submittedAt === null || !plan) return known
  const promised = addWorkingDays(plainDate(new Date(submittedAt)), plan.promisedDays, region)
  return 'on' in promised ? promised.on : null
}

/** A waiting case has no clock yet: its day is that of the plan, counted from the submission. */
const expectedOn = ({ submittedAt }: Application, one: Case, plannedEnd: number): string | null => {
  // While the applicant is awaited the clock stands, and no day can be promised.
  if (one.promisedOn !== null || hasEnded(one.state) || awaitsApplicant(one.state) || one.course.fileElsewhere || submittedAt === null) return one.promisedOn
  const planned = addWorkingDays(plainDate(new Date(submittedAt)), plannedEnd, one.region)
  return 'on' in planned ? planned.on : null
}

const handlerOf = (own: readonly HistoryLine[]): string | null => {
  const last = own.findLast((entry) => entry.actorKind === 'staff' && entry.action !== 'reveal' && entry.detail['actingFor'] === undefined)
  if (last?.action === 'putBack') return null
  return typeof last?.detail['toName'] === 'string' ? last.detail['toName'] : (last?.actorName ?? null)
}

/** @param catalogue the definitions the application was handed in with @param today YYYY-MM-DD */
export const toTracking = (catalogue: Catalogue, today: string, { application, cases, history, results, uploads }: TrackingParts): Static<typeof trackingSchema> => {
  const { plan } = application
  const histories = Map.groupBy(history, ({ caseId }) => caseId)
  return {
    id: application.id, matter: application.matter, matterName: nameOr(catalogue.matters[application.matter], application.matter), number: application.number ?? '',
    region: application.region, progress: progressOf(cases.map((one) => one.state)), submittedAt: application.submittedAt ?? application.updatedAt, promisedOn: promisedOn(application),
    promisedDays: plan?.promisedDays ?? 0, canWithdraw: cases.some((one) => canAct(one.state, 'withdraw')), before: plan?.before ?? null, after: plan?.after ?? null,
    cases: cases.map((one) => {
      const planned = plan?.services.find((each) => each.service === one.service)
      const authority = authorityOf(catalogue, one.line, one.region)
      const own = histories.get(one.id) ?? []
      return {
        id: one.id, number: one.number, service: one.service, name: nameOfService(catalogue, one.service), line: one.line, authorityName: nameOr(authority, one.line),
        authorityShortName: authority?.shortName ?? { 'zh-CN': one.line }, authorityPhone: authority?.phone ?? null, state: one.state, dependsOn: one.dependsOn, start: planned?.start ?? 0, end: planned?.end ?? 0, critical: planned?.critical ?? false,
        promisedOn: one.promisedOn, expectedOn: expectedOn(application, one, planned?.end ?? 0), urgency: urgencyOf(one, today), daysLeft: daysLeft(one, today), clockRuns: clockRuns(one.state), ended: hasEnded(one.state),
        canWithdraw: canAct(one.state, 'withdraw'), handler: handlerOf(own), supplement: canAct(one.state, 'answerSupplement') ? [...askedOf(own, one.id).items] : [],
        reasons: reasonsOf(own, ['refuse', 'decline']), course: trackedCourse(one), because: reasonsOf(own, ['terminate', 'correctResult', 'revoke', 'cancel']), stoppedBy: stoppedBy(catalogue, own), result: resultOf(catalogue, results.find((result) => result.caseId === one.id), one.service, today),
      }
    }),
    history: trackedHistory(history, cases),
    uploads: uploads.map(({ digest: _digest, ...each }) => each),
  }
}
