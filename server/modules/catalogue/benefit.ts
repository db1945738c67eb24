// A benefit (惠民惠企政策) and the facts policies read, after loading: plain JSON, also for the browser and the SQL reader.
// All conditions must hold; the amount is FEEL over the same facts, in whole fen for one period.
import type { Texts } from '../../kernel/texts.ts'
import type { Expression } from '../../kernel/feel/expression.ts'
import type { ConceptType, LegalBasis, Region, Rule } from './definitions.ts'
import type { benefitAudiences, benefitPeriods, benefitThemes, benefitWays } from './pack-benefits.ts'

export type BenefitAudience = (typeof benefitAudiences)[number]
export type BenefitTheme = (typeof benefitThemes)[number]
export type BenefitPeriod = (typeof benefitPeriods)[number]
export type BenefitWay = (typeof benefitWays)[number]

/** One condition; `lack`: what somebody who does not meet it can do. */
export type BenefitCondition = { id: string; name: Texts; rule: Rule; lack?: Texts }

export type Benefit = {
  id: string
  name: Texts
  for: BenefitAudience
  theme: BenefitTheme
  summary: Texts
  explains: Texts
  keywords: string[]
  /** `unchecked`: not compared with the published text yet */
  source: LegalBasis & { date?: string; unchecked?: true }
  /** first and last day, 'YYYY-MM-DD'; open when absent */
  from?: string
  until?: string
  conditions: BenefitCondition[]
  /** fen of one period; `example`: the figure is not the published one */
  amount: { rule: Rule; from: string; example: boolean; source: LegalBasis }
  period: BenefitPeriod
  /** fen a calendar year for one person or company */
  cap?: number
  budget?: { year: number; fen: number }
  /** policies this one goes before */
  excludes: string[]
  /** policies one must be entitled to */
  requires: string[]
  payer: { line: string; level: Region['level'] }
  objectionDays: number
  /** calendar days in which a refusal or an end can be appealed */
  appealDays: number
  way: BenefitWay
  matter?: string
  /** concepts its rules read, sorted: the evidence it needs */
  facts: string[]
  /** changes with anything it says */
  version: string
}

/** A fact and where it comes from. `of`: the registry is asked about the person with that number instead. `many`: the list of all of that subject whose `by` is the key of the one it belongs to. `shared`: a text many have in common. */
export type Fact = { concept: string; name: Texts; type: ConceptType; choices?: string[]; registry?: string; line?: string; field: string; of?: string; many?: string; by?: string; shared?: true }

/** All conditions as one: what is judged, and compiled to SQL. */
export const eligibilityOf = (benefit: Pick<Benefit, 'conditions'>): Expression => {
  const [first, ...others] = benefit.conditions
  if (first && others.length === 0) return first.rule.expression
  return { kind: 'and', parts: benefit.conditions.map(({ rule }) => rule.expression), texts: benefit.conditions.map(({ rule }) => rule.text) }
}

/** The concept that tells one of a subject from another; a snapshot's rows are found by it. */
export const subjectKeys = { person: 'person.idNumber', household: 'household.number', company: 'company.creditCode' } as const
