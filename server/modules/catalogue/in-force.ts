// What of a pack is in force on a day: dated values keep the line that applies, items outside their days fall away.
// A change of law is therefore one new line, and the catalogue of any day can be had at any time.
import { addDays, isPlainDate } from '../../kernel/clock.ts'
import type { Located, LocatedList, LocatedMap } from './located.ts'
import { stringAt } from './located.ts'
import { identityKeys } from './pack-kinds.ts'

const isItem = (node: Located): node is LocatedMap => node.kind === 'map' && identityKeys.some((key) => node.entries.has(key))

/** A list of lines that each begin on a day and have no identity of their own is one dated value. */
export const isDated = (node: Located): boolean =>
  node.kind === 'list' && node.items.length > 0 && node.items.every((line) => stringAt(line, 'from') !== undefined && !isItem(line))

const newestBegun = (lines: readonly Located[], on: string): Located[] => {
  let found: Located | undefined
  for (const line of lines) {
    const from = stringAt(line, 'from') ?? ''
    if (from <= on && (!found || from >= (stringAt(found, 'from') ?? ''))) found = line
  }
  return found ? [found] : []
}

/** Whether something with a first and a last day holds on `on`; without them always. */
export const holdsOn = (node: Located, on: string): boolean => {
  const [from, until] = [stringAt(node, 'from'), stringAt(node, 'until')]
  return (from === undefined || from <= on) && (until === undefined || on <= until)
}

const applies = (node: Located, on: string): boolean => !isItem(node) || holdsOn(node, on)

const timeless = new WeakMap<Located, boolean>()

/** Whether nothing in the node begins or ends. Nodes never change, so it is found out once. */
const isTimeless = (node: Located): boolean => {
  if (node.kind === 'atom') return true
  const known = timeless.get(node)
  if (known !== undefined) return known
  const found = node.kind === 'list' ? node.items.every(isTimeless) : !node.entries.has('from') && !node.entries.has('until') && [...node.entries.values()].every(({ value }) => isTimeless(value))
  timeless.set(node, found)
  return found
}

const reduce = (node: LocatedMap | LocatedList, on: string): Located => {
  if (node.kind === 'map') {
    const entries = new Map([...node.entries].map(([key, entry]) => [key, { at: entry.at, value: inForce(entry.value, on) }]))
    // An item with only a first and a last day of its own says the same on every day it holds: the same node, so that it is read once.
    return [...entries].every(([key, { value }]) => value === node.entries.get(key)?.value) ? node : { ...node, entries }
  }
  const items = isDated(node) ? newestBegun(node.items, on) : node.items.filter((each) => applies(each, on))
  return { ...node, items: items.map((each) => inForce(each, on)) }
}

const reduced = new WeakMap<Located, { days: readonly string[]; since: Map<string, Located> }>()

/**
 * The node reduced to what applies on `on` (YYYY-MM-DD); itself when nothing in it is dated. A dated value becomes a list of its one line, or of none.
 * The same node for all days between which nothing in it begins or ends, so that what is made from it is made once.
 */
export const inForce = (node: Located, on: string): Located => {
  if (isTimeless(node) || node.kind === 'atom') return node
  const known = reduced.get(node) ?? { days: turningDays(node).sort(), since: new Map<string, Located>() }
  reduced.set(node, known)
  const since = known.days.findLast((day) => day <= on) ?? ''
  const found = known.since.get(since) ?? reduce(node, on)
  known.since.set(since, found)
  return found
}

/** Days on which something in the node begins to apply or has ceased to. */
export const turningDays = (node: Located): string[] => {
  if (node.kind === 'atom') return []
  if (node.kind === 'list') return node.items.flatMap(turningDays)
  const [from, until] = [stringAt(node, 'from'), stringAt(node, 'until')]
  const own = [...(from && isPlainDate(from) ? [from] : []), ...(until && isPlainDate(until) ? [addDays(until, 1)] : [])]
  return [...own, ...[...node.entries.values()].flatMap((entry) => turningDays(entry.value))]
}
