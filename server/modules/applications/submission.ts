// Handing in: checks that nothing is missing, freezes the plan, splits it into cases, all in one transaction.
// Safe to repeat: a second submission of the same draft answers with the first.
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { humanNumber, uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { addWorkingDays, openCases, storeOpenedCases, takeSequence } from '../cases/index.ts'
import { checkAnswers, unaskedRegistries } from '../planning/index.ts'
import { isDiscarded, isSubmitted, type Application } from './application.ts'
import { findApplicationForUpdate, updateApplication } from './applications-store.ts'
import { auditApplication, planOf, type Draft, type Person } from './drafting.ts'
import { readTracking, type TrackingParts } from './tracking.ts'

/** Everything that still keeps a draft from being handed in. */
export type Missing = { questions: string[]; answers: { concept: string; code: string }[]; evidence: string[]; registries: string[] }

export const missingIn = ({ plan, catalogue, application }: Draft): Missing => ({
  questions: plan.questions.map((question) => question.concept),
  answers: checkAnswers(plan, catalogue, application.answers),
  evidence: plan.evidence.filter((each) => each.source.kind === 'upload' && !each.uploaded).map((each) => each.evidence),
  registries: unaskedRegistries(plan, application.registries),
})

const isComplete = ({ questions, answers, evidence, registries }: Missing): boolean => questions.length + answers.length + evidence.length + registries.length === 0

export const submit = (app: App, person: Person, id: string, requestId: string): Promise<TrackingParts> =>
  app.db.transaction(async (tx) => {
    const application = await findApplicationForUpdate(tx, id)
    if (!application || application.personId !== person.id || isDiscarded(application)) throw new Refusal('not_found')
    if (isSubmitted(application)) return readTracking(tx, application)
    const draft = await planOf(app, tx, application)
    const missing = missingIn(draft)
    if (!draft.plan.settled || !isComplete(missing)) throw new Refusal('incomplete', missing)
    return handIn(app, tx, person, draft, requestId)
  })

const handIn = async (app: App, tx: Tx, person: Person, draft: Draft, requestId: string): Promise<TrackingParts> => {
  const { application, catalogue, plan, known, uploads } = draft
  const at = app.clock.now()
  const today = plainDate(at)
  const included = plan.services.filter((each) => each.state === 'included')
  const [first, ...rest] = await takeSequence(tx, included.length + 1)
  if (first === undefined) throw new Error('no number could be taken')
  const promised = addWorkingDays(today, plan.promisedDays)
  const submitted: Application = {
    ...application, state: 'submitted', revision: application.revision + 1, plan, number: humanNumber(application.region, at, first),
    submittedAt: at.toISOString(), updatedAt: at.toISOString(), promisedOn: 'on' in promised ? promised.on : null,
  }
  const cases = openCases({
    plan, catalogue, answers: application.answers, known, files: uploads, served: app.config.region, today, at: at.toISOString(),
    application: { id: application.id, personId: person.id, applicant: person.name, matter: application.matter },
    newId: () => uuidv7(app.clock), numberFor: (region) => humanNumber(region, at, rest.pop() ?? first),
  })
  const matter = catalogue.matters[application.matter]
  const [, handled] = await Promise.all([
    updateApplication(tx, submitted),
    storeOpenedCases({ app, tx, principal: person, requestId, at }, cases, {
      audit: auditApplication(app, person, submitted, 'submit', requestId, { number: submitted.number, cases: cases.map((one) => one.number), consents: application.consents }),
      message: {
        id: uuidv7(app.clock), personId: person.id, applicationId: application.id, caseId: null, kind: 'applicationSubmitted', at: at.toISOString(), readAt: null,
        detail: { ...(matter ? { matter: matter.name } : {}), number: submitted.number ?? '', promisedOn: submitted.promisedOn },
      },
    }),
  ])
  return { application: submitted, ...handled, cases: handled.cases.toSorted((a, b) => (a.number < b.number ? -1 : 1)), uploads }
}
