// Agreeing on the time: the authorities' answers, the applicant's, and what follows when all have answered or nobody is left.
// A half day is taken in the same transaction that proposes it.
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { canStand, caseOf, ownParts, type Gathered } from './gathering.ts'
import { awaitsAnswer, hasSpoken, isBlank, type Part } from './part.ts'
import { lookOnOf, recordStep, system, takeStep, type Scene } from './recording.ts'
import { slotKey } from './slots.ts'
import { deleteTakenBy, insertTaken } from './slots-store.ts'
import { endSpans } from './span.ts'
import { tellAgreed, tellApplicant, tellAuthorities } from './telling.ts'
import { placesOf, slotsFor, takeFirst, takeSlot } from './times.ts'
import { allConfirmed, isProposed, movingObstacle, partsIn, type Slot, type Visit } from './visit.ts'
import { updatePart, updateVisit } from './visits-store.ts'

/** The clocks stand already for a visit that was put off. */
const clocksStand = ({ parts }: Gathered): boolean => parts.some(({ procedure }) => procedure !== null)

/** What follows by itself: when all have agreed the applicant is asked, or the time stands if they chose it; when nobody is left it is off. */
export const goOn = async (scene: Scene, gathered: Gathered): Promise<Visit> => {
  const { visit, parts } = gathered
  const own: Scene = { ...scene, principal: system }
  if (partsIn(parts).length === 0) {
    const off = await takeStep(own, visit, 'abandon')
    await tellApplicant(own, { ...gathered, visit: off }, 'visitCancelled', { reasons: '各部门都已退出，需要时会另约' })
    return off
  }
  if (!isProposed(visit.state) || !allConfirmed(parts)) return visit
  return visit.chosen ? agree(own, gathered, 'settle') : offer(own, gathered)
}

const offer = async (scene: Scene, gathered: Gathered): Promise<Visit> => {
  const next = await takeStep(scene, gathered.visit, 'offer', {}, (each) => ({ ...each, reminded: false, lookOn: lookOnOf({ ...each, reminded: false }, each.clockOn !== null && clocksStand(gathered)) }))
  await tellApplicant(scene, { ...gathered, visit: next }, 'visitOffered')
  return next
}

/** The time stands: the clocks will stop on that day, or have been going to since the applicant moved it. */
export const agree = async (scene: Scene, gathered: Gathered, action: 'settle' | 'accept' | 'presume'): Promise<Visit> => {
  const stand = clocksStand(gathered)
  const next = await takeStep(scene, gathered.visit, action, { day: gathered.visit.day, half: gathered.visit.half }, (each) => {
    const agreed = { ...each, clockOn: each.clockOn ?? each.day, reminded: false }
    return { ...agreed, lookOn: lookOnOf(agreed, stand) }
  })
  await tellAgreed(scene, { ...gathered, visit: next })
  return next
}

/** The official's authority can come. Each of its cases must have been accepted: its clock is going to be stopped. */
export const confirm = async (scene: Scene, gathered: Gathered): Promise<Visit> => {
  const own = ownParts(scene.principal, gathered).filter(({ state }) => awaitsAnswer(state))
  if (own.length === 0) throw new Refusal('not_allowed_now', { because: 'once' })
  if (own.some((part) => !canStand(caseOf(gathered, part)))) throw new Refusal('not_allowed_now', { because: 'accept' })
  const parts = await changed(scene, gathered, (part) => (own.includes(part) ? { ...part, state: 'confirmed' } : part))
  const visit = await takeStep(scene, gathered.visit, 'confirm', { line: own[0]?.line })
  return goOn(scene, { ...gathered, visit, parts })
}

/** Another time is looked for: the half day is noted as one the authority does not have, and everybody is asked anew. */
export const askOther = async (scene: Scene, gathered: Gathered, reasons: string): Promise<Visit> => {
  const [mine] = ownParts(scene.principal, gathered)
  if (!mine) throw new Refusal('not_allowed_now', { because: 'left' })
  const { visit } = gathered
  const places = placesOf(partsIn(gathered.parts))
  await deleteTakenBy(scene.tx, visit.id)
  await insertTaken(scene.tx, { region: mine.region, line: mine.line, day: visit.day, half: visit.half, visitId: null, reason: reasons.slice(0, 200), byName: scene.principal.kind === 'staff' ? scene.principal.name : '' })
  const slot = await takeFirst(scene.tx, visit.id, places, await slotsFor(scene.tx, visit.applicationId, visit.region, places, plainDate(scene.at)))
  const stand = clocksStand(gathered)
  const next = await takeStep(scene, visit, 'askOther', { line: mine.line, reasons, from: visit.day, day: slot.day, half: slot.half }, (each) => {
    const moved = { ...each, ...slot, chosen: false, reminded: false, clockOn: stand ? each.clockOn : null }
    return { ...moved, lookOn: lookOnOf(moved, stand) }
  })
  const parts = await changed(scene, gathered, (part) => (awaitsAnswer(part.state) || isBlank(part.state) ? { ...part, day: slot.day, state: part.line === mine.line && part.region === mine.region && canStand(caseOf(gathered, part)) ? 'confirmed' : 'asked' } : part))
  await tellAuthorities(scene, { ...gathered, visit: next, parts }, 'visitAsked', { except: [mine] })
  return goOn(scene, { ...gathered, visit: next, parts })
}

