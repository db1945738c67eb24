// What time does to grants: both sides are reminded before the last day, and afterwards the grant has ended. Safe to repeat: a grant
// that ran out gives nothing anyway (access-request.ts), here it is only said.
import { addDays, plainDate } from '../../kernel/clock.ts'
import type { JobTask } from '../../kernel/jobs.ts'
import type { App } from '../../module.ts'
import type { AccessRequest } from './access-request.ts'
import { listEndingForUpdate } from './access-requests-store.ts'
import { advance, type Scene } from './requesting.ts'

export const followTask = 'resources.follow'

/** Reminders come so many calendar days before at most; each pack says how many. */
const mostDays = 180

const follow = async (scene: Scene, one: AccessRequest, today: string): Promise<boolean> => {
  if (one.until === null) return false
  if (one.until < today) return advance(scene, one, 'end', {}, { ranOut: true }).then(() => true)
  const days = scene.app.packs.proceedingsFor(one.ownerRegion).dataSharing?.remindDays
  if (days === undefined || addDays(today, days) < one.until) return false
  return advance(scene, one, 'remind', { reminded: true }).then(() => true)
}

/** Returns how many it did something about. */
export const followGrants = (app: App): Promise<number> =>
  app.db.transaction(async (tx) => {
    const scene: Scene = { app, tx, principal: { kind: 'system', name: followTask }, requestId: null, at: app.clock.now() }
    const today = plainDate(scene.at)
    let done = 0
    for (const one of await listEndingForUpdate(tx, today, addDays(today, mostDays))) if (await follow(scene, one, today)) done += 1
    return done
  })

export const accessRequestJobs = (app: App): JobTask[] => [{ task: followTask, cron: '35 16 * * *', run: async () => void (await followGrants(app)) }] // 00:35 in China
