// What the matter costs a person before and after, and for each thing not asked: why, and who receives it all the same.
// "Before" is the same engine with sharing switched off: every service with its own form, documents, visits and waiting. Its forms are those
// of the situation, whoever is logged in.
import type { Catalogue, LegalBasis, Service } from '../catalogue/definitions.ts'
import type { Forms } from './forms.ts'
import type { Burden, PlannedConcept, PlannedEvidence, Saving } from './plan.ts'

export type BurdenInput = {
  catalogue: Catalogue
  services: readonly Service[]
  concepts: readonly (PlannedConcept & { legalBasis?: LegalBasis })[]
  /** what the forms of separate applications ask */
  forms: Forms
  evidence: readonly PlannedEvidence[]
  /** documents of separate applications, by need */
  alone: ReadonlySet<string>
  /** scenario questions put to the person */
  questionsPut: number
  promisedDays: number
  statutoryDays: number
}

const isAsked = ({ source }: PlannedConcept): boolean => source.kind === 'ask'
/** Also later it is a document to hand in: nothing is saved by it. */
const isUpload = ({ source }: PlannedEvidence): boolean => source.kind === 'upload' || source.kind === 'later'

const documentsAlone = ({ needs }: PlannedEvidence, alone: ReadonlySet<string>): number => needs.filter((need) => alone.has(need)).length

export const countBurden = (input: BurdenInput): { before: Burden; after: Burden } => {
  const { services, concepts, evidence } = input
  return {
    before: {
      applications: services.length,
      fields: [...input.forms.values()].reduce((sum, { forms }) => sum + forms, 0),
      evidence: input.alone.size,
      trips: services.reduce((sum, { trips }) => sum + trips, 0),
      workingDays: input.statutoryDays,
    },
    after: {
      applications: Math.min(1, services.length),
      fields: concepts.filter(isAsked).length + input.questionsPut,
      evidence: evidence.filter(isUpload).length,
      trips: services.reduce((sum, { tripsOnline }) => sum + (tripsOnline ?? 0), 0),
      workingDays: input.promisedDays,
    },
  }
}

/**
 * Everything separate applications would have asked and this plan does not. A concept or document still asked once is
 * listed as shared when several forms wanted it; then `before` counts all of them, the one that remains included. What stands on a form
 * and need not be filled in, since what is known settles that, follows from what settled it; nobody receives it.
 */
export const listSavings = (input: BurdenInput): Saving[] => {
  const { catalogue } = input
  const savings: Saving[] = []
  for (const each of input.concepts) {
    const asked = isAsked(each) || each.source.kind === 'scenario'
    const name = catalogue.concepts[each.concept]?.name
    const before = input.forms.get(each.concept)?.forms ?? 0
    if (!name || before < (asked ? 2 : 1)) continue
    savings.push({
      kind: 'field', id: each.concept, name, before, neededBy: each.neededBy,
      source: asked ? { kind: 'shared' } : each.source,
      ...(each.legalBasis ? { legalBasis: each.legalBasis } : {}),
    })
  }
  const worked = new Set(input.concepts.map(({ concept }) => concept))
  for (const [concept, { forms, decidedBy }] of input.forms) {
    const name = catalogue.concepts[concept]?.name
    if (name && !worked.has(concept)) savings.push({ kind: 'field', id: concept, name, before: forms, neededBy: [], source: { kind: 'derived', from: [...decidedBy] } })
  }
  for (const each of input.evidence) {
    const before = documentsAlone(each, input.alone)
    const type = catalogue.evidence[each.evidence]
    if (!type || before < (isUpload(each) ? 2 : 1)) continue
    const legalBasis = each.source.kind === 'registry' ? catalogue.registries[each.source.registry]?.legalBasis : undefined
    savings.push({
      kind: 'evidence', id: each.evidence, name: type.name, before, neededBy: each.neededBy,
      source: isUpload(each) ? { kind: 'shared' } : each.source,
      ...(legalBasis ? { legalBasis } : {}),
    })
  }
  return savings
}
