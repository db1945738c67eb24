// Names of places as people say them: 南山 for 南山区, 广州 for 广州市, 湖南 for a province.
// Pure. Where somebody asks decides what is "here": the city, its districts, and words such as 本市.
import { provinceNames } from '../../kernel/provinces.ts'
import { compilePhrase, type Phrase, type PhraseWords } from '../../kernel/phrase.ts'
import { textIn } from '../../kernel/texts.ts'
import type { Catalogue, Region } from '../catalogue/index.ts'

export type Places = {
  /** what {place}, {here} and {elsewhere} stand for */
  words: PhraseWords
  /** finds every name of a place */
  named: Phrase
  /** code of a name; undefined for words such as 本地 */
  codeOf(name: string): string | undefined
}

/** The city of a region; a province is its own. */
const cityOf = (region: string): string => (region.slice(2, 4) === '00' ? region : `${region.slice(0, 4)}00`)

const shortOf = (name: string): string => name.replace(/(?:特别行政区|自治区|自治州|自治县|省|市|区|县)$/u, '')

/** Districts of other cities only by their full name: 高明 and 城区 are words too. */
const namesOf = ({ code, name, level }: Region, city: string): string[] => {
  const full = textIn(name, 'zh-CN')
  const short = shortOf(full)
  const isKnown = level === 'province' || level === 'city' || (level === 'district' && cityOf(code) === city)
  return isKnown && short.length > 1 ? [full, short] : [full]
}

/** @param region where somebody asks @param said words of the packs for places here and elsewhere, such as 本市 and 外地, parted by | */
export const placesFor = (catalogue: Catalogue, region: string, said: PhraseWords): Places => {
  const city = cityOf(region)
  const codes = new Map<string, string>()
  for (const each of Object.values(catalogue.regions)) for (const name of namesOf(each, city)) codes.set(name, each.code)
  const isHere = (code: string): boolean => cityOf(code) === city
  const provinces = provinceNames().filter((name) => !codes.has(name))
  const all = [...codes]
  const join = (...names: (string | undefined)[]) => names.filter((name) => name !== undefined).join('|')
  const place = join(...all.map(([name]) => name))
  return {
    named: compilePhrase('{place}', { place }),
    words: {
      place,
      here: join(...all.filter(([, code]) => isHere(code)).map(([name]) => name), said['here']),
      elsewhere: join(...all.filter(([, code]) => !isHere(code) && code.slice(2) !== '0000').map(([name]) => name), ...provinces, said['elsewhere']),
    },
    codeOf: (name) => codes.get(name),
  }
}
