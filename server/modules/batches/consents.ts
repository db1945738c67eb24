// Registries a matter may ask with the applicant's consent, in any situation: agreed to once for the whole table. Pure.
// The same registries the form would name one application at a time.
import type { Texts } from '../../kernel/texts.ts'
import type { Catalogue, LegalBasis } from '../catalogue/definitions.ts'

export type Consent = { registry: string; name: Texts; concepts: Texts[]; legalBasis: LegalBasis }

export const consentsOf = ({ matters, services, registries, concepts }: Catalogue, matterId: string): Consent[] => {
  const needed = new Set((matters[matterId]?.services ?? []).flatMap(({ service }) => (services[service]?.concepts ?? []).map(({ concept }) => concept)))
  return Object.values(registries).flatMap(({ id, name, answers, consent, legalBasis }) => {
    const found = Object.keys(answers).filter((concept) => needed.has(concept))
    return consent && found.length > 0 ? [{ registry: id, name, legalBasis, concepts: found.flatMap((concept) => concepts[concept]?.name ?? []) }] : []
  })
}
