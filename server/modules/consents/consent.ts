// A consent a department asks of somebody: that it may ask one registry about them, for one purpose, until a day. Pure.
// Law: Personal Information Protection Law Art. 13, 14 (informed, of one's own will, specific), 15 (taken back at any time), 23 (given on to others).
import { addDays, plainDate } from '../../kernel/clock.ts'
import type { Language } from '../../kernel/texts.ts'

/** Instants are ISO, days 'YYYY-MM-DD'. */
export type Consent = {
  id: string
  /** digest of the number asked by (`keyDigest`) */
  subject: string
  resource: string
  /** the authority whose system asked */
  line: string
  region: string
  askedBy: string
  fields: string[]
  purpose: string
  legalBasis: string
  /** the authority's own; it counts for calls of this case and no other */
  caseNumber: string
  /** last day on which it may be used */
  until: string
  askedAt: string
  /** the request ends unanswered */
  openUntil: string
  answeredAt: string | null
  agreed: boolean | null
  answeredBy: string | null
  /** what was answered; null also of answers older than this column */
  shown: ConsentTerms | null
  /** SHA-256 of it */
  wording: string | null
  withdrawnAt: string | null
}

/** What stands before whoever is asked, in `language`; `until`: 'YYYY-MM-DD'. */
export type ConsentTerms = Pick<Consent, 'purpose' | 'legalBasis' | 'caseNumber' | 'until'> & {
  language: Language
  authorityName: string
  registryName: string
  keeperName: string | null
  items: string[]
  /** whose record it is: a company's; null: the reader's own */
  companyName: string | null
}

/** `lapsed`: not answered in time; `over`: given, and its last day is past. */
export const consentStates = ['asked', 'given', 'declined', 'lapsed', 'withdrawn', 'over'] as const
export type ConsentState = (typeof consentStates)[number]

export const consentActions = ['agree', 'decline', 'withdraw'] as const
export type ConsentAction = (typeof consentActions)[number]

const lifecycle = {
  agree: { from: ['asked'], to: 'given' },
  decline: { from: ['asked'], to: 'declined' },
  withdraw: { from: ['given'], to: 'withdrawn' },
} as const satisfies Record<ConsentAction, { from: readonly ConsentState[]; to: ConsentState }>

/** A request waits so many days for its answer. */
export const openDays = 30
/** A consent is asked for so many days at most. */
export const longestDays = 366
/** Whoever said no, or took a consent back, is not asked the same again for so many days. */
const leftAloneDays = 30
/** So many days before a consent ends it may be asked for anew. */
const renewDays = 30

export const consentState = ({ answeredAt, agreed, withdrawnAt, openUntil, until }: Consent, now: Date): ConsentState => {
  if (withdrawnAt !== null) return 'withdrawn'
  if (answeredAt === null) return new Date(openUntil) <= now ? 'lapsed' : 'asked'
  if (!agreed) return 'declined'
  return until < plainDate(now) ? 'over' : 'given'
}

export const canConsent = (one: Consent, action: ConsentAction, now: Date): boolean => lifecycle[action].from.some((state) => state === consentState(one, now))

/** Whether an action was taken already: taking it again changes nothing. */
export const isDone = (one: Consent, action: ConsentAction, now: Date): boolean => lifecycle[action].to === consentState(one, now)

/** Whether the same authority may ask again, `one` being the latest it asked of this subject for this registry, purpose and case. */
export const mayAskAnew = (one: Consent, fields: readonly string[], now: Date): boolean => {
  const today = plainDate(now)
  const ask: Record<ConsentState, () => boolean> = {
    asked: () => false,
    given: () => !fields.every((field) => one.fields.includes(field)) || addDays(today, renewDays) >= one.until,
    declined: () => addDays(plainDate(new Date(one.answeredAt ?? one.askedAt)), leftAloneDays) <= today,
    withdrawn: () => addDays(plainDate(new Date(one.withdrawnAt ?? one.askedAt)), leftAloneDays) <= today,
    lapsed: () => true,
    over: () => true,
  }
  return ask[consentState(one, now)]()
}

/** Whether no further case may be asked for either: the answer was no, or it was taken back, a short while ago. */
export const isLeftAlone = (one: Consent, now: Date): boolean => [lifecycle.decline.to, lifecycle.withdraw.to].some((state) => state === consentState(one, now)) && !mayAskAnew(one, [], now)

/** Whether it waits for an answer that would not do for these fields. */
export const waitsForLess = (one: Consent, fields: readonly string[], now: Date): boolean => canConsent(one, 'agree', now) && !fields.every((field) => one.fields.includes(field))

/** What a call is about to be made for. */
export type ConsentWanted = Pick<Consent, 'subject' | 'resource' | 'line' | 'region' | 'purpose' | 'caseNumber' | 'fields'>

/** Whether a call may rest on it: given, by or for whom the call is about, to this authority, for this registry, these fields, this purpose and this case. */
export const covers = (one: Consent, wanted: ConsentWanted, now: Date): boolean =>
  consentState(one, now) === lifecycle.agree.to && one.subject === wanted.subject && one.resource === wanted.resource && one.line === wanted.line && one.region === wanted.region &&
  one.purpose === wanted.purpose && one.caseNumber === wanted.caseNumber && wanted.fields.every((field) => one.fields.includes(field))
