// What an authority is asked about a hard case, and its written opinion: pure.
// An opinion given after its day counts as well, and is marked as late.
import { addDays } from '../../kernel/clock.ts'
import type { Law } from './hard-case.ts'

export const stances = ['agree', 'able', 'unable'] as const
export type Stance = (typeof stances)[number]

/** Days are 'YYYY-MM-DD'. `shared`: whether the authority may read the account and the documents. */
export type Opinion = {
  id: string
  hardCaseId: string
  region: string
  line: string
  question: string
  shared: boolean
  dueOn: string
  askedBy: string
  askedAt: string
  remindedAt: string | null
  stance: Stance | null
  opinion: string
  laws: Law[]
  givenBy: string
  staffId: string | null
  givenAt: string | null
}

export const isGiven = ({ givenAt }: Pick<Opinion, 'givenAt'>): boolean => givenAt !== null

/** Late: not given although its day has passed, or given after it. @param givenOn the day it was given, or today */
export const isLate = ({ dueOn }: Pick<Opinion, 'dueOn'>, givenOn: string): boolean => givenOn > dueOn

const longestDays = 90

/** Whether a day may be set for an opinion: not before today, and within three months. */
export const mayBeDue = (dueOn: string, today: string): boolean => dueOn >= today && dueOn <= addDays(today, longestDays)
