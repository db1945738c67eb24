// Turns a plan into lanes: one per authority, its services in the order they run, what each waits for.
// Pure. Words are handed in, so that this knows no language.
import type { Texts } from '../../../../server/kernel/texts.ts'
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { Plan, PlannedService } from '../../../../server/modules/planning/plan.ts'
import type { Lane, LaneItem } from '../../../ui/LaneMap.tsx'
import { authorityName } from './authority-names.ts'

export interface LaneWords {
  textIn: (texts: Texts) => string
  /** '{n} 个工作日', for 0 '当场办结'. */
  duration: (days: number) => string
  /** What the services it waits for are called in a sentence. */
  after: (names: readonly string[]) => string
  /** For a service whose answer is still open. */
  open: string
  hrefOf: (service: string) => string
}

/** Included services, and those the answers have not decided yet, in the order in which they begin. */
export function lanesOf(plan: Plan, catalogue: Catalogue, words: LaneWords): { lanes: Lane[]; items: LaneItem[] } {
  const shown = plan.services.filter(({ state }) => state === 'included' || state === 'undecided').sort((a, b) => a.start - b.start || a.end - b.end)
  const nameOf = (id: string) => words.textIn(catalogue.services[id]?.name ?? { 'zh-CN': id })
  const ids = new Set(shown.map(({ service }) => service))
  const lanes: Lane[] = []
  for (const { line, authorityRegion } of shown) {
    if (!lanes.some(({ id }) => id === line)) lanes.push({ id: line, label: authorityName(catalogue, line, authorityRegion, words.textIn) })
  }
  const items = shown.map((each): LaneItem => {
    const before = each.dependsOn.filter((id) => ids.has(id))
    return {
      id: each.service,
      label: nameOf(each.service),
      sub: each.state === 'undecided' ? words.open : words.duration(each.end - each.start),
      lane: each.line,
      start: each.start,
      end: each.end,
      state: each.state === 'undecided' ? 'waiting' : 'planned',
      stateLabel: each.state === 'undecided' ? words.open : '',
      dependsOn: before,
      href: words.hrefOf(each.service),
      ...(isDecisive(each) ? { critical: true } : {}),
      ...(before.length > 0 ? { note: words.after(before.map(nameOf)) } : {}),
    }
  })
  return { lanes, items }
}

const isDecisive = ({ critical, state }: PlannedService): boolean => critical && state === 'included'
