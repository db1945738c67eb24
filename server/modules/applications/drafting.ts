// Working on a draft: the plan as it stands, saving answers, consents and choices, and asking the registries what they know.
// Everything valid is saved at once; what is not is reported and stays with the person who typed it.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { textIn } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { insertRegistryCalls, lookUpRegistries } from '../exchange/index.ts'
import { getPerson } from '../people/index.ts'
import { checkAnswer, isBlank, makePlan, tidyAnswer, type Answer, type AnswerProblem, type KnownFact, type Plan, type PlanInput } from '../planning/index.ts'
import { canApplication, isDiscarded, mergeFacts, profileFacts, type Application, type ApplicationAction, type Upload } from './application.ts'
import { findApplication, findApplicationForUpdate, listUploads, updateApplication } from './applications-store.ts'

export type Person = Extract<Principal, { kind: 'person' }>

/** A draft with everything the plan is made from. */
export type Draft = { application: Application; catalogue: Catalogue; known: KnownFact[]; uploads: Upload[]; plan: Plan }

/** The applicant's own application, or "not found": other people's do not exist for them. */
export const getOwn = async (read: Read, person: Person, id: string): Promise<Application> => {
  const application = await findApplication(read, id)
  if (!application || application.personId !== person.id || isDiscarded(application)) throw new Refusal('not_found')
  return application
}

export const getOwnForUpdate = async (tx: Tx, person: Person, id: string, action: ApplicationAction): Promise<Application> => {
  const application = await findApplicationForUpdate(tx, id)
  if (!application || application.personId !== person.id || isDiscarded(application)) throw new Refusal('not_found')
  if (!canApplication(application.state, action)) throw new Refusal('not_allowed_now', { state: application.state, action })
  return application
}

export const auditApplication = (app: App, person: Person, application: Application, action: string, requestId: string, detail: unknown = {}) => ({
  at: app.clock.now().toISOString(), ...actorOf(person), action: `applications.${action}`, subjectType: 'application', subjectId: application.id,
  region: application.region, requestId, detail,
})

/** Makes the plan of an application as it stands. */
export const planOf = async (app: App, read: Read, application: Application): Promise<Draft> => {
  const catalogue = app.packs.catalogueFor(application.region)
  const person = await getPerson(read, application.personId)
  const uploads = await listUploads(read, application.id)
  const own = profileFacts(person, application.answers, (id) => catalogue.concepts[id] !== undefined, application.updatedAt)
  const known = mergeFacts(own, application.known)
  const input: PlanInput = {
    catalogue, matter: application.matter, on: plainDate(app.clock.now()), answers: application.answers, known, registries: registryStates(application),
    declinedServices: application.declinedServices, uploaded: needsMetBy(catalogue, application.matter, new Set(uploads.map((upload) => upload.evidence))),
  }
  return { application, catalogue, known, uploads, plan: makePlan(input) }
}

/** The needs of a matter's services that documents of these types satisfy, as `service/need`. */
const needsMetBy = (catalogue: Catalogue, matter: string, evidence: ReadonlySet<string>): string[] =>
  (catalogue.matters[matter]?.services ?? []).flatMap(({ service }) =>
    (catalogue.services[service]?.evidence ?? []).filter((need) => need.anyOf.some((id) => evidence.has(id))).map((need) => `${service}/${need.id}`),
  )

const registryStates = ({ registries, consents }: Application): PlanInput['registries'] => ({
  ...registries,
  ...Object.fromEntries(Object.entries(consents).filter(([, consent]) => !consent.granted).map(([id]) => [id, 'declined' as const])),
})

/** Takes over every answer that can be right and names the others. A null clears an answer. */
export const takeAnswers = (catalogue: Catalogue, application: Application, given: Readonly<Record<string, Answer>>, on: string): { application: Application; problems: AnswerProblem[] } => {
  const answers: Record<string, Answer> = { ...application.answers }
  const problems: AnswerProblem[] = []
  for (const [id, value] of Object.entries(given)) {
    const concept = catalogue.concepts[id]
    const code = concept ? (isBlank(value) ? undefined : checkAnswer(concept, concept.constraint, value, on)) : 'unknown'
    if (code) problems.push({ concept: id, code })
    else if (!concept || isBlank(value)) delete answers[id]
    else answers[id] = tidyAnswer(concept, value)
  }
  return { application: { ...application, answers }, problems }
}

/** Changes a draft in one transaction, with its audit entry; returns it as stored. */
export const changeDraft = (app: App, person: Person, id: string, requestId: string, action: string, change: (application: Application, tx: Tx) => Promise<{ application: Application; detail?: unknown }>): Promise<Application> =>
  app.db.transaction(async (tx) => {
    const before = await getOwnForUpdate(tx, person, id, 'edit')
    const { application, detail } = await change(before, tx)
    const next = { ...application, revision: before.revision + 1, updatedAt: app.clock.now().toISOString() }
    await updateApplication(tx, next)
    await insertAudit(tx, [auditApplication(app, person, next, action, requestId, detail)])
    return next
  })

/** Asks every registry the applicant agreed to for what the plan wants from it, and keeps what they say. */
export const refreshFacts = async (app: App, person: Person, id: string, requestId: string): Promise<Application> => {
  const draft = await planOf(app, app.db.read, await getOwn(app.db.read, person, id))
  const { application, catalogue, plan } = draft
  const wanted = Object.fromEntries(
    plan.consents.filter(({ registry }) => application.consents[registry]?.granted || catalogue.registries[registry]?.consent === false).map(({ registry, concepts }) => [registry, concepts]),
  )
  if (Object.keys(wanted).length === 0) return application
  const matter = catalogue.matters[application.matter]
  const found = await lookUpRegistries(app, {
    catalogue, wanted, answers: application.answers, known: draft.known, made: application.lookedUp, personId: person.id, applicationId: id,
    purpose: matter ? textIn(matter.name, 'zh-CN') : application.matter, consent: application.consents[Object.keys(wanted)[0] ?? '']?.at ?? application.createdAt,
  })
  if (found.calls.length === 0) return application
  return changeDraft(app, person, id, requestId, 'lookUp', async (current, tx) => {
    await insertRegistryCalls(tx, found.calls)
    return {
      application: { ...current, known: mergeFacts(current.known, found.facts), registries: { ...current.registries, ...found.states }, lookedUp: [...new Set([...current.lookedUp, ...found.made])] },
      detail: { registries: found.states },
    }
  })
}
