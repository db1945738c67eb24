// What an authority sees of a case it is asked about: the values and documents the pack names for its opinion, and what passed between the
// two authorities; all else stays with the authority that handles it. Personal Information Protection Law Art. 6 (necessity), ADR 0015. Pure.
import { covers, type Principal } from '../../kernel/authz.ts'
import type { Catalogue, Service } from '../catalogue/definitions.ts'
import { coSignersOf } from './approval.ts'
import type { Case, CaseAction, HistoryLine } from './case.ts'
import { untouched } from './course.ts'
import { handlerRoles } from './standing-in.ts'

const aboutOpinions: readonly CaseAction[] = ['askOpinion', 'giveOpinion', 'noteSilence']

/** Opinions the official's own authority was asked for. */
const ownOpinions = (principal: Principal, one: Case) => one.course.opinions.filter((opinion) => covers(principal, handlerRoles, opinion))

/** The case with what the opinions of the official's authority need. @param service that of the case; where it states nothing, nothing is shown */
export const consultedView = (principal: Principal, one: Case, service: Service | undefined, { concepts }: Pick<Catalogue, 'concepts'>): Case => {
  const opinions = ownOpinions(principal, one)
  const asked = coSignersOf(service).filter(({ line }) => opinions.some((opinion) => opinion.line === line))
  const [values, documents] = [new Set(asked.flatMap((each) => each.concepts ?? [])), new Set(asked.flatMap((each) => each.evidence ?? []))]
  // Of a group, what is named of one is named of each.
  const isNamed = (concept: string): boolean => values.has(concept) || values.has(`${concepts[concept]?.instance?.group}.${concept.split('.').at(-1)}`)
  return {
    ...one, content: one.content.filter(({ concept }) => isNamed(concept)), corrections: [], evidence: one.evidence.filter(({ evidence }) => documents.has(evidence)),
    checks: one.checks.filter(({ inputs }) => inputs.every(({ concept }) => isNamed(concept))), course: { ...untouched, opinions },
  }
}

/** What happened about these opinions, without what other authorities were asked or said. */
export const consultedHistory = (principal: Principal, one: Case, history: readonly HistoryLine[]): HistoryLine[] => {
  const own = new Set<unknown>(ownOpinions(principal, one).map(({ id }) => id))
  let asked = 0
  return history.filter(({ action, detail }) => {
    if (!aboutOpinions.includes(action)) return false
    if (action === 'askOpinion') asked += 1
    return own.has(action === 'askOpinion' ? asked : detail['opinion'])
  })
}
