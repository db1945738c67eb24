// Whose records a look-up read: the owner of the number asked by, and everybody whose number stands in the record.
// Pure.
import { personDigest } from '../../kernel/person-digest.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { KnownFact } from '../planning/index.ts'
import type { ReadSubject } from './call.ts'
import type { LookUp } from './registry.ts'

/** The owner of the key, to whom all of the record belongs, and everybody whose ID number stands in it, with what is about them. */
export const readSubjects = ({ keyConcept, key, concepts }: LookUp, catalogue: Catalogue, facts: readonly KnownFact[]): ReadSubject[] => {
  const isNumber = (concept: string) => catalogue.concepts[concept]?.type === 'idNumber'
  const subjectOf = (concept: string) => catalogue.concepts[concept]?.subject
  const named = facts.flatMap(({ concept, value }) => (isNumber(concept) && typeof value === 'string' && value !== key ? [{ number: value, subject: subjectOf(concept) }] : []))
  const about = new Map<string, string[]>(isNumber(keyConcept) ? [[personDigest(key), concepts]] : [])
  for (const { number, subject } of named) {
    // One person may stand in it in several roles.
    const digest = personDigest(number)
    about.set(digest, [...new Set([...(about.get(digest) ?? []), ...concepts.filter((concept) => subjectOf(concept) === subject)])])
  }
  return [...about].map(([subject, own]) => ({ subject, concepts: own }))
}
