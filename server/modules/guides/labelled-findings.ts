// Findings that two readers judged, each on their own: how far they agree, and how often a rule is right.
// Pure. Kappa after Cohen (1960), "A coefficient of agreement for nominal scales": agreement beyond what chance alone would give.
import type { LintRule } from './finding.ts'

export type Label = 'right' | 'wrong'

/** One finding as it was read. */
export type LabelledFinding = {
  /** of the finding, as `finding` makes it */
  id: string
  first: Label
  second: Label
  /** where the two differ: what was decided */
  resolved?: Label
  /** why it was so decided, or why both call it wrong */
  reason?: string
  /** the rule has been narrowed since and no longer says it */
  gone?: true
}

export type LabelledSample = Partial<Record<LintRule, LabelledFinding[]>>

/** What counts. Throws where two readers differ and nobody has decided. */
export const labelOf = ({ id, first, second, resolved }: LabelledFinding): Label => {
  if (first === second) return first
  if (resolved === undefined) throw new Error(`The readers of ${id} differ (${first}, ${second}) and nothing is resolved`)
  return resolved
}

/** Share of equal labels, 0 to 1. NaN for none. */
export const agreement = (findings: readonly LabelledFinding[]): number => findings.filter(({ first, second }) => first === second).length / findings.length

/** 1 is full agreement, 0 what chance gives; null where chance alone explains everything: both readers used one and the same label throughout. */
export const kappa = (findings: readonly LabelledFinding[]): number | null => {
  const share = (reader: 'first' | 'second'): number => findings.filter((each) => each[reader] === 'right').length / findings.length
  const [first, second] = [share('first'), share('second')]
  const chance = first * second + (1 - first) * (1 - second)
  return findings.length === 0 || chance === 1 ? null : (agreement(findings) - chance) / (1 - chance)
}

export type Counted = { read: number; right: number }

const count = (findings: readonly LabelledFinding[]): Counted => ({ read: findings.length, right: findings.filter((each) => labelOf(each) === 'right').length })

/** As the rule was when its findings were read, and of those it still makes. */
export const precision = (findings: readonly LabelledFinding[]): { before: Counted; now: Counted } => ({ before: count(findings), now: count(findings.filter(({ gone }) => gone !== true)) })

/** Whole per cent, rounded down: 89.9 % is not 90 %. */
export const percent = ({ read, right }: Counted): string => (read === 0 ? '–' : `${Math.floor((right / read) * 100)} %`)

/** The row of the guide page, but for how often the rule is found in all. */
export const precisionRow = (name: string, findings: readonly LabelledFinding[]): string => {
  const { before, now } = precision(findings)
  const agreed = findings.filter(({ first, second }) => first === second).length
  return `| ${name} | ${before.read} | ${agreed} | ${kappa(findings)?.toFixed(2) ?? '–'} | ${before.right} | ${percent(before)} | ${now.read} | ${now.right} | ${percent(now)} |`
}
