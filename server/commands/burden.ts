// `burden`: what every matter costs a person before and after, and all of them together.
import { readConfig } from '../config.ts'
import { plainDate, systemClock } from '../kernel/clock.ts'
import { textIn } from '../kernel/texts.ts'
import { reportBurden, type Burden } from '../modules/planning/index.ts'
import { openPacks } from '../start/open-packs.ts'
import { coveredRegion } from './covered-region.ts'

/** Everything in the province is counted, wherever its example is. */
const provinceOf = (region: string): string => `${region.slice(0, 2)}0000`

const line = (name: string, before: Burden, after: Burden): string =>
  `${name}  申请 ${before.applications}→${after.applications}  填写 ${before.fields}→${after.fields}  材料 ${before.evidence}→${after.evidence}  跑动 ${before.trips}→${after.trips}  工作日 ${before.workingDays}→${after.workingDays}`

const less = (before: number, after: number): string => (before === 0 ? '–' : `${Math.round((after / before - 1) * 1000) / 10} %`)

export const burden = async ({ json = false, region }: { json?: boolean; region?: string }): Promise<number> => {
  const config = readConfig(process.env)
  const packs = openPacks(config.packs, systemClock)
  const { matters, total } = reportBurden(packs, provinceOf(coveredRegion(packs, region, config)), plainDate(systemClock.now()))
  if (json) {
    process.stdout.write(`${JSON.stringify({ matters: matters.map((each) => ({ ...each, title: textIn(each.title, 'zh-CN'), situation: each.situation && textIn(each.situation, 'zh-CN') })), total })}\n`)
    return 0
  }
  const { before, after } = total
  const lines = [
    ...matters.map((each) => line(textIn(each.title, 'zh-CN'), each.before, each.after)),
    line('合计 total', before, after),
    `填写 fields ${less(before.fields, after.fields)} · 材料 evidence ${less(before.evidence, after.evidence)} · 跑动 trips ${less(before.trips, after.trips)} · 工作日 working days ${less(before.workingDays, after.workingDays)}`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  return 0
}
