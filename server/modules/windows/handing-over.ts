// Handing a window over at the end of a shift: the list of what is open, signed by who goes and by who comes next, and never changed after.
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { nameOr, type Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { canApplication, isSubmitted, listMentions, type Mention } from '../applications/index.ts'
import { listResultsOfApplications, listResultsWithIds } from '../cases/index.ts'
import { listPersonNames, listUses } from '../people/index.ts'
import { listHandOuts, listHandOutsOfShift } from './hand-outs-store.ts'
import { auditWindow, endSession, getShiftForUpdate } from './serving.ts'
import { countSessions, listSessionIds, listSessionIdsAt } from './sessions-store.ts'
import { findUntaken, insertHandOver, updateShiftClosed, type HandOver } from './shifts-store.ts'
import { isHandedOutIn, listDigest, longestList, mandateOf, shortName, type Clerk, type HandOverList, type ListLine, type Shift } from './window.ts'

/** So many of the sessions last held at the window are looked through for results that wait. */
const sessionsLookedThrough = 300

const mentionsOf = async (read: Read, sessionIds: readonly string[]): Promise<Mention[]> => {
  const uses = await listUses(read, sessionIds.map(mandateOf), longestList)
  return listMentions(read, [...new Set(uses.map(({ applicationId }) => applicationId))])
}

/** Everything the shift leaves: drafts begun, what was handed in, results that wait for people served at this window, what was handed out. */
export const makeList = async (app: App, read: Read, shift: Shift): Promise<HandOverList> => {
  const [mine, here, handed] = await Promise.all([listSessionIds(read, shift.id), listSessionIdsAt(read, shift, sessionsLookedThrough), listHandOutsOfShift(read, shift.id)])
  const [worked, before] = await Promise.all([mentionsOf(read, mine), mentionsOf(read, here)])
  const results = await listResultsOfApplications(read, before.filter(isSubmitted).map(({ id }) => id))
  const collected = new Set((await listHandOuts(read, results.map(({ id }) => id))).map(({ resultId }) => resultId))
  const waiting = results.filter((each) => isHandedOutIn(shift, each) && !collected.has(each.id)).slice(0, longestList)
  const names = await listPersonNames(read, [...worked, ...waiting, ...handed].map(({ personId }) => personId))
  const person = ({ personId }: { personId: string }): string => shortName(names.get(personId) ?? '')
  const { services } = app.packs.catalogueFor(app.config.region)
  const nameOf = (service = ''): Texts => nameOr(services[service]?.result, service)
  const lineOf = (each: Mention): ListLine => ({ id: each.id, name: each.matterName ?? { 'zh-CN': each.matter }, number: each.number, person: person(each), at: each.updatedAt })
  // Also those fetched with a code, by people nobody identified here.
  const byId = new Map((await listResultsWithIds(read, handed.map(({ resultId }) => resultId))).map((each) => [each.id, each]))
  return {
    drafts: worked.filter(({ state }) => canApplication(state, 'edit')).map(lineOf),
    handedIn: worked.filter(isSubmitted).map(lineOf),
    waiting: waiting.map((each) => ({ id: each.id, name: nameOf(each.service), number: each.number, person: person(each), at: each.issuedAt })),
    handedOut: handed.map((each) => ({ id: each.resultId, name: nameOf(byId.get(each.resultId)?.service), number: byId.get(each.resultId)?.number ?? null, person: person(each), at: each.handedAt })),
    served: await countSessions(read, shift.id),
  }
}

/** Signs the list as it was shown and leaves the window. Refuses `conflict` when the list has changed meanwhile. */
export const giveOver = async (app: App, clerk: Clerk, digest: string, remark: string, requestId: string): Promise<HandOver> => {
  await endSession(app, clerk, requestId)
  return app.db.transaction(async (tx) => {
    const shift = await getShiftForUpdate(app, tx, clerk)
    const list = await makeList(app, tx, shift)
    if (listDigest(list) !== digest) throw new Refusal('conflict')
    const given: HandOver = { shiftId: shift.id, step: 'given', staffId: clerk.id, list, digest, remark, signedAt: app.clock.now().toISOString() }
    if (!(await insertHandOver(tx, given))) throw new Refusal('conflict')
    await updateShiftClosed(tx, shift.id, app.clock.now())
    await insertAudit(tx, [auditWindow(app, clerk, shift, requestId, 'giveOver', { type: 'shift', id: shift.id }, { digest })])
    return given
  })
}

/** The list left at the clerk's window by the shift before, as long as nobody has taken it. */
export const findLeft = (read: Read, shift: Shift): Promise<HandOver | undefined> => findUntaken(read, shift)

/** Takes the list of the shift before. Refuses `not_found` when there is none, `conflict` when it is not the one that was shown. */
export const takeOver = (app: App, clerk: Clerk, digest: string, remark: string, requestId: string): Promise<HandOver> =>
  app.db.transaction(async (tx) => {
    const shift = await getShiftForUpdate(app, tx, clerk)
    const left = await findUntaken(tx, shift)
    if (!left) throw new Refusal('not_found')
    if (left.digest !== digest) throw new Refusal('conflict')
    const taken: HandOver = { ...left, step: 'taken', staffId: clerk.id, remark, signedAt: app.clock.now().toISOString() }
    if (!(await insertHandOver(tx, taken))) throw new Refusal('conflict')
    await insertAudit(tx, [auditWindow(app, clerk, shift, requestId, 'takeOver', { type: 'shift', id: left.shiftId }, { digest })])
    return taken
  })
