// A service for each one of a group: every newborn has a birth certificate of its own. What a matter says is `each` becomes a service
// `birth-certificate.2` that asks, decides and results in what is that one's own. Made once per catalogue, like concepts.
import type { Catalogue, DecisionTable, EvidenceType, Service } from '../catalogue/definitions.ts'
import { withRules } from './group-rules.ts'
import { groupsOfMatter, instanceId, joined, numbersFrom, ownExpression, ownRule, type Group } from './numbered.ts'

/** Services that each one of a group has of their own, with the group; one service has one group. */
const listEach = ({ matters }: Catalogue): Map<string, Group> => {
  const each = new Map<string, Group>()
  for (const matter of Object.values(matters)) {
    const groups = groupsOfMatter(matter)
    for (const entry of matter.services) {
      const group = groups.find(({ id }) => id === entry.each)
      if (group) each.set(entry.service, group)
    }
  }
  return each
}

const tableOf = (table: DecisionTable, { has }: Group, number: number): DecisionTable => ({ ...table, rows: table.rows.map((row) => ({ ...row, when: ownExpression(row.when, has, number) })) })

const serviceOf = (service: Service, group: Group, number: number, { each, evidence }: { each: ReadonlyMap<string, Group>; evidence: Catalogue['evidence'] }): Service => {
  const own = (concept: string): string => (group.has(concept) ? instanceId(concept, number) : concept)
  const written = withRules(service, (rule) => ownRule(rule, group.has, number))
  return {
    ...written,
    id: `${service.id}.${number}`,
    name: joined(group.name, number, service.name),
    ...(service.competentBy === undefined ? {} : { competentBy: own(service.competentBy) }),
    dependsOn: service.dependsOn.map((id) => (each.get(id)?.id === group.id ? `${id}.${number}` : id)),
    concepts: written.concepts.map((listing) => ({ ...listing, concept: own(listing.concept) })),
    evidence: written.evidence.map((need) => ({ ...need, anyOf: need.anyOf.map((id) => (evidence[id]?.each === group.id ? `${id}.${number}` : id)) })),
    result: { ...service.result, name: joined(group.name, number, service.result.name), concepts: service.result.concepts.map(own) },
    ...(written.table ? { table: tableOf(written.table, group, number) } : {}),
    instance: { group: group.id, number, of: service.id },
  }
}

/** A document that is the result of a service each has comes from that one's. */
const issuedToEach = (evidence: EvidenceType, each: ReadonlyMap<string, Group>): EvidenceType => {
  const group = each.get(evidence.resultOf ?? '')
  return evidence.instance && group?.id === evidence.instance.group ? { ...evidence, resultOf: `${evidence.resultOf}.${evidence.instance.number}` } : evidence
}

/** Adds the services of each one of a group, and says of their documents whose result they are. @param catalogue with its numbered concepts and documents */
export const withServiceInstances = (catalogue: Catalogue): Catalogue => {
  const each = listEach(catalogue)
  if (each.size === 0) return catalogue
  const services = Object.assign(Object.create(null), catalogue.services) as Catalogue['services'] // without a prototype, like the one it copies
  for (const [id, group] of each) {
    const service = catalogue.services[id]
    if (service) for (const number of numbersFrom(group.first, group.max)) services[`${id}.${number}`] = serviceOf(service, group, number, { each, evidence: catalogue.evidence })
  }
  const evidence = Object.assign(Object.create(null), Object.fromEntries(Object.values(catalogue.evidence).map((type) => [type.id, issuedToEach(type, each)]))) as Catalogue['evidence']
  return { ...catalogue, services, evidence }
}
