// The workbench's API: the queue of a posting, one case with everything its authority may see, and the actions on it.
import { Type, type Static } from 'typebox'
import { insertAudit } from '../../kernel/audit-store.ts'
import { jurisdictionFilter, staffOf } from '../../kernel/authz.ts'
import { addDays, plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileReply } from '../../kernel/http.ts'
import { pageOf } from '../../kernel/pages.ts'
import { route } from '../../module.ts'
import { pinnedCatalogue, pinnedCatalogues, type Service } from '../catalogue/index.ts'
import { checkAnswer } from '../planning/index.ts'
import { issuedBy } from './advance.ts'
import { acting, getCaseInSight, getCaseWithin, inSight, readers, recordRead, replyOf } from './acting.ts'
import { canAct, caseStates, type Case } from './case.ts'
import { listLastReads } from './case-reads-store.ts'
import { countQueue, listAuthorityCounts, listQueue, type QueueFilter } from './cases-store.ts'
import { insertHistory } from './history-store.ts'
import { getCaseFile, openCaseFile } from './case-files.ts'
import { caseSchema, countsSchema, summarySchema, toQueueItem, toSummary } from './case-replies.ts'
import { deskFactsFor, deskItemSchema } from './desk-item.ts'
import { askOpinions } from './consulting.ts'
import { missSomething } from './correcting.ts'
import { disagreements, heldHearing } from './course.ts'
import { grantCase } from './granting.ts'
import { actOnCase, getCaseForAction } from './handling.ts'
import { auditCase, historyEntry, type Scene } from './recording.ts'
import { isReasonGiven, revealedSeconds, revealReasons } from './reveal.ts'
import { addWorkingDays } from './working-days.ts'

const uuid = Type.String({ format: 'uuid' })
export const caseParams = Type.Object({ id: uuid })
export const revision = Type.Integer({ minimum: 1, description: 'Revision of the case the official was looking at; an older one is refused.' })
const reasons = Type.String({ minLength: 2, maxLength: 2000, description: 'Reasons given to the applicant.' })

const day = Type.String({ format: 'date', description: 'Handed in from, until: days in China.' })

const queueQuery = Type.Object({
  view: Type.Union([Type.Literal('mine'), Type.Literal('unclaimed'), Type.Literal('dueSoon'), Type.Literal('supplement'), Type.Literal('all'), Type.Literal('overdue'), Type.Literal('any')], { default: 'all', description: 'any: also those that have ended or still wait.' }),
  q: Type.Optional(Type.String({ maxLength: 100, description: 'Part of a case number or an applicant name.' })),
  matter: Type.Optional(Type.String({ maxLength: 100 })),
  line: Type.Optional(Type.String({ maxLength: 100, description: 'Line of authority.' })),
  region: Type.Optional(Type.String({ pattern: '^\\d{6}(\\d{3})?$', description: 'Region of the authority, GB/T 2260.' })),
  service: Type.Optional(Type.String({ maxLength: 100 })),
  state: Type.Optional(Type.Enum(caseStates)),
  holder: Type.Optional(Type.Union([uuid, Type.Literal('nobody')], { description: 'The official who has it.' })),
  from: Type.Optional(day),
  until: Type.Optional(day),
  within: Type.Optional(Type.Integer({ minimum: 0, maximum: 60, description: 'Promised within so many working days, or late.' })),
  after: Type.Optional(uuid),
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
})

/** The next working day: what is promised up to then is due soon. */
export const soonOn = (today: string): string => {
  const next = addWorkingDays(today, 1)
  return 'on' in next ? next.on : addDays(today, 1)
}

/** What a query narrows the queue by, as the store takes it. */
export const narrowing = ({ service, state, holder, from, until, within }: Static<typeof queueQuery>, today: string): Partial<QueueFilter> => {
  const last = within === undefined ? undefined : addWorkingDays(today, within)
  return {
    ...(service ? { service } : {}), ...(state ? { state } : {}), ...(holder ? { holder } : {}), ...(from ? { from } : {}), ...(until ? { until } : {}),
    ...(last && 'on' in last ? { promisedBy: last.on } : {}),
  }
}

/** What the approver writes into a result must be what only that result creates, and valid: an ID number with its check digit. */
const checkGiven = async ({ app, tx }: Scene, one: Case, values: Readonly<Record<string, string>>): Promise<void> => {
  const { concepts, services } = await pinnedCatalogue(app, tx, one)
  const service = services[one.service]
  const stated = service ? issuedBy(service) : []
  const problems = Object.entries(values).flatMap(([id, value]) => {
    const concept = stated.includes(id) ? concepts[id] : undefined
    const code = concept ? checkAnswer(concept, concept.constraint, value, plainDate(app.clock.now())) : ('unknown' as const)
    return code ? [{ concept: id, code }] : []
  })
  if (problems.length > 0) throw new Refusal('invalid_answers', { problems })
}

