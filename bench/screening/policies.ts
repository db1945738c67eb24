// What is screened: the policies of the packs about people, filled up with variants of a reform to fifty, and twelve also written in SQL by hand.
import { parse } from '../../server/kernel/feel/parse.ts'
import type { ScreenedCondition } from '../../server/modules/populations/index.ts'

export const day = '2026-11-01'

const condition = (id: string, text: string): ScreenedCondition => ({ id, expression: parse(text) })

/** What would it cost if the allowance began earlier, or for more regions: the questions asked before a policy changes. */
const variants = [60, 65, 70, 75, 85, 90, 95, 100].flatMap((age) => [
  condition(`age-${age}`, `starts with(person.householdRegion, "4403") and person.birthDate <= today - duration("P${age}Y") and person.deceasedOn = null`),
  condition(`poor-at-${age}`, `starts with(person.residenceRegion, "44") and years and months duration(person.birthDate, today).years >= ${age} and household.monthlyIncome / household.size < household.minimumStandard * 1.5`),
])

/** The packs' policies first, then variants, fifty in all. */
export const fifty = (policies: readonly ScreenedCondition[]): ScreenedCondition[] => {
  const all = [...policies, ...variants].slice(0, 50)
  if (all.length < 50) throw new Error(`${all.length} policies, fifty are wanted`)
  return all
}

/** The single policy peers judge row by row. */
export const single = 'starts with(person.householdRegion, "44") and person.birthDate <= today - duration("P60Y") and person.disabilityGrade in ("1", "2") and person.assistanceKind in ("minimum", "extreme-poverty")'

const local = `starts_with(p."person.householdRegion", '44')`
const bornBefore = (age: number) => `p."person.birthDate" <= DATE '${day}' - INTERVAL ${age} YEAR`
const grade = `p."person.disabilityGrade"`
const help = `p."person.assistanceKind"`

/** FEEL, and the same as somebody who knows SQL would write it. */
const pairs: readonly [string, string][] = [
  ['starts with(person.householdRegion, "44") and person.birthDate <= today - duration("P80Y")', `${local} AND ${bornBefore(80)}`],
  ['starts with(person.householdRegion, "44") and person.disabilityGrade in ("1", "2", "3", "4") and person.assistanceKind = "minimum"', `${local} AND ${grade} IN ('1', '2', '3', '4') AND ${help} = 'minimum'`],
  ['starts with(person.householdRegion, "44") and (person.disabilityGrade in ("1", "2") or (person.disabilityGrade in ("3", "4") and person.disabilityKind in ("intellectual", "mental")))', `${local} AND (${grade} IN ('1', '2') OR (${grade} IN ('3', '4') AND p."person.disabilityKind" IN ('intellectual', 'mental')))`],
  ['starts with(person.householdRegion, "44") and person.disabilityGrade in ("1", "2") and count(household.members[item.disabilityGrade in ("1", "2")]) >= 2', `${local} AND ${grade} IN ('1', '2') AND coalesce(m.severe, 0) >= 2`],
  ['starts with(person.householdRegion, "44") and household.monthlyIncome / household.size < household.minimumStandard and household.savings <= household.minimumStandard * household.size * 24', `${local} AND h."household.monthlyIncome" / h."household.size" < h."household.minimumStandard" AND h."household.savings" <= h."household.minimumStandard" * h."household.size" * 24`],
  ['starts with(person.householdRegion, "44") and person.birthDate <= today - duration("P60Y") and person.assistanceKind in ("minimum", "extreme-poverty", "marginal")', `${local} AND ${bornBefore(60)} AND ${help} IN ('minimum', 'extreme-poverty', 'marginal')`],
  ['starts with(person.householdRegion, "44") and years and months duration(person.birthDate, today).years >= 60 and person.pensionKind != "employee"', `${local} AND ${bornBefore(60)} AND p."person.pensionKind" <> 'employee'`],
  ['person.unemploymentMonths >= 12 and person.leftWork = false and person.unemployedSince <= today', `p."person.unemploymentMonths" >= 12 AND NOT p."person.leftWork" AND p."person.unemployedSince" <= DATE '${day}'`],
  ['starts with(person.householdRegion, "4403") and person.degree in ("bachelor", "master", "doctor") and person.graduatedOn > today - duration("P5Y") and person.homes = 0', `starts_with(p."person.householdRegion", '4403') AND p."person.degree" IN ('bachelor', 'master', 'doctor') AND p."person.graduatedOn" > DATE '${day}' - INTERVAL 5 YEAR AND p."person.homes" = 0`],
  ['starts with(person.householdRegion, "4403") and person.birthDate <= today - duration("P60Y") and person.spouseDeceasedOn != null and person.spouseDeceasedOn > today - duration("P1Y")', `starts_with(p."person.householdRegion", '4403') AND ${bornBefore(60)} AND p."person.spouseDeceasedOn" IS NOT NULL AND p."person.spouseDeceasedOn" > DATE '${day}' - INTERVAL 1 YEAR`],
  ['starts with(person.householdRegion, "44") and person.childWelfareKind = "orphan" and (person.birthDate > today - duration("P18Y") or person.studentStage in ("senior", "vocational", "university"))', `${local} AND p."person.childWelfareKind" = 'orphan' AND (p."person.birthDate" > DATE '${day}' - INTERVAL 18 YEAR OR p."person.studentStage" IN ('senior', 'vocational', 'university'))`],
  ['person.veteranKind = "elderly-soldier" and person.birthDate <= today - duration("P60Y") and person.deceasedOn = null', `p."person.veteranKind" = 'elderly-soldier' AND ${bornBefore(60)} AND p."person.deceasedOn" IS NULL`],
]

export const twelve: readonly ScreenedCondition[] = pairs.map(([text], at) => condition(`pair-${at + 1}`, text))

/** The same twelve in one query by hand: a row of counts, y1 … y12 and unknown u1 … u12. */
export const byHand = `SELECT ${pairs.map((_, at) => `count(*) FILTER (WHERE c${at + 1}) AS y${at + 1}, count(*) FILTER (WHERE c${at + 1} IS NULL) AS u${at + 1}`).join(', ')}
FROM (SELECT ${pairs.map(([, sql], at) => `(${sql}) AS c${at + 1}`).join(', ')} FROM person p
LEFT JOIN household h ON h."household.number" = p."person.householdNumber"
LEFT JOIN (SELECT "person.householdNumber" AS k, count(*) AS severe FROM person WHERE "person.disabilityGrade" IN ('1', '2') GROUP BY 1) m ON m.k = p."person.householdNumber")`
