// Takes in a snapshot: lists of authorities and pulls under their grants, one record a person or company, by the names of facts.
// Duplicates and records of nobody are counted, not taken; the same number is one subject, however often it comes.
import { Refusal } from '../../kernel/errors.ts'
import { checkCreditCode, checkResidentId } from '../../kernel/identifiers.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { regionCovers } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import type { BenefitAudience } from '../catalogue/index.ts'
import { subjectKeys } from '../catalogue/index.ts'
import { nameFacts, regionFacts, type Subject } from './entitlement.ts'
import { upsertSubject } from './subjects-store.ts'

/** Values by concept, such as `person.idNumber` and `person.birthDate`. */
export type SnapshotRecord = Readonly<Record<string, unknown>>

export type Loaded = { taken: number; again: number; refused: { at: number; why: 'number' | 'region' | 'column' }[] }

/** The authority that hands in a list; line null: all of its region. */
export type Lister = { line: string | null; region: string }

const isRight = (audience: BenefitAudience, number: string): boolean => (audience === 'company' ? checkCreditCode(number) : checkResidentId(number)).ok

/**
 * @param source where it comes from, for the record
 * @param records with the columns of the population's schema
 * @param by who hands in the list: of somebody known elsewhere it says nothing, and it changes the name or region of somebody known only where those are facts of its line. Absent: a register under its grant, or whoever runs the installation
 */
export const loadSubjects = async (app: Pick<App, 'db' | 'packs' | 'config' | 'clock'>, audience: BenefitAudience, source: string, records: AsyncIterable<SnapshotRecord> | Iterable<SnapshotRecord>, by?: Lister): Promise<Loaded> => {
  const lines = new Map(app.packs.factsFor(app.config.region).map(({ concept, line }) => [concept, line]))
  const [nameFact, regionFact] = [nameFacts[audience], regionFacts[audience]]
  const kept = by && by.line !== null ? [nameFact, regionFact].filter((concept) => lines.get(concept) !== by.line) : []
  const loaded: Loaded = { taken: 0, again: 0, refused: [] }
  const seen = new Set<string>()

  const learnt = (number: string, record: SnapshotRecord) => (before: Subject | undefined): Subject => {
    if (by && before && !regionCovers(by.region, before.region)) throw new Refusal('not_found')
    const said: Record<string, unknown> = { ...record }
    for (const concept of before ? kept : []) delete said[concept]
    // a register that does not say where somebody lives tells of those who are known
    const region = said[regionFact] ?? before?.region
    if (typeof region !== 'string' || !/^\d{6}$/.test(region)) throw new Refusal('not_found')
    const name = said[nameFact]
    return { id: before?.id ?? uuidv7(app.clock), audience, number, name: typeof name === 'string' ? name : (before?.name ?? ''), region, facts: { ...before?.facts, ...said }, factsAt: app.clock.now().toISOString(), source }
  }

  let at = 0
  for await (const record of records) {
    at += 1
    const number = record[subjectKeys[audience]]
    if (typeof number !== 'string' || !isRight(audience, number)) loaded.refused.push({ at, why: 'number' })
    else if (Object.keys(record).some((concept) => !lines.has(concept))) loaded.refused.push({ at, why: 'column' })
    else {
      const isTaken = await app.db.transaction((tx) => upsertSubject(tx, audience, number, learnt(number, record))).then(() => true, (error: unknown) => {
        if (error instanceof Refusal) return false
        throw error
      })
      if (!isTaken) loaded.refused.push({ at, why: 'region' })
      else loaded[seen.has(number) ? 'again' : 'taken'] += 1
      seen.add(number)
    }
  }
  return loaded
}
