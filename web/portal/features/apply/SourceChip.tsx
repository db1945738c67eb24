// Where a value comes from, as a chip: a registry, the account, an answer given before, computed, another service.
// The same words on every page of the application.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { ConceptSource } from '../../../../server/modules/planning/index.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { useNames } from './names.ts'

export function SourceChip({ source, catalogue }: { source: ConceptSource; catalogue: Catalogue }) {
  const t = useT()
  const names = useNames(catalogue)
  switch (source.kind) {
    case 'registry':
      return <Chip tone="azure">{names.registry(source.registry)}</Chip>
    case 'result':
      return <Chip>{t('apply.source.result')}</Chip>
    default:
      return <Chip tone={source.kind === 'profile' || source.kind === 'credential' ? 'azure' : 'neutral'}>{t(`apply.source.${source.kind}`)}</Chip>
  }
}
