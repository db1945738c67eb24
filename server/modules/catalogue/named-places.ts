// Which places a text names, as people write them: 南山 and 南山区, a street by its whole name only. Pure.
import { cityOf, placeSuffixes } from '../../kernel/regions.ts'
import { textIn } from '../../kernel/texts.ts'
import type { Catalogue, Region } from './definitions.ts'

export type NamedPlace = { code: string; word: string }

/** What a region is called, its whole name first. Districts of other cities only by their whole name, because 高明 and 城区 are words too. @param city whose people speak */
export const namesOfRegion = ({ code, name, level }: Region, city: string): string[] => {
  const full = textIn(name, 'zh-CN')
  const short = full.replace(placeSuffixes['zh-CN'], '')
  const isKnown = level === 'province' || level === 'city' || (level === 'district' && cityOf(code) === city)
  return isKnown && short !== full && short.length > 1 ? [full, short] : [full]
}

type Reader = { code: string; level: number; names: readonly string[]; notIn: readonly string[] }

const known = new WeakMap<Catalogue['regions'], Map<string, readonly Reader[]>>()

const levels: readonly Region['level'][] = ['street', 'district', 'city', 'province']

const readersFor = ({ regions, region }: Pick<Catalogue, 'regions' | 'region'>): readonly Reader[] => {
  const city = cityOf(region)
  const kept = known.get(regions) ?? new Map<string, readonly Reader[]>()
  known.set(regions, kept)
  const readers = kept.get(city) ?? Object.values(regions).map((each) => ({ code: each.code, level: levels.indexOf(each.level), names: namesOfRegion(each, city), notIn: each.notIn ?? [] }))
  kept.set(city, readers)
  return readers
}

/**
 * Places named in a normalised text, the smallest first; of equally small ones the one named last, because whoever moves names where they go to last.
 * @param catalogue its regions, and the one whose people speak
 */
export const namedPlaces = (catalogue: Pick<Catalogue, 'regions' | 'region'>, text: string): NamedPlace[] =>
  readersFor(catalogue).flatMap(({ code, level, names, notIn }) => {
    const said = notIn.reduce((rest, word) => rest.replaceAll(word, '~'.repeat(word.length)), text)
    const word = names.find((each) => said.includes(each))
    return word === undefined ? [] : [{ code, word, level, at: said.lastIndexOf(word) }]
  }).sort((a, b) => a.level - b.level || b.at - a.at).map(({ code, word }) => ({ code, word }))
