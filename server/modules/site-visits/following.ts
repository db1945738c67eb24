// What time does to visits: reminders the day before, an offer not answered stands, the clocks stop and the sheet opens on the day, a sheet
// the applicant does not sign closes without. Looks at the present state and does what is due; repeating it changes nothing.
import { addDays, plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { agree, changed, proposeAgain } from './arranging.ts'
import { gatherForUpdate, type Gathered } from './gathering.ts'
import { lookOnOf, system, takeStep, type Scene } from './recording.ts'
import { closeSheet, onTheSpot } from './sheet.ts'
import { beginSpans } from './span.ts'
import { tellApplicant, tellAuthorities } from './telling.ts'
import { isAgreed, isOnSite, isProposed, visitAfter } from './visit.ts'
import { listVisitsToLookAt } from './visits-store.ts'

export const followTask = 'siteVisits.follow'

const pageSize = 100

/** The applicant had moved it: the time until the later day is theirs, and the clocks stand from the day first agreed. */
const stopClocks = async (scene: Scene, gathered: Gathered): Promise<Gathered> => {
  const { visit } = gathered
  if (visit.clockOn === null || visit.clockOn > plainDate(scene.at) || visit.clockOn >= visit.day || gathered.parts.some(({ procedure }) => procedure !== null)) return gathered
  const begun = await beginSpans(scene, gathered)
  const next = await takeStep(scene, visit, 'stopClocks', { since: visit.clockOn }, (each) => ({ ...each, lookOn: lookOnOf(each, true) }))
  return { ...begun, visit: next, parts: await changed(scene, { ...gathered, visit: next }, (part) => begun.parts.find(({ caseId }) => caseId === part.caseId) ?? part) }
}

const look = async (scene: Scene, id: string): Promise<void> => {
  const today = plainDate(scene.at)
  const found = await gatherForUpdate(scene.tx, id)
  if (found.visit.lookOn === null || found.visit.lookOn > today) return
  const gathered = await stopClocks(scene, found)
  const { visit } = gathered
  if (isOnSite(visit.state)) await closeSheet(scene, gathered, 'close', null)
  else if (isProposed(visit.state)) await (today >= visit.day ? proposeAgain(scene, gathered) : visit)
  else await prepare(scene, visitAfter(visit.state, 'presume') === undefined || today < addDays(visit.day, -1) ? gathered : { ...gathered, visit: await agree(scene, gathered, 'presume') }, today)
}

/** A visit that stands: on its day it begins, the day before everybody is reminded, once. */
const prepare = async (scene: Scene, gathered: Gathered, today: string): Promise<void> => {
  const { visit } = gathered
  if (!isAgreed(visit.state)) return
  if (today >= visit.day) return void (await onTheSpot(scene, gathered))
  if (visit.reminded || today < addDays(visit.day, -1)) return
  const next = await takeStep(scene, visit, 'remind', {}, (each) => ({ ...each, reminded: true, lookOn: lookOnOf({ ...each, reminded: true }, true) }))
  await tellApplicant(scene, { ...gathered, visit: next }, 'visitReminder')
  await tellAuthorities(scene, { ...gathered, visit: next }, 'visitTomorrow', {})
}

/** Looks at all visits at which something may be due; returns how many. */
export const followVisits = async (app: App): Promise<number> => {
  const ids = await listVisitsToLookAt(app.db.read, plainDate(app.clock.now()), pageSize)
  for (const id of ids) {
    await app.db.transaction((tx) => look({ app, tx, principal: system, requestId: null, at: app.clock.now() }, id)).catch((error: unknown) => {
      // One that cannot go on now (no half day is free) keeps none of the others back; it is looked at again.
      if (!(error instanceof Refusal)) throw error
      app.log.warn({ visit: id, code: error.code, details: error.details }, 'a site visit waits')
    })
  }
  return ids.length
}
