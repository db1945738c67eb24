// Originals that a courier brings from a hall to an authority. Whoever has a courier says so once at the start (`callCourierWith`), so that
// this module knows none; without one, halls post their parcels themselves and note their numbers.
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import type { Scene } from '../cases/index.ts'
import { transferAfter, type HandOver, type Parcel, type ParcelTurn, type Transfer } from './transfer.ts'
import { getTransferForUpdate, insertTransferEvent, updateTransfer } from './transfers-store.ts'

/** Books in the transaction that hands over; the parcel as it is signed for. */
export type CourierCall = (scene: Scene, one: Transfer, originals: HandOver['originals']) => Promise<Parcel>

let courier: CourierCall | undefined

export const callCourierWith = (call: CourierCall): void => {
  courier = call
}

export const hasCourier = ({ config }: Pick<App, 'config'>): boolean => courier !== undefined && config.carrier !== undefined

/** @throws Refusal unavailable where there is no courier */
export const callCourier: CourierCall = (scene, one, originals) => {
  if (!courier || !hasCourier(scene.app)) throw new Refusal('unavailable', { carrier: 'none' })
  return courier(scene, one, originals)
}

/** Keeps what became of the parcel, in the history of the hand-over; undefined once the file is receipted or the hand-over is over. */
export const noteParcel = async (tx: Tx, id: string, at: Date, parcel: Parcel | null, turn: ParcelTurn): Promise<Transfer | undefined> => {
  const one = await getTransferForUpdate(tx, id)
  if (transferAfter(one.state, 'notePost') === undefined) return undefined
  const changed = { ...one, parcel: parcel ?? one.parcel }
  if (parcel) await updateTransfer(tx, changed)
  await insertTransferEvent(tx, id, { action: 'notePost', staffId: null, actorName: '', at: at.toISOString(), detail: { turn } })
  return changed
}
