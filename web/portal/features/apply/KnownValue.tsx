// One value of the plan to be read. A value computed from a chosen one is named like the choice it comes from.
// What does not exist yet says what it waits for.
import type { Catalogue, Concept } from '../../../../server/modules/catalogue/definitions.ts'
import type { PlannedConcept } from '../../../../server/modules/planning/index.ts'
import { ConceptValue } from '../../../shared/form/ConceptField.tsx'
import { useFieldContext } from '../../../shared/form/useFieldContext.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { useNames } from './names.ts'

/** The concept with choices that give a derived value its name, if it is one of theirs. */
function namingConcept({ source, value }: PlannedConcept, concept: Concept, catalogue: Catalogue): Concept {
  if (source.kind !== 'derived' || concept.constraint.choices) return concept
  const origin = source.from.map((id) => catalogue.concepts[id]).find((each) => each?.constraint.choices?.some((choice) => choice.value === value))
  return origin ?? concept
}

export function KnownValue({ planned, catalogue }: { planned: PlannedConcept; catalogue: Catalogue }) {
  const t = useT()
  const names = useNames(catalogue)
  const context = useFieldContext(catalogue.regions)
  const concept = catalogue.concepts[planned.concept]
  const { source, value } = planned
  if (value === undefined || value === null) return <span className="tb-muted">{source.kind === 'result' ? t('apply.known.later', { service: names.service(source.service) }) : t('common.none')}</span>
  if (!concept) return <>{String(value)}</>
  return <ConceptValue concept={namingConcept(planned, concept, catalogue)} value={value} context={context} />
}
