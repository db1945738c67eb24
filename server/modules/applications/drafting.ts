// Working on a draft: the plan as it stands, saving answers, consents and choices, and asking the registries what they know.
// Everything valid is saved at once; what is not is reported and stays with the person who typed it.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { mayActIn, type Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { together, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { nameOr, textIn } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { pinnedCatalogue, type Catalogue } from '../catalogue/index.ts'
import { factsOf, heldOf, listValidOf } from '../credentials/index.ts'
import { giveTypedBack, lookUpRegistries, mayTryTyped, referenceTo, type Found } from '../exchange/index.ts'
import { getPerson, recordActing, type Person as Profile } from '../people/index.ts'
import { checkAnswer, isBlank, knownValues, makePlan, subjectsOfApplicant, tidyAnswer, type Answer, type AnswerProblem, type KnownFact, type Plan, type PlanInput } from '../planning/index.ts'
import { canApplication, isDiscarded, profileFacts, type Application, type ApplicationAction, type ProfileFacts, type Upload } from './application.ts'
import { unaskableBy } from './identity-accepted.ts'
import { mustBeOffered } from './kept.ts'
import { promisedLater, stillSigned } from './signed.ts'
import { listCommitments, type SignedCommitment } from './commitments-store.ts'
import { findBar, findEarlier } from './reusing.ts'
import { findHandled, handledIn } from './handled.ts'
import { findApplication, findApplicationForUpdate, listUploads, updateApplication } from './applications-store.ts'
import { withoutOutdated, withRegistryAnswers } from './knowledge.ts'

export type Person = Extract<Principal, { kind: 'person' }>

/** A draft with everything the plan is made from. */
export type Draft = { application: Application; catalogue: Catalogue; known: KnownFact[]; uploads: Upload[]; earlierFiles: Upload[]; commitments: SignedCommitment[]; plan: Plan; profile: Profile }

/** Theirs, and for whoever acts for them also covered by the mandate. */
export const isTheirs = (person: Person, application: Application): boolean => application.personId === person.id && !isDiscarded(application) && mayActIn(person, application.matter)

/** The applicant's own application, or "not found": other people's do not exist for them. */
export const getOwn = async (read: Read, person: Person, id: string): Promise<Application> => {
  const application = await findApplication(read, id)
  if (!application || !isTheirs(person, application)) throw new Refusal('not_found')
  return application
}

export const getOwnForUpdate = async (app: App, tx: Tx, person: Person, id: string, action: ApplicationAction): Promise<Application> => {
  const application = await findApplicationForUpdate(tx, id)
  if (!application || !isTheirs(person, application)) throw new Refusal('not_found')
  if (!canApplication(application.state, action)) throw new Refusal('not_allowed_now', { state: application.state, action })
  await recordActing(app, tx, person, application)
  return application
}

export const auditApplication = (app: App, by: Principal, application: Application, action: string, requestId: string | null, detail: unknown = {}) => ({
  at: app.clock.now().toISOString(), ...actorOf(by), action: `applications.${action}`, subjectType: 'application', subjectId: application.id,
  region: application.region, requestId, detail,
})

/** What the login tells about the applicant, for the draft as it stands. */
export const ownFacts = (catalogue: Catalogue, profile: ProfileFacts, application: Application): KnownFact[] =>
  profileFacts(profile, subjectsOfApplicant(catalogue, application.matter, application.answers, plainDate(new Date(application.updatedAt))), (id) => catalogue.concepts[id] !== undefined, application.updatedAt)

/** What goes into a plan whatever the application itself says, so that both can be asked for together. */
export const listBeside = (read: Read, { id, personId }: Pick<Application, 'id' | 'personId'>) =>
  together([getPerson(read, personId), listUploads(read, id), listCommitments(read, id), listValidOf(read, personId)])

type Beside = Awaited<ReturnType<typeof listBeside>>

/** Makes the plan of an application as it stands. @param beside when it has been read already */
export const planOf = async (app: App, read: Read, application: Application, beside?: Beside): Promise<Draft> => {
  const catalogue = await pinnedCatalogue(app, read, application)
  mustBeOffered(catalogue, application)
  const [[person, uploads, commitments, credentials], earlier, handled] = await Promise.all([beside ?? listBeside(read, application), findEarlier(read, application, catalogue, app.clock.now()), findHandled(read, application)])
  const own = ownFacts(catalogue, person, application)
  const today = plainDate(app.clock.now())
  const told = [...own, ...application.known]
  const before = handledIn(catalogue, application, told, handled, today)
  const stated = credentials.length === 0 ? [] : factsOf(credentials, {
    catalogue, types: app.packs.credentialTypesFor(application.region), values: knownValues(application.answers, told), ownNumber: person.idNumber, on: today,
  })
  const known = [...told, ...before.facts, ...stated, ...earlier.facts]
  const input: PlanInput = {
    catalogue, matter: application.matter, on: today, answers: application.answers, known, registries: { ...registryStates(application), ...unaskableBy(catalogue, own, person) },
    declinedServices: application.declinedServices, handled: before.services, uploaded: [...new Set(uploads.map((upload) => upload.evidence))], signed: stillSigned(catalogue, commitments),
    later: promisedLater(commitments), barred: await findBar(app, read, application, catalogue, known, today),
    submitted: earlier.documents, credentials: heldOf(credentials, person.idNumber, today), staleFacts: 'kept', // looked up again right before it is handed in
  }
  return { application, catalogue, known, uploads, earlierFiles: earlier.files, commitments, plan: makePlan(input), profile: person }
}

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

