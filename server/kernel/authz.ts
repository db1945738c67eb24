// Who may do what, where: a permission names the roles that have it, a posting says in which region and line of authority.
// Out of your jurisdiction is answered "not found" by the callers; never allowed is "forbidden".
import { Refusal } from './errors.ts'
import { regionCovers, regionPrefix } from './regions.ts'

export type StaffRole = 'clerk' | 'approver' | 'supervisor' | 'designer' | 'operator'

/** One role in one region; `line` null means every line of authority there. */
export type Posting = { role: StaffRole; region: string; line: string | null }

export type Principal =
  | { kind: 'anonymous' }
  | { kind: 'person'; id: string; name: string }
  | { kind: 'staff'; id: string; name: string; postings: readonly Posting[] }
  | { kind: 'system'; name: string }

/** Who has a permission: everybody, any logged-in user, natural persons, or staff in these roles. */
export type Grant = 'everyone' | 'loggedIn' | 'person' | readonly StaffRole[]

/** What a record belongs to, for jurisdiction. */
export type Jurisdiction = { region: string; line: string }

/** A condition stores can put into SQL: region prefix and line (null = any). */
export type JurisdictionFilter = readonly { regionPrefix: string; line: string | null }[]

export const has = (principal: Principal, grant: Grant): boolean => {
  if (grant === 'everyone') return true
  if (grant === 'loggedIn') return principal.kind === 'person' || principal.kind === 'staff'
  if (grant === 'person') return principal.kind === 'person'
  return principal.kind === 'staff' && principal.postings.some((posting) => grant.includes(posting.role))
}

/** Refuses with `unauthenticated` (log in and it may work) or `forbidden` (never). */
export const authorise = (principal: Principal, grant: Grant): void => {
  if (has(principal, grant)) return
  throw new Refusal(principal.kind === 'anonymous' ? 'unauthenticated' : 'forbidden')
}

const postingsFor = (principal: Principal, roles: readonly StaffRole[]): readonly Posting[] =>
  principal.kind === 'staff' ? principal.postings.filter((posting) => roles.includes(posting.role)) : []

export const covers = (principal: Principal, roles: readonly StaffRole[], where: Jurisdiction): boolean =>
  postingsFor(principal, roles).some(
    (posting) => regionCovers(posting.region, where.region) && (posting.line === null || posting.line === where.line),
  )

export const jurisdictionFilter = (principal: Principal, roles: readonly StaffRole[]): JurisdictionFilter =>
  postingsFor(principal, roles).map((posting) => ({ regionPrefix: regionPrefix(posting.region), line: posting.line }))

/** The natural person behind a principal; refuses everybody else. */
export const personOf = (principal: Principal): Extract<Principal, { kind: 'person' }> => {
  if (principal.kind !== 'person') throw new Refusal(principal.kind === 'anonymous' ? 'unauthenticated' : 'forbidden')
  return principal
}

/** The official behind a principal; refuses everybody else. */
export const staffOf = (principal: Principal): Extract<Principal, { kind: 'staff' }> => {
  if (principal.kind !== 'staff') throw new Refusal(principal.kind === 'anonymous' ? 'unauthenticated' : 'forbidden')
  return principal
}
