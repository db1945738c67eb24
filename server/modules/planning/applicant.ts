// Which of the subjects of a matter the applicant is, as its pack says: the mother of a child, the representative of a new business.
// What the login tells about a person then counts for that subject too.
import type { Catalogue } from '../catalogue/definitions.ts'
import { createFacts } from './facts.ts'
import type { Answers } from './plan.ts'
import { compileRule } from './rule.ts'

/** Ids of subjects, `applicant` first; a rule not settled yet counts as not so. @param on YYYY-MM-DD, `today` in rules */
export const subjectsOfApplicant = (catalogue: Catalogue, matterId: string, answers: Answers, on: string): string[] => {
  const facts = createFacts({ catalogue, on, answers })
  const also = catalogue.matters[matterId]?.subjects.filter(({ applicantWhen }) => applicantWhen && compileRule(applicantWhen.expression).evaluate(facts) === true) ?? []
  return ['applicant', ...also.map(({ id }) => id)]
}
