// What can be wrong with a duty list: classes nobody answers for, two duties equally specific at one time, units that do not exist, ladders that
// turn in a circle. Pure; run when packs are loaded (duty-checks.ts adds file and line) and shown in the workbench.
import { regionAndAbove, regionCovers } from '../../kernel/regions.ts'
import type { Authority, Catalogue } from './definitions.ts'
import type { Duty, DutyList, UnitRule } from './duty-list.ts'

/** `category` and `region` are ids; `with` is the other duty of an overlap; `index` is where in a list of the duty it stands. */
export type DutyFinding =
  | { kind: 'gap'; category: string; regions: readonly string[] }
  | { kind: 'overlap'; duty: string; with: string; category: string; area: string }
  | { kind: 'unit-missing'; duty: string; region: string; line: string }
  | { kind: 'ladder-cycle'; duty: string; region: string; line: string }
  | { kind: 'category-unknown' | 'area-unknown' | 'region-unknown'; duty: string; id: string; index: number }
  | { kind: 'area-missing'; duty: string }

type Scene = Pick<Catalogue, 'regions' | 'authorities'>

/** Authorities by line and region, made once for a catalogue. */
const registers = new WeakMap<readonly Authority[], ReadonlyMap<string, Authority>>()

export const authorityAt = ({ authorities }: Pick<Catalogue, 'authorities'>, line: string, region: string): Authority | undefined => {
  const known = registers.get(authorities) ?? new Map(authorities.map((each) => [`${each.line} ${each.region}`, each]))
  registers.set(authorities, known)
  return known.get(`${line} ${region}`)
}

const levelOf = (region: string): NonNullable<UnitRule['level']> => (region.length === 9 ? 'street' : region.endsWith('0000') ? 'province' : region.endsWith('00') ? 'city' : 'district')

/** The authority a rule names for a place; undefined where there is none, or the place is not known finely enough. */
export const unitAt = (scene: Pick<Catalogue, 'authorities'>, { line, level, region }: UnitRule, place: string): Authority | undefined => {
  if (region !== undefined) return authorityAt(scene, line, region)
  for (const code of regionAndAbove(place)) {
    if (level !== undefined && levelOf(code) !== level) continue
    const found = authorityAt(scene, line, code)
    if (found) return found
  }
  return undefined
}

/** Whether a duty of this class path holds for a leaf: the leaf itself, its group or its top class. */
export const categoryCovers = (path: string, leaf: string): boolean => leaf === path || leaf.startsWith(`${path}/`)

/** Places a duty is tried at: its streets and districts where authorities sit; for areas the region they lie in. */
const placesOf = (duty: Duty, list: DutyList, served: readonly string[]): string[] => [
  ...(duty.regions ?? []).flatMap((outer) => (outer.length === 9 ? [outer] : served.filter((code) => regionCovers(outer, code)))),
  ...(duty.areas ?? []).flatMap((id) => list.areas.get(id)?.region ?? []),
]

/** Districts with authorities of their own: where somebody must answer for everything. */
export const servedDistricts = ({ regions, authorities }: Scene): string[] => {
  const seats = new Set(authorities.map(({ region }) => region))
  return Object.keys(regions).filter((code) => levelOf(code) === 'district' && seats.has(code)).sort()
}

const references = (duty: Duty, list: DutyList, scene: Scene): DutyFinding[] => {
  const known = (path: string) => list.leaves.has(path) || list.classes.some(({ id, groups }) => id === path || groups.some((group) => group.id === path))
  const missing = <Id>(ids: readonly Id[] | undefined, kind: 'category-unknown' | 'area-unknown' | 'region-unknown', is: (id: Id) => boolean): DutyFinding[] =>
    (ids ?? []).flatMap((id, index) => (is(id) ? [] : [{ kind, duty: duty.id, id: String(id), index }]))
  return [
    ...missing(duty.categories, 'category-unknown', known),
    ...missing(duty.areas, 'area-unknown', (id) => list.areas.has(id)),
    ...missing(duty.regions, 'region-unknown', (code) => code in scene.regions),
    ...((duty.regions === undefined) === (duty.areas === undefined) ? [{ kind: 'area-missing' as const, duty: duty.id }] : []),
  ]
}

