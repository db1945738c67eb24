// With which roles an official acts on a case: their own, and those of a colleague they stand in for today. Both names are recorded.
import { covers, type Principal, type StaffRole } from '../../kernel/authz.ts'
import type { Read } from '../../kernel/db.ts'
import { getStaff } from '../people/index.ts'
import type { Case } from './case.ts'
import { listStoodInFor } from './deputies-store.ts'

type Official = Extract<Principal, { kind: 'staff' }>

/** Roles that act on cases, from the desk up. */
export const handlerRoles = ['clerk', 'approver', 'head'] as const satisfies readonly StaffRole[]

/** Roles somebody can lend for a time: those that decide. */
const lendable: readonly StaffRole[] = ['approver', 'head']

/** The roles of an official whose posting covers a place. */
export const rolesAt = (official: Pick<Official, 'postings'>, where: Pick<Case, 'region' | 'line'>, roles: readonly StaffRole[] = handlerRoles): StaffRole[] =>
  roles.filter((role) => covers({ kind: 'staff', id: '', name: '', postings: official.postings }, [role], where))

/** Roles lent to the official for this case today, each with whose they are. An absent official who has lost a posting lends it no more. */
export const lentRoles = async (read: Read, official: Official, one: Pick<Case, 'region' | 'line'>, today: string): Promise<{ role: StaffRole; of: string }[]> => {
  const lent: { role: StaffRole; of: string }[] = []
  for (const id of await listStoodInFor(read, official.id, today)) {
    const absent = await getStaff(read, id)
    lent.push(...rolesAt(absent, one, lendable).map((role) => ({ role, of: absent.name })))
  }
  return lent
}
