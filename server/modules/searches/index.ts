// Public face of the searches module.
import type { Module } from '../../module.ts'
import { followLearnt, learn } from './chosen.ts'
import { writeNoted } from './noting.ts'
import { popularRoutes } from './popular-routes-staff.ts'
import { searchesRoutes } from './searches-routes.ts'
import { unfoundRoutes } from './unfound-routes-staff.ts'

export { clicksFor } from './chosen.ts'
export { noteClick, noteSearch, noteUnanswered, type Noting } from './noting.ts'
export { eraseOldSearches } from './retaining.ts'
export { isTicketOf, ticketFor } from './tickets.ts'
export { toUnfoundReply, unfoundSchema } from './unfound-routes-staff.ts'
export { listUnfound } from './unfound-store.ts'
export type { UnfoundSource } from './unfound.ts'

const writeEveryMs = 1000
/** In writings: how often a process looks whether something new was learnt. */
const followEvery = 60
/** Shortly after midnight in China. */
const everyNight = '10 16 * * *'

export const searchesModule: Module = {
  name: 'searches',
  routes: [...searchesRoutes, ...popularRoutes, ...unfoundRoutes],
  jobs: (app) => [{ task: 'searches.learn', cron: everyNight, run: () => learn(app) }],
  mount: async (server, app) => {
    let ticks = 0
    let working: Promise<void> | undefined
    const work = async () => {
      await writeNoted(app)
      if (ticks % followEvery === 0) await followLearnt(app)
      ticks += 1
    }
    const timer = setInterval(() => {
      working ??= work().catch((error: unknown) => app.log.warn({ err: error }, 'what was learnt from searches could not be read')).finally(() => {
        working = undefined
      })
    }, writeEveryMs).unref()
    server.addHook('onClose', async () => {
      clearInterval(timer)
      await working
      await writeNoted(app)
    })
  },
}
