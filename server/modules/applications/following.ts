// After handing in: answering a correction request and withdrawing, by the applicant.
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { pinnedCatalogue, type Catalogue } from '../catalogue/index.ts'
import { actOnCase, awaitsApplicant, canAct, getCaseForAction, hasEnded, listCasesForUpdate, listHistoryOfApplication, putRight, takeOver, type Case, type HistoryLine, type Scene } from '../cases/index.ts'
import { insertMessages, type Message } from '../messages/index.ts'
import { recordActing } from '../people/index.ts'
import { checkAnswer, deriveAgain, isBlank, knownValues, tidyAnswer, type Answer, type Answers } from '../planning/index.ts'
import { endTransfers } from '../transfers/index.ts'
import { followApplication } from '../undertakings/index.ts'
import type { Application, Upload } from './application.ts'
import { listUploads } from './applications-store.ts'
import { auditApplication, getOwn, getOwnForUpdate, type Person } from './drafting.ts'

export type SupplementItem = { what: string; concept?: string; evidence?: string }

/** What an authority asked for, and when: documents count as given to it from then on. */
export type Asked = { items: readonly SupplementItem[]; at: string }

/** What the authority asked for most recently. */
export const askedOf = (history: readonly HistoryLine[], caseId: string): Asked => {
  const last = history.findLast((entry) => entry.caseId === caseId && entry.action === 'requestSupplement')
  return { items: (last?.detail['items'] as SupplementItem[] | undefined) ?? [], at: last?.at ?? '' }
}

/** Answers as a form keeps them. */
const tidied = ({ concepts }: Catalogue, answers: Readonly<Record<string, Answer>>): Answers =>
  Object.fromEntries(Object.entries(answers).flatMap(([id, answer]) => (concepts[id] ? [[id, tidyAnswer(concepts[id], answer)]] : [])))

/** The case with the answers to what was asked. */
const answered = (one: Case, answers: Answers): Case['content'] =>
  one.content.map((value) => (answers[value.concept] === undefined ? value : { concept: value.concept, value: answers[value.concept] ?? null, source: 'applicant' as const }))

/** Documents given in answer to this request. What another authority was given before stays with that authority. */
const givenFor = (one: Case, evidence: string, { at }: Asked, uploads: readonly Upload[]): Upload[] => {
  const had = new Set(one.evidence.flatMap(({ files }) => files.map(({ id }) => id)))
  return uploads.filter((upload) => upload.evidence === evidence && upload.uploadedAt >= at && !had.has(upload.id))
}

const withFiles = (one: Case, asked: Asked, uploads: readonly Upload[]): Case['evidence'] => {
  const wanted = new Set(asked.items.flatMap((item) => (item.evidence ? [item.evidence] : [])))
  const missing = [...wanted].filter((id) => !one.evidence.some((each) => each.evidence === id))
  const all = [...one.evidence, ...missing.map((evidence) => ({ evidence, needs: [], source: 'upload' as const, files: [] }))]
  return all.map((each) => {
    if (!wanted.has(each.evidence)) return each
    const given = givenFor(one, each.evidence, asked, uploads).map(({ id, name, digest, type }) => ({ id, name, digest, type }))
    return { ...each, source: 'upload' as const, files: [...each.files, ...given] }
  })
}

/** What was asked and is still not there: a value left blank, a document not given since it was asked for. */
export const lackingOf = (one: Case, asked: Asked, answers: Readonly<Record<string, Answer>>, uploads: readonly Upload[]): SupplementItem[] =>
  asked.items.filter(({ concept, evidence }) => (concept !== undefined && isBlank(answers[concept])) || (evidence !== undefined && givenFor(one, evidence, asked, uploads).length === 0))

/** Answers that cannot be right, or that nobody asked for: what registries vouched for is not changed on the way. */
export const problemsIn = (catalogue: Catalogue, items: readonly SupplementItem[], answers: Readonly<Record<string, Answer>>, today: string) => {
  const asked = new Set(items.map(({ concept }) => concept))
  return Object.entries(answers).flatMap(([id, value]) => {
    const concept = asked.has(id) ? catalogue.concepts[id] : undefined
    const code = concept ? checkAnswer(concept, concept.constraint, value, today) : ('unknown' as const)
    return code ? [{ concept: id, code }] : []
  })
}

