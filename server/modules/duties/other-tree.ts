// A tree of request classes of another system beside ours: read from lines of JSON, each class with the one of ours that says the same.
// Alike is counted in pairs of neighbouring characters. Pure.
import type { RequestLeaf } from '../catalogue/index.ts'

/** `names` from the top down, `path` the same joined by ` / `. `ours`: path of our class, null where nothing is alike enough. `alike`: in per cent. */
export type OtherClass = { path: string; names: readonly string[]; ours: string | null; alike: number }
export type OtherTree = { classes: OtherClass[]; rejected: { line: number; because: string }[] }

/** Less is chance. */
const least = 22
/** A keyword of ours inside their name says more than letters in common. */
const keywordWeight = 30

const pairsOf = (text: string): Set<string> => {
  const letters = [...text.replace(/[\s，。、；：（）()/]/g, '')]
  return new Set(letters.length < 2 ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`))
}

const sharedPart = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let shared = 0
  for (const pair of one) if (other.has(pair)) shared += 1
  return one.size === 0 ? 0 : shared / Math.min(one.size, other.size || 1)
}

/** Our class nearest to a class of another tree. @param top the class of theirs our top classes name as corresponding */
const nearest = (names: readonly string[], leaves: readonly RequestLeaf[]): { ours: string | null; alike: number } => {
  const [top = '', ...finer] = names
  const [last, all] = [finer.at(-1) ?? top, finer.join('')]
  let best = { ours: null as string | null, alike: 0 }
  for (const leaf of leaves) {
    const own = pairsOf(leaf.name['zh-CN'])
    const score = 60 * sharedPart(pairsOf(last), own) + 20 * sharedPart(pairsOf(all), pairsOf(`${leaf.group['zh-CN']}${leaf.name['zh-CN']}`)) + (leaf.letters === top ? 10 : 0) + (leaf.keywords.some((word) => last.includes(word)) ? keywordWeight : 0)
    if (score > best.alike) best = { ours: leaf.id, alike: Math.min(100, Math.round(score)) }
  }
  return best.alike < least ? { ...best, ours: null } : best
}

const namesIn = (line: string): readonly string[] | undefined => {
  try {
    const { l1, l2, l3 } = JSON.parse(line)
    const names = [l1, l2, l3].filter((name) => name !== undefined)
    return names.length > 0 && names.every((name) => typeof name === 'string' && name.trim() !== '') ? names.map((name: string) => name.trim()) : undefined
  } catch {
    return undefined
  }
}

/** @param text one class a line: {"l1": …, "l2": …, "l3": …}; empty lines do not count */
export const readTree = (text: string, leaves: readonly RequestLeaf[]): OtherTree => {
  const classes = new Map<string, OtherClass>()
  const rejected: OtherTree['rejected'] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const names = namesIn(line)
    if (!names) {
      rejected.push({ line: index + 1, because: 'not {"l1", "l2", "l3"} in JSON' })
      continue
    }
    const path = names.join(' / ')
    classes.set(path, { path, names, ...nearest(names, leaves) })
  }
  return { classes: [...classes.values()], rejected }
}
