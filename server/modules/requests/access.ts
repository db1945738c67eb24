// Who may see and do what with a request. The request centre is that of its region, the unit the one that has it, exactly; authorities
// above look on. Everybody else is told "not found".
import { covers, staffOf, type Posting, type Principal } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { regionCovers } from '../../kernel/regions.ts'
import { leadRoles, mayTake, unitRoles, type Party, type RequestAction } from './request.ts'
import type { CitizenRequest, Unit } from './request-record.ts'
import { findRequest, getRequestForUpdate } from './requests-store.ts'

/** The line that runs the request centre and settles disputes about who is responsible. */
export const centreLine = 'government-services'

const isOneOf = (roles: readonly string[], role: string): boolean => roles.includes(role)
const postedAt = ({ region, line }: Posting, unit: Unit): boolean => region === unit.region && (line === null || line === unit.line)

/** @param coUnits authorities invited to help that have not answered yet */
export const partiesOf = (principal: Principal, one: Pick<CitizenRequest, 'region' | 'unit'>, coUnits: readonly Unit[] = []): Set<Party> => {
  const parties = new Set<Party>()
  for (const posting of principal.kind === 'staff' ? principal.postings : []) {
    const above = regionCovers(posting.region, one.region)
    if (posting.role === 'dispatcher' && above) parties.add('centre')
    if (posting.role === 'agent' && above) parties.add('agent')
    if (posting.role === 'supervisor' && above && (posting.line === null || posting.line === centreLine)) parties.add('arbiter')
    if (isOneOf(unitRoles, posting.role) && one.unit && postedAt(posting, one.unit)) parties.add('unit')
    if (isOneOf(leadRoles, posting.role) && one.unit && postedAt(posting, one.unit)) parties.add('lead')
    if (isOneOf(unitRoles, posting.role) && coUnits.some((unit) => postedAt(posting, unit))) parties.add('coUnit')
  }
  return parties
}

/** Units that had it before may read on, and the authorities of the line above. */
const looksOn = (principal: Principal, { unit, course }: CitizenRequest): boolean =>
  [unit, course.before, course.returnAsked, ...course.returnedBy].some((each) => each !== null && covers(principal, [...unitRoles, 'supervisor'], each))

export const maySee = (principal: Principal, one: CitizenRequest, coUnits: readonly Unit[]): boolean => partiesOf(principal, one, coUnits).size > 0 || looksOn(principal, one)

/** @throws Refusal not_found also for one that is not theirs to see */
export const getRequestWithin = async (read: Read, principal: Principal, id: string, coUnitsOf: (read: Read, id: string) => Promise<readonly Unit[]>): Promise<{ one: CitizenRequest; coUnits: readonly Unit[] }> => {
  const one = await findRequest(read, id)
  if (!one) throw new Refusal('not_found')
  const coUnits = one.course.coUnits === 0 ? [] : await coUnitsOf(read, id)
  if (!maySee(principal, one, coUnits)) throw new Refusal('not_found')
  return { one, coUnits }
}

/**
 * Refuses a step that is not this official's: `not_found` where they may not even look, `forbidden` where they only may not do it.
 * @param coUnits invited authorities; only those that have not answered yet may do anything
 */
export const authoriseStep = (principal: Principal, one: CitizenRequest, coUnits: readonly (Unit & { givenAt: string | null })[], action: RequestAction): void => {
  staffOf(principal)
  if (!maySee(principal, one, coUnits)) throw new Refusal('not_found')
  if (![...partiesOf(principal, one, coUnits.filter(({ givenAt }) => givenAt === null))].some((party) => mayTake(party, action))) throw new Refusal('forbidden')
}

/** The reporter's own, or "not found". */
export const getOwnRequest = async (read: Read, principal: Principal, id: string): Promise<CitizenRequest> => {
  const one = await findRequest(read, id)
  if (principal.kind !== 'person' || one?.personId !== principal.id) throw new Refusal('not_found')
  return one
}

export const getOwnRequestForUpdate = async (tx: Tx, principal: Principal, id: string): Promise<CitizenRequest> => {
  const one = await getRequestForUpdate(tx, id)
  if (principal.kind !== 'person' || one.personId !== principal.id) throw new Refusal('not_found')
  return one
}

/** Whether this official is of that very unit. */
export const isOfUnit = (principal: Principal, unit: Unit | null): boolean =>
  unit !== null && staffOf(principal).postings.some((posting) => isOneOf(unitRoles, posting.role) && postedAt(posting, unit))

