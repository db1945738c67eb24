// Where something is, read from what somebody wrote: regions and their short forms, streets, communities, roads with house numbers, facilities.
// Names that fit together are joined (宝安 + 西乡街道); of those that contradict each other the one said to be the place wins. Pure.
import { regionAndAbove, regionCovers } from '../../kernel/regions.ts'
import { areasAt, fineness, middleOf } from './geography.ts'
import { mentionsIn, type Gazetteer, type Mention, type PlaceName } from './gazetteer.ts'

/**
 * `region`: six digits, as fine as known; `street`: nine digits. `community`, `grid`, `areas`: ids of areas of the duty list.
 * `address`: the words of the text that name the place. `confidence`: 0 to 1, how sure the region is.
 */
export type ReadPlace = { region: string; street?: string; community?: string; grid?: string; areas: string[]; address: string; lat?: number; lng?: number; confidence: number }

/** The place itself, rather than somebody's home or the office complained about, is said with these before it… */
const before = /(在|位于|地址[是为：:]?|地点[是为：:]?|坐落于|就是|路过|经过|楼下|旁边是|来自|住|到|去)$/
/** …and with these behind it. */
const after = /^(附近|旁|边|对面|门口|路口|路段|站|[A-Z]\d?出口|[A-Z]\d?口|里面|上的?|内|段|片区|那边|这边|一带|的|\d+(号|栋|座|期|巷|楼))/
/** Where something was, or somebody comes from, is not where it is now. */
const elsewhere = /(从|搬离|离开|老家|户籍|籍贯|来自|原来在|以前在|之前在)$/

type Reading = PlaceName & { mention: Mention; score: number }

const numberAfter = (text: string, end: number): number | undefined => {
  const found = /^(\d{1,5})(?:-\d{1,5})?号/.exec(text.slice(end))
  return found ? Number(found[1]) : undefined
}

/** A house number says which part of a long road it is. */
const narrowed = (text: string, place: PlaceName, mention: Mention): PlaceName => {
  const number = place.area?.numbers && numberAfter(text, mention.end)
  const part = number === undefined ? undefined : place.area?.numbers?.find(({ from, to }) => number >= from && number <= to)
  return part ? { ...place, region: part.region } : place
}

const scoreOf = (text: string, { region, sure, area }: PlaceName, { start, end }: Mention, within: string | undefined): number => {
  const [left, right] = [text.slice(Math.max(0, start - 6), start), text.slice(end, end + 6)]
  let score = (sure ? 3 : region.length === 6 ? 1.6 : 0.6) + fineness(region) / 10 + (area && area.kind !== 'road' ? 0.6 : 0)
  if (before.test(left)) score += 1
  if (after.test(right)) score += area || sure ? 0.8 : 0.5
  if (elsewhere.test(left)) score -= 2.5
  if (within !== undefined && !regionCovers(within, region) && !regionCovers(region, within)) score -= 2
  return score - start / 2000
}

const fits = (one: Pick<PlaceName, 'region'>, other: Pick<PlaceName, 'region'>): boolean => regionCovers(one.region, other.region) || regionCovers(other.region, one.region)

/** Short forms of a street or community count only where something else points the same way, or they are said to be the place. */
const isCredible = (all: readonly Reading[], one: Reading): boolean =>
  one.sure || one.region.length === 6 && !one.area || one.score >= 1.9 || all.some((other) => other !== one && other.mention !== one.mention && fits(one, other) && fineness(other.region) >= 6)

/** Words around the chosen names that belong to the address: from the first of them to the number or building behind the last. */
const addressOf = (text: string, mentions: readonly Mention[]): string => {
  const start = Math.min(...mentions.map((each) => each.start))
  const end = Math.max(...mentions.map((each) => each.end))
  if (end - start > 40) return mentions.map((each) => text.slice(each.start, each.end)).join('')
  const tail = /^[^，。,.；;！!？?\s]{0,12}?(\d+(-\d+)?(号楼|号|栋|座|单元|室|期))+|^(?:与|和|交)[^，。,.\s]{2,8}?(路口|交叉口|交汇处)|^([A-Z]\d?(出)?口)/.exec(text.slice(end))?.[0] ?? ''
  return text.slice(start, end) + tail
}

/**
 * The place a text is about; undefined where it names none.
 * @param within region (GB/T 2260) the reader is responsible for: names outside it count less
 */
export const readPlace = (gazetteer: Gazetteer, text: string, within?: string): ReadPlace | undefined => {
  const readings = mentionsIn(gazetteer, text).flatMap((mention) => mention.places.map((place) => {
    const one = narrowed(text, place, mention)
    return { ...one, mention, score: scoreOf(text, one, mention, within) }
  }))
  const credible = readings.filter((one) => isCredible(readings, one))
  // Each name gains by those that fit it: 龙华 beside 民治街道 is the district, not the street.
  const weighed = credible.map((one) => ({ one, total: one.score + credible.filter((other) => other.mention !== one.mention && fits(one, other) && other.score > 0).reduce((sum, other) => sum + Math.min(other.score, 2.5) / 2, 0) }))
  const best = weighed.sort((a, b) => b.total - a.total)[0]
  if (!best || best.one.score <= 0) return undefined

  // Everything that fits the best, a finer one narrowing it further, as long as each fits all before it.
  const joined: Reading[] = [best.one]
  for (const { one } of weighed.slice(1)) if (one.score > 0 && joined.every((each) => each.mention !== one.mention && fits(each, one))) joined.push(one)
  return placeOf(gazetteer, text, joined, weighed.length > 1 ? weighed.some(({ one }) => !fits(one, best.one) && one.score > 1.5) : false)
}

const placeOf = ({ list }: Gazetteer, text: string, joined: readonly Reading[], contradicted: boolean): ReadPlace => {
  const finest = joined.map(({ region }) => region).sort((a, b) => fineness(b) - fineness(a))[0] ?? ''
  const named = joined.flatMap(({ area }) => area ?? [])
  const pin = named.filter(({ kind }) => kind !== 'road').flatMap((area) => middleOf(area) ?? [])[0]
  // What is larger than a street (a mountain, a park along the bay) is not in the grid its middle lies in.
  const around = pin && finest.length === 9 ? areasAt(list, pin) : { areas: [] }
  const areas = [...named, ...around.areas.filter(({ kind }) => kind === 'community' || kind === 'grid')].filter((area, index, all) => all.indexOf(area) === index)
  const of = (kind: 'community' | 'grid') => areas.find((area) => area.kind === kind)?.id
  const [community, grid] = [of('community'), of('grid')]
  const sure = joined.some((each) => each.sure)
  const confidence = (sure ? 0.8 : 0.55) + (joined.length > 1 ? 0.15 : 0) - (contradicted ? 0.3 : 0) - (fineness(finest) < 6 ? 0.3 : 0)
  return {
    region: regionAndAbove(finest).find((code) => code.length === 6) ?? finest, ...(finest.length === 9 ? { street: finest } : {}),
    ...(community === undefined ? {} : { community }), ...(grid === undefined ? {} : { grid }),
    areas: areas.map(({ id }) => id), address: addressOf(text, joined.map(({ mention }) => mention)), ...pin, confidence: Number(Math.max(0.1, Math.min(0.98, confidence)).toFixed(2)),
  }
}
