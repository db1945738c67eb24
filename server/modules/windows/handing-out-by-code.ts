// A pick-up code at a window: what it opens, handed out all at once against a signature, and the slip (取件单) that is printed.
// Guessing is slowed down for each official, together with the codes phones show.
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { nameOr, type Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { isSignature } from '../applications/index.ts'
import { isInForce, listResultsOf, type Result } from '../cases/index.ts'
import { deliverCase, findPickup, getPickupByCode, listDeliveriesInPickup, resultName, tell, type Pickup } from '../deliveries/index.ts'
import { owesFee } from '../payments/index.ts'
import { getPerson, listStaffNames } from '../people/index.ts'
import { insertHandOut, listHandOutsOfPickup } from './hand-outs-store.ts'
import { auditWindow, findOutlet, getShiftForUpdate } from './serving.ts'
import { countMisses, insertMiss, lockMisses } from './show-codes-store.ts'
import { findOpenShift } from './shifts-store.ts'
import { missesAllowed, missesWithinMs, shortName, type Clerk, type Shift } from './window.ts'

export type Waiting = { pickup: string; person: string; fetcher: string | null; expiresOn: string; results: { number: string; name: Texts }[] }

/** A pick-up belongs to the hall it waits in. */
const isHere = (shift: Pick<Shift, 'outlet'>, pickup: Pickup): boolean => shift.outlet === pickup.outlet

/** What was revoked, replaced or has expired meanwhile is no longer given to anybody. */
const resultsIn = async (read: Read, pickup: Pickup, at: Date): Promise<Result[]> => {
  const waiting = new Set((await listDeliveriesInPickup(read, pickup.id)).map(({ caseId }) => caseId))
  return (await listResultsOf(read, pickup.applicationId)).filter((result) => waiting.has(result.caseId) && isInForce(result, plainDate(at)))
}

/** Refuses `too_many` after a few codes that were nobody's; each of those stays on record. */
const slowly = async <Found>(app: App, clerk: Clerk, requestId: string, look: () => Promise<Found>): Promise<Found> => {
  const now = app.clock.now()
  const since = new Date(now.getTime() - missesWithinMs)
  if ((await countMisses(app.db.read, clerk.id, since)) >= missesAllowed) throw new Refusal('too_many')
  return look().catch(async (error: unknown) => {
    if (error instanceof Refusal && error.code === 'pickup_code') {
      await app.db.transaction(async (tx) => {
        await lockMisses(tx, clerk.id)
        await insertMiss(tx, uuidv7(app.clock), clerk.id, now, since)
        await insertAudit(tx, [{ at: now.toISOString(), ...actorOf(clerk), action: 'windows.missCode', subjectType: 'staff', subjectId: clerk.id, region: null, requestId, detail: { code: 'pick-up' } }])
      })
    }
    throw error
  })
}

/** What a code opens here. Refuses `pickup_code`, also for what waits in another hall, and names that hall. */
export const findWaiting = async (app: App, clerk: Clerk, code: string, requestId: string): Promise<Waiting> => {
  const { read } = app.db
  const shift = await findOpenShift(read, clerk.id)
  if (!shift) throw new Refusal('not_allowed_now', { shift: 'none' })
  const pickup = await slowly(app, clerk, requestId, () => getPickupByCode(app, read, code))
  if (!isHere(shift, pickup)) throw new Refusal('not_allowed_now', { outlet: pickup.outlet, hall: findOutlet(app, pickup.outlet)?.name })
  const [results, person] = await Promise.all([resultsIn(read, pickup, app.clock.now()), getPerson(read, pickup.personId)])
  return { pickup: pickup.id, person: shortName(person.name), fetcher: pickup.fetcher?.name ?? null, expiresOn: pickup.expiresOn, results: results.map((each) => ({ number: each.number, name: resultName(app, each) })) }
}

/** Hands over everything that waits under the code, once. Refuses `invalid` when the signature is none. */
export const handOutByCode = async (app: App, clerk: Clerk, code: string, received: { name: string; signature: number[][] }, requestId: string): Promise<{ pickup: string }> => {
  if (!isSignature(received.signature)) throw new Refusal('invalid', { signature: 'short' })
  return slowly(app, clerk, requestId, () =>
    app.db.transaction(async (tx) => {
      const shift = await getShiftForUpdate(app, tx, clerk)
      const pickup = await getPickupByCode(app, tx, code)
      if (!isHere(shift, pickup)) throw new Refusal('not_allowed_now', { outlet: pickup.outlet })
      const at = app.clock.now()
      const [results, things] = [await resultsIn(tx, pickup, at), await listDeliveriesInPickup(tx, pickup.id)]
      const scene = { app, tx, principal: clerk, requestId, at }
      for (const { id: resultId, personId, caseId } of results) {
        if (await owesFee(tx, caseId)) throw new Refusal('fee_owed')
        // The case is held first: of two windows with one code, the second finds it delivered.
        await deliverCase(scene, caseId, 'counter', { outlet: shift.outlet, pickup: pickup.id, to: received.name })
        if (!(await insertHandOut(tx, { resultId, personId, receivedId: null, sessionId: null, staffId: clerk.id, handedAt: at.toISOString(), shiftId: shift.id, pickupId: pickup.id, receivedName: received.name, signature: received.signature }))) throw new Refusal('handed_out')
      }
      if ((await getPerson(tx, pickup.personId)).name !== received.name) await tell(scene, things, 'handedToFetcher', { actor: received.name })
      await insertAudit(tx, [auditWindow(app, clerk, shift, requestId, 'handOutByCode', { type: 'pickup', id: pickup.id }, { results: results.map(({ number }) => number), to: received.name })])
      return { pickup: pickup.id }
    }))
}

export type Slip = { pickup: string; hall: Texts; person: string; received: string; by: string; handedAt: string; signature: number[][]; results: { number: string; name: Texts; caseId: string }[] }

/** The slip of what was handed out with a code, for whoever sits in that hall. */
export const getSlip = async (app: App, clerk: Clerk, id: string): Promise<Slip> => {
  const { read } = app.db
  const [pickup, shift, handed] = await Promise.all([findPickup(read, id), findOpenShift(read, clerk.id), listHandOutsOfPickup(read, id)])
  const [first] = handed
  if (!pickup || !shift || !first || !isHere(shift, pickup)) throw new Refusal('not_found')
  const [person, staff, results] = await Promise.all([getPerson(read, pickup.personId), listStaffNames(read, [first.staffId]), listResultsOf(read, pickup.applicationId)])
  return {
    pickup: id, hall: nameOr(findOutlet(app, pickup.outlet), pickup.outlet), person: person.name, received: first.receivedName ?? person.name, by: staff[0]?.name ?? '', handedAt: first.handedAt, signature: first.signature ?? [],
    results: results.filter(({ id: resultId }) => handed.some((each) => each.resultId === resultId)).map((each) => ({ number: each.number, name: resultName(app, each), caseId: each.caseId })),
  }
}
