// What an application that follows another leaves out: the services that stand there, or in those it followed itself. Results granted there are
// facts for what builds on them. One that follows none costs nothing; one changed to be about another event follows nothing any more.
import type { Read } from '../../kernel/db.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { isInForce, listCasesOfMany, listResultsOfApplications, wasGranted, type Case, type Result } from '../cases/index.ts'
import { knownValues, type KnownFact, type PlanInput } from '../planning/index.ts'
import { isTaken } from './again.ts'
import { listFollowed } from './again-store.ts'
import type { Application } from './application.ts'
import { identityOf, isSameEvent } from './event-identity.ts'

/** `identity`: of the event it is about; null when nothing tells it from others. */
export type Before = { identity: string[] | null; cases: Case[]; results: Result[] }

export const findHandled = async (read: Read, { follows }: Application): Promise<Before | undefined> => {
  if (follows === null) return undefined
  const followed = await listFollowed(read, follows)
  const ids = followed.map(({ id }) => id)
  const [cases, results] = await Promise.all([listCasesOfMany(read, ids), listResultsOfApplications(read, ids)])
  return { identity: followed.find(({ id }) => id === follows)?.identity ?? null, cases, results }
}

export type Handled = { services: NonNullable<PlanInput['handled']>; facts: KnownFact[] }

/** @param known what registries and the login say @param today YYYY-MM-DD */
export const handledIn = (catalogue: Catalogue, application: Application, known: readonly KnownFact[], before: Before | undefined, today: string): Handled => {
  const matter = catalogue.matters[application.matter]
  if (!before || !matter) return { services: [], facts: [] }
  const identity = identityOf(matter, knownValues(application.answers, known))
  if (identity !== null && before.identity !== null && !isSameEvent(identity, before.identity)) return { services: [], facts: [] }
  const resultOf = new Map(before.results.filter((each) => isInForce(each, today)).map((each) => [each.caseId, each]))
  const taken = before.cases.filter(isTaken)
  return {
    services: taken.map((one) => ({ service: one.service, granted: wasGranted(one.state) && resultOf.has(one.id) })),
    facts: taken.flatMap((one) => {
      const result = resultOf.get(one.id)
      return (result?.content ?? []).flatMap(({ concept, value, source }): KnownFact[] =>
        result && source === 'result' && value !== null ? [{ concept, value, source: { kind: 'result', service: one.service }, asOf: result.issuedAt }] : [])
    }),
  }
}
