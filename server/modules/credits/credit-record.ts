// What is on record about a resident, and the grade that follows from it by the terms of the place. Pure.
import type { CreditGrade, CreditTerms } from '../catalogue/index.ts'

/** Of today: broken promises that count, bills that are late. */
export type CreditFacts = { broken: number; late: number }

const fits = ({ atMost }: CreditGrade, facts: CreditFacts): boolean =>
  atMost === undefined || (facts.broken <= (atMost.broken ?? Infinity) && facts.late <= (atMost.late ?? Infinity))

/** The first grade whose bounds hold; the last holds everybody else. @throws Error when the terms have no grade, which the schema forbids */
export const gradeOf = ({ grades }: Pick<CreditTerms, 'grades'>, facts: CreditFacts): CreditGrade => {
  const grade = grades.find((each) => fits(each, facts)) ?? grades.at(-1)
  if (!grade) throw new Error('the terms of credit have no grade')
  return grade
}

/** What would lead to the best grade; nothing when it is held. */
export const remediesOf = ({ grades }: Pick<CreditTerms, 'grades'>, { broken, late }: CreditFacts): ('repair' | 'settle')[] => {
  const best = grades[0]?.atMost
  if (!best) return []
  return [...(broken > (best.broken ?? Infinity) ? (['repair'] as const) : []), ...(late > (best.late ?? Infinity) ? (['settle'] as const) : [])]
}
