// Who answers for a request: the most specific duty that holds for its class, its place and its time, with the reasons in words.
// Road and facility before grid, community, street, district, city and province; then the finer class; then what holds at that time only. Pure.
import { regionAndAbove, regionCovers } from '../../kernel/regions.ts'
import { citationOf, type Texts } from '../../kernel/texts.ts'
import { authorityAt, categoryCovers, lineNameOf, unitAt, type Area, type Authority, type Catalogue, type DeadlineClass, type Duty, type DutyList } from '../catalogue/index.ts'

/** A place as far as it is known: the finest region (GB/T 2260) and the areas of the duty list that hold it. */
export type Whereabouts = { region: string; areas: readonly string[] }

/** Local time in China: 'YYYY-MM-DD' and 'HH:MM'. */
export type Moment = { date: string; time: string }

/** `areaName`: the road, grid or region because of which a duty holds. `rank`: the higher the more specific. */
export type Candidate = { duty: Duty; rank: number; depth: number; areaName: Texts }

/** `duty` is absent where only the government of the district is left. `ladder`: whom to turn to next, in order. */
export type Assignment = { duty?: Duty; unit: Authority; coUnits: Authority[]; deadline: DeadlineClass; ladder: Authority[]; why: Texts[]; others: Candidate[] }
export type Unassigned = { unit?: undefined; why: Texts[]; others: Candidate[] }

const areaRanks: Record<Area['kind'], number> = { facility: 8, road: 7, grid: 6, community: 5, division: 4 }

/** The line of a district's or city's government as a whole, which answers where nobody else does. */
export const governmentLine = 'government'

const within = (from: string, to: string, value: string): boolean => (from <= to ? value >= from && value < to : value >= from || value < to)

export const holdsAt = ({ hours, months }: Pick<Duty, 'hours' | 'months'>, { date, time }: Moment): boolean => {
  const month = Number(date.slice(5, 7))
  if (hours && !within(hours.from, hours.to, time)) return false
  return !months || (months.from <= months.to ? month >= months.from && month <= months.to : month >= months.from || month <= months.to)
}

type Scene = { list: DutyList; catalogue: Pick<Catalogue, 'regions' | 'authorities'> }

/** Duties by leaf, made once for a list. */
const indexes = new WeakMap<DutyList, Map<string, { duty: Duty; depth: number }[]>>()

const dutiesAbout = (list: DutyList, leaf: string): { duty: Duty; depth: number }[] => {
  const index = indexes.get(list) ?? new Map<string, { duty: Duty; depth: number }[]>()
  indexes.set(list, index)
  const known = index.get(leaf) ?? list.duties.flatMap((duty) => {
    const paths = duty.categories.filter((path) => categoryCovers(path, leaf))
    return paths.length > 0 ? [{ duty, depth: Math.max(...paths.map((path) => path.split('/').length)) }] : []
  })
  index.set(leaf, known)
  return known
}

/** Where a duty holds for a place, as specifically as it says; undefined: not there. */
const holdsIn = ({ list, catalogue }: Scene, { regions = [], areas = [] }: Duty, place: Whereabouts): { rank: number; areaName: Texts } | undefined => {
  let best: { rank: number; areaName: Texts } | undefined
  for (const id of areas) {
    const area = place.areas.includes(id) ? list.areas.get(id) : undefined
    if (area && areaRanks[area.kind] > (best?.rank ?? -1)) best = { rank: areaRanks[area.kind], areaName: area.name }
  }
  for (const code of regions) {
    const rank = regionAndAbove(code).length - 1
    if (regionCovers(code, place.region) && rank > (best?.rank ?? -1)) best = { rank, areaName: catalogue.regions[code]?.name ?? { 'zh-CN': code } }
  }
  return best
}

const timed = ({ hours, months }: Duty): number => (hours ? 1 : 0) + (months ? 1 : 0)

/** Duties that hold for a class, place and time, the most specific first. */
export const candidatesFor = (scene: Scene, leaf: string, place: Whereabouts, at: Moment): Candidate[] =>
  dutiesAbout(scene.list, leaf)
    .flatMap(({ duty, depth }) => {
      const there = holdsAt(duty, at) ? holdsIn(scene, duty, place) : undefined
      return there ? [{ duty, depth, ...there }] : []
    })
    .sort((a, b) => b.rank - a.rank || b.depth - a.depth || timed(b.duty) - timed(a.duty) || (a.duty.id < b.duty.id ? -1 : 1))

const both = (zh: string, en: string): Texts => ({ 'zh-CN': zh, en })
const isBelowProvince = (code: string): boolean => !code.endsWith('0000')

const inEnglish = (texts: Texts): string => texts.en ?? texts['zh-CN']
const distinct = (authorities: readonly Authority[]): Authority[] => authorities.filter((each, index) => authorities.indexOf(each) === index)