/** Documents its service names and those it has: no other may be asked for (Administrative Licensing Law Art. 31). */
const documentsOf = (service: Service | undefined, one: Case): string[] => [...(service?.evidence ?? []).flatMap(({ anyOf }) => anyOf), ...one.evidence.map(({ evidence }) => evidence)]

export const refusals = ['not_found', 'invalid', 'conflict', 'not_allowed_now'] as const

export const staffCaseRoutes = [
  route({
    method: 'GET', path: '/cases', operation: 'listCases', summary: 'The queue of my postings, most urgent first', permission: 'cases.read',
    query: queueQuery, reply: Type.Object({ cases: Type.Array(deskItemSchema), next: Type.Union([uuid, Type.Null()]) }), refusals: ['invalid'],
    handle: async (app, { principal, query, language }) => {
      const staff = staffOf(principal)
      const today = plainDate(app.clock.now())
      const cases = await listQueue(app.db.read, {
        jurisdiction: jurisdictionFilter(staff, readers), view: query.view, staffId: staff.id, today, soonOn: soonOn(today), limit: query.limit + 1,
        ...(query.q ? { text: query.q } : {}), ...(query.matter ? { matter: query.matter } : {}), ...(query.line ? { line: query.line } : {}), ...(query.region ? { region: query.region } : {}),
        ...narrowing(query, today), ...(query.after ? { after: query.after } : {}),
      })
      const { page, next } = pageOf(cases, query.limit)
      const [catalogueOf, factsOf] = await Promise.all([pinnedCatalogues(app, app.db.read, page), deskFactsFor(app, staff.id, page)])
      return { cases: page.map((one) => ({ ...toQueueItem(catalogueOf(one), one, today, language, staff.id), ...factsOf(one) })), next }
    },
  }),
  route({
    method: 'GET', path: '/cases/counts', operation: 'countCases', summary: 'How many cases each view holds', permission: 'cases.read',
    reply: countsSchema, refusals: [],
    handle: async (app, { principal }) => {
      const staff = staffOf(principal)
      const today = plainDate(app.clock.now())
      return countQueue(app.db.read, { jurisdiction: jurisdictionFilter(staff, readers), staffId: staff.id, today, soonOn: soonOn(today) })
    },
  }),
  route({
    method: 'GET', path: '/cases/summary', operation: 'summariseCases', summary: 'Open, soon due and late cases by authority', permission: 'cases.read',
    reply: summarySchema, refusals: [],
    handle: async (app, { principal }) => {
      const today = plainDate(app.clock.now())
      return toSummary(app, await listAuthorityCounts(app.db.read, { jurisdiction: jurisdictionFilter(staffOf(principal), readers), today, soonOn: soonOn(today) }))
    },
  }),
  route({
    method: 'GET', path: '/cases/:id', operation: 'getCase', summary: 'One case: what the authority needs, what rules say, what happened', permission: 'cases.read',
    params: caseParams, reply: caseSchema, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const one = await getCaseInSight(app, principal, params.id)
      const staff = staffOf(principal)
      const lookedAt = await app.db.transaction(async (tx) => {
        const before = await listLastReads(tx, staff.id, [one.id])
        await recordRead(tx, app, staff.id, await inSight(app, tx, staff, one))
        return before.get(one.id) ?? null
      })
      return { ...(await replyOf(app, staff, one)), lookedAt }
    },
  }),
  route({
    method: 'POST', path: '/cases/:id/claim', operation: 'claimCase', summary: 'Take a case on', permission: 'cases.accept',
    params: caseParams, body: Type.Object({ revision }, { additionalProperties: false }), reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'claim', call.body.revision, (scene, one) => actOnCase(scene, one, 'claim', {}, (next) => ({ ...next, assigneeId: staffOf(call.principal).id }))),
  }),
  route({
    method: 'POST', path: '/cases/:id/accept', operation: 'acceptCase', summary: 'Accept an application as complete', permission: 'cases.accept',
    params: caseParams, body: Type.Object({ revision }, { additionalProperties: false }), reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'accept', call.body.revision, async (scene, one) => askOpinions(scene, await actOnCase(scene, one, 'accept', {}, (next) => ({ ...next, assigneeId: next.assigneeId ?? staffOf(call.principal).id })))),
  }),
  route({
    method: 'POST', path: '/cases/:id/supplement-request', operation: 'requestSupplement', summary: 'Tell the applicant once of everything missing', permission: 'cases.accept',
    params: caseParams,
    body: Type.Object({
      revision,
      items: Type.Array(Type.Object({ what: Type.String({ minLength: 2, maxLength: 500 }), concept: Type.Optional(Type.String({ maxLength: 100 })), evidence: Type.Optional(Type.String({ maxLength: 100 })) }, { additionalProperties: false }), { minItems: 1, maxItems: 50 }),
    }, { additionalProperties: false }),
    reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'requestSupplement', call.body.revision, async (scene, one, siblings) => {
      const { services } = await pinnedCatalogue(app, scene.tx, one)
      const documents = documentsOf(services[one.service], one)
      const foreign = call.body.items.find((item) => (item.concept !== undefined && !one.content.some((value) => value.concept === item.concept)) || (item.evidence !== undefined && !documents.includes(item.evidence)))
      if (foreign) throw new Refusal('invalid', { concept: foreign.concept, evidence: foreign.evidence })
      return missSomething(scene, one, siblings, call.body.items)
    }),
  }),
  route({
    method: 'POST', path: '/cases/:id/grant', operation: 'grantCase', summary: 'Decide in favour and record the result', permission: 'cases.decide',
    params: caseParams,
    body: Type.Object({ revision, opinion: Type.String({ maxLength: 2000, default: '' }), values: Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Type.String({ minLength: 1, maxLength: 200 }))) }, { additionalProperties: false }),
    reply: caseSchema, refusals: [...refusals, 'invalid_answers'],
    handle: (app, call) => acting(app, call, call.params.id, 'grant', call.body.revision, async (scene, one, siblings) => {
      if (call.body.opinion.trim() === '' && (heldHearing(one.course) || disagreements(one.course).length > 0)) throw new Refusal('invalid', { missing: 'opinion' })
      await checkGiven(scene, one, call.body.values ?? {})
      return grantCase(scene, one, siblings, call.body.values ?? {}, call.body.opinion)
    }),
  }),
  route({
    method: 'POST', path: '/cases/:id/refuse', operation: 'refuseCase', summary: 'Decide against, with reasons', permission: 'cases.decide',
    params: caseParams, body: Type.Object({ revision, reasons }, { additionalProperties: false }), reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'refuse', call.body.revision, (scene, one) => actOnCase(scene, one, 'refuse', { reasons: call.body.reasons })),
  }),
  route({
    method: 'POST', path: '/cases/:id/decline', operation: 'declineCase', summary: 'Not accept: outside the law or not this authority', permission: 'cases.accept',
    params: caseParams, body: Type.Object({ revision, reasons }, { additionalProperties: false }), reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'decline', call.body.revision, (scene, one) => actOnCase(scene, one, 'decline', { reasons: call.body.reasons })),
  }),
  route({
    method: 'POST', path: '/cases/:id/reveal', operation: 'revealValue', summary: 'See a masked value in full, with a reason; recorded, and shown to whom it concerns', permission: 'cases.read',
    params: caseParams,
    body: Type.Object({ concept: Type.String({ maxLength: 100 }), reason: Type.Enum(revealReasons), note: Type.Optional(Type.String({ maxLength: 200, description: 'Required where the reason is another one: at least four characters.' })) }, { additionalProperties: false }),
    reply: Type.Object({ concept: Type.String(), value: Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]), until: Type.String({ description: 'When the screen masks it again.' }) }), refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: async (app, { principal, params, body, requestId }) => {
      await getCaseWithin(app, principal, params.id)
      if (!isReasonGiven(body)) throw new Refusal('invalid', [{ path: '/note' }])
      const { concept, reason, note } = body
      return app.db.transaction(async (tx) => {
        const scene: Scene = { app, tx, principal, requestId, at: app.clock.now() }
        const { one } = await getCaseForAction(tx, params.id)
        const value = one.content.find((each) => each.concept === concept)
        if (!value) throw new Refusal('not_found')
        if (!canAct(one.state, 'reveal')) throw new Refusal('not_allowed_now', { state: one.state, action: 'reveal' })
        await insertHistory(tx, [historyEntry(scene, one, 'reveal', { concept, reason, ...(note ? { note } : {}) })])
        await insertAudit(tx, [auditCase(scene, one, 'reveal', { concept, reason })])
        await recordRead(tx, app, staffOf(principal).id, one)
        return { concept, value: value.value, until: new Date(scene.at.getTime() + revealedSeconds * 1000).toISOString() }
      })
    },
  }),
  route({
    method: 'GET', path: '/cases/:id/files/:file', operation: 'getCaseFile', summary: 'A document the applicant gave for this case; recorded', permission: 'cases.read',
    params: Type.Object({ id: uuid, file: uuid }), reply: fileReply, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params, requestId }) => {
      const one = await inSight(app, app.db.read, principal, await getCaseInSight(app, principal, params.id))
      const file = getCaseFile(one, params.file)
      await app.db.transaction(async (tx) => {
        await recordRead(tx, app, staffOf(principal).id, one)
        await insertAudit(tx, [auditCase({ app, tx, principal, requestId, at: app.clock.now() }, one, 'openFile', { file: file.id, digest: file.digest })])
      })
      return openCaseFile(app, file)
    },
  }),
]
