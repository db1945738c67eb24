// A helper of a hall acts for somebody who showed them a code: for how long, from which hall, and what is counted of it. Pure.
// Law: Civil Code Art. 165 (who, what, until when), 173 (ends when it is over or taken back).
import { covers, type Principal } from '../../kernel/authz.ts'
import type { Outlet } from '../catalogue/index.ts'

export type HallOfficial = Extract<Principal, { kind: 'staff' }>

/** Where the person is helped: in the hall, or at home. */
export const places = ['hall', 'home'] as const
export type Place = (typeof places)[number]

export type HelpEnding = 'helper' | 'person' | 'next'

export type HelpSession = {
  id: string; staffId: string; personId: string; outlet: string; region: string; place: Place
  openedAt: string; untilAt: string; endedAt: string | null; endedBy: HelpEnding | null
}

export const helperMandate = 'helper'
export const mandateOf = (id: string): string => `${helperMandate}:${id}`

const hours = 3_600_000
/** Long enough for a matter with documents, short enough to be forgotten without harm. */
export const helpMs = 2 * hours

export const isLive = ({ endedAt, untilAt }: Pick<HelpSession, 'endedAt' | 'untilAt'>, now: Date): boolean => endedAt === null && now < new Date(untilAt)

/** Line of the authorities that run the halls. */
const line = 'government-services'
const overseers = ['head', 'supervisor'] as const

/** Halls whose helper an official is. */
export const hallsOf = (helper: HallOfficial, outlets: readonly Outlet[]): Outlet[] => outlets.filter(({ region }) => covers(helper, ['helper'], { region, line }))

/** Halls whose helpers an official looks after. */
export const overseen = (official: HallOfficial, outlets: readonly Outlet[]): Outlet[] => outlets.filter(({ region }) => covers(official, overseers, { region, line }))

export type Tally = { outlet: string; staffId: string; sessions: number; people: number; atHome: number; applications: number }

/** What each helper of each hall did; the most first. @param uses applications begun, by mandate */
export const tally = (sessions: readonly HelpSession[], uses: ReadonlyMap<string, number>): Tally[] =>
  [...Map.groupBy(sessions, ({ outlet, staffId }) => `${outlet} ${staffId}`).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    return [{
      outlet: first.outlet, staffId: first.staffId, sessions: own.length, people: new Set(own.map(({ personId }) => personId)).size, atHome: own.filter(({ place }) => place === 'home').length,
      applications: own.reduce((sum, { id }) => sum + (uses.get(mandateOf(id)) ?? 0), 0),
    }]
  }).sort((a, b) => b.sessions - a.sessions)
