// Handing in: checks that nothing is missing, freezes the plan, splits it into cases, all in one transaction.
// Safe to repeat: a second submission of the same draft answers with the first.
import { plainDate } from '../../kernel/clock.ts'
import { together, unawaited, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { humanNumber, uuidv7 } from '../../kernel/ids.ts'
import { nameOr, textIn } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf, pinCatalogue, type Catalogue } from '../catalogue/index.ts'
import { addWorkingDays, openAmendments, openCases, storeOpenedCases, takeSequence, type Case } from '../cases/index.ts'
import { recordUses } from '../credentials/index.ts'
import { checkAnswers, knownValues, unaskedRegistries } from '../planning/index.ts'
import { recordActing } from '../people/index.ts'
import { collect } from '../transfers/index.ts'
import { keepPromises } from '../undertakings/index.ts'
import { isSubmitted, type Application } from './application.ts'
import { findApplicationForUpdate, updateApplication } from './applications-store.ts'
import { branchesOf } from './branches.ts'
import { mustBeConfirmed } from './confirming.ts'
import { auditApplication, isTheirs, listBeside, planOf, type Draft, type Person } from './drafting.ts'
import { identityOf } from './event-identity.ts'
import { digestOfContent, signedContent } from './signed-content.ts'
import { stalePlaces } from './freshness.ts'
import { includedIn, notAccepted } from './identity-accepted.ts'
import { renewFacts } from './renewing.ts'
import { sameEventOf } from './same-event.ts'
import { handedOut, readTracking, type TrackingParts } from './tracking.ts'

/** Everything that still keeps a draft from being handed in. */
export type Missing = { questions: string[]; answers: { concept: string; code: string }[]; evidence: string[]; commitments: string[]; services: 'none'[]; registries: string[] }

export const missingIn = ({ plan, catalogue, application }: Pick<Draft, 'plan' | 'catalogue' | 'application'>): Missing => ({
  questions: plan.questions.map((question) => question.concept),
  answers: checkAnswers(plan, catalogue, application.answers),
  evidence: plan.evidence.filter((each) => each.source.kind === 'upload' && !each.uploaded).map((each) => each.evidence),
  commitments: plan.evidence.filter((each) => each.source.kind === 'commitment' && !each.uploaded).map((each) => each.evidence),
  services: plan.settled && !plan.services.some(({ state }) => state === 'included') ? ['none'] : [],
  registries: unaskedRegistries(plan, application.registries),
})

const isComplete = (missing: Missing): boolean => Object.values(missing).every((each) => each.length === 0)

/** Hands in, or answers with the first time. Facts too old to be relied on are looked up again first, outside any transaction. */
export const submit = async (app: App, person: Person, id: string, requestId: string): Promise<TrackingParts> => {
  const handedIn = await attempt(app, person, id, requestId, 'fresh')
  if (handedIn) return handedIn
  const changes = await renewFacts(app, person, id, requestId)
  if (changes.length > 0) throw new Refusal('facts_changed', { changes })
  // What could not be reached now goes along as it was; the authority sees how old it is.
  const after = await attempt(app, person, id, requestId, 'any')
  if (!after) throw new Refusal('unavailable')
  return after
}

/** Undefined when something must be looked up again first. */
const attempt = async (app: App, person: Person, id: string, requestId: string, facts: 'fresh' | 'any'): Promise<TrackingParts | undefined> => {
  let confirm = () => {}
  const handedIn = await app.db.transaction(async (tx) => {
    const [application, beside] = await together([findApplicationForUpdate(tx, id), listBeside(tx, { id, personId: person.id })])
    if (!application || !isTheirs(person, application)) throw new Refusal('not_found')
    if (isSubmitted(application)) return readTracking(tx, application)
    await recordActing(app, tx, person, application)
    const draft = await planOf(app, tx, application, beside)
    const missing = missingIn(draft)
    if (!draft.plan.settled || !isComplete(missing)) throw new Refusal('incomplete', missing)
    mustBeAccepted(draft)
    await mustBeConfirmed(tx, person, draft)
    if (facts === 'fresh' && stalePlaces(application, draft.catalogue, app.clock.now()).length > 0) return undefined
    const pinned = await pinCatalogue(app, tx, draft.catalogue, application.matter)
    confirm = pinned.confirm
    return handIn(app, tx, person, draft, pinned.digest, requestId)
  })
  confirm()
  return handedIn
}

