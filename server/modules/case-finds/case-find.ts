// The words a case is found by, and the words of a question; both go through the same functions, so they agree. Pure.
// Where a case belongs is a word as well: the index itself keeps to the jurisdiction, whatever else is asked for.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { keyedDigest } from '../../kernel/field-encryption.ts'
import { isHumanNumber } from '../../kernel/ids.ts'
import type { Case, CaseValue } from '../cases/index.ts'
import type { Catalogue, Concept } from '../catalogue/index.ts'
import { normalise, termsOf } from '../search/index.ts'

/** A row of the index. */
export type CaseFind = { caseId: string; personId: string; region: string; line: string; terms: string[] }

/** Numbers of people and companies: half a one must not lead to its owner. */
const numbers: readonly Concept['type'][] = ['idNumber', 'uscc', 'phone', 'bankAccount']

const isSecret = ({ sensitive, type }: Pick<Concept, 'sensitive' | 'type'>): boolean => sensitive || numbers.includes(type)

const tidy = (text: string): string => text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')

const digestTerm = (text: string): string => `#${keyedDigest('find number', tidy(text)).slice(0, 22)}`

/** Words are kept as digests too: pairs of characters of a name or an address, read in order, would be the name and the address. */
const wordTerms = (normalised: string, options?: { singles: boolean }): string[] => termsOf(normalised, options).map((term) => keyedDigest('find word', term).slice(0, 11))

const placeTerm = (regionPrefix: string, line: string | null): string => (line === null ? `@${regionPrefix}` : `@${regionPrefix} ${line}`)

/** All postings that see a case, as words. A region covers what begins with its digits: two, four, six or nine of them. */
const placeTerms = ({ region, line }: Pick<Case, 'region' | 'line'>): string[] =>
  [...new Set([2, 4, 6, 9].map((length) => region.slice(0, length)))].flatMap((prefix) => [placeTerm(prefix, null), placeTerm(prefix, line)])

/** A value as people read it: the names of a choice rather than its code. */
export const readableValue = (concept: Concept | undefined, value: CaseValue['value']): string => {
  if (value === null || typeof value === 'boolean') return ''
  const choice = concept?.constraint.choices?.find((each) => each.value === value)
  return choice ? Object.values(choice.name).join(' ') : String(value)
}

const valueTerms = ({ concepts }: Pick<Catalogue, 'concepts'>, { concept, value }: CaseValue): string[] => {
  const definition = concepts[concept]
  const text = readableValue(definition, value)
  if (text === '') return []
  return !definition || isSecret(definition) ? [digestTerm(text)] : wordTerms(normalise(text))
}

/** @param notes what officials noted on the case, as one text */
export const findOf = (one: Pick<Case, 'id' | 'personId' | 'region' | 'line' | 'applicant' | 'number' | 'content'>, catalogue: Pick<Catalogue, 'concepts'>, notes: string): CaseFind => ({
  caseId: one.id, personId: one.personId, region: one.region, line: one.line,
  terms: [...new Set([
    ...placeTerms(one), ...wordTerms(normalise(one.applicant), { singles: true }), ...wordTerms(normalise(one.number)),
    ...one.content.flatMap((value) => valueTerms(catalogue, value)), ...wordTerms(normalise(notes)),
  ])],
})

/** A question of one number long enough to be somebody's: who asked is recorded. A case number tells of nobody. */
export const isLookUp = (question: string): boolean => !isHumanNumber(question.trim()) && /^[0-9A-Z]{7,40}$/.test(tidy(question)) && /\d{4}/.test(question)

/** Sets of words of which one must be there as a whole: the question's own, or the digest of a number asked for in full. */
export const askedTerms = (question: string): string[][] => {
  const words = wordTerms(normalise(question)).slice(0, 24)
  return [...(words.length > 0 ? [words] : []), ...(tidy(question).length >= 2 ? [[digestTerm(question)]] : [])]
}

/** The places of an official as words of the index. */
export const askedPlaces = (jurisdiction: JurisdictionFilter): string[] => [...new Set(jurisdiction.map(({ regionPrefix, line }) => placeTerm(regionPrefix, line)))]

export type Match = { concept: string; text: string }

/** Which values answer a question: those that have all its words, at most three; of what is secret only which it is. */
export const matchesIn = (one: Case, { concepts }: Pick<Catalogue, 'concepts'>, question: string): Match[] => {
  const words = termsOf(normalise(question))
  return one.content.flatMap((each): Match[] => {
    const definition = concepts[each.concept]
    const text = readableValue(definition, each.value)
    if (!definition || text === '') return []
    if (isSecret(definition)) return tidy(text) === tidy(question) ? [{ concept: each.concept, text: '' }] : []
    const present = new Set(termsOf(normalise(text)))
    return words.length > 0 && words.every((word) => present.has(word)) ? [{ concept: each.concept, text }] : []
  }).slice(0, 3)
}
