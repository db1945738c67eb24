// What time alone brings about: a step towards putting something right that is late is told, on each step of the ladder of the region, once.
// Days are working days; it looks at everything that is late, so it catches up after a standstill. Safe to repeat.
import type { StaffRole } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { App } from '../../module.ts'
import type { Ladder } from '../catalogue/index.ts'
import { dayInWords, workingDaysBetween, type Scene } from '../cases/index.ts'
import { isUnderReview, type Rectification } from './rectification.ts'
import { listLateForUpdate } from './rectifications-store.ts'
import { findRating } from './ratings-store.ts'
import { moveRectification, tellStaff } from './recording.ts'

export const followTask = 'ratings.follow'

const pageSize = 100

const rolesOf = (to: Ladder['steps'][number]['to'], { state }: Rectification): readonly StaffRole[] =>
  to === 'supervision' || isUnderReview(state) ? ['supervisor'] : to === 'bureau' ? ['approver', 'head'] : ['clerk', 'approver', 'head']

/** Tells everybody named by steps not taken yet; answers whether there were any. */
const remind = async (scene: Scene, one: Rectification, today: string): Promise<boolean> => {
  const days = one.dueOn === null ? undefined : workingDaysBetween(one.dueOn, today, one.region)
  // Unknown where a calendar is not published: then nobody is said to be late.
  const due = days === undefined ? [] : (scene.app.packs.proceedingsFor(one.region).ladder?.steps ?? []).filter(({ afterDays }) => afterDays <= days)
  const rating = await findRating(scene.tx, one.ratingId)
  if (!rating || one.dueOn === null || days === undefined || due.length <= one.reminded) return false
  const roles = new Set(due.slice(one.reminded).flatMap(({ to }) => rolesOf(to, one)))
  await moveRectification(scene, one, 'remind', { days, dueOn: one.dueOn }, { reminded: due.length })
  await tellStaff(scene, rating, [...roles], 'ratingLate', { days, day: dayInWords(one.dueOn) })
  return true
}

/** Returns how many somebody was told of. */
export const followRectifications = async (app: App): Promise<number> => {
  const at = app.clock.now()
  const today = plainDate(at)
  let told = 0
  let after: string | undefined
  do {
    const last = after
    after = await app.db.transaction(async (tx) => {
      const scene: Scene = { app, tx, principal: { kind: 'system', name: followTask }, requestId: null, at }
      const late = await listLateForUpdate(tx, today, last, pageSize)
      for (const one of late) if (await remind(scene, one, today)) told += 1
      return late.length === pageSize ? late.at(-1)?.ratingId : undefined
    })
  } while (after !== undefined)
  return told
}
