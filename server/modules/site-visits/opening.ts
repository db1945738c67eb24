// Opening a joint visit: every authority of the application whose case needs one is asked for the first half day they all have.
import { covers } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { pinnedCatalogue } from '../catalogue/index.ts'
import { getCaseForAction, type Case } from '../cases/index.ts'
import { goOn } from './arranging.ts'
import { joins, placeOf, visitOf } from './checklist.ts'
import { canStand, handlers } from './gathering.ts'
import { hasSpoken, type Part } from './part.ts'
import { recordStep, type Scene } from './recording.ts'
import { tellAuthorities } from './telling.ts'
import { placesOf, slotsFor, takeFirst } from './times.ts'
import type { Visit } from './visit.ts'
import { insertParts, insertVisit, listParts, listVisitsOf, updateVisit } from './visits-store.ts'

/** Cases that come along: their service needs a visit, and none has been signed for them. */
const joining = async (scene: Scene, cases: readonly Case[], one: Case): Promise<Case[]> => {
  const catalogue = await pinnedCatalogue(scene.app, scene.tx, one)
  const seen = new Set((await listParts(scene.tx, (await listVisitsOf(scene.tx, one.applicationId)).map(({ id }) => id))).filter(({ state }) => hasSpoken(state)).map(({ caseId }) => caseId))
  return cases.filter((each) => joins(each) && !seen.has(each.id) && visitOf(catalogue, each, plainDate(scene.at)) !== undefined)
}

/** An official opens the visit: every authority whose case needs one is asked for the first time they all have. @throws Refusal not_allowed_now, conflict */
export const openVisit = async (scene: Scene, caseId: string): Promise<string> => {
  const { one, siblings } = await getCaseForAction(scene.tx, caseId)
  if (!covers(scene.principal, handlers, one)) throw new Refusal('not_found')
  const catalogue = await pinnedCatalogue(scene.app, scene.tx, one)
  const [today, at] = [plainDate(scene.at), scene.at.toISOString()]
  const [needed, cases] = [visitOf(catalogue, one, today), await joining(scene, siblings, one)]
  if (!needed || !canStand(one) || !cases.includes(one)) throw new Refusal('not_allowed_now', { state: one.state, because: needed ? 'accept' : 'none' })
  const places = placesOf(cases)
  const id = uuidv7(scene.app.clock)
  const slots = await slotsFor(scene.tx, one.applicationId, one.region, places, today)
  const [slot] = slots
  if (!slot) throw new Refusal('not_allowed_now', { because: 'noSlot' })
  const visit: Visit = {
    id, applicationId: one.applicationId, personId: one.personId, applicant: one.applicant, matter: one.matter, region: one.region, place: placeOf(needed, one), state: 'proposed', revision: 1, ...slot,
    chosen: false, moved: false, clockOn: null, begunOn: null, lookOn: slot.day, reminded: false, signBy: null, comment: '', signature: null, signedAt: null, noticeId: null,
    openedBy: scene.principal.kind === 'staff' ? scene.principal.name : '', createdAt: at, updatedAt: at, endedAt: null,
  }
  if (!(await insertVisit(scene.tx, visit))) throw new Refusal('conflict')
  const got = await takeFirst(scene.tx, id, places, slots)
  const parts = cases.map((each): Part => ({
    visitId: id, caseId: each.id, personId: each.personId, service: each.service, line: each.line, region: each.region, day: got.day, state: covers(scene.principal, handlers, each) && canStand(each) ? 'confirmed' : 'asked',
    revision: 1, findings: {}, note: '', rectifyOn: null, rectified: null, procedure: null, signedBy: null, signedAt: null, digest: null,
  }))
  const placed = { ...visit, ...got, lookOn: got.day }
  await updateVisit(scene.tx, placed)
  await insertParts(scene.tx, parts)
  await recordStep(scene, placed, 'open', { case: one.number, authorities: places.length, day: got.day, half: got.half })
  await tellAuthorities(scene, { visit: placed, parts, cases: siblings }, 'visitAsked', { except: places.filter((place) => covers(scene.principal, handlers, place)) })
  await goOn(scene, { visit: placed, parts, cases: siblings })
  return id
}
