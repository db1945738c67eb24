// By what requests are found although their words are encrypted: keyed digests of telephone numbers and of pairs of neighbouring characters,
// with the month, so that a search begins with the newest.
import { keyedDigest } from '../../kernel/field-encryption.ts'
import { normalise } from '../search/index.ts'
import { requestLimits, type CitizenRequest } from './request-record.ts'

const digits = (phone: string): string => phone.replaceAll(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')

/** By which a caller is known again; null for what is no telephone number. */
export const phoneDigestOf = (phone: string): string | null => (digits(phone).length >= 5 ? keyedDigest('request phone', digits(phone)) : null)

/** All of the longest title; of an address as many. */
const mostPairs = requestLimits.title - 1

/** 31 bits each, and pairs in any order: a few more rows are looked at than fit, and are told apart once opened (`says`). */
const numberOf = (pair: string): number => Buffer.from(keyedDigest('request words', pair), 'base64url').readUInt32BE(0) >>> 1

const lettersOf = (text: string): string => normalise(text).replaceAll(/[^\p{Letter}\p{Number}]+/gu, '')

/** The first different pairs of neighbouring characters. */
const pairsOf = (letters: string): string[] => {
  const each = [...letters]
  return [...new Set(each.slice(0, -1).map((letter, index) => `${letter}${each[index + 1] ?? ''}`))].slice(0, mostPairs)
}

const termsOfPairs = (pairs: readonly string[]): number[] => [...new Set(pairs)].map(numberOf)

/** What somebody looks for, in words of letters and digits. */
const wordsIn = (wanted: string): string[] => wanted.split(/[^\p{Letter}\p{Number}]+/u).filter((word) => word !== '')

/** Digests of the pairs of neighbouring characters of every word; none for words of one character, which nothing is found by. */
export const searchTerms = (wanted: string): number[] => termsOfPairs(wordsIn(wanted).flatMap((word) => pairsOf(lettersOf(word))).slice(0, mostPairs))

/** Whether title or address have each of the words somebody looks for. What stands there as it was written need not be normalised first. */
export const says = (wanted: string): ((one: Pick<CitizenRequest, 'title' | 'place'>) => boolean) => {
  const words = wordsIn(wanted).map((word) => ({ word, letters: lettersOf(word) }))
  return ({ title, place: { address = '' } }) =>
    words.every(({ word, letters }) => title.includes(word) || address.includes(word) || [title, address].some((each) => lettersOf(each).includes(letters)))
}

/** When an id of version 7 was made. */
export const instantOfId = (id: string): Date => new Date(Number.parseInt(id.slice(0, 13).replace('-', ''), 16))

/** No pair has a negative one. In UTC, as it only has to be the same for writing and for searching. */
const monthTerm = (year: number, month: number): number => {
  const first = new Date(Date.UTC(year, month, 1))
  return -(first.getUTCFullYear() * 100 + first.getUTCMonth() + 1)
}

/** So many months up to the one of an instant, the newest first. */
export const monthTerms = (at: Date, count: number): number[] => Array.from({ length: count }, (_, back) => monthTerm(at.getUTCFullYear(), at.getUTCMonth() - back))

/** What a request is searched by: of title and address the pairs of each. */
export const termsOfRequest = ({ id, title, place }: Pick<CitizenRequest, 'id' | 'title' | 'place'>): number[] => [...termsOfPairs([title, place.address ?? ''].flatMap((text) => pairsOf(lettersOf(text)))), ...monthTerms(instantOfId(id), 1)]
