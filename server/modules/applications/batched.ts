// Applications made from the rows of a table (channel `batch`): checked like a draft, begun, looked up and handed in like any other.
// The id is chosen by the caller, so a row becomes one application however often this is repeated.
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal, type ErrorCode } from '../../kernel/errors.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { makePlan, type Answers, type KnownFact } from '../planning/index.ts'
import { canApplication, isSubmitted, type Application, type ProfileFacts } from './application.ts'
import { findApplicationForUpdate, insertRowApplication, updateApplication } from './applications-store.ts'
import { keepConsents } from './consenting.ts'
import { auditApplication, getOwn, ownFacts, refreshFacts, type Person } from './drafting.ts'
import { planPurgeOfDraft } from './retention.ts'
import { missingIn, submit, type Missing } from './submission.ts'

export type RowApplication = { id: string; matter: string; matterName: Texts; region: string; answers: Answers; consents: Readonly<Record<string, boolean>> }

const begun = (personId: string, { id, matter, matterName, region, answers, consents }: RowApplication, at: string): Application => ({
  id, personId, matter, matterName, region, channel: 'batch', state: 'draft', revision: 1, answers, known: [], registries: {}, lookedUp: [], lookedUpAt: {}, records: {},
  consents: Object.fromEntries(Object.entries(consents).map(([registry, granted]) => [registry, { granted, at }])), declinedServices: [], amends: null, follows: null, number: null, identity: null, catalogueDigest: null,
  plan: null, createdAt: at, updatedAt: at, submittedAt: null, promisedOn: null,
})

/** What the login tells about an applicant of this matter. */
export const factsOf = (catalogue: Catalogue, matter: string, profile: ProfileFacts, at: Date): KnownFact[] =>
  ownFacts(catalogue, profile, begun('', { id: '', matter, matterName: { 'zh-CN': '' }, region: catalogue.region, answers: {}, consents: {} }, at.toISOString()))

/** What would still be missing, before any registry is asked: they are taken to answer. @param profile of the applicant */
export const missingInRow = (catalogue: Catalogue, profile: ProfileFacts, row: RowApplication, at: Date): Missing => {
  const application = begun('', row, at.toISOString())
  const known = ownFacts(catalogue, profile, application)
  const plan = makePlan({ catalogue, matter: row.matter, on: plainDate(at), answers: row.answers, known, registries: {}, declinedServices: [], uploaded: [] })
  return { ...missingIn({ application, catalogue, plan }), registries: [] }
}

/** Refusals that are about this row; any other means that it should be tried again. */
const ofTheRow: readonly ErrorCode[] = ['incomplete', 'invalid_answers', 'facts_changed', 'already_applied', 'not_offered', 'not_allowed_now', 'not_found']

/** Begins, looks up and hands in; answers with the number, or with the refusal. Safe to repeat. */
export const handInRow = async (app: App, person: Person, row: RowApplication, requestId: string): Promise<{ number: string } | { refused: Refusal }> => {
  const begin = begun(person.id, row, app.clock.now().toISOString())
  await app.db.transaction(async (tx) => {
    if (!(await insertRowApplication(tx, begin))) return
    await keepConsents(app, tx, begin, row.consents)
    await insertAudit(tx, [auditApplication(app, person, begin, 'start', requestId, { matter: row.matter, channel: begin.channel })])
  })
  try {
    if (!isSubmitted(await getOwn(app.db.read, person, row.id))) await refreshFacts(app, person, row.id, requestId)
    const { application } = await submit(app, person, row.id, requestId)
    return { number: application.number ?? '' }
  } catch (error) {
    if (error instanceof Refusal && ofTheRow.includes(error.code)) return { refused: error }
    throw error
  }
}

/** Throws away what was begun for a row that could not be handed in. */
export const discardRow = async (app: App, tx: Tx, person: Person, id: string, requestId: string): Promise<void> => {
  const application = await findApplicationForUpdate(tx, id)
  if (!application || !canApplication(application.state, 'discard')) return
  await updateApplication(tx, { ...application, state: 'discarded', answers: {}, known: [], registries: {}, lookedUp: [], lookedUpAt: {}, records: {}, updatedAt: app.clock.now().toISOString() })
  await planPurgeOfDraft(app, tx, id)
  await insertAudit(tx, [auditApplication(app, person, application, 'discard', requestId)])
}
