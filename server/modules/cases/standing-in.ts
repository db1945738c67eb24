// With which roles an official acts on a case: their own, and those of a colleague they stand in for today. Both names are recorded.
// Only who decides themselves stands in for somebody who decides: standing in widens no permission.
import { covers, type Principal, type StaffRole } from '../../kernel/authz.ts'
import type { Read } from '../../kernel/db.ts'
import { getStaff } from '../people/index.ts'
import type { Case } from './case.ts'
import { listStoodInFor } from './deputies-store.ts'

type Official = Extract<Principal, { kind: 'staff' }>

/** Roles that act on cases, from the desk up. */
export const handlerRoles = ['clerk', 'approver', 'head'] as const satisfies readonly StaffRole[]

/** Roles somebody can lend for a time, and that who borrows must have one of: those that decide. */
export const lendable: readonly StaffRole[] = ['approver', 'head']

/** The roles of an official whose posting covers a place. */
export const rolesAt = (official: Pick<Official, 'postings'>, where: Pick<Case, 'region' | 'line'>, roles: readonly StaffRole[] = handlerRoles): StaffRole[] =>
  roles.filter((role) => covers({ kind: 'staff', id: '', name: '', postings: official.postings }, [role], where))

/** Roles lent to the official for this case today, each with whose they are. An absent official who has lost a posting lends it no more, and who decides nothing here borrows none. */
export const lentRoles = async (read: Read, official: Official, one: Pick<Case, 'region' | 'line'>, today: string): Promise<{ role: StaffRole; of: string }[]> => {
  if (rolesAt(official, one, lendable).length === 0) return []
  const lent: { role: StaffRole; of: string }[] = []
  for (const id of await listStoodInFor(read, official.id, today)) {
    const absent = await getStaff(read, id)
    lent.push(...rolesAt(absent, one, lendable).map((role) => ({ role, of: absent.name })))
  }
  return lent
}

/** Why an action is not possible, and in whose name it is done; `inNameOf` absent: in one's own. */
export type Standing<Why> = { because: Why | undefined; inNameOf?: string }

/**
 * Tries one's own roles first, then those of each colleague one stands in for, where one's own are not enough.
 * @param own roles at the place of the case @param obstacleWith why not with these roles; undefined: possible
 */
export const standingWith = <Why extends string>(own: readonly StaffRole[], lent: readonly { role: StaffRole; of: string }[], obstacleWith: (roles: readonly StaffRole[]) => Why | undefined): Standing<Why> => {
  const because = obstacleWith(own)
  if (because !== 'role' && because !== 'level') return { because }
  const tried = lent.map(({ role, of }) => ({ of, because: obstacleWith([...own, role]) }))
  const lender = tried.find((each) => each.because === undefined) ?? tried.find((each) => each.because !== because)
  return lender === undefined ? { because } : { because: lender.because, inNameOf: lender.of }
}
