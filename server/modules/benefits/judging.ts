// Judges one person or company by every policy of a day, with what is kept here as it is now. Screening, lists and surveys all judge by this.
import type { Read } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { matchesFor, type Match } from './due.ts'
import type { Subject } from './entitlement.ts'
import { withKeptFacts } from './kept-facts.ts'

/** @param on YYYY-MM-DD */
export const judgeSubject = async (app: App, read: Read, subject: Subject, on: string): Promise<Match[]> =>
  matchesFor(await withKeptFacts(app, read, subject), app.packs.benefitsFor(app.config.region, on), app.packs.factsFor(app.config.region), on)
