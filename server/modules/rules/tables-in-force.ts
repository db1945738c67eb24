// The decision tables in force for a region, and the answers each of them looks at.
import { conceptsOf } from '../../kernel/feel/expression.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Catalogue, Concept, DecisionTable, Service } from '../catalogue/index.ts'

export type DecidedService = Service & { table: DecisionTable }

const hasTable = (service: Service): service is DecidedService => service.table !== undefined

export const listTables = ({ services }: Catalogue): DecidedService[] => Object.values(services).filter(hasTable)

/** @throws Refusal not_found */
export const getTable = ({ services }: Catalogue, id: string): DecidedService => {
  const service = Object.hasOwn(services, id) ? services[id] : undefined
  if (!service || !hasTable(service)) throw new Refusal('not_found', { service: id })
  return service
}

/** Concepts a table looks at, those behind derived ones included, as one would type them to try it. */
export const conceptsToTry = ({ concepts }: Catalogue, { inputs, rows }: DecisionTable): Concept[] => {
  const reads = [...inputs.map(({ rule }) => rule.expression), ...rows.flatMap(({ values }) => Object.values(values).map(({ expression }) => expression)), ...rows.map(({ when }) => when)].flatMap(conceptsOf)
  const found = new Map<string, Concept>()
  const add = (id: string): void => {
    const concept = concepts[id]
    if (!concept || found.has(id)) return
    if (concept.derived) for (const behind of conceptsOf(concept.derived.expression)) add(behind)
    else found.set(id, concept)
  }
  for (const id of reads) add(id)
  return [...found.values()]
}