/** Same line one level up, then the governments above; what a duty names instead goes first. */
const ladderOf = ({ catalogue }: Scene, unit: Authority, rules: Duty['ladder'], place: string): Authority[] => {
  const above = regionAndAbove(unit.region).slice(1).filter(isBelowProvince).flatMap((code) => authorityAt(catalogue, unit.line, code) ?? [])
  const governments = regionAndAbove(place).filter(isBelowProvince).flatMap((code) => authorityAt(catalogue, governmentLine, code) ?? [])
  const own = rules?.flatMap((rule) => unitAt(catalogue, rule, place) ?? []) ?? above.slice(0, 1)
  return distinct([...own, ...governments]).filter((each) => each !== unit)
}

const reasonsOf = ({ list }: Scene, leaf: string, { duty, depth, areaName }: Candidate, unit: Authority, beaten: Candidate | undefined): Texts[] => {
  const found = list.leaves.get(leaf)
  const named = found && [found.top, found.group, found.name].slice(0, depth)
  const when = [duty.hours && `${duty.hours.from}–${duty.hours.to}`, duty.months && `${duty.months.from}–${duty.months.to}月`].filter(Boolean).join('，')
  return [
    both(`事情属于“${named?.map((each) => each['zh-CN']).join(' / ') ?? leaf}”`, `It is about “${named?.map(inEnglish).join(' / ') ?? leaf}”`),
    both(`地点属于${areaName['zh-CN']}`, `The place belongs to ${inEnglish(areaName)}`),
    ...(when === '' ? [] : [both(`时间在${when}`, `The time is within ${when.replace('月', ' (month)').replace('，', ', ')}`)]),
    both(`职责清单写明由${unit.name['zh-CN']}负责，依据${citationOf(duty.source)}`, `The duty list names ${inEnglish(unit.name)}, by ${citationOf(duty.source)}`),
    ...(beaten ? [both(`比“${beaten.areaName['zh-CN']}”的一般规定更具体，所以按它办`, `It is more specific than the rule for ${inEnglish(beaten.areaName)}`)] : []),
  ]
}

/** The unit for a class (its whole path), a place and a moment; where no duty leads to one, the government of the district, and why. */
export const assign = (scene: Scene, leaf: string, place: Whereabouts, at: Moment): Assignment | Unassigned => {
  const { list, catalogue } = scene
  const candidates = candidatesFor(scene, leaf, place, at)
  const skipped: Texts[] = []
  const deadline = list.leaves.get(leaf)?.deadline ?? 'ordinary'
  for (const [index, candidate] of candidates.entries()) {
    const { duty } = candidate
    const unit = unitAt(catalogue, duty.unit, place.region)
    const others = candidates.filter((each) => each !== candidate)
    if (unit) {
      const coUnits = distinct((duty.coUnits ?? []).flatMap((rule) => unitAt(catalogue, rule, place.region) ?? [])).filter((each) => each !== unit)
      const beaten = candidates.slice(index + 1).find(({ rank }) => rank < candidate.rank)
      return { duty, unit, coUnits, deadline: duty.deadline ?? deadline, ladder: ladderOf(scene, unit, duty.ladder, place.region), why: [...skipped, ...reasonsOf(scene, leaf, candidate, unit, beaten)], others }
    }
    const [unitName, known] = [lineNameOf(catalogue, duty.unit.line), catalogue.regions[place.region]?.name ?? both(place.region, place.region)]
    skipped.push(both(`按“${candidate.areaName['zh-CN']}”的规定应找${unitName['zh-CN']}，但只知道在${known['zh-CN']}，定不到是哪一家`, `By the rule for ${inEnglish(candidate.areaName)} it goes to “${inEnglish(unitName)}”, but ${inEnglish(known)} is not precise enough to say which`))
  }
  const district = regionAndAbove(place.region).find((code) => code.length === 6 && !code.endsWith('00'))
  const government = district && authorityAt(catalogue, governmentLine, district)
  if (!government) return { why: [...skipped, both('没有找到负责的单位，也还不知道在哪个区，请人工确认', 'No unit was found and the district is not known; somebody has to look')], others: candidates }
  const known = list.leaves.has(leaf)
  return {
    unit: government, coUnits: [], deadline, ladder: ladderOf(scene, government, undefined, place.region), others: candidates,
    why: [...skipped, both(`${known ? '职责清单里没有写这类事情在这里归谁' : `没有分类 ${leaf}`}，先由${government.name['zh-CN']}兜底`, `${known ? 'The duty list does not say who answers for this here' : `There is no class ${leaf}`}, so ${inEnglish(government.name)} takes it first`)],
  }
}
