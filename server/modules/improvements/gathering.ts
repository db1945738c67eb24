// What people rated poorly in a place, put together: how often and how since which change, before it, and what designers decided.
import { jurisdictionFilter, type JurisdictionFilter, type Principal, type StaffRole } from '../../kernel/authz.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { regionAndAbove, regionPrefix } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import { listEditionsOfItems, type ItemEdition } from '../designs/index.ts'
import { countTextRatings, listPoorParts, type TextCount } from '../ratings/index.ts'
import { daysOf, spansOf, stateOf, turnOf, type Decision, type ImprovementState, type Part, type Span, type Turn } from './improvement.ts'
import { listDecisions, listNewestDecisions } from './improvements-store.ts'

/** Parts looked at in one place: far more than anybody reads. */
const mostParts = 300

/** `days`: how long the span is. */
export type Counted = TextCount & { days: number }

export type Improvement = Part & { region: string; state: ImprovementState; revision: number; turn: Turn | null; since: Counted; earlier: Counted | null; last: Decision | undefined; editions: ItemEdition[] }

/** The place somebody looks at or decides for, their own when they name none. @throws Refusal not_found outside their jurisdiction */
export const placeOf = ({ config }: Pick<App, 'config'>, principal: Principal, roles: readonly StaffRole[], asked: string | undefined): string => {
  const places = jurisdictionFilter(principal, roles).map((place) => place.regionPrefix)
  const lies = (region: string): boolean => places.some((prefix) => regionPrefix(region).startsWith(prefix))
  const own = lies(config.region) ? config.region : places[0]?.padEnd(6, '0')
  const region = asked ?? own
  if (region === undefined || !lies(region)) throw new Refusal('not_found')
  return region
}

export const ratingsWithin = (region: string): JurisdictionFilter => [{ regionPrefix: regionPrefix(region), line: null }]

type Known = Part & { last: Decision | undefined }

const countedOf = (count: TextCount | undefined, span: Span): Counted => ({ ...(count ?? { rated: 0, poor: 0, tags: {} }), days: daysOf(span) })

const withFigures = async (app: App, read: Read, region: string, known: readonly Known[]): Promise<Improvement[]> => {
  const editions = await listEditionsOfItems(read, regionAndAbove(region), [...new Set(known.flatMap(({ of }) => [`services/${of}`, `matters/${of}`]))])
  const asked = known.map((one) => {
    const own = editions.filter(({ about }) => about.slice(about.indexOf('/') + 1) === one.of)
    const turn = turnOf(one.last, own[0])
    return { one, own, turn, ...spansOf(turn, app.clock.now()) }
  })
  const spans = asked.flatMap(({ one: { of, page }, since, earlier }) => [since, ...(earlier ? [earlier] : [])].map((span) => ({ of, page, ...span })))
  const counts = (await countTextRatings(read, ratingsWithin(region), spans)).values()
  return asked.map(({ one, own, turn, since, earlier }) => {
    const now = countedOf(counts.next().value, since)
    return { ...one, region, state: stateOf(one.last, now.poor), revision: one.last?.revision ?? 0, turn, since: now, earlier: earlier && countedOf(counts.next().value, earlier), editions: own }
  })
}

/** Everything rated poorly in a year, or ever decided about; what was said most often since its last change first. */
export const listImprovements = async (app: App, read: Read, region: string): Promise<Improvement[]> => {
  const since = spansOf(null, app.clock.now()).since.from
  const [poor, decided] = await Promise.all([listPoorParts(read, ratingsWithin(region), since, mostParts), listNewestDecisions(read, region)])
  const known = new Map<string, Known>(poor.map((part) => [`${part.of} ${part.page}`, { ...part, last: undefined }]))
  for (const last of decided) known.set(`${last.of} ${last.page}`, { of: last.of, page: last.page, last })
  return (await withFigures(app, read, region, [...known.values()])).toSorted((a, b) => b.since.poor - a.since.poor || (b.earlier?.poor ?? 0) - (a.earlier?.poor ?? 0) || (a.of < b.of ? -1 : 1))
}

/** One part, with all decisions, newest first. */
export const findImprovement = async (app: App, read: Read, region: string, { of, page }: Part): Promise<{ one: Improvement; decisions: Decision[] }> => {
  const decisions = await listDecisions(read, region, { of, page })
  const [one] = await withFigures(app, read, region, [{ of, page, last: decisions[0] }])
  if (!one) throw new Error('one part in, one out')
  return { one, decisions }
}
