// Reading a visit for whoever asks: those whose cases are in it, whoever supervises them, and the applicant. Everybody else: not found.
import { covers, type Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { pinnedCatalogue } from '../catalogue/index.ts'
import { listCasesWithIds } from '../cases/index.ts'
import { onlookers } from './gathering.ts'
import type { Part } from './part.ts'
import { listPhotos } from './photos-store.ts'
import { findWish } from './slots-store.ts'
import type { Visit } from './visit.ts'
import { toVisitReply, type VisitReply } from './visit-replies.ts'
import { findVisit, listParts, listVisitEvents } from './visits-store.ts'

const isOf = (principal: Principal, visit: Visit, parts: readonly Part[]): boolean =>
  principal.kind === 'person' ? visit.personId === principal.id : parts.some((part) => covers(principal, onlookers, part))

/** @throws Refusal not_found */
export const getVisitInSight = async (read: Read, principal: Principal, id: string): Promise<{ visit: Visit; parts: Part[] }> => {
  const visit = await findVisit(read, id)
  const parts = await listParts(read, [id])
  if (!visit || !isOf(principal, visit, parts)) throw new Refusal('not_found')
  return { visit, parts }
}

export const replyOf = async (app: App, principal: Principal, visit: Visit, parts: readonly Part[]): Promise<VisitReply> => {
  const { read } = app.db
  const cases = await listCasesWithIds(read, parts.map(({ caseId }) => caseId))
  const [first] = cases
  if (!first) throw new Refusal('not_found')
  const [catalogue, photos, events, wish] = await Promise.all([pinnedCatalogue(app, read, first), listPhotos(read, [visit.id]), listVisitEvents(read, visit.id), findWish(read, visit.applicationId)])
  return toVisitReply({ catalogue, visit, parts, cases, photos, events, contact: wish?.contact ?? '', today: plainDate(app.clock.now()), reader: principal })
}

export const getReply = async (app: App, principal: Principal, id: string): Promise<VisitReply> => {
  const { visit, parts } = await getVisitInSight(app.db.read, principal, id)
  return replyOf(app, principal, visit, parts)
}
