// Names of places as people say them: 南山 for 南山区, 广州 for 广州市, 湖南 for a province.
// Pure. Where somebody asks decides what is "here": the city, its districts, and words such as 本市.
import { provinceNames } from '../../kernel/provinces.ts'
import { compilePhrase, type Phrase, type PhraseWords } from '../../kernel/phrase.ts'
import { cityOf } from '../../kernel/regions.ts'
import { namesOfRegion, type Catalogue } from '../catalogue/index.ts'

export type Places = {
  /** what {place}, {here} and {elsewhere} stand for */
  words: PhraseWords
  /** finds every name of a place */
  named: Phrase
  /** code of a name; undefined for words such as 本地 */
  codeOf(name: string): string | undefined
}

/** @param region where somebody asks @param said words of the packs for places here and elsewhere, such as 本市 and 外地, parted by | */
export const placesFor = (catalogue: Catalogue, region: string, said: PhraseWords): Places => {
  const city = cityOf(region)
  const codes = new Map<string, string>()
  for (const each of Object.values(catalogue.regions)) for (const name of namesOfRegion(each, city)) codes.set(name, each.code)
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