/** A road runs through several districts: only a unit found at its own region, or a named one, is sure to exist. */
const units = (duty: Duty, list: DutyList, scene: Scene, served: readonly string[]): DutyFinding[] => {
  const found: DutyFinding[] = []
  const isFine = (rule: UnitRule, place: string) => rule.level === undefined || rule.region !== undefined || place.length === 9 || rule.level !== 'street' && (rule.level !== 'district' || levelOf(place) === 'district')
  for (const place of placesOf(duty, list, served)) {
    const unit = unitAt(scene, duty.unit, place)
    for (const rule of [duty.unit, ...(duty.coUnits ?? []), ...(duty.ladder ?? [])]) {
      if (isFine(rule, place) && !unitAt(scene, rule, place)) found.push({ kind: 'unit-missing', duty: duty.id, region: place, line: rule.line })
    }
    const path = [unit, ...(duty.ladder ?? []).map((rule) => unitAt(scene, rule, place))].flatMap((each) => (each ? [`${each.line} ${each.region}`] : []))
    const again = path.find((each, index) => path.indexOf(each) < index)
    if (again !== undefined) found.push({ kind: 'ladder-cycle', duty: duty.id, region: place, line: again.split(' ')[0] ?? '' })
  }
  return found.filter((each, index) => found.findIndex((other) => JSON.stringify(other) === JSON.stringify(each)) === index)
}

const wraps = <Value>(from: Value, to: Value, value: Value): boolean => (from <= to ? value >= from && value <= to : value >= from || value <= to)
const meet = <Value>(one: { from: Value; to: Value } | undefined, other: { from: Value; to: Value } | undefined): boolean =>
  !one || !other || wraps(one.from, one.to, other.from) || wraps(other.from, other.to, one.from)
/** Times of day end just before `to`, so 06:00 to 22:00 and 22:00 to 06:00 do not meet. */
const hoursMeet = (one: Duty['hours'], other: Duty['hours']): boolean =>
  !one || !other || (meet(one, other) && !(one.from === other.to && other.from === one.to))
const timed = ({ hours, months }: Duty): string => `${hours ? 'h' : ''}${months ? 'm' : ''}`
const daysMeet = (one: Duty, other: Duty): boolean => one.from <= (other.until ?? '9999') && other.from <= (one.until ?? '9999')

const overlaps = (duties: readonly Duty[]): DutyFinding[] => {
  const seen = new Map<string, Duty[]>()
  const found: DutyFinding[] = []
  for (const duty of duties) {
    for (const category of duty.categories) {
      for (const area of [...(duty.regions ?? []), ...(duty.areas ?? [])]) {
        const key = `${category} ${area} ${timed(duty)}`
        const others = seen.get(key) ?? []
        for (const other of others) if (daysMeet(duty, other) && hoursMeet(duty.hours, other.hours) && meet(duty.months, other.months)) found.push({ kind: 'overlap', duty: duty.id, with: other.id, category, area })
        seen.set(key, [...others, duty])
      }
    }
  }
  return found
}

/** Classes, unless left out on purpose, with no duty round the clock and the year in some served district. */
const gaps = (list: DutyList, served: readonly string[]): DutyFinding[] => {
  const always = list.duties.filter(({ hours, months }) => !hours && !months)
  return [...list.leaves.values()].flatMap(({ id: leaf, unassigned }): DutyFinding[] => {
    if (unassigned) return []
    const holding = always.filter(({ categories }) => categories.some((path) => categoryCovers(path, leaf)))
    const regions = served.filter((code) => !holding.some((duty) => duty.regions?.some((outer) => regionCovers(outer, code))))
    return regions.length > 0 ? [{ kind: 'gap', category: leaf, regions }] : []
  })
}

/** Everything wrong with a list on its day. @param within districts of this region must be served; all when absent */
export const dutyFindings = (list: DutyList, scene: Scene, within = ''): DutyFinding[] => {
  const served = servedDistricts(scene).filter((code) => within === '' || regionCovers(within, code))
  return [
    ...list.duties.flatMap((duty) => [...references(duty, list, scene), ...units(duty, list, scene, served)]),
    ...overlaps(list.duties),
    ...gaps(list, served),
  ]
}
