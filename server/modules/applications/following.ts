// After handing in: answering a correction request and withdrawing, by the applicant.
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { pinnedCatalogue, type Catalogue } from '../catalogue/index.ts'
import { actOnCase, awaitsApplicant, canAct, getCaseForAction, hasEnded, listCasesForUpdate, listHistoryOfApplication, type Case, type HistoryLine, type Scene } from '../cases/index.ts'
import { insertMessages, type Message } from '../messages/index.ts'
import { recordActing } from '../people/index.ts'
import { checkAnswer, isBlank, tidyAnswer, type Answer } from '../planning/index.ts'
import { endTransfers } from '../transfers/index.ts'
import { followApplication } from '../undertakings/index.ts'
import type { Application, Upload } from './application.ts'
import { listUploads } from './applications-store.ts'
import { auditApplication, getOwn, getOwnForUpdate, type Person } from './drafting.ts'

export type SupplementItem = { what: string; concept?: string; evidence?: string }

/** What the authority asked for most recently. */
export const requestedItems = (history: readonly HistoryLine[], caseId: string): SupplementItem[] => {
  const last = history.filter((entry) => entry.caseId === caseId && entry.action === 'requestSupplement').at(-1)
  return (last?.detail['items'] as SupplementItem[] | undefined) ?? []
}

/** The case with the answers to what was asked, kept as a form keeps them. */
const corrected = (one: Case, catalogue: Catalogue, answers: Readonly<Record<string, Answer>>): Case['content'] =>
  one.content.map((value) => {
    const answer = answers[value.concept]
    const concept = catalogue.concepts[value.concept]
    return answer === undefined || !concept ? value : { concept: value.concept, value: tidyAnswer(concept, answer), source: 'applicant' as const }
  })

const withFiles = (one: Case, items: readonly SupplementItem[], uploads: readonly Upload[]): Case['evidence'] => {
  const wanted = new Set(items.flatMap((item) => (item.evidence ? [item.evidence] : [])))
  const missing = [...wanted].filter((id) => !one.evidence.some((each) => each.evidence === id))
  const all = [...one.evidence, ...missing.map((evidence) => ({ evidence, needs: [], source: 'upload' as const, files: [] }))]
  return all.map((each) => {
    if (!wanted.has(each.evidence)) return each
    const files = uploads.filter((upload) => upload.evidence === each.evidence).map(({ id, name, digest, type }) => ({ id, name, digest, type }))
    return { ...each, source: 'upload' as const, files }
  })
}

/** What was asked and is still not there: a value left blank, a document the authority has not got yet. */
export const lackingOf = (one: Case, items: readonly SupplementItem[], answers: Readonly<Record<string, Answer>>, uploads: readonly Upload[]): SupplementItem[] => {
  const had = new Set(one.evidence.flatMap(({ files }) => files.map(({ id }) => id)))
  const isNew = (evidence: string) => uploads.some((upload) => upload.evidence === evidence && !had.has(upload.id))
  return items.filter(({ concept, evidence }) => (concept !== undefined && isBlank(answers[concept])) || (evidence !== undefined && !isNew(evidence)))
}

/** Answers that cannot be right, or that nobody asked for: what registries vouched for is not changed on the way. */
export const problemsIn = (catalogue: Catalogue, items: readonly SupplementItem[], answers: Readonly<Record<string, Answer>>, today: string) => {
  const asked = new Set(items.map(({ concept }) => concept))
  return Object.entries(answers).flatMap(([id, value]) => {
    const concept = asked.has(id) ? catalogue.concepts[id] : undefined
    const code = concept ? checkAnswer(concept, concept.constraint, value, today) : ('unknown' as const)
    return code ? [{ concept: id, code }] : []
  })
}

/** What one case asked for, with everything that answers it. */
type Answering = { catalogue: Catalogue; items: readonly SupplementItem[]; uploads: readonly Upload[]; answers: Readonly<Record<string, Answer>>; note: string }

