// Which cases a visit is for, and what their authorities look at: as the definitions say that each case is decided by. Pure.
import type { Catalogue, VisitItem, VisitPart } from '../catalogue/index.ts'
import { canAct, type Case } from '../cases/index.ts'
import { holdsFor } from '../planning/index.ts'

const valuesOf = ({ content }: Case) => Object.fromEntries(content.map(({ concept, value }) => [concept, value]))

/** The visit a case needs; undefined where its service has none, or not for what was applied for. @param today 'YYYY-MM-DD' */
export const visitOf = (catalogue: Catalogue, one: Case, today: string): VisitPart | undefined => {
  const visit = catalogue.services[one.service]?.handling?.visit
  if (!visit || (visit.when && !holdsFor(catalogue, visit.when, valuesOf(one), today))) return undefined
  return visit
}

export const itemsOf = (catalogue: Catalogue, service: string): VisitItem[] => catalogue.services[service]?.handling?.visit?.items ?? []

/** The address, as the applicant gave it. */
export const placeOf = ({ place }: VisitPart, one: Case): string => {
  const value = one.content.find(({ concept }) => concept === place)?.value
  return typeof value === 'string' ? value : ''
}

/** Handed in and not decided: a visit can be arranged for it. */
export const joins = (one: Case): boolean => canAct(one.state, 'accept') || canAct(one.state, 'beginProcedure')
