// The record of a person or a company as it stands today, and the grade that follows. Read anew each time: a repaired promise or a settled bill
// counts at once. What was promised for a company counts for the company, whoever promised it.
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import type { CreditGrade, CreditTerms } from '../catalogue/index.ts'
import { isBar, listCreditEntries, listCreditEntriesOf } from '../undertakings/index.ts'
import { isLateBill, type CareBill } from './care-bill.ts'
import { gradeOf, remediesOf, type CreditFacts } from './credit-record.ts'
import { listBillsOf } from './credits-store.ts'

/** More bills than anybody has open. */
export const mostBills = 200

export type Standing = { facts: CreditFacts; grade: CreditGrade; remedies: ('repair' | 'settle')[]; bills: CareBill[]; terms: CreditTerms }

export type CompanyStanding = Omit<Standing, 'bills'> & { entries: { reason: string; recordedOn: string; untilOn: string }[] }

/** The terms of a place; undefined where its packs have none. */
export const termsFor = (app: Pick<App, 'packs'>, region: string): CreditTerms | undefined => app.packs.proceedingsFor(region).creditTerms

/** Undefined where the packs of the installation have no terms of credit. */
export const standingOf = async (app: App, read: Read, personId: string): Promise<Standing | undefined> => {
  const terms = termsFor(app, app.config.region)
  if (!terms) return undefined
  const today = plainDate(app.clock.now())
  const [entries, bills] = await Promise.all([listCreditEntries(read, personId), listBillsOf(read, personId, mostBills)])
  const facts = { broken: entries.filter((entry) => entry.subject === personId && isBar(entry, today)).length, late: bills.filter(isLateBill).length }
  return { facts, grade: gradeOf(terms, facts), remedies: remediesOf(terms, facts), bills, terms }
}

/** Undefined where the packs have no grades of companies. `entries`: those that count today. @param uscc credit code */
export const companyStandingOf = async (app: App, read: Read, uscc: string): Promise<CompanyStanding | undefined> => {
  const terms = termsFor(app, app.config.region)
  if (!terms || terms.companyGrades.length === 0) return undefined
  const today = plainDate(app.clock.now())
  const entries = (await listCreditEntriesOf(read, [uscc], today)).filter((entry) => isBar(entry, today))
  const [facts, graded] = [{ broken: entries.length, late: 0 }, { grades: terms.companyGrades }]
  return { facts, grade: gradeOf(graded, facts), remedies: remediesOf(graded, facts), entries, terms }
}

/**
 * Whether a promise is taken from this person, for these companies, instead of a document. Where no terms are, only a broken promise stands in the
 * way, which is asked elsewhere.
 */
export const mayPromise = async (app: App, read: Read, personId: string, companies: readonly string[]): Promise<boolean> => {
  const grades = await Promise.all([standingOf(app, read, personId), ...companies.map((uscc) => companyStandingOf(app, read, uscc))])
  return grades.every((standing) => standing?.grade.promises ?? true)
}

/** The grade as policies read it; undefined where there is none. @param personId null: nobody with an account, so nothing is on record */
export const gradeIdOf = async (app: App, read: Read, about: { personId: string | null } | { uscc: string }): Promise<string | undefined> => {
  if ('uscc' in about) return (await companyStandingOf(app, read, about.uscc))?.grade.id
  return about.personId === null ? termsFor(app, app.config.region)?.grades[0]?.id : (await standingOf(app, read, about.personId))?.grade.id
}
