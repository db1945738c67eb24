// The names of places people write: regions with their short forms, communities, grids, roads and facilities, found in a text by the longest match.
// Made from the regions and areas of the packs. Pure.
import type { Area, Catalogue, DutyList } from '../catalogue/index.ts'

/**
 * One name of a place. `sure` false: a short form that may be part of another word (南山, 粤海).
 * `region` is the finest region that holds all of it; `area` where it is one of the duty list.
 */
export type PlaceName = { name: string; sure: boolean; region: string; area?: Area }

/** Names by their first two characters, the longest first. */
export type Gazetteer = { starts: ReadonlyMap<string, readonly PlaceName[]>; list: DutyList; regions: Catalogue['regions'] }

const ending = /(特别行政区|自治区|自治州|自治县|街道|新区|省|市|区|县|镇|乡)$/
const areaEnding = /(社区|居委会|股份公司|网格)$/

/** 南山区 → 南山; nothing where less than two characters are left, or the name has no such ending. */
const shortOf = (name: string, end: RegExp): string[] => {
  const short = name.replace(end, '')
  return short !== name && short.length >= 2 ? [short] : []
}

/** Words that begin like a short form and mean something else. */
const misleading = ['光明正大', '平安无事', '中山大学', '和平共处', '新安装', '东门口', '福田康明斯']

const namesOf = (catalogue: Pick<Catalogue, 'regions'>, list: DutyList): PlaceName[] => [
  ...Object.values(catalogue.regions).flatMap(({ code, name }) => {
    const full = name['zh-CN']
    return [{ name: full, sure: true, region: code }, ...shortOf(full, ending).map((short) => ({ name: short, sure: false, region: code }))]
  }),
  ...[...list.areas.values()].filter(({ kind }) => kind !== 'division').flatMap((area) => {
    const full = area.name['zh-CN']
    return [...[full, ...(area.aliases ?? [])].map((name) => ({ name, sure: true, region: area.region, area })), ...shortOf(full, areaEnding).map((name) => ({ name, sure: false, region: area.region, area }))]
  }),
]

export const gazetteerOf = (catalogue: Pick<Catalogue, 'regions'>, list: DutyList): Gazetteer => {
  const starts = new Map<string, PlaceName[]>()
  for (const each of namesOf(catalogue, list)) {
    const start = each.name.slice(0, 2)
    starts.set(start, [...(starts.get(start) ?? []), each])
  }
  for (const [start, names] of starts) starts.set(start, names.sort((a, b) => b.name.length - a.name.length))
  return { starts, list, regions: catalogue.regions }
}

/** A name found in a text: all places it may mean, from `start` to before `end`. */
export type Mention = { start: number; end: number; places: readonly PlaceName[] }

/** Every name in a text, from left to right, each the longest there; names inside others are not found again. */
export const mentionsIn = (gazetteer: Gazetteer, text: string): Mention[] => {
  const found: Mention[] = []
  for (let at = 0; at < text.length - 1; at += 1) {
    const decoy = misleading.find((word) => text.startsWith(word, at))
    if (decoy !== undefined) {
      at += decoy.length - 1
      continue
    }
    const names = gazetteer.starts.get(text.slice(at, at + 2)) ?? []
    const longest = names.find(({ name }) => text.startsWith(name, at))
    if (!longest) continue
    const end = at + longest.name.length
    found.push({ start: at, end, places: names.filter(({ name }) => name === longest.name) })
    at = end - 1
  }
  return found
}