/** One case with what it asked for; that nothing lacks has been checked. */
export type Answerable = { one: Case; asked: Asked }

/** What answers them; `cases` are all those of the application, held until the transaction ends. */
type Answering = { application: Application; catalogue: Catalogue; cases: readonly Case[]; uploads: readonly Upload[]; answers: Readonly<Record<string, Answer>>; note: string }

/** What follows from the corrected answers, worked out from everything the application knows. */
const following = (scene: Scene, { application, catalogue, cases }: Answering, answers: Answers): Answers => {
  const held = cases.flatMap(({ content }) => content)
  const derived = [...new Set(held.flatMap(({ concept, source }) => (source === 'derived' ? [concept] : [])))]
  const known = Object.fromEntries(held.flatMap(({ concept, source, value }) => (source === 'derived' ? [] : [[concept, value]])))
  return deriveAgain(catalogue, derived, Object.keys(answers), { ...knownValues(application.answers, application.known), ...known, ...answers }, plainDate(scene.at))
}

/** The cases go on with what they asked for; every other case that holds what was corrected takes it over (taking-over.ts of cases). */
export const answerCases = async (scene: Scene, answerables: readonly Answerable[], answering: Answering): Promise<void> => {
  const { catalogue, cases, uploads, note } = answering
  const stated = tidied(catalogue, answering.answers)
  const derived = following(scene, answering, stated)
  const goneOn = new Map<string, Case>()
  for (const { one, asked } of answerables) {
    const own = new Set(asked.items.map(({ concept }) => concept))
    const answers = Object.fromEntries(Object.entries(stated).filter(([concept]) => own.has(concept)))
    goneOn.set(one.id, await actOnCase(scene, one, 'answerSupplement', { note, concepts: Object.keys(answers) }, (next) => ({ ...next, content: [...putRight(answered(next, answers), { stated, derived })], evidence: withFiles(next, asked, uploads) })))
  }
  const [first] = answerables
  if (first) await takeOver(scene, cases.map((one) => goneOn.get(one.id) ?? one), { service: first.one.service, stated, derived })
}

/** Answers a correction request with values and documents already uploaded to the application. */
export const answerSupplement = async (app: App, person: Person, applicationId: string, caseId: string, answers: Readonly<Record<string, Answer>>, note: string, requestId: string): Promise<void> => {
  const application = await getOwn(app.db.read, person, applicationId)
  await app.db.transaction(async (tx) => {
    await recordActing(app, tx, person, application)
    const { one, siblings } = await getCaseForAction(tx, caseId)
    if (one.applicationId !== applicationId || one.personId !== person.id) throw new Refusal('not_found')
    if (!awaitsApplicant(one.state)) throw new Refusal('not_allowed_now', { state: one.state, action: 'answerSupplement' })
    const catalogue = await pinnedCatalogue(app, tx, one)
    const asked = askedOf(await listHistoryOfApplication(tx, applicationId), caseId)
    const problems = problemsIn(catalogue, asked.items, answers, plainDate(app.clock.now()))
    if (problems.length > 0) throw new Refusal('invalid_answers', { problems })
    const uploads = await listUploads(tx, applicationId)
    const lacking = lackingOf(one, asked, answers, uploads)
    if (lacking.length > 0) throw new Refusal('incomplete', { items: lacking })
    await answerCases({ app, tx, principal: person, requestId, at: app.clock.now() }, [{ one, asked }], { application, catalogue, cases: siblings, uploads, answers, note })
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
    const scene = { app, tx, principal: person, requestId, at: app.clock.now() }
    for (const one of targets) await actOnCase(scene, one, 'withdraw', { reason })
    await followApplication(scene, id)
    if (cases.some(({ course }) => course.fileElsewhere)) {
      const over = new Set([...targets, ...cases.filter(({ state }) => hasEnded(state))].map((one) => one.id))
      await endTransfers(scene, id, (caseId) => over.has(caseId))
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
