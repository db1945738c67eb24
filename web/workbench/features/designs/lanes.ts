// A plan as lanes, one per authority, for the designer's live panel and preview.
// Pure. Words are handed in.
import { regionCovers } from '../../../../server/kernel/regions.ts'
import { commonEnd, type Texts } from '../../../../server/kernel/texts.ts'
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { Plan } from '../../../../server/modules/planning/plan.ts'
import type { Lane, LaneItem } from '../../../ui/LaneMap.tsx'

interface Words {
  textIn: (texts: Texts) => string
  duration: (days: number) => string
  open: string
}

/** The authority of a line in a region; where the region is open, what those of the pack's places have in common in their names. */
export function authorityName(catalogue: Catalogue, line: string, region: string, textIn: Words['textIn']): string {
  const ofLine = catalogue.authorities.filter((authority) => authority.line === line)
  const found = ofLine.find((authority) => authority.region === region)
  if (found) return textIn(found.shortName)
  const near = ofLine.filter((authority) => regionCovers(catalogue.region, authority.region))
  return commonEnd(near.map(({ shortName }) => textIn(shortName))) || (ofLine[0] ? textIn(ofLine[0].shortName) : line)
}

export function lanesFor(plan: Plan, catalogue: Catalogue, { textIn, duration, open }: Words): { lanes: Lane[]; items: LaneItem[] } {
  const shown = plan.services.filter(({ state }) => state === 'included' || state === 'undecided').sort((a, b) => a.start - b.start || a.end - b.end)
  const ids = new Set(shown.map(({ service }) => service))
  const lanes = [...new Map(shown.map(({ line, authorityRegion }) => [line, { id: line, label: authorityName(catalogue, line, authorityRegion, textIn) }])).values()]
  const items = shown.map((each): LaneItem => {
    const undecided = each.state === 'undecided'
    return {
      id: each.service, lane: each.line, start: each.start, end: each.end, label: textIn(catalogue.services[each.service]?.name ?? { 'zh-CN': each.service }),
      sub: undecided ? open : duration(each.end - each.start), state: undecided ? 'waiting' : 'planned', stateLabel: undecided ? open : '',
      dependsOn: each.dependsOn.filter((id) => ids.has(id)), ...(each.critical && !undecided ? { critical: true } : {}),
    }
  })
  return { lanes, items }
}
