// Telling the applicant once of everything missing, across authorities (一次性告知合并). Each authority records what it misses; the list goes
// out when all have looked, and at the latest at three in the afternoon of the last of the five working days that Art. 32 gives the first
// of them. For each case it is the same `requestSupplement` as ever, in the name of the official who recorded it.
import { insertAudit } from '../../kernel/audit-store.ts'
import { staffOf, type Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { authorityOf, pinnedCatalogue, type Catalogue } from '../catalogue/index.ts'
import { insertMessages } from '../messages/index.ts'
import { planNotice } from '../notices/index.ts'
import { answerDaysOf } from './approval.ts'
import { countDay } from './awaited-days.ts'
import { awaitsAcceptance, canAct, type Case } from './case.ts'
import { dayKinds } from './day-kinds.ts'
import { listCasesForUpdate } from './cases-store.ts'
import { gatherItems, isLastMoment, type CorrectionItem } from './correction.ts'
import { justAsked } from './correction-due.ts'
import { insertCorrectionAsked } from './corrections-asked-store.ts'
import { listApplicationsToTell, listCorrectionsWaiting, updateCorrectionOutcome, upsertCorrection, type Correction } from './corrections-store.ts'
import { followAction } from './followers.ts'
import { actOnCase } from './handling.ts'
import { correctionUntil } from './obstacles.ts'
import { auditCase, messageFor, system, type Scene } from './recording.ts'
import { factsOf } from './telling.ts'

export const tellTask = 'cases.tellCorrections'
export const tellCron = '3,33 * * * *'

const pageSize = 200

const nameOf = (catalogue: Catalogue, { line, region }: Pick<Case, 'line' | 'region'>): string => authorityOf(catalogue, line, region)?.shortName['zh-CN'] ?? line

/** Cases whose authority has not said anything yet. */
const unheard = (cases: readonly Case[], waiting: readonly Correction[]): Case[] => cases.filter(({ id, state }) => awaitsAcceptance(state) && !waiting.some(({ caseId }) => caseId === id))

/** Told with what the others miss, where the matter says so and another authority has still to look or has recorded something. */
const waitsForOthers = async (scene: Scene, one: Case, siblings: readonly Case[]): Promise<boolean> => {
  const { matters } = await pinnedCatalogue(scene.app, scene.tx, one)
  if (matters[one.matter]?.toldTogether !== true || correctionUntil(one) === null) return false
  const waiting = await listCorrectionsWaiting(scene.tx, one.applicationId)
  return waiting.some(({ caseId }) => caseId !== one.id) || unheard(siblings, waiting).some((other) => other.id !== one.id && (other.line !== one.line || other.region !== one.region))
}

const daysFor = async ({ app, tx }: Scene, one: Case): Promise<number> => answerDaysOf((await pinnedCatalogue(app, tx, one)).services[one.service])

/** Asks the applicant, with the last day to answer; null while that day cannot be counted. */
const ask = async (scene: Scene, one: Case, days: number, said: { items: CorrectionItem[]; gathered?: boolean }): Promise<{ next: Case; answerBy: string | null }> => {
  const today = plainDate(scene.at)
  const answerBy = await countDay(scene, { kind: dayKinds.correction, subject: one.id, region: one.region, from: today, days })
  const next = await actOnCase(scene, one, 'requestSupplement', { ...said, answerBy })
  await insertCorrectionAsked(scene.tx, { caseId: one.id, personId: one.personId, days, ...justAsked(answerBy, today) })
  return { next, answerBy }
}

/** An official misses something in a case: told now, or with what the other authorities of the application miss. */
export const missSomething = async (scene: Scene, one: Case, siblings: readonly Case[], items: CorrectionItem[]): Promise<Case> => {
  if (!(await waitsForOthers(scene, one, siblings))) return (await ask(scene, one, await daysFor(scene, one), { items })).next
  const { id, name } = staffOf(scene.principal)
  await upsertCorrection(scene.tx, {
    caseId: one.id, applicationId: one.applicationId, personId: one.personId, line: one.line, region: one.region, items, staffId: id, staffName: name, recordedAt: scene.at.toISOString(),
    lastOn: correctionUntil(one) ?? plainDate(scene.at), sentAt: null, outcome: null,
  })
  await insertAudit(scene.tx, [auditCase(scene, one, 'recordCorrection', { items: items.length })])
  return (await tell(scene, siblings)).get(one.id) ?? one
}

/** Sends the list if all have looked or no more time is left; returns the cases as they are then. */
const tell = async (scene: Scene, cases: readonly Case[]): Promise<Map<string, Case>> => {
  const [first] = cases
  const waiting = first ? await listCorrectionsWaiting(scene.tx, first.applicationId) : []
  const told = new Map<string, Case>()
  if (!first || waiting.length === 0) return told
  if (unheard(cases, waiting).length > 0 && !isLastMoment(waiting.map(({ lastOn }) => lastOn), scene.at)) return told
  const today = plainDate(scene.at)
  const standing = waiting.flatMap((each) => {
    const one = cases.find(({ id }) => id === each.caseId)
    return one && canAct(one.state, 'requestSupplement') && each.lastOn >= today ? [{ each, one }] : []
  })
  for (const each of waiting) await updateCorrectionOutcome(scene.tx, each.caseId, standing.some((kept) => kept.each === each) ? 'sent' : 'dropped', scene.at)
  // One authority alone tells as ever.
  const gathered = standing.length > 1
  const answerBys: (string | null)[] = []
  // Answered together, so all have the longest of their times.
  const days = Math.max(...(await Promise.all(standing.map(({ one }) => daysFor(scene, one)))))
  for (const { each, one } of standing) {
    const official: Principal = { kind: 'staff', id: each.staffId, name: each.staffName, postings: [] }
    const { next, answerBy } = await ask({ ...scene, principal: official }, one, days, { items: each.items, ...(gathered ? { gathered } : {}) })
    told.set(one.id, next)
    answerBys.push(answerBy)
  }
  if (gathered) await tellTogether(scene, standing, earliestOf(answerBys))
  return told
}

/** The day by which an answer is in time everywhere; null where one of them cannot be counted. */
const earliestOf = (days: readonly (string | null)[]): string | null => (days.includes(null) ? null : (days.filter((day) => day !== null).toSorted()[0] ?? null))

/** One message and one numbered document for what all of them miss. */
const tellTogether = async (scene: Scene, standing: readonly { each: Correction; one: Case }[], answerBy: string | null): Promise<void> => {
  const [lead] = standing
  if (!lead) return
  const catalogue = await pinnedCatalogue(scene.app, scene.tx, lead.one)
  const byCase = new Map(standing.map(({ one }) => [one.id, one]))
  const authorities = [...new Set(standing.map(({ one }) => nameOf(catalogue, one)))]
  const items = gatherItems(standing.map(({ each }) => ({ caseId: each.caseId, items: each.items }))).map(({ asks }) => {
    const by = asks.flatMap(({ caseId }) => byCase.get(caseId) ?? []).map((one) => nameOf(catalogue, one))
    return `${[...new Set(asks.map(({ what }) => what.replace(/[。；;\s]+$/u, '')))].join('；')}（${[...new Set(by)].join('、')}）`
  })
  const document = await planNotice(scene, lead.one, 'jointSupplement', { items, authorities: authorities.join('、'), answerBy })
  const matter = catalogue.matters[lead.one.matter]?.name
  await insertMessages(scene.tx, [messageFor(scene, { ...lead.one }, 'correctionsGathered', catalogue, { ...(matter ? { matter } : {}), items, actor: authorities.join('、'), ...factsOf({ answerBy }), ...document })])
}

/** The job: sends what can go out. Repeating it changes nothing. */
export const tellApplication = (app: App, applicationId: string): Promise<void> =>
  app.db.transaction(async (tx) => void (await tell({ app, tx, principal: system, requestId: null, at: app.clock.now() }, await listCasesForUpdate(tx, applicationId))))

/** Sends every list that can wait no longer; returns at how many applications it looked. */
export const tellDue = async (app: App): Promise<number> => {
  const due = await listApplicationsToTell(app.db.read, plainDate(app.clock.now()), pageSize)
  for (const id of due) await tellApplication(app, id)
  return due.length
}

/** When an authority has looked and misses nothing, the list of the others may be complete. */
export const followHeard = (): void => {
  for (const action of ['accept', 'decline', 'withdraw', 'deemAccepted', 'terminate'] as const) {
    followAction(action, 'corrections', async (scene, cases) => {
      const [one] = cases
      if (!one || (await pinnedCatalogue(scene.app, scene.tx, one)).matters[one.matter]?.toldTogether !== true) return
      await planJobs(scene.tx, [{ task: tellTask, payload: { applicationId: one.applicationId } }])
    })
  }
}
