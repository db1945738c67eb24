// What time alone brings about: a reminder before a bill is due, and after the days of grace its place on record. Running it twice does nothing more.
import { plainDate } from '../../kernel/clock.ts'
import type { App } from '../../module.ts'
import type { Scene } from '../cases/index.ts'
import type { CreditTerms } from '../catalogue/index.ts'
import { daysFrom, lateFrom, lookAfter } from './bill-days.ts'
import type { CareBill } from './care-bill.ts'
import { listBillsDueForUpdate } from './credits-store.ts'
import { termsFor } from './grading.ts'
import { moveBill, tell } from './recording.ts'

export const followTask = 'credits.follow'
const pageSize = 100

const follow = async (scene: Scene, one: CareBill, terms: CreditTerms, today: string): Promise<void> => {
  if (one.dueOn === null) {
    const days = daysFrom(plainDate(new Date(one.createdAt)), one.region, terms)
    // Still unknown: looked at again in a week, from today on.
    await moveBill(scene, one, 'count', days, days.dueOn === null ? daysFrom(today, one.region, terms) : days)
    return
  }
  const late = lateFrom(one.dueOn, one.region, terms)
  if (late !== undefined && today >= late) {
    await tell(scene, await moveBill(scene, one, 'lapse', { dueOn: one.dueOn }, { lookOn: null, lateOn: today }), 'careLate')
    return
  }
  const lookOn = lookAfter(today, one.dueOn, one.region, terms)
  const next = await moveBill(scene, one, 'remind', { dueOn: one.dueOn }, { reminded: true, lookOn })
  if (!one.reminded) await tell(scene, next, 'careDue')
}

/** Returns how many were looked at. */
export const followBills = async (app: App): Promise<number> => {
  let seen = 0
  for (let found = pageSize; found === pageSize; seen += found) {
    found = await app.db.transaction(async (tx) => {
      const at = app.clock.now()
      const [today, scene]: [string, Scene] = [plainDate(at), { app, tx, principal: { kind: 'system', name: 'credits' }, requestId: null, at }]
      const due = await listBillsDueForUpdate(tx, today, pageSize)
      for (const one of due) {
        const terms = termsFor(app, one.region)
        if (terms) await follow(scene, one, terms, today)
      }
      return due.length
    })
  }
  return seen
}
