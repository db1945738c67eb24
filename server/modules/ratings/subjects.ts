// What somebody may rate, found where it lies: a case of theirs that has ended, a visit at a window, a guide, a service, an outlet.
// Requests are rated through their own module, which gives the subject itself.
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { hasEnded, listCasesWithIds, wasWithdrawn, type Case } from '../cases/index.ts'
import { outletsAtWork } from '../transfers/index.ts'
import { repeatable, type RatedSubject } from './rating.ts'

/** Line of the authorities that run halls and answer for whole matters. */
const hallLine = 'government-services'

const nothing = { number: null, service: null, matter: null, category: null, staffId: null, outlet: null, counter: null, page: null }

/** A case is rated when it has been decided; what the applicant took back is not. */
export const mayBeRated = ({ state }: Pick<Case, 'state'>): boolean => hasEnded(state) && !wasWithdrawn(state)

export const subjectOfCase = (one: Case): RatedSubject => ({
  ...nothing, kind: 'case', subject: one.id, instance: one.id, number: one.number, personId: one.personId, region: one.region, line: one.line, service: one.service, matter: one.matter, staffId: one.assigneeId,
})

/** @throws Refusal not_found for a case that is not theirs, not_allowed_now before it has ended */
export const getRatedCase = async (read: Read, id: string, personId: string | null): Promise<RatedSubject> => {
  const [one] = await listCasesWithIds(read, [id])
  if (!one || (personId !== null && one.personId !== personId)) throw new Refusal('not_found')
  if (!mayBeRated(one)) throw new Refusal('not_allowed_now', { state: one.state })
  return subjectOfCase(one)
}

/** Somebody who stood at a window: rated once for that visit, by who came. */
export const subjectOfVisit = (session: { id: string; cameId: string; staffId: string; region: string }, seat: { outlet: string; counter: string }): RatedSubject => ({
  ...nothing, kind: 'window', subject: `${seat.outlet} ${seat.counter}`, instance: session.id, personId: session.cameId, region: session.region, line: hallLine, staffId: session.staffId, ...seat,
})

export type PublicKind = 'guide' | 'service' | 'outlet'

/** A guide or a service of the region served, or an outlet; rated once by a person in a quarter. @throws Refusal not_found when there is no such thing */
export const getPublicSubject = (app: App, kind: PublicKind, id: string, page: string | null, personId: string): RatedSubject => {
  const day = plainDate(app.clock.now())
  const rest = { ...nothing, kind, subject: id, instance: repeatable(`${id} ${page ?? ''}`, personId, day), personId, page }
  if (kind === 'outlet') {
    const hall = outletsAtWork(app).find((each) => each.id === id)
    if (!hall) throw new Refusal('not_found')
    return { ...rest, region: hall.region, line: hallLine, outlet: id }
  }
  const { region } = app.config
  const { services, matters } = app.packs.catalogueFor(region)
  const service = Object.hasOwn(services, id) ? services[id] : undefined
  if (service) return { ...rest, region, line: service.line, service: id }
  if (kind === 'service' || !Object.hasOwn(matters, id)) throw new Refusal('not_found')
  return { ...rest, region, line: hallLine, matter: id }
}