/** The applicant moves it to another half day all authorities have: once, and until the day before. */
export const move = async (scene: Scene, gathered: Gathered, slot: Slot): Promise<Visit> => {
  const { visit } = gathered
  const because = movingObstacle(visit, plainDate(scene.at))
  if (because) throw new Refusal('not_allowed_now', { because })
  const places = placesOf(partsIn(gathered.parts))
  const free = await slotsFor(scene.tx, visit.applicationId, visit.region, places, plainDate(scene.at))
  if (!free.some((each) => slotKey(each) === slotKey(slot))) throw new Refusal('not_allowed_now', { because: 'taken' })
  await deleteTakenBy(scene.tx, visit.id)
  if (!(await takeSlot(scene.tx, visit.id, places, slot))) throw new Refusal('not_allowed_now', { because: 'taken' })
  // The clocks stop on the day that had been set: the time until the later one is the applicant's.
  const next = await takeStep(scene, visit, 'move', { from: visit.day, day: slot.day, half: slot.half }, (each) => {
    const moved = { ...each, ...slot, chosen: true, moved: true, reminded: false, clockOn: slot.day > visit.day ? visit.day : null }
    return { ...moved, lookOn: lookOnOf(moved, false) }
  })
  const parts = await changed(scene, gathered, (part) => ({ ...part, day: slot.day, state: isBlank(part.state) ? 'asked' : part.state }))
  await tellAuthorities(scene, { ...gathered, visit: next, parts }, 'visitAsked', {})
  return next
}

/** One authority goes on without it; the others come as arranged. */
export const leave = async (scene: Scene, gathered: Gathered, reasons: string): Promise<Visit> => {
  const own = ownParts(scene.principal, gathered).filter(({ state }) => !hasSpoken(state))
  const [mine] = own
  if (!mine) throw new Refusal('not_allowed_now', { because: 'once' })
  const visit = await takeStep(scene, gathered.visit, 'leave', { line: mine.line, reasons })
  await endSpans(scene, gathered, own, `不参加这次踏勘：${reasons}`)
  const parts = await changed(scene, { ...gathered, visit }, (part) => (own.includes(part) ? { ...part, state: 'left' } : part))
  await deleteTakenBy(scene.tx, visit.id, mine)
  return goOn(scene, { ...gathered, visit, parts })
}

/** The visit is off: what had been stopped for it runs again. */
export const callOff = async (scene: Scene, gathered: Gathered, action: 'cancel' | 'miss', reasons: string): Promise<Visit> => {
  if (gathered.parts.some(({ state }) => hasSpoken(state))) throw new Refusal('not_allowed_now', { because: 'signed' })
  const visit = await takeStep(scene, gathered.visit, action, { reasons })
  await endSpans(scene, gathered, partsIn(gathered.parts), action === 'miss' ? '到了约定的时间，现场没有人，踏勘没有进行' : '踏勘已取消')
  const parts = await changed(scene, { ...gathered, visit }, (part) => part)
  const after = { ...gathered, visit, parts }
  if (action === 'miss') await tellApplicant(scene, after, 'visitMissed', { reasons })
  else if (scene.principal.kind === 'staff') await tellApplicant(scene, after, 'visitCancelled', { reasons })
  await tellAuthorities(scene, after, 'visitOff', { text: reasons })
  return visit
}

/** Stores the parts a step changes. */
export const changed = async (scene: Scene, { visit, parts }: Gathered, change: (part: Part) => Part): Promise<Part[]> => {
  const ended = visit.endedAt !== null
  const next = parts.map((part) => {
    const after = change(part)
    return after === part ? part : { ...after, revision: part.revision + 1 }
  })
  for (const part of next) if (ended || !parts.includes(part)) await updatePart(scene.tx, part, ended)
  return next
}

/** The time proposed has come and not all have answered: the next one. */
export const proposeAgain = async (scene: Scene, gathered: Gathered): Promise<Visit> => {
  const { visit } = gathered
  const places = placesOf(partsIn(gathered.parts))
  await deleteTakenBy(scene.tx, visit.id)
  const slot = await takeFirst(scene.tx, visit.id, places, await slotsFor(scene.tx, visit.applicationId, visit.region, places, plainDate(scene.at)))
  const next = { ...visit, ...slot, chosen: false, revision: visit.revision + 1, updatedAt: scene.at.toISOString(), lookOn: slot.day }
  await updateVisit(scene.tx, next)
  await recordStep(scene, next, 'open', { again: true, day: slot.day, half: slot.half })
  const parts = await changed(scene, { ...gathered, visit: next }, (part) => ({ ...part, day: slot.day }))
  await tellAuthorities(scene, { ...gathered, visit: next, parts }, 'visitAsked', { except: parts.filter(({ state }) => isBlank(state)) })
  return next
}
