// Traditional characters to simplified, one for one, from the tables of OpenCC (Apache-2.0): 出生證明 finds 出生证明.
// Forms that Hong Kong prefers (衞, 裏) are read too. Words that differ, not letters, stand in the thesaurus of the packs.
import { from, to } from 'opencc-js/preset/t2cn'

type Pair = readonly [string, string]

/** OpenCC packs a table into one text, 'traditional simplified|…'; of several simplified forms the first is the usual one. */
const pairsOf = (table: string | readonly Pair[]): Pair[] =>
  typeof table !== 'string' ? [...table] : table.split('|').map((each): Pair => {
    const [written = '', plain = ''] = each.split(' ')
    return [written, plain]
  })

const oneForOne = (groups: readonly (readonly (string | readonly Pair[])[])[] | undefined): Pair[] =>
  (groups ?? []).flat().flatMap(pairsOf).filter(([written, plain]) => [...written].length === 1 && [...plain].length === 1 && written !== plain)

const letters = new Map(oneForOne(to['cn']))

/** Traditional to simplified, character by character. */
export const simplified: ReadonlyMap<string, string> = new Map([
  ...oneForOne(from['hk']).map(([variant, standard]): Pair => [variant, letters.get(standard) ?? standard]),
  ...letters,
])
