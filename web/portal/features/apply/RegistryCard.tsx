// One registry: who keeps it, what is looked up about whom, why, by which law, and whether the person agrees.
// A registry the law opens has no choice; it says so.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { LawText } from './LawText.tsx'
import { useNames } from './names.ts'
import type { Draft } from './queries.ts'
import type { RegistryView } from './registries.ts'

interface Props {
  view: RegistryView
  draft: Draft
  catalogue: Catalogue
  /** undefined: not decided yet. */
  choice: boolean | undefined
  error: string | undefined
  onChoose: (granted: boolean) => void
}

export function RegistryCard({ view, draft, catalogue, choice, error, onChoose }: Props) {
  const t = useT()
  const format = useFormat()
  const names = useNames(catalogue)
  const byLaw = view.decision === 'byLaw'
  const list = (items: readonly string[]) => items.join(t('apply.separator'))
  return (
    <Card
      title={names.registry(view.registry)}
      aside={
        <>
          <Chip>{names.authority(catalogue.registries[view.registry]?.line ?? '', draft.region)}</Chip>
          {byLaw && <Chip tone="azure">{t('apply.registries.byLaw')}</Chip>}
        </>
      }
    >
      <div className="tb-stack">
        <KeyValue
          items={[
            { id: 'whom', label: t('apply.registries.whom'), value: format.list(view.subjects.map((subject) => names.subject(draft.matter, subject))) },
            { id: 'what', label: t('apply.registries.what'), value: list(view.concepts.map(names.concept)) },
            { id: 'why', label: t('apply.registries.why'), value: t('apply.registries.whyText', { services: format.list(view.neededBy.map(names.service)) }) },
            { id: 'law', label: t('apply.registries.law'), value: <LawText {...view.legalBasis} /> },
          ]}
        />
        {byLaw ? <p className="tb-muted">{t('apply.registries.byLawHint')}</p> : (
          <RadioGroup
            id={`registry-${view.registry}`}
            label={t('apply.registries.question', { registry: names.registry(view.registry) })}
            labelHidden
            inline
            error={error}
            value={choice === undefined ? '' : String(choice)}
            onChange={(value) => onChoose(value === 'true')}
            options={[{ value: 'true', label: t('apply.registries.agree') }, { value: 'false', label: t('apply.registries.decline') }]}
          />
        )}
      </div>
    </Card>
  )
}
