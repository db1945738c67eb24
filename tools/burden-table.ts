// What all matters of the packs save, for docs/burden.md: computed by the planner as of one day, like the command `burden`.
// A row per matter, the sum, and what share of it is saved.
import { textIn } from '../server/kernel/texts.ts'
import { reportBurden, type Burden } from '../server/modules/planning/index.ts'
import { shippedPacks } from '../server/testing/packs.ts'

const province = '440000'
const on = '2026-11-22'

const counted = ['applications', 'fields', 'evidence', 'trips', 'workingDays'] as const

const less = (before: number, after: number): string => (before === 0 ? '–' : `${after > before ? '+' : '−'}${Math.abs(Math.round((1 - after / before) * 1000) / 10)} %`)

const cells = (before: Burden, after: Burden): string => counted.map((each) => `${before[each]} → ${after[each]}`).join(' | ')

/** Before → after for each matter and all of them. */
export const burdenTable = (): string => {
  const packs = shippedPacks(on)
  const { matters, total: { before, after } } = reportBurden(packs, province, on)
  const services = Object.values(packs.catalogueFor(province).services)
  const unstated = services.filter(({ tripsOnline }) => tripsOnline === undefined).length
  const rows = matters.map((each) => `| ${textIn(each.title, 'zh-CN')}${each.undecided > 0 ? ` (${each.undecided} open)` : ''} | ${each.services} | ${each.authorities} | ${cells(each.before, each.after)} |`)
  return [
    '| matter | services | lines | applications | fields | documents | visits | working days |', '|---|--:|--:|--:|--:|--:|--:|--:|', ...rows,
    `| **all ${matters.length}** | | | ${cells(before, after)} |`, `| | | | ${counted.map((each) => `**${less(before[each], after[each])}**`).join(' | ')} |`,
    '', `Computed from the packs in force on ${on}. For ${unstated} of the ${services.length} services of the province no visits after are stated (\`tripsOnline\`).`,
  ].join('\n')
}
