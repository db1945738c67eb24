// Why the person is asked for something a registry should have known.
// Stands above the field, so that nobody feels asked twice for nothing.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { AskedBecause as Because } from '../../../../server/modules/planning/index.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { useNames } from './names.ts'
import type { Draft } from './queries.ts'

interface Props {
  /** What is asked for. */
  what: 'field' | 'document'
  because: Because
  concept: string
  draft: Draft
  catalogue: Catalogue
}

export function AskedBecause({ what, because, concept, draft, catalogue }: Props) {
  const t = useT()
  const names = useNames(catalogue)
  const registry = Object.values(catalogue.registries).find(({ id, answers }) => concept in answers && (because !== 'registryUnavailable' || draft.registries[id] === 'unavailable'))
  return (
    <Notice tone={because === 'registryUnavailable' ? 'warning' : 'neutral'} compact>
      {t(`apply.because.${what}.${because}`, { registry: registry ? names.registry(registry.id) : '' })}
    </Notice>
  )
}
