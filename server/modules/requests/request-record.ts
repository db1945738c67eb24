// What is known of one request, in the shape everything in this module works with. Pure; the lifecycle is in request.ts.
// Instants are ISO strings, days 'YYYY-MM-DD', regions GB/T 2260 codes.
import type { Grade, Outcome, RequestAction, RequestChannel, RequestKind, RequestState, Urgency } from './request.ts'
import type { Term } from './deadline.ts'

/** An authority: a line in a region. */
export type Unit = { line: string; region: string }

/** `lat`, `lng` WGS 84 degrees. */
export type Place = { address?: string; lat?: number; lng?: number }

export type Contact = { name?: string; phone?: string; email?: string }

/** What the machine made of the text when it came in. `why`: how the unit was found, one sentence each. */
export type Understood = {
  category?: { id: string; confidence: number }
  alternatives?: { id: string; confidence: number }[]
  abstained?: boolean
  sentiment?: string
  sensitive?: string[]
  emergency?: string
  why?: string[]
  notes?: string[]
  /** what says nearly the same, found when it came in */
  similar?: { id: string; score: number }[]
}

/** What an official asked for and another one decides about: more working days. */
export type TimeAsked = { days: number; why: string; by: string; byId: string; at: string }

/** The unit that answered first. `inTime` null where no day was set; `minutes` since it came in. */
export type FirstAnswer = Unit & { inTime: boolean | null; minutes: number }

/**
 * How the handling has gone beyond its state. `returnedBy`: units that sent it back, in order. `redos`: times it was done again because the
 * reporter was not satisfied. `first`: the first answer, which figures count for its unit ever after. `before`: the unit of the round before. `promised`: what the answer promised, kept until it is done.
 */
export type Course = {
  term: Term
  why: string[]
  /** whom to turn to next, in order */
  ladder: Unit[]
  returnedBy: Unit[]
  returnAsked: Unit | null
  coUnits: number
  timeAsked: TimeAsked | null
  extendedDays: number
  redos: number
  first?: FirstAnswer | null
  before: Unit | null
  answer: { id: string; outcome: Outcome; promisedOn: string | null; kept: boolean } | null
  children: number
  followers: number
  solved: boolean | null
  openName: boolean
  /** whether the public may read it once it is solved, and whether it does */
  publish: 'no' | 'agreed' | 'done'
  /** when the present unit got it */
  sentAt: string | null
  handedTo: { type: 'service' | 'matter' | 'authority'; id: string } | null
  tree: 'joined' | 'split' | null
  /** files the unit has added for the answer it is writing */
  unitFiles?: number
  sourceRef?: string
  callId?: string
}

export type CitizenRequest = {
  id: string
  number: string
  key: string
  region: string
  grid: string | null
  kind: RequestKind
  channel: RequestChannel
  category: string | null
  urgency: Urgency
  /** somebody may be in danger: before everything else, and to a person */
  front: boolean
  personId: string | null
  phoneDigest: string | null
  anonymous: boolean
  title: string
  text: string
  place: Place
  contact: Contact
  understood: Understood
  state: RequestState
  /** changes that somebody who is writing on it has to look at first */
  revision: number
  /** everything that happened to it */
  steps: number
  round: number
  unit: Unit | null
  assigneeId: string | null
  assignee: string | null
  parentId: string | null
  course: Course
  clockStartAt: string
  dueAt: string | null
  mark: 0 | 1 | 2 | 3
  lookAt: string | null
  grade: Grade | null
  seconds: number
  receivedAt: string
  updatedAt: string
  answeredAt: string | null
  endedAt: string | null
}

/** One thing that happened; `words`: what somebody wrote with it. Numbered from 1 for each request. */
export type RequestEvent = { seq: number; action: RequestAction; actorKind: string; actorId: string; actorName: string; at: string; detail: Record<string, unknown>; words: string | null }

/** Photo, recording or document; `answerId`: belongs to an answer of a unit. */
export type RequestFile = { id: string; answerId: string | null; digest: string; name: string; size: number; type: string; addedBy: string; addedAt: string }

/** In place of a name on files of the unit. */
export const unitMark = '办理单位'

/** How many files the answer that is being written has. */
export const filesOf = ({ course }: Pick<CitizenRequest, 'course'>): number => course.unitFiles ?? 0

/** Nothing was promised for a day, or it is done. */
export const keepsPromise = ({ course: { answer } }: Pick<CitizenRequest, 'course'>): boolean => answer?.outcome !== 'promised' || answer.kept

export const requestLimits = { title: 60, text: 5000, words: 2000, files: 9, children: 10 } as const

export const sameUnit = (one: Unit | null, other: Unit | null): boolean => one !== null && other !== null && one.line === other.line && one.region === other.region

const shortTitle = 30

/** A title from the first sentence, when none was given. */
export const titleFrom = (text: string): string => {
  const [sentence = ''] = text.trim().split(/[。！？!?\n；;]/u)
  const letters = [...(sentence.trim() || text.trim())]
  return letters.length <= shortTitle ? letters.join('') : `${letters.slice(0, shortTitle - 1).join('')}…`
}
