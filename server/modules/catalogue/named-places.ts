// Which places a text names, as people write them: 南山 and 南山区, a street by its whole name only. Pure.
import type { Texts } from '../../kernel/texts.ts'

type Region = { code: string; name: Texts; level: string }

export type NamedPlace = { code: string; word: string }

const known = new WeakMap<object, readonly { code: string; words: readonly string[] }[]>()

const wordsOf = ({ name, level }: Region): string[] => {
  const full = name['zh-CN']
  const short = full.length > 2 ? full.replace(/[省市区]$/u, '') : full
  return level !== 'street' && short !== full && short.length > 1 ? [full, short] : [full]
}

/** Places named in a normalised text, the smallest first. @param regions of a catalogue, by code (GB/T 2260) */
export const namedPlaces = (regions: Readonly<Record<string, Region>>, text: string): NamedPlace[] => {
  const list = known.get(regions) ?? Object.values(regions).map((region) => ({ code: region.code, words: wordsOf(region) }))
  known.set(regions, list)
  return list.flatMap(({ code, words }) => {
    const word = words.find((each) => text.includes(each))
    return word === undefined ? [] : [{ code, word }]
  }).sort((a, b) => b.code.replace(/(00)+$/, '').length - a.code.replace(/(00)+$/, '').length)
}
