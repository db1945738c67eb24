// How one person or company stands with every policy in a year, and the group they count in. Pure.
// Counted is once a policy and year: whoever was paid anything counts as paid, everybody else by how the newest period stands.
import { outcomeOf, payerRegion, type EntitlementInYear, type Match, type Outcome, type Subject } from '../benefits/index.ts'
import type { Benefit } from '../catalogue/index.ts'

export const ageGroups = ['0-17', '18-34', '35-59', '60-79', '80+'] as const
export type AgeGroup = (typeof ageGroups)[number]

/** '': not known, or a company. */
export type Group = { district: string; age: AgeGroup | ''; sex: 'male' | 'female' | '' }

/** `region` and `line`: of the authority that pays. `fen`: paid in the year. `days`: from being found to being paid. */
export type Standing = { benefit: string; region: string; line: string; outcome: Outcome; fen: number; days?: number; /** facts that would decide it */ missing: string[] }

const firstAges: Record<AgeGroup, number> = { '0-17': 0, '18-34': 18, '35-59': 35, '60-79': 60, '80+': 80 }

/** Full years. */
const ageOn = (born: string, on: string): number => Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0)

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** @param on YYYY-MM-DD */
export const groupOf = ({ audience, facts, region }: Pick<Subject, 'audience' | 'facts' | 'region'>, on: string): Group => {
  const district = (textOf(facts[audience === 'company' ? 'company.region' : 'person.householdRegion']) || region).slice(0, 6)
  if (audience === 'company') return { district, age: '', sex: '' }
  const [born, sex] = [textOf(facts['person.birthDate']), textOf(facts['person.sex'])]
  return { district, age: born === '' ? '' : (ageGroups.findLast((group) => ageOn(born, on) >= firstAges[group]) ?? ''), sex: sex === 'male' || sex === 'female' ? sex : '' }
}

const dayMs = 86_400_000

/** @param entitlements of this subject in the year, the newest period of each policy first */
export const standingsOf = (subject: Subject, matches: readonly Match[], entitlements: readonly EntitlementInYear[], benefits: Readonly<Record<string, Benefit>>): Standing[] => {
  const known = Map.groupBy(entitlements, ({ benefitId }) => benefitId)
  const found = [...known].flatMap(([benefit, own]): Standing[] => {
    const way = benefits[benefit]?.way
    const [newest] = own
    if (!newest || !way) return [] // no longer in force
    const all = own.map((each) => ({ each, outcome: outcomeOf(each, way, each.isObjected) }))
    const paid = all.filter(({ outcome }) => outcome === 'paid').map(({ each }) => each)
    const days = paid.flatMap(({ foundAt, paidAt }) => (paidAt === null ? [] : [Math.floor((Date.parse(paidAt) - Date.parse(foundAt)) / dayMs)]))
    return [{
      benefit, region: newest.region, line: newest.line, missing: [], outcome: paid.length > 0 ? 'paid' : (all[0]?.outcome ?? 'ended'), fen: paid.reduce((sum, { fen }) => sum + fen, 0),
      ...(days.length > 0 ? { days: Math.max(0, days.at(-1) ?? 0) } : {}),
    }]
  })
  const others = matches.filter(({ benefit, isDue, verdict }) => !known.has(benefit.id) && (isDue || verdict === 'unknown')).map(({ benefit, isDue, missing }): Standing => ({
    benefit: benefit.id, region: payerRegion(benefit, textOf(subject.facts[subject.audience === 'company' ? 'company.region' : 'person.householdRegion']) || subject.region), line: benefit.payer.line, outcome: isDue ? 'notFound' : 'unknown', fen: 0, missing: isDue ? [] : missing,
  }))
  return [...found, ...others]
}
