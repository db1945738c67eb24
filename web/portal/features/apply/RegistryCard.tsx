// One registry: who keeps it, what is looked up about whom, why, by which law, and whether the person agrees.
// The short of it is always in sight, the whole list opens; registries the law opens share one card without a choice.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { LawText } from './LawText.tsx'
import { useNames } from './names.ts'
import type { Draft } from './queries.ts'
import type { RegistryView } from './registries.ts'

interface Props {
  view: RegistryView
  draft: Draft
  catalogue: Catalogue
}

interface ChoiceProps extends Props {
  /** undefined: not decided yet. */
  choice: boolean | undefined
  error: string | undefined
  onChoose: (granted: boolean) => void
}

export function RegistryCard({ view, draft, catalogue, choice, error, onChoose }: ChoiceProps) {
  const t = useT()
  const names = useNames(catalogue)
  return (
    <Card title={names.registry(view.registry)} aside={<Keeper view={view} draft={draft} catalogue={catalogue} />}>
      <div className="tb-stack">
        <Purpose view={view} draft={draft} catalogue={catalogue} />
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
      </div>
    </Card>
  )
}

/** Registries the person is told about, not asked. */
export function LawfulRegistries({ views, draft, catalogue }: Omit<Props, 'view'> & { views: readonly RegistryView[] }) {
  const t = useT()
  const names = useNames(catalogue)
  if (views.length === 0) return null
  return (
    <Card title={t('apply.registries.byLaw')}>
      <p className="tb-muted">{t('apply.registries.byLawHint')}</p>
      <ul className="apply-recipients">
        {views.map((view) => (
          <li key={view.registry}>
            <span className="tb-row">
              <b>{names.registry(view.registry)}</b> <Keeper view={view} draft={draft} catalogue={catalogue} />
            </span>
            <Purpose view={view} draft={draft} catalogue={catalogue} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Keeper({ view, draft, catalogue }: Props) {
  const names = useNames(catalogue)
  return <Chip>{names.authority(catalogue.registries[view.registry]?.line ?? '', draft.region)}</Chip>
}

const namedAtFirst = 4

function Purpose({ view, draft, catalogue }: Props) {
  const t = useT()
  const format = useFormat()
  const names = useNames(catalogue)
  const list = (items: readonly string[]) => items.join(t('apply.separator'))
  const whom = format.list(view.subjects.map((subject) => names.subject(draft.matter, subject)))
  const what = view.concepts.map(names.concept)
  const first = list(what.slice(0, namedAtFirst))
  return (
    <div>
      <p>{t('apply.registries.purpose', { whom, what: what.length > namedAtFirst ? t('apply.registries.purposeMore', { what: first }) : first, n: what.length, services: view.neededBy.length })}</p>
      <details className="apply-details">
        <summary>{t('apply.registries.more')}</summary>
        <KeyValue
          items={[
            { id: 'what', label: t('apply.registries.what'), value: list(what) },
            { id: 'why', label: t('apply.registries.why'), value: t('apply.registries.whyText', { services: format.list(view.neededBy.map(names.service)) }) },
            { id: 'law', label: t('apply.registries.law'), value: <LawText {...view.legalBasis} /> },
            ...(view.decision === 'byLaw' ? [] : [{ id: 'until', label: t('apply.registries.until'), value: <>{t('apply.registries.untilText')} <Link href={paths.consents()}>{t('apply.registries.mine')}</Link></> }]),
          ]}
        />
      </details>
    </div>
  )
}
