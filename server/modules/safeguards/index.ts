// Public face of the safeguards: what keeps requests from being drowned, and people in them from being shown.
import type { Module } from '../../module.ts'
import { deleteSendersBefore } from './senders-store.ts'
import { deleteSketchesBefore } from './sketches-store.ts'

export { admitSenders } from './admitting.ts'
export { barePhoto } from './bare-photo.ts'
export { campaignFrom, findCampaign, listCampaigns, noteText, type Campaign } from './campaigns.ts'
export { floodLimits, type Sender, type SenderKind } from './flood.ts'
export { guessGuard, type GuessGuard } from './guessing.ts'
export { contradiction, distance, placeOfPhoto, type Point } from './photo.ts'
export { plainText } from './plain-text.ts'

const dayMs = 86_400_000
/** Days for which senders and texts are remembered. */
const remembered = { senders: 2, sketches: 30 }
/** Early in the morning in China. */
const everyNight = '40 18 * * *'

export const safeguardsModule: Module = {
  name: 'safeguards',
  routes: [],
  jobs: ({ db, clock }) => [{
    task: 'safeguards.forget', cron: everyNight,
    run: () => db.transaction(async (tx) => {
      const now = clock.now().getTime()
      await deleteSendersBefore(tx, new Date(now - remembered.senders * dayMs))
      await deleteSketchesBefore(tx, new Date(now - remembered.sketches * dayMs))
    }),
  }],
}
