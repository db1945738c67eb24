// The one window as rules: how long a session lasts, what a show-code is good for, which halls a clerk may sit in, how names are shortened.
// Pure.
import { createHash, createHmac } from 'node:crypto'
import { canonicalJson } from '../../kernel/audit.ts'
import { covers, type Principal } from '../../kernel/authz.ts'
import { regionCovers } from '../../kernel/regions.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { Outlet } from '../catalogue/index.ts'

export type Clerk = Extract<Principal, { kind: 'staff' }>

/** Line of the authorities that run the halls. */
const hallLine = 'government-services'

/** Kind of mandate, as in the header x-acting-for: `window:<session id>`. */
export const windowMandate = 'window'

const minutes = 60_000
/** A session nobody works in for so long is over. */
export const idleMs = 30 * minutes
/** Being seen is written at most this often. */
export const seenEveryMs = minutes
/** A show-code is good for so long and for one reading. */
export const codeLifeMs = minutes
/** So many codes that are nobody's within `missesWithinMs`, and the clerk has to wait. */
export const missesAllowed = 5
export const missesWithinMs = 10 * minutes

/** A window of a hall: id of the pack's outlet and the number above the window. */
export type Seat = { outlet: string; counter: string }

/** An official at a window; `region` is the hall's. */
export type Shift = Seat & { id: string; staffId: string; region: string; openedAt: string; closedAt: string | null }

export type Identification = 'card' | 'code'

/** Why a session ended: the clerk said so, the next person came, the person is at another window, nothing happened, the shift is over. */
export type Ending = 'clerk' | 'next' | 'elsewhere' | 'idle' | 'shift'

/** Somebody identified at a window: `cameId` stands there, `personId` is whom it is for, by `delegationId` where that is somebody else. */
export type WindowSession = {
  id: string; shiftId: string; staffId: string; personId: string; cameId: string; delegationId: string | null; region: string
  identifiedBy: Identification; openedAt: string; seenAt: string; endedAt: string | null
}

/** When the session is over unless somebody works in it. */
export const idleAt = ({ seenAt }: Pick<WindowSession, 'seenAt'>): Date => new Date(new Date(seenAt).getTime() + idleMs)

export const isLive = (session: WindowSession, now: Date): boolean => session.endedAt === null && now < idleAt(session)

export const mandateOf = (sessionId: string): string => `${windowMandate}:${sessionId}`

/** Eight digits, from a random number below 10^8: digits pass every keyboard and input method unchanged. */
export const codeFrom = (random: number): string => String(random).padStart(8, '0')

/** What the database keeps of a code. Without the installation's secret eight digits would be tried out in a moment. */
export const codeDigest = (code: string, secret: string): string => createHmac('sha256', secret).update(`show-code ${code}`).digest('hex')

/** The halls a clerk may sit in: those their posting covers. */
export const hallsOf = (principal: Principal, outlets: readonly Outlet[]): Outlet[] => outlets.filter(({ region }) => covers(principal, ['window'], { region, line: hallLine }))

/** A hall hands out results of the regions it serves and of the authorities above it. */
export const isHandedOutIn = (hall: { region: string }, result: { region: string }): boolean => regionCovers(hall.region, result.region) || regionCovers(result.region, hall.region)

/** 欧阳予安 → 欧***: enough to recognise one's own on a list. */
export const shortName = (name: string): string => {
  const [first = '', ...rest] = name
  return first + '*'.repeat(rest.length)
}

/** What a list says in one line about an application or a result. */
export type ListLine = { id: string; name: Texts; number: string | null; person: string; at: string }

/** What a shift hands on: what lies begun, what was handed in, what waits to be collected, what was handed out. */
export type HandOverList = { drafts: ListLine[]; handedIn: ListLine[]; waiting: ListLine[]; handedOut: ListLine[]; served: number }

/** Longest list of each kind that is handed on. */
export const longestList = 200

/** Two lists with the same digest say the same. */
export const listDigest = (list: HandOverList): string => createHash('sha256').update(canonicalJson(list)).digest('hex')
