// Pulling many records of a resource at once, for screening: what was asked for, which records fit, and the digest that pins what came. Pure.
import { createHash } from 'node:crypto'
import { checkResidentId } from '../../kernel/identifiers.ts'

/** Of one field: exactly this; at least, at most (numbers, or texts in their order, such as days); beginning with. All that are given hold. */
export type FieldFilter = { is?: string | number | boolean; atLeast?: string | number; atMost?: string | number; startsWith?: string }
export type PullFilter = Readonly<Record<string, FieldFilter>>

export type ResourcePull = {
  id: string
  resource: string
  consumer: string
  purpose: string
  legalBasis: string
  /** id of the grant */
  grant: string
  fields: string[]
  filter: PullFilter
  state: 'running' | 'finished' | 'failed'
  /** where the source goes on; null at the beginning */
  next: unknown
  records: number
  digest: string
  problem: string | null
  begunAt: string
  endedAt: string | null
}

export const isGoingOn = ({ state }: Pick<ResourcePull, 'state'>): boolean => state === 'running'
export const isComplete = ({ state }: Pick<ResourcePull, 'state'>): boolean => state === 'finished'

const below = (a: unknown, b: string | number): boolean => typeof a === typeof b && (a as string | number) < b // of one type
const above = (a: unknown, b: string | number): boolean => typeof a === typeof b && (a as string | number) > b

/** Whether a record is wanted. A field without a value fits no condition. */
export const fitsFilter = (record: Readonly<Record<string, unknown>>, filter: PullFilter): boolean =>
  Object.entries(filter).every(([field, { is, atLeast, atMost, startsWith }]) => {
    const value = record[field]
    if (value === null || value === undefined) return false
    if (is !== undefined && value !== is) return false
    if (atLeast !== undefined && (typeof value !== typeof atLeast || below(value, atLeast))) return false
    if (atMost !== undefined && (typeof value !== typeof atMost || above(value, atMost))) return false
    return startsWith === undefined || (typeof value === 'string' && value.startsWith(startsWith))
  })

/** One record in a line, its fields in order: the content digests are made of. */
export const recordLine = (record: Readonly<Record<string, unknown>>): string => `${JSON.stringify(Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))))}\n`

export const noDigest = '0'.repeat(64)

/** Digest after one more page: SHA-256 over the digest before and the lines of the page. */
export const digestAfter = (before: string, records: readonly Readonly<Record<string, unknown>>[]): string =>
  records.length === 0 ? before : createHash('sha256').update(before).update(records.map(recordLine).join('')).digest('hex')

/** ID numbers that stand in a value, however deep. */
const numbersIn = (value: unknown): string[] => {
  if (typeof value === 'string') {
    const number = checkResidentId(value)
    return number.ok ? [number.value] : []
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

/** ID numbers of everybody whose data stand in records, each once: those the records are found by, and those in them. */
export const personsIn = (records: readonly Readonly<Record<string, unknown>>[]): string[] => [...new Set(records.flatMap((record) => [...(typeof record['idNumber'] === 'string' ? [record['idNumber']] : []), ...numbersIn(record)]))]