/** The case goes on with what was asked; that nothing lacks has been checked. */
export const answerCase = (scene: Scene, one: Case, { catalogue, items, uploads, answers, note }: Answering): Promise<Case> =>
  actOnCase(scene, one, 'answerSupplement', { note, concepts: Object.keys(answers) }, (next) => ({ ...next, content: corrected(next, catalogue, answers), evidence: withFiles(next, items, uploads) }))

/** Answers a correction request with values and documents already uploaded to the application. */
export const answerSupplement = async (app: App, person: Person, applicationId: string, caseId: string, answers: Readonly<Record<string, Answer>>, note: string, requestId: string): Promise<void> => {
  const application = await getOwn(app.db.read, person, applicationId)
  await app.db.transaction(async (tx) => {
    await recordActing(app, tx, person, application)
    const { one } = await getCaseForAction(tx, caseId)
    if (one.applicationId !== applicationId || one.personId !== person.id) throw new Refusal('not_found')
    if (!awaitsApplicant(one.state)) throw new Refusal('not_allowed_now', { state: one.state, action: 'answerSupplement' })
    const catalogue = await pinnedCatalogue(app, tx, one)
    const items = requestedItems(await listHistoryOfApplication(tx, applicationId), caseId)
    const problems = problemsIn(catalogue, items, answers, plainDate(app.clock.now()))
    if (problems.length > 0) throw new Refusal('invalid_answers', { problems })
    const uploads = await listUploads(tx, applicationId)
    const lacking = lackingOf(one, items, answers, uploads)
    if (lacking.length > 0) throw new Refusal('incomplete', { items: lacking })
    await answerCase({ app, tx, principal: person, requestId, at: app.clock.now() }, one, { catalogue, items, uploads, answers, note })
  })
}

/** Withdraws every case that has not ended, or one of them; what is granted stays granted. */
export const withdraw = (app: App, person: Person, id: string, only: string | undefined, reason: string, requestId: string): Promise<void> =>
  app.db.transaction(async (tx) => {
    const application = await getOwnForUpdate(app, tx, person, id, 'withdraw')
    const cases = await listCasesForUpdate(tx, id)
    const targets = cases.filter((one) => (only === undefined || one.id === only) && canAct(one.state, 'withdraw'))
    if (only !== undefined && !cases.some((one) => one.id === only)) throw new Refusal('not_found')
    if (targets.length === 0) throw new Refusal('not_allowed_now', { action: 'withdraw' })
    for (const one of targets) await actOnCase({ app, tx, principal: person, requestId, at: app.clock.now() }, one, 'withdraw', { reason })
    await followApplication({ app, tx, principal: person, requestId, at: app.clock.now() }, id)
    if (cases.some(({ course }) => course.fileElsewhere)) {
      const over = new Set([...targets, ...cases.filter(({ state }) => hasEnded(state))].map((one) => one.id))
      await endTransfers({ app, tx, principal: person, requestId, at: app.clock.now() }, id, (caseId) => over.has(caseId))
    }
    await insertAudit(tx, [auditApplication(app, person, application, 'withdraw', requestId, { cases: targets.map((one) => one.number) })])
    await insertMessages(tx, [withdrawalMessage(app, await pinnedCatalogue(app, tx, application), application, only === undefined ? undefined : targets[0])])
  })

/** Speaks of the one service that was withdrawn, or of the whole application. */
const withdrawalMessage = (app: App, { matters, services }: Catalogue, application: Application, one: Case | undefined): Message => {
  const [matter, service] = [matters[application.matter], one && services[one.service]]
  return {
    id: uuidv7(app.clock), personId: application.personId, applicationId: application.id, caseId: one?.id ?? null, kind: one ? 'caseWithdrawn' : 'applicationWithdrawn',
    at: app.clock.now().toISOString(), readAt: null,
    detail: { ...(matter ? { matter: matter.name } : {}), ...(service ? { service: service.name } : {}), number: one?.number ?? application.number ?? '' },
  }
}
