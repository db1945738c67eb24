// Names of classes by their path, for cells that only know the id. Pure.
import type { Texts } from '../../../../server/kernel/texts.ts'
import type { RequestClass } from './queries.ts'

/** Path → names from the top class down: urban/street-lamps → [城市建设和管理, 路灯照明]. */
export function namesByPath(classes: readonly RequestClass[]): ReadonlyMap<string, readonly Texts[]> {
  const names = new Map<string, readonly Texts[]>()
  for (const top of classes) {
    names.set(top.id, [top.name])
    for (const group of top.groups) {
      names.set(group.id, [top.name, group.name])
      for (const leaf of group.leaves) names.set(leaf.id, [top.name, group.name, leaf.name])
    }
  }
  return names
}

/** Whether a path is no finest class: it holds for all below it. */
export const isWhole = (path: string): boolean => path.split('/').length < 3