/** What was answered, for the audit trail: concepts there are, never what else somebody sent as a name. */
export const conceptsIn = ({ concepts }: Catalogue, given: Readonly<Record<string, Answer>>): string[] => Object.keys(given).filter((id) => Object.hasOwn(concepts, id))

/** Changes a draft in one transaction, with its audit entry; what no longer holds after the change is forgotten. Returns it as stored. */
export const changeDraft = (app: App, person: Person, id: string, requestId: string, action: string, change: (application: Application, catalogue: Catalogue, own: readonly KnownFact[]) => { application: Application; detail?: unknown; also?: (tx: Tx) => Promise<void> }): Promise<Application> =>
  app.db.transaction(async (tx) => {
    const before = await getOwnForUpdate(app, tx, person, id, 'edit')
    const catalogue = app.packs.catalogueFor(before.region)
    mustBeOffered(catalogue, before)
    const profile = await getPerson(tx, person.id)
    const { application, detail, also } = change(before, catalogue, ownFacts(catalogue, profile, before))
    const lasting = withoutOutdated(application, catalogue, ownFacts(catalogue, profile, application))
    const next = { ...lasting, revision: before.revision + 1, updatedAt: app.clock.now().toISOString() }
    await updateApplication(tx, next)
    await also?.(tx)
    await insertAudit(tx, [auditApplication(app, person, next, action, requestId, detail)])
    return next
  })

/** What a look-up is made for: all that the plan wants, besides what is named; as a person's own wish or by itself. */
type Wish = { besides?: Readonly<Record<string, readonly string[]>>; probe?: boolean }

/** Asks every registry the applicant agreed to for what the plan wants from it. `capped`: something was not asked, because too many numbers were tried. */
export const lookUp = async (app: App, person: Person, { application, catalogue, known, plan }: Draft, { besides = {}, probe = false }: Wish = {}): Promise<Found & { capped: boolean }> => {
  const { consents } = application
  const mayBeAsked = (registry: string): boolean => catalogue.registries[registry]?.consent === false || consents[registry]?.granted === true
  const wanted = new Map(plan.consents.map(({ registry, concepts }) => [registry, [...concepts]]))
  for (const [registry, concepts] of Object.entries(besides)) wanted.set(registry, [...new Set([...(wanted.get(registry) ?? []), ...concepts])])
  let capped = false
  const found = await lookUpRegistries(app, {
    catalogue, known, answers: application.answers, made: application.lookedUp, personId: person.id, applicationId: application.id, probe,
    wanted: Object.fromEntries([...wanted].filter(([registry]) => mayBeAsked(registry))),
    undecided: plan.consents.filter(({ registry, consent }) => consent && !consents[registry]).map(({ registry }) => registry),
    purpose: textIn(nameOr(catalogue.matters[application.matter], application.matter), 'zh-CN'),
    reference: application.number ?? referenceTo('draft', application.id),
    consents: Object.fromEntries(Object.entries(consents).map(([registry, { at }]) => [registry, at])),
    mayTry: async (number) => {
      // Every row of a table is handed in under the applicant's name; the packs say for which matters that may be.
      if (application.channel === 'batch') return { may: true, isNew: false }
      const tried = await mayTryTyped(app, person.id, number)
      if (!tried.may) capped = true
      return tried
    },
    giveBack: (number) => giveTypedBack(app, person.id, number),
  })
  return { ...found, capped }
}

/** Asks the registries for what the plan wants and keeps what they say. Answers whether too many numbers were tried to ask all of them. */
export const refreshFacts = async (app: App, person: Person, id: string, requestId: string, wish: Wish = {}): Promise<{ capped: boolean }> => {
  const draft = await planOf(app, app.db.read, await getOwn(app.db.read, person, id))
  const { application, catalogue } = draft
  const found = await lookUp(app, person, draft, wish)
  const { capped } = found
  const isNew = found.answers.some(({ registry, keyConcept, state }) => application.registries[`${registry} ${keyConcept}`] !== state)
  if (found.asked === 0 && !isNew) return { capped }
  return app.db.transaction(async (tx) => {
    const current = await findApplicationForUpdate(tx, id)
    if (!current || !canApplication(current.state, 'edit')) return { capped }
    const next = withRegistryAnswers(current, found.answers, catalogue, ownFacts(catalogue, await getPerson(tx, person.id), current))
    await updateApplication(tx, { ...next, revision: current.revision + 1, updatedAt: app.clock.now().toISOString() })
    await insertAudit(tx, [auditApplication(app, person, next, 'lookUp', requestId, { registries: statesOf(found) })])
    return { capped }
  })
}

/** Each look-up with what came of it, for the audit trail. */
export const statesOf = ({ answers }: Pick<Found, 'answers'>) => Object.fromEntries(answers.map(({ registry, keyConcept, state }) => [`${registry} ${keyConcept}`, state]))
