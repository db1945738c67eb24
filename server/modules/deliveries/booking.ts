// Booking a courier and going on with what it reports. A parcel is a row and a job of the transaction that asks for it; what the courier
// says comes pushed, or is asked for when nothing comes. Whoever asked for the parcel is told where it takes a turn.
import type { Read, Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { Unreachable, type Carrier } from './carrier.ts'
import { courierAt } from './courier.ts'
import { canCancel, hasEndedParcel, hasGap, isRequested, stateOfParcel, type Parcel, type ParcelEvent, type ParcelState, type Purpose } from './parcel.ts'
import { findParcel, findParcelByNumberForUpdate, getParcelForUpdate, insertParcel, insertParcelEvents, listParcelEvents, listSilentParcels, updateParcel, type Via } from './parcels-store.ts'

export const bookTask = 'deliveries.book'
export const trackTask = 'deliveries.track'
export const callbackPath = '/api/v1/carriers/events'

/** A courier that has said nothing for so long is asked. */
const silentMs = 10 * 60_000
const pageSize = 100

/** @throws Refusal unavailable where no courier is configured */
export const carrierOf = ({ config }: Pick<App, 'config'>): Carrier => {
  if (!config.carrier) throw new Refusal('unavailable', { carrier: 'none' })
  return courierAt(config.carrier)
}

/** What happened to a parcel, in the transaction that stores it; `before` and `parcel.state` differ. */
export type ParcelTurn = { app: App; tx: Tx; at: Date; parcel: Parcel; before: ParcelState }

const listeners = new Map<Purpose, (turn: ParcelTurn) => Promise<void>>()

/** Whoever asks for parcels of a purpose is told, once for every turn and in its transaction. The last one to say so is told. */
export const onParcelEvent = (purpose: Purpose, listener: (turn: ParcelTurn) => Promise<void>): void => {
  listeners.set(purpose, listener)
}

export type ParcelRequest = Pick<Parcel, 'purpose' | 'reference' | 'personId' | 'region' | 'sender' | 'receiver' | 'contents' | 'pays'>

/** Asks for a courier: the parcel is there at once, the booking follows when the transaction has committed. */
export const bookParcel = async (app: App, tx: Tx, request: ParcelRequest): Promise<Parcel> => {
  const parcel: Parcel = { ...request, id: uuidv7(app.clock), state: 'requested', carrierNumber: null, sorting: null, failure: null, heardAt: null, createdAt: app.clock.now().toISOString(), endedAt: null }
  await insertParcel(tx, parcel)
  await planJobs(tx, [{ task: bookTask, payload: { parcel: parcel.id } }])
  return parcel
}

/** Keeps what was reported and goes on with what follows from it; saying it again changes nothing. The caller holds the parcel. */
export const hear = async (app: App, tx: Tx, parcel: Parcel, events: readonly ParcelEvent[], via: Via): Promise<Parcel> => {
  const at = app.clock.now()
  const added = await insertParcelEvents(tx, parcel.id, events, at, via)
  const known = await listParcelEvents(tx, [parcel.id])
  const state = stateOfParcel(known)
  const next: Parcel = { ...parcel, state, heardAt: at.toISOString(), endedAt: hasEndedParcel(state) ? (parcel.endedAt ?? at.toISOString()) : null }
  await updateParcel(tx, next)
  if (added > 0 && via === 'pushed' && hasGap(known) && !hasEndedParcel(state)) await planJobs(tx, [{ task: trackTask, payload: { parcel: parcel.id }, key: `${trackTask} ${parcel.id}` }])
  if (state !== parcel.state) await listeners.get(parcel.purpose)?.({ app, tx, at, parcel: next, before: parcel.state })
  return next
}

const own = (kind: 'rejected' | 'cancelled', at: Date, note: string): ParcelEvent => ({ seq: 1, kind, at: at.toISOString(), place: '', note })

/** The job: books what is still asked for. The parcel's id is the key, so a repeated booking is the same one. @throws Unreachable, to be tried again */
export const bookWithCarrier = async (app: App, id: string): Promise<void> => {
  const parcel = await findParcel(app.db.read, id)
  if (!parcel || !isRequested(parcel.state)) return
  const { sender, receiver, contents, pays } = parcel
  const answer = await carrierOf(app).book({ key: id, sender, receiver, contents, pays, callback: app.config.publicUrl + callbackPath }).catch((error: unknown) => noteFailure(app, id, error))
  const stands = await app.db.transaction(async (tx) => {
    const held = await getParcelForUpdate(tx, id)
    if (!isRequested(held.state)) return false
    if ('rejected' in answer) await hear(app, tx, { ...held, failure: answer.rejected }, [own('rejected', app.clock.now(), answer.rejected)], 'booked')
    else await hear(app, tx, { ...held, carrierNumber: answer.number, sorting: answer.sorting, failure: null }, answer.events, 'booked')
    return true
  })
  // Cancelled while the courier was asked: it need not come.
  if (!stands && 'number' in answer) await carrierOf(app).cancel(answer.number)
}

const noteFailure = async (app: App, id: string, error: unknown): Promise<never> => {
  await app.db.transaction(async (tx) => {
    const held = await getParcelForUpdate(tx, id)
    await updateParcel(tx, { ...held, failure: error instanceof Unreachable ? error.message : 'unavailable' })
  })
  throw error
}

/** What was pushed; false: of no parcel of ours. */
export const hearPushed = (app: App, number: string, event: ParcelEvent): Promise<boolean> =>
  app.db.transaction(async (tx) => {
    const parcel = await findParcelByNumberForUpdate(tx, number)
    if (parcel) await hear(app, tx, parcel, [event], 'pushed')
    return parcel !== undefined
  })

/** Asks the courier what it knows of a parcel on its way. */
export const trackParcel = async (app: App, id: string): Promise<void> => {
  const parcel = await findParcel(app.db.read, id)
  if (!parcel || parcel.carrierNumber === null || hasEndedParcel(parcel.state)) return
  const events = await carrierOf(app).track(parcel.carrierNumber)
  await app.db.transaction(async (tx) => void (await hear(app, tx, await getParcelForUpdate(tx, id), events ?? [], 'polled')))
}

/** Asks about everything that was silent for long. A courier that is away is asked again next time. */
export const trackSilent = async (app: App): Promise<void> => {
  for (const { id } of await listSilentParcels(app.db.read, new Date(app.clock.now().getTime() - silentMs), pageSize)) {
    await trackParcel(app, id).catch((error: unknown) => {
      if (!(error instanceof Unreachable)) throw error
      app.log.warn({ parcel: id, err: error }, 'the courier could not be asked')
    })
  }
}

/** Takes a booking back. Refuses `not_allowed_now` once the courier has the parcel, `unavailable` when the courier cannot be asked. */
export const cancelParcel = async (app: App, read: Read, id: string): Promise<void> => {
  const parcel = await findParcel(read, id)
  if (!parcel) throw new Refusal('not_found')
  if (!canCancel(parcel.state)) throw new Refusal('not_allowed_now', { state: parcel.state })
  const number = parcel.carrierNumber
  const taken = number === null ? true : await carrierOf(app).cancel(number).catch(() => { throw new Refusal('unavailable', { carrier: 'silent' }) })
  if (!taken) throw new Refusal('not_allowed_now', { state: parcel.state })
  const events = number === null ? [own('cancelled', app.clock.now(), '')] : await carrierOf(app).track(number).catch(() => undefined)
  await app.db.transaction(async (tx) => {
    const held = await getParcelForUpdate(tx, id)
    // Booked while we looked: whoever cancels decides again with what is true now.
    if (held.carrierNumber !== number) throw new Refusal('conflict')
    await hear(app, tx, held, events ?? [], 'polled')
  })
}
