// The applicant's API: start, fill, hand in, follow. Another person's application does not exist for the caller.
import { Type } from 'typebox'
import { insertAudit } from '../../kernel/audit-store.ts'
import { personOf } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route, type App } from '../../module.ts'
import { pinnedCatalogue, pinnedCatalogues, type Catalogue } from '../catalogue/index.ts'
import { listCasesOfMany, type Case } from '../cases/index.ts'
import { findTypedPause } from '../exchange/index.ts'
import { withNamesOfEach } from '../planning/index.ts'
import { valueSchema } from '../planning/plan-schema.ts'
import { canApplication, dispute, isDisputed, noneOfThem, undispute, withConsents } from './application.ts'
import { keptSchema, toKept } from './kept.ts'
import { draftSchema, startedSchema, summarySchema, toDraftReply, toSummary, toTracking, trackingSchema } from './application-replies.ts'
import { listApplications, listUploads, updateApplication } from './applications-store.ts'
import { promiseLater, sign } from './signing.ts'
import { auditApplication, changeDraft, getOwn, getOwnForUpdate, isTheirs, planOf, refreshFacts, conceptsIn, takeAnswers, type Person } from './drafting.ts'
import { keepConsents } from './consenting.ts'
import { answerCorrections } from './correcting.ts'
import { answerSupplement, withdraw } from './following.ts'
import { withChosen } from './knowledge.ts'
import { planPurgeOfDraft } from './retention.ts'
import { retryOf } from './retrying.ts'
import { startDraft } from './starting.ts'
import { submit } from './submission.ts'
import { readTracking, type TrackingParts } from './tracking.ts'

const uuid = Type.String({ format: 'uuid' })
const own = Type.Object({ id: uuid })
const answers = Type.Record(Type.String({ maxLength: 100 }), valueSchema, { description: 'Values by concept id; null clears one.' })
const refusals = ['not_found', 'invalid', 'not_allowed_now', 'not_offered'] as const
const closed = { additionalProperties: false }

const draftReply = async (app: App, person: Person, id: string, problems: Parameters<typeof toDraftReply>[1] = []) => {
  const draft = await planOf(app, app.db.read, await getOwn(app.db.read, person, id))
  return toDraftReply(draft, problems, await retryOf(app, draft))
}

/** The definitions of an application, with the services of each one of several named after whom they are for. */
const withNames = (catalogue: Catalogue, matter: string, cases: readonly Case[]): Catalogue =>
  withNamesOfEach(catalogue, matter, cases.map(({ service }) => service), (concept) => cases.flatMap(({ content }) => content).find((each) => each.concept === concept)?.value)

const trackingOf = async (app: App, parts: TrackingParts) =>
  toTracking(withNames(await pinnedCatalogue(app, app.db.read, parts.application), parts.application.matter, parts.cases), plainDate(app.clock.now()), parts)

const trackingReply = async (app: App, person: Person, id: string) => {
  const application = await getOwn(app.db.read, person, id)
  if (application.number === null) throw new Refusal('not_allowed_now', { state: application.state })
  return trackingOf(app, await readTracking(app.db.read, application))
}

