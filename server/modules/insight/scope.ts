// What an official may compare: their jurisdiction, narrowed to a region and line they ask for. Whoever runs the request centre, dispatchers and
// supervisors of its line, sees all lines of the region. Pure.
import { jurisdictionFilter, type JurisdictionFilter, type Principal } from '../../kernel/authz.ts'
import { regionPrefix } from '../../kernel/regions.ts'

const centreLine = 'government-services'

/** @param region only what lies in it; nothing is left when it lies outside the jurisdiction */
export const scopeOf = (principal: Principal, region: string | undefined): JurisdictionFilter => {
  const centre = jurisdictionFilter(principal, ['dispatcher', 'supervisor']).filter(({ line }) => line === centreLine).map((each) => ({ ...each, line: null }))
  const whole = [...jurisdictionFilter(principal, ['head', 'supervisor', 'designer']), ...centre]
  if (region === undefined) return withoutInner(whole)
  const asked = regionPrefix(region)
  return withoutInner(whole.flatMap((each) => (asked.startsWith(each.regionPrefix) ? [{ ...each, regionPrefix: asked }] : each.regionPrefix.startsWith(asked) ? [each] : [])))
}

/** A place within another of the same line adds nothing. */
const withoutInner = (filters: JurisdictionFilter): JurisdictionFilter =>
  filters.filter((one, index) => !filters.some((other, at) => at !== index && one.regionPrefix.startsWith(other.regionPrefix) && (other.line === null || other.line === one.line) && (one.regionPrefix !== other.regionPrefix || one.line !== other.line || at < index)))
