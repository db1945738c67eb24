// Handing out results at a window, once: found by number, by who came or by whom they were named to fetch it, handed to whoever was
// identified here. With a pick-up code: handing-out-by-code.ts. Both end the delivery of the case.
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { nameOr, type Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { findResult, findResultByNumber, isInForce, listResultsOf, listResultsOfPerson, standingOn, type LicenceStanding, type Result } from '../cases/index.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import { deliverCase, listDeliveriesInPickup, listPickupsToFetch } from '../deliveries/index.ts'
import { getPerson, listStaffNames } from '../people/index.ts'
import { insertHandOut, listHandOuts, type HandOut } from './hand-outs-store.ts'
import { owesFee } from '../payments/index.ts'
import { auditWindow, findLiveSession, getShiftForUpdate } from './serving.ts'
import { findOpenSessionForUpdate } from './sessions-store.ts'
import { findOpenShift } from './shifts-store.ts'
import { isHandedOutIn, isLive, shortName, type Clerk } from './window.ts'

/** A result as a window sees it: what it is, whose (shortened), how it stands today, whether it was collected; `mayHandOut` when its owner is identified here and it holds. */
export type Collectable = { id: string; number: string; name: Texts; person: string; issuedAt: string; standing: LicenceStanding; mayHandOut: boolean; handedOut: { at: string; by: string } | null }

const mostResults = 100

/** What was revoked, cancelled or replaced, or has run out, is shown with that and handed to nobody. */
const stillHolds = (app: App, result: Result): boolean => isInForce(result, plainDate(app.clock.now()))

/** What whoever came was named to fetch: of other people's results, those that wait under a pick-up they are named in. */
const listFetchable = async (read: Read, cameId: string): Promise<Result[]> => {
  const found: Result[] = []
  for (const pickup of await listPickupsToFetch(read, personDigest((await getPerson(read, cameId)).idNumber))) {
    const waiting = new Set((await listDeliveriesInPickup(read, pickup.id)).map(({ caseId }) => caseId))
    found.push(...(await listResultsOf(read, pickup.applicationId)).filter(({ caseId }) => waiting.has(caseId)))
  }
  return found
}

const describe = async (app: App, read: Read, results: readonly Result[], mine: (result: Result) => boolean): Promise<Collectable[]> => {
  const handOuts = new Map((await listHandOuts(read, results.map(({ id }) => id))).map((each) => [each.resultId, each]))
  const staff = new Map((await listStaffNames(read, [...handOuts.values()].map(({ staffId }) => staffId))).map(({ id, name }) => [id, name]))
  const owners = new Map(await Promise.all([...new Set(results.map(({ personId }) => personId))].map(async (id) => [id, (await getPerson(read, id)).name] as const)))
  const { services } = app.packs.catalogueFor(app.config.region)
  return results.map((result) => {
    const handedOut = handOuts.get(result.id)
    return {
      id: result.id, number: result.number, name: nameOr(services[result.service]?.result, result.service), person: shortName(owners.get(result.personId) ?? ''), issuedAt: result.issuedAt, standing: standingOn(result, plainDate(app.clock.now())),
      mayHandOut: mine(result) && handedOut === undefined && stillHolds(app, result), handedOut: handedOut ? { at: handedOut.handedAt, by: staff.get(handedOut.staffId) ?? '' } : null,
    }
  })
}

/** By the number of the result or of its case; without one, all of the person served now. */
export const listCollectable = async (app: App, clerk: Clerk, number: string | undefined): Promise<Collectable[]> => {
  const { read } = app.db
  const shift = await findOpenShift(read, clerk.id)
  if (!shift) throw new Refusal('not_allowed_now', { shift: 'none' })
  const session = (await findLiveSession(app, read, clerk))?.session
  const fetchable = session ? await listFetchable(read, session.cameId) : []
  const found = number !== undefined ? [await findResultByNumber(read, number)] : session === undefined ? [] : [...(await listResultsOfPerson(read, session.personId, mostResults)), ...fetchable]
  const mine = (result: Result): boolean => result.personId === session?.personId || fetchable.some(({ id }) => id === result.id)
  return describe(app, read, found.flatMap((each) => (each && isHandedOutIn(shift, each) ? [each] : [])), mine)
}

/** Hands a result to who came. Refuses `not_allowed_now` unless its owner, or whom they named, is served here now, `handed_out` a second time. */
export const handOut = (app: App, clerk: Clerk, resultId: string, requestId: string): Promise<HandOut> =>
  app.db.transaction(async (tx) => {
    const shift = await getShiftForUpdate(app, tx, clerk)
    const result = await findResult(tx, resultId)
    if (!result || !isHandedOutIn(shift, result)) throw new Refusal('not_found')
    if (!stillHolds(app, result)) throw new Refusal('not_allowed_now', { standing: standingOn(result, plainDate(app.clock.now())) })
    const session = await findOpenSessionForUpdate(tx, shift.id)
    const isTheirs = session !== undefined && isLive(session, app.clock.now()) && (session.personId === result.personId || (await listFetchable(tx, session.cameId)).some(({ id }) => id === resultId))
    if (!isTheirs) throw new Refusal('not_allowed_now', { owner: 'not_identified' })
    if (await owesFee(tx, result.caseId)) throw new Refusal('fee_owed')
    const at = app.clock.now()
    await deliverCase({ app, tx, principal: clerk, requestId, at }, result.caseId, 'counter', { outlet: shift.outlet, to: session.cameId })
    const handed: HandOut = { resultId, personId: result.personId, receivedId: session.cameId, sessionId: session.id, staffId: clerk.id, handedAt: at.toISOString(), shiftId: null, pickupId: null, receivedName: null, signature: null }
    if (!(await insertHandOut(tx, handed))) throw new Refusal('handed_out')
    await insertAudit(tx, [auditWindow(app, clerk, shift, requestId, 'handOut', { type: 'result', id: resultId }, { number: result.number, to: session.cameId, identifiedBy: session.identifiedBy })])
    return handed
  })
