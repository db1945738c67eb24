// Whether a row lies in a jurisdiction, for any table that carries a place and, if at all, the line of an authority.
import type { JurisdictionFilter } from './authz.ts'
import type { Read } from './db.ts'

/**
 * A condition in brackets. Ranges of region codes and equal lines rather than patterns, so that an index of the place serves; digits sort before '~'.
 * @param region column of the region @param line column of the line; null: every line of the places
 */
export const inJurisdiction = (read: Read, jurisdiction: JurisdictionFilter, region = 'region', line: string | null = 'line') =>
  read`(${jurisdiction.reduce(
    (found, each) => read`${found} or (${read(region)} ~>=~ ${each.regionPrefix} and ${read(region)} ~<~ ${`${each.regionPrefix}~`} ${line === null || each.line === null ? read`` : read`and ${read(line)} = ${each.line}`})`,
    read`false`,
  )})`
