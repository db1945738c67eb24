// Sending results: what is ready goes into parcels, the courier is booked, and what becomes of a parcel becomes of what is in it.
import type { App } from '../../module.ts'
import { Refusal } from '../../kernel/errors.ts'
import { textIn } from '../../kernel/texts.ts'
import type { Scene } from '../cases/index.ts'
import { owesFee } from '../payments/index.ts'
import { bookParcel, onParcelEvent, type ParcelTurn } from './booking.ts'
import { listDeliveriesForUpdate, listDeliveriesInParcel } from './deliveries-store.ts'
import { bundleKey, canDelivery, type Delivery, type Place } from './delivery.ts'
import type { ParcelState } from './parcel.ts'
import { deliverCase, shelve } from './picking-up.ts'
import { follower, moveDelivery, outletsOf, resultName, tell } from './recording.ts'

const senderOf = (app: App, outlet: string): Place => {
  const hall = outletsOf(app).find(({ id }) => id === outlet)
  return { name: hall ? textIn(hall.name, 'zh-CN') : outlet, phone: hall?.phone ?? '', address: hall?.address ? textIn(hall.address, 'zh-CN') : '' }
}

/** Books one parcel for each application, hall and address. The caller holds the deliveries and has asked whether they may go. */
export const send = async (scene: Scene, things: readonly Delivery[]): Promise<void> => {
  for (const { caseId } of things) if (await owesFee(scene.tx, caseId)) throw new Refusal('fee_owed')
  for (const together of Map.groupBy(things, bundleKey).values()) {
    const [first] = together
    if (!first?.receiver) throw new Refusal('not_allowed_now', { receiver: 'none' })
    const parcel = await bookParcel(scene.app, scene.tx, {
      purpose: 'results', reference: first.applicationId, personId: first.personId, region: first.outletRegion, sender: senderOf(scene.app, first.outlet), receiver: first.receiver,
      contents: together.map((one) => textIn(resultName(scene.app, one), 'zh-CN')).join('、'), pays: outletsOf(scene.app).find(({ id }) => id === first.outlet)?.courierFee === 'receiver' ? 'receiver' : 'sender',
    })
    for (const one of together) await moveDelivery(scene, one, 'book', { parcel: parcel.id }, { parcelId: parcel.id, mishap: null })
  }
}

const held = async (scene: Scene, parcelId: string): Promise<Delivery[]> =>
  listDeliveriesForUpdate(scene.tx, (await listDeliveriesInParcel(scene.tx, parcelId)).map(({ id }) => id))

const backToHall = (mishap: 'rejected' | 'cancelled' | 'lost') => async (scene: Scene, { parcel }: ParcelTurn): Promise<void> => {
  const action = mishap === 'lost' ? 'lose' : 'unbook'
  const things = (await held(scene, parcel.id)).filter(({ state }) => canDelivery(state, action))
  for (const one of things) await moveDelivery(scene, one, action, { parcel: parcel.id, number: parcel.carrierNumber, because: parcel.failure }, { parcelId: null, mishap })
  if (mishap === 'lost') await tell(scene, things, 'parcelLost', { number: parcel.carrierNumber ?? '' })
}

/** What follows for the results in a parcel, by where it has got to. */
const turns: Partial<Record<ParcelState, (scene: Scene, turn: ParcelTurn) => Promise<void>>> = {
  onTheWay: async (scene, { parcel, before }) => {
    if (before === 'requested' || before === 'booked') await tell(scene, await listDeliveriesInParcel(scene.tx, parcel.id), 'parcelSent', { number: parcel.carrierNumber ?? '' })
  },
  delivered: async (scene, { parcel }) => {
    // The cases first, as everywhere; each takes its delivery along.
    for (const { caseId } of await listDeliveriesInParcel(scene.tx, parcel.id)) await deliverCase(scene, caseId, 'post', { parcel: parcel.carrierNumber })
  },
  returned: async (scene, { parcel }) => shelve(scene, (await held(scene, parcel.id)).filter(({ state }) => canDelivery(state, 'bringBack')), 'bringBack'),
  lost: backToHall('lost'),
  rejected: backToHall('rejected'),
  cancelled: backToHall('cancelled'),
}

export const followParcels = (): void => {
  onParcelEvent('results', async (turn) => turns[turn.parcel.state]?.({ app: turn.app, tx: turn.tx, principal: follower, requestId: null, at: turn.at }, turn))
}
