// Needs and duties as rows of a table: one for each thing a service needs. Pure.
import type { Texts } from '../../../../server/kernel/texts.ts'
import type { ServiceDuties } from './queries.ts'

export type Need = { kind: 'concept' | 'document'; id: string; name: Texts; required: boolean; supply: ServiceDuties['concepts'][number]['supply'] | ServiceDuties['documents'][number]['supply']; suppliers: ServiceDuties['concepts'][number]['suppliers'] }

export const needsOf = ({ concepts, documents }: Pick<ServiceDuties, 'concepts' | 'documents'>): Need[] => [
  ...concepts.map(({ concept, ...rest }) => ({ kind: 'concept' as const, id: concept, ...rest })),
  ...documents.map(({ evidence, ...rest }) => ({ kind: 'document' as const, id: evidence, required: true, ...rest })),
]

type Words = { supply: (supply: Need['supply']) => string; kind: (kind: Need['kind']) => string; required: string }

/** Service, who handles it, kind, what, required, how it comes, resource, who keeps that. */
export const rowsOf = (services: readonly ServiceDuties[], textIn: (texts: Texts) => string, words: Words): string[][] =>
  services.flatMap((one) => needsOf(one).map((need) => [
    textIn(one.name), one.authority ? textIn(one.authority) : one.line, words.kind(need.kind), textIn(need.name), need.required ? words.required : '', words.supply(need.supply),
    need.suppliers.map(({ name }) => textIn(name)).join('、'), need.suppliers.map(({ authority, line }) => (authority ? textIn(authority) : line)).join('、'),
  ]))
