// Where an official stands among requests: the units they handle for, the places whose centre or arbiter they are. Pure.
import { jurisdictionFilter, staffOf, type JurisdictionFilter, type Principal } from '../../kernel/authz.ts'
import { centreLine } from './access.ts'
import type { Desk } from './queue-store.ts'
import { unitRoles } from './request.ts'

const inAnyLine = (places: JurisdictionFilter): JurisdictionFilter => places.map(({ regionPrefix }) => ({ regionPrefix, line: null }))

/** The units they handle requests for, exactly. */
export const desksOf = (principal: Principal): Desk[] =>
  staffOf(principal).postings.filter(({ role }) => unitRoles.some((each) => each === role)).map(({ line, region }) => ({ line, region }))

export const centrePlaces = (principal: Principal): JurisdictionFilter => inAnyLine(jurisdictionFilter(principal, ['dispatcher']))

export const arbiterPlaces = (principal: Principal): JurisdictionFilter => inAnyLine(jurisdictionFilter(principal, ['supervisor']).filter(({ line }) => line === null || line === centreLine))

/** Places whose requests they may look through: centre, agents, arbiters. */
export const readingPlaces = (principal: Principal): JurisdictionFilter => [...centrePlaces(principal), ...arbiterPlaces(principal), ...inAnyLine(jurisdictionFilter(principal, ['agent']))]
