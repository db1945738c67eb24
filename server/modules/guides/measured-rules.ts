// What guides promise against what closed cases took.
// Pure. Few cases prove nothing: below the least number the rule is silent.
import { finding, type Finding } from './finding.ts'
import { limitText, type Guide } from './guide.ts'

/** Closed cases of a service that a person decided: how many, and the working days within which nine in ten were done. */
export type Measured = { service: string; region: string; cases: number; nineInTen: number }

export const leastCases = 10

/** Counts of cases by working days, brought together for one service: the days within which nine in ten were done. */
export const nineInTen = (times: readonly { days: number; cases: number }[]): { cases: number; nineInTen: number } => {
  const all = times.reduce((sum, each) => sum + each.cases, 0)
  let done = 0
  for (const { days, cases } of times.toSorted((a, b) => a.days - b.days)) {
    done += cases
    if (done >= all * 0.9) return { cases: all, nineInTen: days }
  }
  return { cases: all, nineInTen: 0 }
}

/** @param measured by region of the catalogue the service belongs to; pack services only, because only those are handled here */
export const lintMeasured = (guides: readonly Guide[], measured: readonly Measured[]): Finding[] =>
  guides.flatMap((guide) => {
    if (guide.source !== 'pack' || !guide.promised) return []
    const seen = measured.find(({ service, region }) => guide.key === `${region}/${service}`)
    if (!seen || seen.cases < leastCases) return []
    const { days } = guide.promised
    const says = `承诺 ${limitText(guide.promised)}`
    if (seen.nineInTen > days) return [finding('limit-against-cases', guide, 'limits', says, `办结的 ${seen.cases} 件里，九成用了 ${seen.nineInTen} 个工作日`)]
    return days >= 4 && seen.nineInTen * 2 <= days ? [finding('limit-against-cases', guide, 'limits', says, `办结的 ${seen.cases} 件里，九成在 ${seen.nineInTen} 个工作日内办完`)] : []
  })
