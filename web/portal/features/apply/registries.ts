// What the registries mean for one application: which are asked about whom, what came back, what did not and why.
// Pure; the page of the data sources, the task list and the submission show the same facts from here.
import type { Catalogue, LegalBasis } from '../../../../server/modules/catalogue/definitions.ts'
import { isBlank, type PlannedConcept, type RegistryState } from '../../../../server/modules/planning/index.ts'
import type { Draft } from './queries.ts'

export interface RegistryView {
  registry: string
  /** byLaw: the person is told, not asked. */
  decision: 'open' | 'granted' | 'declined' | 'byLaw'
  state: RegistryState
  /** Whose records: subjects of the matter. */
  subjects: string[]
  /** What it is asked for. */
  concepts: string[]
  /** What it has answered. */
  answered: string[]
  /** Numbers without which it cannot find the record, and which only the person can give. */
  lacking: string[]
  neededBy: string[]
  legalBasis: LegalBasis
}

type Registry = Catalogue['registries'][string]

const unique = (items: readonly string[]): string[] => [...new Set(items)]

function decisionOf({ consents }: Draft, registry: string, needsConsent: boolean): RegistryView['decision'] {
  if (!needsConsent) return 'byLaw'
  const consent = consents[registry]
  if (!consent) return 'open'
  return consent.granted ? 'granted' : 'declined'
}

/** Keys the person has to give: asked in this application and not answered yet. */
function lackingKeys(registry: Registry, concepts: readonly string[], catalogue: Catalogue, planned: ReadonlyMap<string, PlannedConcept>): string[] {
  const keys = concepts.flatMap((concept) => registry.keys[catalogue.concepts[concept]?.subject ?? ''] ?? [])
  return unique(keys).filter((key) => {
    const entry = planned.get(key)
    return entry?.source.kind === 'ask' && isBlank(entry.value)
  })
}

export function listRegistries(draft: Draft, catalogue: Catalogue): RegistryView[] {
  const planned = new Map(draft.plan.concepts.map((each) => [each.concept, each]))
  return draft.plan.consents.flatMap(({ registry: id, consent, concepts, neededBy, legalBasis }) => {
    const registry = catalogue.registries[id]
    if (!registry) return []
    const answered = draft.plan.concepts.filter(({ source, value }) => source.kind === 'registry' && source.registry === id && value !== undefined).map(({ concept }) => concept)
    const state = draft.registries[id]
    return [{
      registry: id,
      decision: decisionOf(draft, id, consent),
      state: answered.length > 0 ? 'answers' : (state ?? 'notAsked'),
      subjects: unique([...concepts, ...answered].flatMap((concept) => catalogue.concepts[concept]?.instance?.group ?? catalogue.concepts[concept]?.subject ?? [])),
      concepts: unique([...answered, ...concepts]),
      answered,
      lacking: lackingKeys(registry, concepts, catalogue, planned),
      neededBy,
      legalBasis,
    }]
  })
}

/** Whether a registry may be asked: by law, or because the person agreed. */
export const mayBeAsked = ({ decision }: RegistryView): boolean => decision === 'byLaw' || decision === 'granted'

/** Numbers to give so that the registries can find the records. */
export const lackingKeysOf = (views: readonly RegistryView[]): string[] => unique(views.filter(({ decision }) => decision !== 'declined').flatMap(({ lacking }) => lacking))

/** Everything is decided and could be looked up: nothing is left to do on the page of the data sources. */
export const isSettled = (views: readonly RegistryView[]): boolean => views.every(({ decision }) => decision !== 'open') && lackingKeysOf(views).length === 0

/** Registries that found several records, of which the person has not said yet which one is meant. */
export const listOpenChoices = ({ records }: Pick<Draft, 'records'>): string[] => unique(records.filter(({ chosen }) => chosen === null).map(({ registry }) => registry))

/** Registries that were asked and did not answer. */
export const listSilent = (views: readonly RegistryView[]): RegistryView[] => views.filter((view) => mayBeAsked(view) && view.state === 'unavailable')
