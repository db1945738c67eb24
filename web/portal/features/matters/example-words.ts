// Everyday words to try in the search box, taken from the matters there are.
// Pure. One word per matter in turn, and none that only repeats a matter's name or another word.
import type { ListedStage } from './queries.ts'

const fewest = 2

/** At most `most` words; a matter's own name is no example of another way to say it. */
export function exampleWords(stages: readonly Pick<ListedStage, 'matters'>[], most: number): string[] {
  const choices = stages.flatMap(({ matters }) =>
    matters.map(({ name, keywords }) => keywords.filter((word) => word.length > fewest && !name['zh-CN'].includes(word) && !word.includes(name['zh-CN']))),
  )
  const longest = Math.max(0, ...choices.map((words) => words.length))
  const inTurn = Array.from({ length: longest }, (_, turn) => choices.flatMap((words) => words[turn] ?? [])).flat()
  const isNew = (word: string, at: number) => !inTurn.slice(0, at).some((earlier) => earlier.includes(word) || word.includes(earlier))
  return inTurn.filter(isNew).slice(0, most)
}
