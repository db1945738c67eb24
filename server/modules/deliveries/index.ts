// Public face of the deliveries module. Another module that sends something books a parcel with `bookParcel` in its own transaction,
// says once with `onParcelEvent('transfer', …)` (in its `mount`) what follows when the parcel takes a turn, and reads it with
// `listParcelsAbout(read, reference)` and `listParcelEvents`.
import type { Module } from '../../module.ts'
import { bookTask, bookWithCarrier, trackParcel, trackSilent, trackTask } from './booking.ts'
import { mountCarrierReports } from './carrier-reports.ts'
import { citizenDeliveryRoutes } from './deliveries-routes-citizen.ts'
import { staffDeliveryRoutes } from './deliveries-routes-staff.ts'
import { remindOfPickups } from './picking-up.ts'
import { followCases } from './preparing.ts'
import { receiptRoutes } from './receipts-routes.ts'
import { follower } from './recording.ts'
import { followParcels } from './sending.ts'

export { bookParcel, cancelParcel, onParcelEvent, type ParcelRequest, type ParcelTurn } from './booking.ts'
export { hallsFor, type Place } from './delivery.ts'
export { hasEndedParcel, type Parcel, type ParcelEvent, type ParcelState } from './parcel.ts'
export { listParcelEvents, listParcelsAbout } from './parcels-store.ts'
export { deliverCase, getPickupByCode } from './picking-up.ts'
export type { Pickup } from './pickup.ts'
export { findPickup, listPickupsToFetch } from './pickups-store.ts'
export { listDeliveriesInPickup } from './deliveries-store.ts'
export { resultName, tell } from './recording.ts'

const followTask = 'deliveries.follow'

export const deliveriesModule: Module = {
  name: 'deliveries',
  routes: [...citizenDeliveryRoutes, ...staffDeliveryRoutes, ...receiptRoutes],
  mount: async (server, app) => {
    followCases()
    followParcels()
    await mountCarrierReports(server, app)
  },
  jobs: (app) => [
    { task: bookTask, run: (payload) => bookWithCarrier(app, (payload as { parcel: string }).parcel) },
    { task: trackTask, run: (payload) => trackParcel(app, (payload as { parcel: string }).parcel) },
    {
      task: followTask, cron: '*/10 * * * *',
      run: async () => {
        if (app.config.carrier) await trackSilent(app)
        await remindOfPickups(app, (tx) => ({ app, tx, principal: follower, requestId: null, at: app.clock.now() }))
      },
    },
  ],
}
