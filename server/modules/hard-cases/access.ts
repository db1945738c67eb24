// Who may see and do what with hard cases. Coordinators are those a pack names, in their region; supervisors look on;
// an invited authority sees what it is asked. Everybody else is told "not found".
import { covers, staffOf, type JurisdictionFilter, type Principal } from '../../kernel/authz.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { regionCovers, regionPrefix } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import { onlookers, type HardCase } from './hard-case.ts'
import { findHardCase } from './hard-cases-store.ts'

/** Whether this official coordinates hard cases of a region. */
export const coordinates = ({ packs }: Pick<App, 'packs'>, principal: Principal, region: string): boolean => {
  const coordinators = packs.hardCaseWindowFor(region)?.coordinators
  return coordinators !== undefined && covers(principal, coordinators.roles, { region, line: coordinators.line })
}

const looksOn = (app: Pick<App, 'packs'>, principal: Principal, region: string): boolean => {
  const line = app.packs.hardCaseWindowFor(region)?.coordinators.line
  return line !== undefined && covers(principal, onlookers, { region, line })
}

/** Also somebody above who answers what has risen from there may read it: postings cover what lies below them. */
export const maySee = (app: Pick<App, 'packs'>, principal: Principal, region: string): boolean => coordinates(app, principal, region) || looksOn(app, principal, region)

/** @throws Refusal not_found also for one that is somebody else's */
export const getHardCaseWithin = async (app: App, read: Read, principal: Principal, id: string): Promise<HardCase> => {
  const one = await findHardCase(read, id)
  if (!one || !(maySee(app, principal, one.region) || (one.risenFrom !== null && maySee(app, principal, one.risenFrom)))) throw new Refusal('not_found')
  return one
}

/** The applicant's own, or "not found". */
export const getOwnHardCase = async (read: Read, principal: Principal, id: string): Promise<HardCase> => {
  const one = await findHardCase(read, id)
  if (principal.kind !== 'person' || one?.personId !== principal.id) throw new Refusal('not_found')
  return one
}

/** Places whose hard cases this official reads: postings of the coordinating line, or of every line. */
export const placesOf = (app: Pick<App, 'packs'>, principal: Principal): JurisdictionFilter =>
  staffOf(principal).postings.flatMap(({ role, region, line }) => {
    const coordinators = app.packs.hardCaseWindowFor(region)?.coordinators
    const reads = coordinators !== undefined && (line === null || line === coordinators.line) && (onlookers.includes(role) || coordinators.roles.some((each) => each === role))
    return reads ? [{ regionPrefix: regionPrefix(region), line: null }] : []
  })

/** Whether an official at a window or the telephone may take one in for this region: they are posted there, above it or within it. */
export const takesIn = (principal: Principal, region: string): boolean =>
  staffOf(principal).postings.some((posting) => ['clerk', 'window', 'approver'].includes(posting.role) && (regionCovers(posting.region, region) || regionCovers(region, posting.region)))
