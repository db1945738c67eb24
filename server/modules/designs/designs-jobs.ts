// Background work of designs: releasing on the day chosen, and bringing the search index up to date after a release.
// Both look at the present state first, so running them twice changes nothing.
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { JobTask } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import { indexCatalogue } from '../search/index.ts'
import { adoptEditions } from './adopting.ts'
import { designAfter } from './design.ts'
import { getDesignForUpdate, updateDesign } from './designs-store.ts'
import { indexTask, planRelease, releaseDesign, releaseTask } from './releasing.ts'
import { advanced, record, type Scene } from './scene.ts'

const idIn = (payload: unknown): string => String(typeof payload === 'object' && payload !== null ? Reflect.get(payload, 'design') : '')

const sceneOf = (app: App, tx: Scene['tx']): Scene => ({ app, tx, principal: { kind: 'system', name: releaseTask }, requestId: null, at: app.clock.now() })

/** When the day has come and it no longer fits what is in force, it goes back to review with the reason instead of being lost. */
const hold = (app: App, id: string, refused: Refusal): Promise<void> =>
  app.db.transaction(async (tx) => {
    const scene = sceneOf(app, tx)
    const design = await getDesignForUpdate(tx, id)
    if (designAfter(design.state, 'hold') === undefined) return
    const next = { ...advanced(design, 'hold', scene.at), releaseOn: null }
    await updateDesign(tx, next)
    await record(scene, next, 'hold', { because: refused.code })
  })

const releaseScheduled = async (app: App, id: string): Promise<void> => {
  try {
    await app.db.transaction(async (tx) => {
      const scene = sceneOf(app, tx)
      const design = await getDesignForUpdate(tx, id)
      // Stopped or released by hand: nothing to do. Before its time, when the clocks of database and process differ: a minute later.
      if (design.releaseOn === null) return
      if (design.releaseOn > plainDate(scene.at)) await planRelease(tx, id, design.releaseOn, 60_000)
      else await releaseDesign(scene, id, undefined)
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await hold(app, id, error)
  }
}

export const designJobs = (app: App): JobTask[] => [
  { task: releaseTask, run: (payload) => releaseScheduled(app, idIn(payload)) },
  {
    task: indexTask,
    run: async () => {
      await adoptEditions(app)
      await indexCatalogue(app.db, app.packs, app.config.region)
    },
  },
]
