// How a city's pack changes the province's: only what it states, item by item; the rest is inherited.
// An override that repeats what it would inherit is a copy, and copies are refused.
import { plain, stringAt, type Located, type LocatedMap } from './located.ts'
import { both, type Place, type Report } from './pack-error.ts'
import { isDated } from './in-force.ts'
import { identityKeys } from './pack-kinds.ts'

/** Keys that say which item is meant or where a value comes from; repeating them is not copying. */
const naming = new Set<string>([...identityKeys, 'overrides', 'from', 'until', 'source', 'omit'])

const identityOf = (node: Located): string | undefined => {
  const key = identityKeys.find((each) => stringAt(node, each) !== undefined)
  return key && stringAt(node, key)
}

/** Texts and citations are replaced whole: a new Chinese text must not keep the old English one. */
const isWhole = (node: LocatedMap): boolean => node.entries.has('zh-CN') || node.entries.has('title')

const same = (a: Located, b: Located): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b))

const mergeMaps = (parent: LocatedMap, child: LocatedMap, report: Report): LocatedMap => {
  const entries = new Map(parent.entries)
  for (const [key, { at, value }] of child.entries) {
    if (key === 'overrides' || key === 'omit') continue
    const inherited = parent.entries.get(key)
    entries.set(key, { at, value: inherited ? merge(inherited.value, value, { key, at, parentAt: inherited.at }, report) : value })
  }
  return { kind: 'map', at: child.at, entries }
}

const mergeItems = (parent: readonly Located[], child: readonly Located[], report: Report): Located[] => {
  const merged = [...parent]
  for (const each of child) {
    const index = merged.findIndex((item) => identityOf(item) === identityOf(each))
    const inherited = merged[index]
    if (each.kind === 'map' && each.entries.has('omit')) {
      if (inherited) merged.splice(index, 1)
      else report('override-unknown', each.at, both(`上级没有 ${identityOf(each)}，不用去掉`, `there is no ${identityOf(each)} to omit`))
    } else if (inherited?.kind === 'map' && each.kind === 'map') {
      const before = merged[index] = mergeMaps(inherited, each, report)
      if (same(before, inherited)) report('override-repeats', each.at, both(`${identityOf(each)} 没有改动任何内容`, `${identityOf(each)} changes nothing`), [inherited.at])
    } else {
      merged.push(each)
    }
  }
  return merged
}

const merge = (parent: Located, child: Located, names: { key: string; at: Place; parentAt: Place }, report: Report): Located => {
  if (parent.kind === 'map' && child.kind === 'map' && !isWhole(child)) return mergeMaps(parent, child, report)
  if (parent.kind === 'list' && child.kind === 'list') {
    if (child.items.length === 0 && (isDated(parent) || parent.items.length === 0)) return parent // none of its lines has begun: nothing is overridden yet
    const [line, inheritedLine] = [child.items[0], parent.items[0]]
    if (isDated(child) && isDated(parent) && line && inheritedLine) return { ...child, items: [merge(inheritedLine, line, names, report)] }
    if (child.items.length > 0 && child.items.every((item) => identityOf(item) !== undefined)) {
      return { ...child, items: mergeItems(parent.items, child.items, report) }
    }
  }
  if (!naming.has(names.key) && same(parent, child)) {
    report('override-repeats', names.at, both(`\`${names.key}\` 和上级写的一样，请去掉`, `\`${names.key}\` repeats what is inherited; leave it out`), [names.parentAt])
  }
  return child
}

/** The parent's item with the override applied. Both have been reduced to what is in force. */
export const applyOverride = (parent: LocatedMap, override: LocatedMap, report: Report): LocatedMap => mergeMaps(parent, override, report)
