// The places of the workbench and who has them: the bar, the shortcuts and the gate ask the same table.
// Pure; whether the server answers is decided by the server (server/permissions.ts), this only spares people dead ends.
import { paths } from '../shared/paths.ts'
import type { StaffRole } from '../shared/session.tsx'

export const placeIds = ['queue', 'requests', 'hotline', 'knowledge', 'requestImports', 'textMessages', 'window', 'deliveries', 'helping', 'agencies', 'guardians', 'table', 'find', 'workload', 'overdue', 'transfers', 'opinions', 'proposals', 'visits', 'deputies', 'supervision', 'undertakings', 'disputes', 'credentials', 'hardCaseIntake', 'hardCases', 'lessons', 'unfound', 'improvements', 'ratings', 'benefits', 'insight', 'hotTopics', 'governanceTasks', 'catalogue', 'designs', 'guides', 'rules', 'dutyList', 'books', 'resources'] as const
export type PlaceId = (typeof placeIds)[number]

export interface Place {
  id: PlaceId
  href: string
  keys: string
  roles: readonly StaffRole[]
  /** Reached from where it is needed and by its keys; the bar has no room for all, so it stands in the menu behind them. */
  unlisted?: true
}

const handling: readonly StaffRole[] = ['clerk', 'approver', 'head', 'supervisor']

export const places: readonly Place[] = [
  { id: 'queue', href: paths.workbench(), keys: 'o q', roles: handling },
  { id: 'requests', href: paths.workbenchRequests(), keys: 'o 6', roles: ['dispatcher', 'clerk', 'approver', 'head', 'supervisor', 'agent'] },
  { id: 'hotline', href: paths.workbenchHotline(), keys: 'o 0', roles: ['agent'] },
  { id: 'knowledge', href: paths.workbenchKnowledge(), keys: 'o ,', roles: ['agent', 'dispatcher', 'window', 'clerk', 'approver', 'head', 'supervisor'], unlisted: true },
  { id: 'requestImports', href: paths.workbenchRequestImports(), keys: 'o .', roles: ['dispatcher', 'operator'], unlisted: true },
  { id: 'textMessages', href: paths.workbenchTextMessages(), keys: 'o ;', roles: ['operator', 'dispatcher', 'supervisor'], unlisted: true },
  { id: 'window', href: paths.workbenchWindow(), keys: 'o x', roles: ['window'] },
  { id: 'deliveries', href: paths.workbenchDeliveries(), keys: 'o v', roles: ['window'] },
  { id: 'helping', href: paths.workbenchHelping(), keys: 'o b', roles: ['helper', 'head', 'supervisor'] },
  { id: 'agencies', href: paths.workbenchAgencies(), keys: 'o a', roles: ['head', 'supervisor'], unlisted: true },
  { id: 'guardians', href: paths.workbenchGuardians(), keys: 'o j', roles: ['head', 'supervisor'], unlisted: true },
  { id: 'table', href: paths.workbenchTable(), keys: 'o t', roles: handling, unlisted: true },
  { id: 'find', href: paths.workbenchFind(), keys: 'o f', roles: handling, unlisted: true },
  { id: 'workload', href: paths.workbenchWorkload(), keys: 'o w', roles: ['approver', 'head', 'supervisor'] },
  { id: 'overdue', href: paths.workbenchOverdue(), keys: 'o l', roles: handling, unlisted: true },
  { id: 'transfers', href: paths.workbenchTransfers(), keys: 'o m', roles: ['window', 'clerk', 'approver', 'head', 'supervisor'], unlisted: true },
  { id: 'opinions', href: paths.workbenchOpinions(), keys: 'o e', roles: ['clerk', 'approver', 'head'], unlisted: true },
  { id: 'visits', href: paths.workbenchVisits(), keys: 'o k', roles: handling, unlisted: true },
  { id: 'proposals', href: paths.workbenchProposals(), keys: 'o z', roles: handling },
  { id: 'deputies', href: paths.workbenchDeputies(), keys: 'o y', roles: ['clerk', 'approver', 'head'], unlisted: true },
  { id: 'undertakings', href: paths.workbenchUndertakings(), keys: 'o p', roles: handling },
  { id: 'disputes', href: paths.workbenchDisputes(), keys: 'o 1', roles: handling, unlisted: true },
  { id: 'credentials', href: paths.workbenchCredentials(), keys: 'o 2', roles: ['window', 'clerk', 'approver', 'head', 'supervisor'], unlisted: true },
  { id: 'supervision', href: paths.workbenchSupervision(), keys: 'o s', roles: handling },
  { id: 'hardCaseIntake', href: paths.workbenchHardCaseIntake(), keys: 'o i', roles: ['clerk', 'window', 'approver'], unlisted: true },
  { id: 'hardCases', href: paths.workbenchHardCases(), keys: 'o h', roles: handling },
  { id: 'lessons', href: paths.workbenchLessons(), keys: 'o n', roles: ['designer', 'supervisor'], unlisted: true },
  { id: 'unfound', href: paths.workbenchUnfound(), keys: 'o 3', roles: ['designer', 'supervisor'], unlisted: true },
  { id: 'improvements', href: paths.workbenchImprovements(), keys: 'o =', roles: ['designer', 'supervisor'], unlisted: true },
  { id: 'ratings', href: paths.workbenchRatings(), keys: 'o 4', roles: ['window', 'clerk', 'approver', 'head', 'supervisor'] },
  { id: 'benefits', href: paths.workbenchBenefits(), keys: 'o 9', roles: handling, unlisted: true },
  { id: 'insight', href: paths.workbenchInsight(), keys: 'o 5', roles: ['head', 'supervisor', 'dispatcher'], unlisted: true },
  { id: 'hotTopics', href: paths.workbenchHotTopics(), keys: 'o 8', roles: ['dispatcher', 'supervisor'], unlisted: true },
  { id: 'governanceTasks', href: paths.workbenchGovernanceTasks(), keys: 'o -', roles: ['approver', 'head', 'dispatcher', 'supervisor'], unlisted: true },
  { id: 'catalogue', href: paths.workbenchCatalogue(), keys: 'o c', roles: ['designer', 'operator'] },
  { id: 'designs', href: paths.workbenchDesigns(), keys: 'o d', roles: ['designer', 'supervisor'] },
  { id: 'guides', href: paths.workbenchGuides(), keys: 'o g', roles: ['designer', 'supervisor'] },
  { id: 'rules', href: paths.workbenchRules(), keys: 'o r', roles: ['approver', 'head', 'supervisor', 'designer'], unlisted: true },
  { id: 'dutyList', href: paths.workbenchDutyList(), keys: 'o 7', roles: ['dispatcher', 'agent', 'clerk', 'approver', 'head', 'supervisor', 'designer'], unlisted: true },
  { id: 'books', href: paths.workbenchReconciliation(), keys: 'o u', roles: ['operator', 'supervisor'] },
  { id: 'resources', href: paths.workbenchResources(), keys: 'o o', roles: ['steward', 'designer', 'supervisor', 'clerk', 'approver', 'head', 'operator'] },
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
