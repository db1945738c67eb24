// Pairs of words that services themselves teach: where the common or short name of a service says otherwise what its official name says.
// Pure. Proposals for people to review: what is right goes into the thesaurus of a pack, with what it means; the names themselves are searched anyway.
import type { ThesaurusWord } from '../catalogue/index.ts'
import { normalise } from './terms.ts'

/** `services`: how many services speak for it. */
export type ProposedPair = { said: string; meant: string; services: number }

const longest = { said: 8, meant: 14 }
const chinese = /^\p{Script=Han}+$/u
/** What names are dressed in: says what is done, not what it is about. */
const dress = /(?:指引|公证指引|办理|申请|审批|核发|登记|许可|查询|审核|认定|备案|预约|报名|服务|咨询)$/u

const commonStart = (a: readonly string[], b: readonly string[]): number => {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  return length
}

/** The parts in which two names differ, without what both begin and end with. */
const difference = (common: string, official: string): { said: string; meant: string } => {
  const [a, b] = [[...common], [...official]]
  const start = commonStart(a, b)
  const end = commonStart(a.slice(start).toReversed(), b.slice(start).toReversed())
  return { said: a.slice(start, a.length - end).join(''), meant: b.slice(start, b.length - end).join('') }
}

const plain = (name: string): string => name.replace(dress, '')

/** Official name and the other names of a service, as written. */
export type Names = { name: string; aliases: readonly string[] }

/** What common and short names propose and the thesaurus does not say yet, the best supported first. */
export const proposePairs = (services: readonly Names[], thesaurus: readonly ThesaurusWord[] = []): ProposedPair[] => {
  const known = new Set(thesaurus.map(({ said }) => normalise(said)))
  const support = new Map<string, Set<string>>()
  for (const { name, aliases } of services) {
    const official = plain(normalise(name).split(' ')[0] ?? '')
    for (const alias of aliases.map((each) => plain(normalise(each)))) {
      const { said, meant } = difference(alias, official)
      const fits = chinese.test(said) && chinese.test(meant) && [...said].length > 1 && [...said].length <= longest.said && [...meant].length > 1 && [...meant].length <= longest.meant
      if (!fits || known.has(said) || official.includes(alias)) continue
      const key = `${said} ${meant}`
      support.set(key, (support.get(key) ?? new Set()).add(name))
    }
  }
  return [...support]
    .map(([key, names]): ProposedPair => ({ said: key.split(' ')[0] ?? '', meant: key.split(' ')[1] ?? '', services: names.size }))
    .sort((a, b) => b.services - a.services || (a.said < b.said ? -1 : 1))
}

/** Official words of the thesaurus that stand in no name: nobody finds anything by them here. In the order of the thesaurus, each once. */
export const wordsWithoutName = (services: readonly Names[], thesaurus: readonly ThesaurusWord[]): string[] => {
  const plainOf = (text: string): string => normalise(text).replaceAll(' ', '')
  const names = services.flatMap(({ name, aliases }) => [name, ...aliases]).map(plainOf).join('|')
  return [...new Set(thesaurus.flatMap(({ meant }) => meant.map(plainOf)))].filter((word) => !names.includes(word))
}