/** @throws Refusal identity_not_accepted when a service does not take the document or the assurance of the login */
const mustBeAccepted = ({ catalogue, plan, profile }: Draft): void => {
  const services = notAccepted(catalogue, includedIn(plan), profile)
  if (services.length > 0) throw new Refusal('identity_not_accepted', { services })
}

const identityIn = ({ catalogue, application, known }: Draft): string[] | null => {
  const matter = catalogue.matters[application.matter]
  return matter ? identityOf(matter, knownValues(application.answers, known)) : null
}

const handIn = async (app: App, tx: Tx, person: Person, draft: Draft, catalogueDigest: string, requestId: string): Promise<TrackingParts> => {
  const { application, catalogue, plan, known, uploads, earlierFiles } = draft
  const at = app.clock.now()
  const today = plainDate(at)
  const included = plan.services.filter((each) => each.state === 'included')
  const identity = identityIn(draft)
  const sameEvent = await sameEventOf(tx, person.id, identity, included.map(({ service }) => service))
  const [first, ...rest] = await takeSequence(tx, included.length + 1)
  if (first === undefined) throw new Error('no number could be taken')
  const promised = addWorkingDays(today, plan.promisedDays, application.region)
  const submitted: Application = {
    ...application, state: 'submitted', revision: application.revision + 1, identity, catalogueDigest, records: {}, plan, number: humanNumber(application.region, at, first),
    submittedAt: at.toISOString(), updatedAt: at.toISOString(), promisedOn: 'on' in promised ? promised.on : null,
  }
  const branches = await branchesOf(app, tx, person, draft)
  const catalogueOf = ({ region }: Case): Catalogue => branches.definitionsAt(region)?.catalogue ?? catalogue
  const cases = openCases({
    plan, catalogue, answers: application.answers, known, files: uploads, earlierFiles, ...branches, today, at: at.toISOString(),
    catalogueDigest, sameEvent, application: { id: application.id, personId: person.id, applicant: person.name, matter: application.matter },
    newId: () => uuidv7(app.clock), numberFor: (region) => humanNumber(region, at, rest.pop() ?? first),
  })
  const matter = catalogue.matters[application.matter]
  unawaited(tx, [updateApplication(tx, submitted)])
  const handled = await storeOpenedCases({ app, tx, principal: person, requestId, at }, catalogueOf, cases, {
    audit: auditApplication(app, person, submitted, 'submit', requestId, { number: submitted.number, cases: cases.map((one) => one.number), consents: application.consents, signed: digestOfContent(signedContent(draft)) }),
    message: {
      id: uuidv7(app.clock), personId: person.id, applicationId: application.id, caseId: null, kind: person.by ? 'submittedForYou' : 'applicationSubmitted', at: at.toISOString(), readAt: null,
      detail: { ...(matter ? { matter: matter.name } : {}), number: submitted.number ?? '', promisedOn: submitted.promisedOn, ...(person.by ? { actor: person.by.name } : {}) },
    },
  })
  if (person.by?.desk && matter) {
    const scene = { app, tx, principal: person, requestId, at }
    await collect(scene, { application: { id: application.id, personId: person.id, applicant: person.name, number: submitted.number ?? '' }, matterName: matter.name, cases: handled.cases, catalogueOf, desk: person.by.desk })
  }
  if (application.amends !== null) await openAmendments({ app, tx, principal: person, requestId, at }, application.amends, handled.cases, catalogue)
  await recordUses(app, tx, {
    plan, application: application.id, purpose: textIn(nameOr(matter, application.matter), 'zh-CN'),
    seenBy: (services) => [...new Set(included.filter(({ service }) => services.includes(service)).flatMap(({ line, authorityRegion }) => authorityOf(catalogue, line, authorityRegion)?.name['zh-CN'] ?? []))].join('、'),
  })
  await keepPromises({ app, tx, principal: person, requestId, at }, { plan, catalogue, cases, consents: application.consents })
  return { application: submitted, ...handled, results: await handedOut(tx, submitted, handled.results), cases: handled.cases.toSorted((a, b) => (a.number < b.number ? -1 : 1)), uploads }
}
