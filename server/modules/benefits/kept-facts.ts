// Facts the product keeps itself and no register has to be asked for: the grade of credit, as it is today. Only where some policy reads it.
import type { Read } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { gradeIdOf } from '../credits/index.ts'
import { findPersonByIdNumber } from '../people/index.ts'
import type { Subject } from './entitlement.ts'

/** The subject with what is kept here as it is now; a list of an authority cannot say otherwise. */
export const withKeptFacts = async (app: App, read: Read, subject: Subject): Promise<Subject> => {
  const concept = `${subject.audience}.creditGrade`
  if (!Object.values(app.packs.benefitsFor(app.config.region)).some(({ facts }) => facts.includes(concept))) return subject
  const grade = await gradeIdOf(app, read, subject.audience === 'company' ? { uscc: subject.number } : { personId: (await findPersonByIdNumber(read, subject.number))?.id ?? null })
  return grade === undefined ? subject : { ...subject, facts: { ...subject.facts, [concept]: grade } }
}
