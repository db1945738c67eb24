// The places of the workbench and who has them: the bar, the shortcuts and the gate ask the same table.
// Pure; whether the server answers is decided by the server (server/permissions.ts), this only spares people dead ends.
import { paths } from '../shared/paths.ts'
import type { StaffRole } from '../shared/session.tsx'

export const placeIds = ['queue', 'overdue', 'catalogue', 'designs', 'guides'] as const
export type PlaceId = (typeof placeIds)[number]

export interface Place {
  id: PlaceId
  href: string
  keys: string
  roles: readonly StaffRole[]
}

const handling: readonly StaffRole[] = ['clerk', 'approver', 'supervisor']

export const places: readonly Place[] = [
  { id: 'queue', href: paths.workbench(), keys: 'o q', roles: handling },
  { id: 'overdue', href: paths.workbenchOverdue(), keys: 'o l', roles: handling },
  { id: 'catalogue', href: paths.workbenchCatalogue(), keys: 'o c', roles: ['designer', 'operator'] },
  { id: 'designs', href: paths.workbenchDesigns(), keys: 'o d', roles: ['designer', 'supervisor'] },
  { id: 'guides', href: paths.workbenchGuides(), keys: 'o g', roles: ['designer', 'supervisor'] },
]

/** The places of somebody with these roles, in order. */
export function placesFor(roles: readonly StaffRole[]): Place[] {
  return places.filter((place) => place.roles.some((role) => roles.includes(role)))
}

const bare = (path: string): string => path.replace(/\/+$/, '')
const casesFolder = paths.workbenchCase({ case: '' })

/** Whether an address is this place or something in it: a case belongs to the queue, a design to the designs. */
export function isWithin(pathname: string, href: string): boolean {
  return bare(pathname) === bare(href) || pathname.startsWith(href === paths.workbench() ? casesFolder : `${bare(href)}/`)
}

/** Whether an address is a place this person has; addresses that are no place are left to the router. */
export function mayVisit(pathname: string, roles: readonly StaffRole[]): boolean {
  const place = places.find(({ href }) => isWithin(pathname, href))
  return place === undefined || place.roles.some((role) => roles.includes(role))
}
