// The assessment of units from what people said and how their requests were handled: one score from three rates, each drawn to the mean of all
// as in a comparison, so that nobody wins or loses by small numbers. The weights are ours; no rule gives them. Pure.
import { contentOf, ratedOf, type Counts } from './figure.ts'
import { leastShown, ranked, ruleFor, type Rule } from './league.ts'

export const aims = ['satisfied', 'onTime', 'solved'] as const
export type Aim = (typeof aims)[number]

/** Points of a hundred. */
export const weights: Readonly<Record<Aim, number>> = { satisfied: 40, onTime: 30, solved: 30 }

export const hitsOf: Record<Aim, (counts: Counts) => { hits: number; n: number }> = {
  satisfied: (counts) => ({ hits: contentOf(counts), n: ratedOf(counts) }),
  onTime: ({ onTime, late }) => ({ hits: onTime, n: onTime + late }),
  solved: ({ solved, unsolved }) => ({ hits: solved, n: solved + unsolved }),
}

/** `adjusted` drawn to the mean, `points` of its weight; both null for too few, and then it is not part of the score. */
export type Part = { n: number; rate: number | null; adjusted: number | null; points: number | null }

/** `score` 0 … 100 with one decimal, of the parts there are; null when there is none. `rank` from 1, equal for the same. */
export type Assessed = { id: string; score: number | null; rank: number | null; parts: Record<Aim, Part> }

const tenth = (points: number): number => Math.round(points * 10) / 10

/** The best first; those without a score at the end, in order of their ids. */
export const assess = (units: readonly { id: string; counts: Counts }[]): { rules: Record<Aim, Rule>; rows: Assessed[] } => {
  const read = (aim: Aim) => {
    const entries = units.map(({ id, counts }) => ({ id, ...hitsOf[aim](counts) })).filter(({ n }) => n > 0)
    const rule = ruleFor(entries)
    return { rule, of: new Map(ranked(entries, rule).map((each) => [each.id, each])) }
  }
  const by = { satisfied: read('satisfied'), onTime: read('onTime'), solved: read('solved') }
  const partOf = (aim: Aim, id: string): Part => {
    const { n = 0, rate = null, adjusted = null } = by[aim].of.get(id) ?? {}
    return { n, rate, adjusted, points: adjusted === null ? null : tenth(adjusted * weights[aim]) }
  }
  const scored = units.map(({ id }) => {
    const parts = { satisfied: partOf('satisfied', id), onTime: partOf('onTime', id), solved: partOf('solved', id) }
    const there = aims.filter((aim) => parts[aim].adjusted !== null)
    const weight = there.reduce((sum, aim) => sum + weights[aim], 0)
    const score = weight === 0 ? null : tenth((100 * there.reduce((sum, aim) => sum + (parts[aim].adjusted ?? 0) * weights[aim], 0)) / weight)
    return { id, score, parts }
  }).toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1) || (a.id < b.id ? -1 : 1))
  const rows = scored.map((each) => ({ ...each, rank: each.score === null ? null : 1 + scored.filter(({ score }) => score !== null && score > (each.score ?? 0)).length }))
  return { rules: { satisfied: by.satisfied.rule, onTime: by.onTime.rule, solved: by.solved.rule }, rows }
}

/** Headings of the sheet, as the columns of `assess` are written: unit, rank, score, then each rate, drawn to the mean, and of how many. */
export const sheetHeading = ['部门', '名次', '得分', '满意率', '满意率折算后', '评价数', '按时率', '按时率折算后', '按时率件数', '解决率', '解决率折算后', '解决率件数'] as const

/** What stands below the sheet, as on the page: how the score is made, and how each rate is drawn to the mean. */
export const sheetNotes = (rules: Readonly<Record<Aim, Rule>>): string[] => [
  `得分 = 满意率 × ${weights.satisfied} + 按时率 × ${weights.onTime} + 解决率 × ${weights.solved}，满分 100。三项的权重没有统一规定，正式使用前由考核部门确定。`,
  `三个比率都先向总体平均靠拢：满意率另加 ${rules.satisfied.strength} 件、按时率另加 ${rules.onTime.strength} 件、解决率另加 ${rules.solved.strength} 件平均水平的件数再算。不满 ${leastShown} 件的那一项不计，其余各项按权重折成满分。`,
]
