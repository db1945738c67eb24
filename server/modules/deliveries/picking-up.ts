// Results that wait at a counter: put on the shelf with a code, fetched by whoever brings it or was named, reminded of, closed when empty.
import { addDays, plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { actOnCase, addWorkingDays, getCaseForAction, wasGranted, type Scene } from '../cases/index.ts'
import { findDeliveryOfCaseForUpdate, listDeliveriesForUpdate, listDeliveriesInPickup } from './deliveries-store.ts'
import { isSent, isShelved, type Delivery } from './delivery.ts'
import { codeLifeDays, isExpired, isPickupCode, mostReminders, pickupCode, pickupDigest, remindAfterDays, type Fetcher, type Pickup } from './pickup.ts'
import { findOpenPickupForUpdate, findPickupByDigest, findPickupForUpdate, hasDigest, insertPickup, listPickupsToRemindForUpdate, updatePickup } from './pickups-store.ts'
import { dayInWords, moveDelivery, outletName, tell } from './recording.ts'

const reminderAfter = (today: string, region: string): string | null => {
  const due = addWorkingDays(today, remindAfterDays, region)
  return 'on' in due ? due.on : null
}

/** The next edition nobody else's code collides with. */
const drawn = async (scene: Scene, id: string, edition: number): Promise<Pick<Pickup, 'edition' | 'digest' | 'expiresOn'>> => {
  const digest = pickupDigest(scene.app.config.sessionSecret, pickupCode(scene.app.config.sessionSecret, id, edition))
  if (await hasDigest(scene.tx, digest)) return drawn(scene, id, edition + 1)
  return { edition, digest, expiresOn: addDays(plainDate(scene.at), codeLifeDays) }
}

const openPickup = async (scene: Scene, one: Delivery): Promise<Pickup> => {
  const waiting = await findOpenPickupForUpdate(scene.tx, one.applicationId, one.outlet)
  if (waiting) return waiting
  const id = uuidv7(scene.app.clock)
  const pickup: Pickup = {
    id, applicationId: one.applicationId, personId: one.personId, region: one.outletRegion, outlet: one.outlet, ...(await drawn(scene, id, 1)), fetcher: null, reminded: 0,
    lookOn: reminderAfter(plainDate(scene.at), one.outletRegion), readyAt: scene.at.toISOString(), closedAt: null,
  }
  await insertPickup(scene.tx, pickup)
  return pickup
}

/** Puts results of one application at one hall on the shelf, all under one code, and tells the person. The caller holds them. */
export const shelve = async (scene: Scene, things: readonly Delivery[], action: 'shelve' | 'bringBack' = 'shelve'): Promise<void> => {
  const [first] = things
  if (!first) return
  const pickup = await openPickup(scene, first)
  for (const one of things) await moveDelivery(scene, one, action, { outlet: one.outlet }, { way: 'counter', pickupId: pickup.id, parcelId: null, ...(action === 'bringBack' ? { mishap: 'returned' as const } : {}) })
  await tell(scene, things, action === 'shelve' ? 'pickupReady' : 'parcelReturned', { day: dayInWords(pickup.expiresOn) })
}

/** Nothing left to fetch: the code opens nothing any more. */
export const closeWhenEmpty = async (scene: Scene, pickupId: string | null): Promise<void> => {
  const pickup = pickupId === null ? undefined : await findPickupForUpdate(scene.tx, pickupId)
  if (!pickup || pickup.closedAt !== null || (await listDeliveriesInPickup(scene.tx, pickup.id)).length > 0) return
  await updatePickup(scene.tx, { ...pickup, lookOn: null, closedAt: scene.at.toISOString() })
}

const ownForUpdate = async (scene: Scene, personId: string, id: string): Promise<Pickup> => {
  const pickup = await findPickupForUpdate(scene.tx, id)
  if (!pickup || pickup.personId !== personId) throw new Refusal('not_found')
  if (pickup.closedAt !== null) throw new Refusal('not_allowed_now', { pickup: 'closed' })
  return pickup
}

const noting = async (scene: Scene, pickup: Pickup, action: 'renewCode' | 'nameFetcher' | 'remind', detail: Record<string, unknown>): Promise<void> => {
  const held = await listDeliveriesForUpdate(scene.tx, (await listDeliveriesInPickup(scene.tx, pickup.id)).map(({ id }) => id))
  for (const one of held.filter(({ state }) => isShelved(state))) await moveDelivery(scene, one, action, detail)
}

/** A new code; the one before opens nothing from now on. */
export const renewCode = async (scene: Scene, personId: string, id: string): Promise<void> => {
  const pickup = await ownForUpdate(scene, personId, id)
  await updatePickup(scene.tx, { ...pickup, ...(await drawn(scene, id, pickup.edition + 1)) })
  await noting(scene, pickup, 'renewCode', { edition: pickup.edition + 1 })
}

/** Names who else may fetch it, or nobody. */
export const nameFetcher = async (scene: Scene, personId: string, id: string, fetcher: Fetcher | null): Promise<void> => {
  const pickup = await ownForUpdate(scene, personId, id)
  await updatePickup(scene.tx, { ...pickup, fetcher })
  await noting(scene, pickup, 'nameFetcher', fetcher ? { name: fetcher.name, number: fetcher.masked } : { name: null })
}

/** What a code opens. Refuses `invalid` for a slip of the finger, `pickup_code` for a code that is nobody's, used or out of date. */
export const getPickupByCode = async (app: App, read: Read, code: string): Promise<Pickup> => {
  if (!isPickupCode(code)) throw new Refusal('invalid', { code: 'check_digit' })
  const pickup = await findPickupByDigest(read, pickupDigest(app.config.sessionSecret, code))
  if (!pickup || isExpired(pickup, plainDate(app.clock.now()))) throw new Refusal('pickup_code')
  return pickup
}

/**
 * Records that the result of a case has reached its person; one that has, or no longer holds, stays as it is.
 * @throws Refusal not_allowed_now at a counter, when a courier has it
 */
export const deliverCase = async (scene: Scene, caseId: string, how: 'counter' | 'post', detail: Record<string, unknown>): Promise<void> => {
  const { one } = await getCaseForAction(scene.tx, caseId)
  const delivery = how === 'counter' ? await findDeliveryOfCaseForUpdate(scene.tx, caseId) : undefined
  if (delivery && isSent(delivery.state)) throw new Refusal('not_allowed_now', { delivery: delivery.state })
  if (wasGranted(one.state) && one.course.delivered === null) await actOnCase(scene, one, 'deliver', { how, ...detail })
}

const pageSize = 100

/** Reminds everybody whose day has come; returns how many. */
export const remindOfPickups = async (app: App, sceneIn: (tx: Scene['tx']) => Scene): Promise<number> => {
  const today = plainDate(app.clock.now())
  for (let reminded = 0; ; ) {
    const page = await app.db.transaction(async (tx) => {
      const due = await listPickupsToRemindForUpdate(tx, today, pageSize)
      for (const pickup of due) {
        const reminders = pickup.reminded + 1
        await updatePickup(tx, { ...pickup, reminded: reminders, lookOn: reminders < mostReminders ? reminderAfter(today, pickup.region) : null })
        await noting(sceneIn(tx), pickup, 'remind', { reminders })
        await tell(sceneIn(tx), await listDeliveriesInPickup(tx, pickup.id), 'pickupReminder', { hall: outletName(app, pickup.outlet), day: dayInWords(pickup.expiresOn) })
      }
      return due.length
    })
    reminded += page
    if (page < pageSize) return reminded
  }
}
