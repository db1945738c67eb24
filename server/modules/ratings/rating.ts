// A rating (好差评): what somebody said of one service instance, once and never changed; one more word on it after it was put right.
// GB/T 39735-2020 (subjects, five grades, who rates), 国办发〔2019〕51号 (real names, bad ratings looked into, no pressure). Pure.
import type { Measure } from '../insight/index.ts'
import { tagsFor, type Grade, type Tag } from './grade.ts'

export const subjectKinds = ['case', 'request', 'window', 'outlet', 'guide', 'service'] as const
export type SubjectKind = (typeof subjectKinds)[number]

export const channels = ['portal', 'window', 'kiosk', 'link', 'call'] as const
export type Channel = (typeof channels)[number]

/** How it is known that whoever rates was served: logged in, standing at the window, holding the link sent to them, called back. */
export type Verified = 'login' | 'visit' | 'link' | 'call'

/**
 * What is rated. `instance`: what may be rated once. `region` (GB/T 2260) and `line`: the unit it counts for; `staffId` the official, if any.
 * `number`: of the case or request, as people say it. `page`: section or form page meant.
 */
export type RatedSubject = {
  kind: SubjectKind; subject: string; instance: string; number: string | null; personId: string | null; region: string; line: string
  service: string | null; matter: string | null; category: string | null; staffId: string | null; outlet: string | null; counter: string | null; page: string | null
}

export type Held = 'burst' | 'device' | 'hasty' | 'self'

/** `round` 1: after rectification, `firstId` is the one before. `words`: free text, personal. */
export type Rating = RatedSubject & {
  id: string; round: 0 | 1; firstId: string | null; grade: Grade; tags: Tag[]; words: string | null; channel: Channel; verified: Verified; sourceDigest: string | null; held: Held | null; at: string
}

/** What somebody says. */
export type Said = { grade: Grade; tags: readonly Tag[]; words: string }

/** Longest free text, in characters. */
export const mostWords = 500

export const tagsFit = ({ grade, tags }: Pick<Said, 'grade' | 'tags'>): boolean => tags.every((tag) => tagsFor(grade).includes(tag)) && new Set(tags).size === tags.length

/** From one device or address within the hour, and at one window or kiosk within ten minutes: more are looked at before they count. */
export const limits = { fromSource: 5, withinSourceMs: 3_600_000, atCounter: 8, withinCounterMs: 600_000, hastyMs: 10_000 }

/** What speaks for looking at a rating before it counts. `servedMs`: how long somebody had been served at a window. */
export const reasonToHold = ({ fromSource, atCounter, servedMs, isOwn }: { fromSource: number; atCounter: number; servedMs: number | null; isOwn: boolean }): Held | null => {
  if (isOwn) return 'self'
  if (servedMs !== null && servedMs < limits.hastyMs) return 'hasty'
  if (atCounter >= limits.atCounter) return 'burst'
  return fromSource >= limits.fromSource ? 'device' : null
}

const quarterOf = (day: string): string => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** Guides, services and outlets are rated once by a person in a quarter of a year. @param day 'YYYY-MM-DD' */
export const repeatable = (subject: string, personId: string, day: string): string => `${subject} ${personId} ${quarterOf(day)}`

export const measureOf: Record<Grade, Measure> = {
  'very-satisfied': 'verySatisfied', satisfied: 'satisfied', neutral: 'neutral', unsatisfied: 'unsatisfied', 'very-unsatisfied': 'veryUnsatisfied',
}

/** What is still missing after rectification is handled as a request is: what was rated bad there is done anew by the unit above. */
export const isRectifiedHere = ({ kind }: Pick<RatedSubject, 'kind'>): boolean => kind !== 'request'
