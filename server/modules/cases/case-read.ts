// An official has opened a case: what is remembered about it, and what the people in it are told: who looked, when, at which of
// their data (Personal Information Protection Law Art. 44, 45, 48). Nothing about the applicant is told to anybody else. Pure.
import { plainDate } from '../../kernel/clock.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import type { Catalogue } from '../catalogue/definitions.ts'
import type { Case } from './case.ts'

/** `subjects`: digests of the ID numbers the case holds, the people it is about. */
export type CaseRead = { caseId: string; staffId: string; readOn: string; personId: string; subjects: string[]; at: string }

/** A day on which one official opened a case, as it is read back; `key` tells rows apart and says nothing of case or official. */
export type StoredRead = { caseId: string; staffId: string; readOn: string; lastAt: string; times: number; key: string }

/** What somebody is told: `concepts` are those about them. */
export type ReadOfMine = { id: string; applicationId: string | null; matter: string; service: string; line: string; region: string; concepts: string[]; at: string; times: number }

/** Values of the case that are ID numbers, with the concepts that hold them. */
const numbersIn = (one: Case, { concepts }: Pick<Catalogue, 'concepts'>): { subject: string; digest: string }[] =>
  one.content.flatMap(({ concept, value }) => {
    const definition = concepts[concept]
    return definition?.type === 'idNumber' && typeof value === 'string' ? [{ subject: definition.subject, digest: personDigest(value) }] : []
  })

export const readBy = (staffId: string, one: Case, catalogue: Pick<Catalogue, 'concepts'>, at: Date): CaseRead => ({
  caseId: one.id, staffId, readOn: plainDate(at), personId: one.personId, subjects: [...new Set(numbersIn(one, catalogue).map(({ digest }) => digest))], at: at.toISOString(),
})

/** @param reader who asks: the applicant sees all of their own case, somebody named in it only what is about them */
export const readOfMine = (stored: StoredRead, one: Case, catalogue: Pick<Catalogue, 'concepts'>, reader: { personId: string; digest: string }): ReadOfMine => {
  const own = one.personId === reader.personId
  const subjects = new Set(numbersIn(one, catalogue).filter(({ digest }) => digest === reader.digest).map(({ subject }) => subject))
  const concepts = one.content.filter(({ concept, value }) => value !== null && (own || subjects.has(catalogue.concepts[concept]?.subject ?? ''))).map(({ concept }) => concept)
  return { id: stored.key, applicationId: own ? one.applicationId : null, matter: one.matter, service: one.service, line: one.line, region: one.region, concepts, at: stored.lastAt, times: stored.times }
}
