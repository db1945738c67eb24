// A look-up as it is kept: who asked which registry for what and why, and whose records were read. Pure.
import { personDigest } from '../../kernel/person-digest.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { KnownFact } from '../planning/index.ts'
import type { LookUp } from './registry.ts'

/** A person whose record was read, by the digest of their ID number, and what was read about them. */
export type ReadSubject = { subject: string; concepts: string[] }

export type RegistryCall = {
  id: string
  personId: string
  /** null: it proved a power to act for others, for no application */
  applicationId: string | null
  registry: string
  subject: string
  concepts: string[]
  purpose: string
  legalBasis: string
  /** withheld: a record was found that does not name the applicant, and nothing of it was told */
  outcome: 'answers' | 'noRecord' | 'unavailable' | 'withheld'
  milliseconds: number
  at: string
  about: ReadSubject[]
}

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