export const citizenApplicationRoutes = [
  route({
    method: 'GET', path: '/applications', operation: 'listApplications', summary: 'My drafts and applications, last touched first', permission: 'applications.own',
    query: Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }) }), reply: Type.Object({ applications: Type.Array(summarySchema) }),
    refusals: ['invalid'],
    handle: async (app, { principal, query }) => {
      const person = personOf(principal)
      const applications = (await listApplications(app.db.read, person.id, query.limit)).filter((each) => isTheirs(person, each))
      const cases = await listCasesOfMany(app.db.read, applications.map((each) => each.id))
      const catalogueOf = await pinnedCatalogues(app, app.db.read, applications)
      return { applications: applications.map((each) => {
        const theirs = cases.filter((one) => one.applicationId === each.id)
        return toSummary(withNames(catalogueOf(each), each.matter, theirs), each, theirs)
      }) }
    },
  }),
  route({
    method: 'POST', path: '/applications', operation: 'startApplication', summary: 'Start a matter, or go on with the draft there is; one still empty moves to the region asked for', permission: 'applications.own',
    body: Type.Object({ matter: Type.String({ maxLength: 100 }), region: Type.Optional(Type.String({ pattern: '^\\d{6}(\\d{3})?$' })), channel: Type.Union([Type.Literal('web'), Type.Literal('window'), Type.Literal('kiosk'), Type.Literal('api')], { default: 'web' }), answers: Type.Optional(answers) }, closed),
    status: 201, reply: startedSchema, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, body, requestId }) => {
      const person = personOf(principal)
      const { id, problems, elsewhere } = await startDraft(app, person, body, requestId)
      return { ...(await draftReply(app, person, id, problems)), elsewhere }
    },
  }),
  route({
    method: 'GET', path: '/applications/:id/draft', operation: 'getDraft', summary: 'A draft with its plan', permission: 'applications.own',
    params: own, reply: draftSchema, refusals, handle: (app, { principal, params }) => draftReply(app, personOf(principal), params.id),
  }),
  route({
    method: 'GET', path: '/applications/:id/kept', operation: 'getKept', summary: 'What was typed into a draft, also while its matter is not offered', permission: 'applications.own',
    params: own, reply: keptSchema, refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: async (app, { principal, params }) => {
      const application = await getOwn(app.db.read, personOf(principal), params.id)
      if (!canApplication(application.state, 'edit')) throw new Refusal('not_allowed_now', { state: application.state })
      return toKept(app.packs.catalogueFor(application.region), application, await listUploads(app.db.read, application.id))
    },
  }),
  route({
    method: 'PUT', path: '/applications/:id/answers', operation: 'saveAnswers', summary: 'Save answers; what is wrong is reported, the rest is kept', permission: 'applications.own',
    params: own, body: Type.Object({ answers }, closed), reply: draftSchema, refusals,
    handle: async (app, { principal, params, body, requestId }) => {
      const person = personOf(principal)
      let problems: Parameters<typeof toDraftReply>[1] = []
      await changeDraft(app, person, params.id, requestId, 'answer', (application) => {
        const catalogue = app.packs.catalogueFor(application.region)
        const taken = takeAnswers(catalogue, application, body.answers, plainDate(app.clock.now()))
        problems = taken.problems
        return { application: taken.application, detail: { concepts: conceptsIn(catalogue, body.answers) } }
      })
      await refreshFacts(app, person, params.id, requestId)
      return draftReply(app, person, params.id, problems)
    },
  }),
  route({
    method: 'PUT', path: '/applications/:id/consents', operation: 'saveConsents', summary: 'Agree or not to each registry being asked; what they know comes back at once', permission: 'applications.own',
    params: own, body: Type.Object({ consents: Type.Record(Type.String({ maxLength: 100 }), Type.Boolean()) }, closed), reply: draftSchema, refusals,
    handle: async (app, { principal, params, body, requestId }) => {
      const person = personOf(principal)
      await changeDraft(app, person, params.id, requestId, 'consent', (application) => {
        const { registries } = app.packs.catalogueFor(application.region)
        const unknown = Object.keys(body.consents).find((id) => !registries[id])
        if (unknown) throw new Refusal('invalid', { registry: unknown })
        return { application: withConsents(application, body.consents, app.clock.now().toISOString()), detail: { consents: body.consents }, also: (tx) => keepConsents(app, tx, application, body.consents) }
      })
      await refreshFacts(app, person, params.id, requestId)
      return draftReply(app, person, params.id)
    },
  }),
  route({
    method: 'PUT', path: '/applications/:id/services', operation: 'saveServices', summary: 'Leave out optional services', permission: 'applications.own',
    params: own, body: Type.Object({ declined: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 100, uniqueItems: true }) }, closed), reply: draftSchema, refusals,
    handle: async (app, { principal, params, body, requestId }) => {
      const person = personOf(principal)
      await changeDraft(app, person, params.id, requestId, 'choose', (application) => {
        const matter = app.packs.catalogueFor(application.region).matters[application.matter]
        const firm = body.declined.find((id) => !matter?.services.some((each) => each.service === id && each.optional))
        if (firm) throw new Refusal('invalid', { service: firm })
        return { application: { ...application, declinedServices: body.declined }, detail: { declined: body.declined } }
      })
      return draftReply(app, person, params.id)
    },
  }),
  route({
    method: 'PUT', path: '/applications/:id/commitments', operation: 'saveCommitments', summary: 'Sign a commitment instead of a document, or take it back', permission: 'applications.own',
    params: own, body: Type.Object({ commitments: Type.Record(Type.String({ maxLength: 100 }), Type.Boolean(), { description: 'By evidence: true signs, false takes back.', maxProperties: 100 }) }, closed), reply: draftSchema, refusals,
    handle: async (app, { principal, params, body, requestId }) => {
      const person = personOf(principal)
      await sign(app, person, params.id, body.commitments, requestId)
      return draftReply(app, person, params.id)
    },
  }),
  route({
    method: 'PUT', path: '/applications/:id/later', operation: 'saveLater', summary: 'Promise to hand a document in later, or take it back', permission: 'applications.own',
    params: own, body: Type.Object({ later: Type.Record(Type.String({ maxLength: 100 }), Type.Boolean(), { description: 'By evidence: true promises it on the terms the plan offers, false takes back.', maxProperties: 100 }) }, closed), reply: draftSchema, refusals,
    handle: async (app, { principal, params, body, requestId }) => {
      const person = personOf(principal)
      await promiseLater(app, person, params.id, body.later, requestId)
      return draftReply(app, person, params.id)
    },
  }),
  route({
    method: 'POST', path: '/applications/:id/disputes', operation: 'disputeFact', summary: 'Say that something the government has on record is wrong; it is asked instead', permission: 'applications.own',
    params: own, body: Type.Object({ concept: Type.String({ maxLength: 100 }) }, closed), reply: draftSchema, refusals,
    handle: async (app, { principal, params, body, requestId }) => {
      const person = personOf(principal)
      await changeDraft(app, person, params.id, requestId, 'dispute', (application) => {
        if (!application.known.some((fact) => fact.concept === body.concept)) throw new Refusal('invalid', { concept: body.concept })
        return { application: { ...application, known: dispute(application.known, body.concept) }, detail: { concept: body.concept } }
      })
      return draftReply(app, person, params.id)
    },
  }),
  route({
    method: 'DELETE', path: '/applications/:id/disputes/:concept', operation: 'undisputeFact', summary: 'Take a dispute back: the record counts again, what was typed instead is dropped', permission: 'applications.own',
    params: Type.Object({ id: uuid, concept: Type.String({ maxLength: 100 }) }), reply: draftSchema, refusals,
    handle: async (app, { principal, params, requestId }) => {
      const person = personOf(principal)
      await changeDraft(app, person, params.id, requestId, 'undispute', (application) => {
        if (!isDisputed(application, params.concept)) throw new Refusal('invalid', { concept: params.concept })
        return { application: undispute(application, params.concept), detail: { concept: params.concept } }
      })
      await refreshFacts(app, person, params.id, requestId)
      return draftReply(app, person, params.id)
    },
  }),
  route({
    method: 'PUT', path: '/applications/:id/records', operation: 'chooseRecord', summary: 'Say which of several records is meant, such as which child; empty for none of them', permission: 'applications.own',
    params: own, body: Type.Object({ place: Type.String({ maxLength: 200, description: 'Registry and key concept, as the draft names it.' }), record: Type.String({ maxLength: 200 }) }, closed), reply: draftSchema, refusals,
    handle: async (app, { principal, params, body, requestId }) => {
      const person = personOf(principal)
      await changeDraft(app, person, params.id, requestId, 'chooseRecord', (application, keys, known) => {
        const chosen = withChosen(application, body.place, body.record, keys, known)
        if (!chosen) throw new Refusal('invalid', { record: body.record })
        return { application: chosen, detail: { place: body.place, none: body.record === noneOfThem } }
      })
      await refreshFacts(app, person, params.id, requestId)
      return draftReply(app, person, params.id)
    },
  }),
  route({
    method: 'POST', path: '/applications/:id/look-ups', operation: 'lookUpAgain', summary: 'Ask the registries that did not answer once more, now', permission: 'applications.own',
    params: own, reply: draftSchema, refusals: [...refusals, 'too_many_look_ups'],
    handle: async (app, { principal, params, requestId }) => {
      const person = personOf(principal)
      const draft = await getOwn(app.db.read, person, params.id)
      if (!canApplication(draft.state, 'edit')) throw new Refusal('not_allowed_now', { state: draft.state, action: 'edit' })
      const { capped } = await refreshFacts(app, person, params.id, requestId, { probe: true })
      if (capped) throw new Refusal('too_many_look_ups', { at: (await findTypedPause(app, app.db.read, person.id))?.toISOString() })
      return draftReply(app, person, params.id)
    },
  }),
  route({
    method: 'DELETE', path: '/applications/:id/draft', operation: 'discardDraft', summary: 'Throw a draft away', permission: 'applications.own',
    params: own, reply: Type.Object({ discarded: Type.Boolean() }), refusals,
    handle: (app, { principal, params, requestId }) => {
      const person = personOf(principal)
      return app.db.transaction(async (tx) => {
        const application = await getOwnForUpdate(app, tx, person, params.id, 'discard')
        await updateApplication(tx, { ...application, state: 'discarded', answers: {}, known: [], registries: {}, lookedUp: [], lookedUpAt: {}, records: {}, updatedAt: app.clock.now().toISOString() })
        await planPurgeOfDraft(app, tx, application.id)
        await insertAudit(tx, [auditApplication(app, person, application, 'discard', requestId)])
        return { discarded: true }
      })
    },
  }),
  route({
    method: 'POST', path: '/applications/:id/submit', operation: 'submitApplication', summary: 'Hand in; doing it again answers with the first time', permission: 'applications.own',
    params: own, body: Type.Object({ truthful: Type.Literal(true, { description: 'The applicant declares that everything is true.' }) }, closed), reply: trackingSchema,
    refusals: [...refusals, 'incomplete', 'invalid_answers', 'facts_changed', 'already_applied', 'unconfirmed', 'identity_not_accepted'],
    handle: async (app, { principal, params, requestId }) => trackingOf(app, await submit(app, personOf(principal), params.id, requestId)),
  }),
  route({
    method: 'GET', path: '/applications/:id', operation: 'getApplication', summary: 'A submitted application as a map of its cases', permission: 'applications.own',
    params: own, reply: trackingSchema, refusals, handle: (app, { principal, params }) => trackingReply(app, personOf(principal), params.id),
  }),
  route({
    method: 'POST', path: '/applications/:id/cases/:case/supplement', operation: 'answerSupplement', summary: 'Answer a correction request', permission: 'applications.own',
    params: Type.Object({ id: uuid, case: uuid }), body: Type.Object({ answers, note: Type.String({ maxLength: 2000, default: '' }) }, closed), reply: trackingSchema,
    refusals: [...refusals, 'incomplete', 'invalid_answers'],
    handle: async (app, { principal, params, body, requestId }) => {
      const person = personOf(principal)
      await answerSupplement(app, person, params.id, params.case, body.answers, body.note, requestId)
      return trackingReply(app, person, params.id)
    },
  }),
  route({
    method: 'POST', path: '/applications/:id/corrections', operation: 'answerCorrections', summary: 'Answer the correction requests of all authorities at once', permission: 'applications.own',
    params: own, body: Type.Object({ answers, note: Type.String({ maxLength: 2000, default: '' }), partly: Type.Boolean({ default: false, description: 'Also when some cases still lack something; these stay open.' }) }, closed), reply: trackingSchema,
    refusals: [...refusals, 'incomplete', 'invalid_answers'],
    handle: async (app, { principal, params, body, requestId }) => {
      const person = personOf(principal)
      await answerCorrections(app, person, params.id, { answers: body.answers, note: body.note, partly: body.partly }, requestId)
      return trackingReply(app, person, params.id)
    },
  }),
  route({
    method: 'POST', path: '/applications/:id/withdraw', operation: 'withdrawApplication', summary: 'Withdraw what has not ended, or one case', permission: 'applications.own',
    params: own, body: Type.Object({ case: Type.Optional(uuid), reason: Type.String({ maxLength: 500, default: '' }) }, closed), reply: trackingSchema, refusals,
    handle: async (app, { principal, params, body, requestId }) => {
      const person = personOf(principal)
      await withdraw(app, person, params.id, body.case, body.reason, requestId)
      return trackingReply(app, person, params.id)
    },
  }),
]

