// Who may do what, where: a permission names the roles that have it, a posting says in which region and line of authority.
// Out of your jurisdiction is answered "not found" by the callers; never allowed is "forbidden".
import { Refusal } from './errors.ts'
import { regionCovers, regionPrefix } from './regions.ts'

export type StaffRole = 'clerk' | 'window' | 'helper' | 'approver' | 'head' | 'supervisor' | 'designer' | 'operator' | 'steward' | 'agent' | 'dispatcher'

/** One role in one region; `line` null means every line of authority there. */
export type Posting = { role: StaffRole; region: string; line: string | null }

/**
 * Who really acts when somebody acts in a person's name: a relative, an agency or a company's staff by a delegation, a guardian by law,
 * an official at a window or as a helper.
 * `mandate` is what entitles them, `<kind>:<id>`; `matters` those it covers, null for all.
 */
export type ActingFor = {
  actorKind: 'person' | 'staff'
  id: string
  name: string
  capacity: 'family' | 'agent' | 'company' | 'guardian' | 'helper' | 'window'
  mandate: string
  matters: readonly string[] | null
  /** where an official acts in person: the place, its region (GB/T 2260) and the counter there */
  desk?: { place: string; region: string; counter: string }
}

/** `by`: the person is represented, and somebody else acts. */
export type Principal =
  | { kind: 'anonymous' }
  | { kind: 'person'; id: string; name: string; by?: ActingFor }
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

export const postingsFor = (principal: Principal, roles: readonly StaffRole[]): readonly Posting[] =>
  principal.kind === 'staff' ? principal.postings.filter((posting) => roles.includes(posting.role)) : []

export const covers = (principal: Principal, roles: readonly StaffRole[], where: Jurisdiction): boolean =>
  postingsFor(principal, roles).some(
    (posting) => regionCovers(posting.region, where.region) && (posting.line === null || posting.line === where.line),
  )

export const jurisdictionFilter = (principal: Principal, roles: readonly StaffRole[]): JurisdictionFilter =>
  postingsFor(principal, roles).map((posting) => ({ regionPrefix: regionPrefix(posting.region), line: posting.line }))

/** Refuses with `while_acting` what nobody does in the name of another: `allowed` says whether the permission is one of those that may. */
export const authoriseActing = (principal: Principal, allowed: boolean): void => {
  if (principal.kind === 'person' && principal.by && !allowed) throw new Refusal('while_acting')
}

/** Whether whoever acts for a person may do so for this matter; the person always may. */
export const mayActIn = (person: Extract<Principal, { kind: 'person' }>, matter: string): boolean => person.by?.matters?.includes(matter) ?? true

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
