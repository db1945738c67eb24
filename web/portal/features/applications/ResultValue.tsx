// One value of a result in words: by its definition where there is one, else as the server writes it.
// A value of another time may come from definitions that have changed since.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { ConceptValue } from '../../../shared/form/ConceptField.tsx'
import { useFieldContext } from '../../../shared/form/useFieldContext.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import type { CaseResult } from './queries.ts'

interface Props {
  value: CaseResult['content'][number]
  catalogue: Catalogue
  /** Printed documents show everything. */
  unmasked?: boolean
}

export function ResultValue({ value, catalogue, unmasked }: Props) {
  const textIn = useTextIn()
  const context = useFieldContext(catalogue.regions)
  const concept = catalogue.concepts[value.concept]
  if (!concept || concept.type === 'choice') return <>{textIn(value.display)}</>
  return <ConceptValue concept={unmasked ? { ...concept, sensitive: false } : concept} value={value.value} context={context} />
}
