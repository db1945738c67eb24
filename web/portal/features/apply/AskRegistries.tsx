// Before the registries are asked: the numbers they need, each registry with its purpose and law, and the person's decision.
// Registries the law opens without consent are listed too: the person is told who looks at what.
import { useState } from 'react'
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { logIdOf, messageOf } from '../../../shared/failure.ts'
import { ConceptField } from '../../../shared/form/ConceptField.tsx'
import { useFieldContext } from '../../../shared/form/useFieldContext.ts'
import { useFields, type FormField } from '../../../shared/form/useFields.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { keepDraft, type Draft } from './queries.ts'
import { lackingKeysOf, type RegistryView } from './registries.ts'
import { LawfulRegistries, RegistryCard } from './RegistryCard.tsx'
import { useHeadingFocus } from './useHeadingFocus.ts'
import { useSaver } from './useSaver.ts'

interface Props {
  draft: Draft
  catalogue: Catalogue
  views: readonly RegistryView[]
  onDone: () => void
}

export function AskRegistries({ draft, catalogue, views, onDone }: Props) {
  const t = useT()
  const context = useFieldContext(catalogue.regions)
  const { saver } = useSaver(draft.id)
  const optional = views.filter(({ decision }) => decision !== 'byLaw')
  const [choices, setChoices] = useState<Record<string, boolean>>(() => Object.fromEntries(optional.filter(({ decision }) => decision !== 'open').map(({ registry, decision }) => [registry, decision === 'granted'])))
  const [undecided, setUndecided] = useState(0)
  // Kept for as long as the page is shown: a number saved while it is typed must not vanish under the fingers.
  const [wanted] = useState(() => lackingKeysOf(views))
  const keys = wanted.flatMap((id): FormField[] => {
    const planned = draft.plan.concepts.find(({ concept }) => concept === id)
    const concept = catalogue.concepts[id]
    return planned && concept ? [{ concept, constraint: planned.constraint, required: true, saved: planned.value ?? null }] : []
  })
  const fields = useFields(keys, { typed: saver.unsaved(), on: draft.plan.on, context, onChange: saver.change })

  const asking = useChange(async (consents: Record<string, boolean>) => {
    if (!(await saver.flush())) throw new Error('not saved')
    return keepDraft(await api('saveConsents', { params: { id: draft.id }, body: { consents } }))
  }, onDone)
  const ask = (consents: Record<string, boolean>) => {
    setChoices(consents)
    if (fields.check()) asking.mutate(consents)
  }
  const askChosen = () => {
    const open = optional.filter(({ registry }) => choices[registry] === undefined)
    if (open.length > 0) setUndecided(undecided + 1)
    else ask(choices)
  }
  const openErrors = undecided === 0 ? [] : optional.filter(({ registry }) => choices[registry] === undefined).map(({ registry }) => ({ field: `registry-${registry}`, message: t('apply.registries.decide', { registry: context.textIn(catalogue.registries[registry]?.name ?? { 'zh-CN': registry }) }) }))
  const spared = new Set(views.flatMap(({ concepts }) => concepts)).size

  if (asking.isPending) return <Asking views={views.filter(({ registry, decision }) => decision === 'byLaw' || choices[registry])} catalogue={catalogue} />
  return (
    <div className="tb-stack">
      <ErrorSummary errors={[...fields.errors, ...openErrors]} attempt={fields.attempt + undecided} />
      <div className="apply-head">
        <h1>{t('apply.registries.title')}</h1>
        <p>{t('apply.registries.lead', { n: spared })}</p>
      </div>
      {asking.error !== null && (
        <Notice tone="danger" live="assertive" title={t('apply.registries.failed')}>
          <p>{messageOf(asking.error) ?? t('apply.failed')}</p>
          {logIdOf(asking.error) && <p className="tb-muted">{t('ui.error.log', { id: logIdOf(asking.error) ?? '' })}</p>}
        </Notice>
      )}
      {keys.length > 0 && (
        <Card title={t('apply.registries.keys', { n: keys.length })}>
          <div className="tb-stack">
            <p className="tb-muted">{t('apply.registries.keysHint')}</p>
            {keys.map((field) => <ConceptField key={field.concept.id} {...fields.propsOf(field)} />)}
          </div>
        </Card>
      )}
      {optional.length > 0 && (
        <div className="apply-all">
          <Button onClick={() => ask(Object.fromEntries(optional.map(({ registry }) => [registry, true])))}>{t('apply.registries.agreeAll')}</Button>
          <p className="tb-muted">{t('apply.registries.agreeAllHint')}</p>
        </div>
      )}
      {optional.map((view) => (
        <RegistryCard
          key={view.registry}
          view={view}
          draft={draft}
          catalogue={catalogue}
          choice={choices[view.registry]}
          error={openErrors.find(({ field }) => field === `registry-${view.registry}`)?.message}
          onChoose={(granted) => setChoices((before) => ({ ...before, [view.registry]: granted }))}
        />
      ))}
      <LawfulRegistries views={views.filter(({ decision }) => decision === 'byLaw')} draft={draft} catalogue={catalogue} />
      <div>
        <Button variant={optional.length > 0 ? 'ghost' : 'primary'} onClick={askChosen}>{optional.length > 0 ? t('apply.registries.askChosen') : t('apply.registries.askByLaw')}</Button>
      </div>
    </div>
  )
}

/** While the registries are being asked: whom, so that the seconds are not empty. */
function Asking({ views, catalogue }: Pick<Props, 'views' | 'catalogue'>) {
  const t = useT()
  const { textIn } = useFieldContext(catalogue.regions)
  const heading = useHeadingFocus()
  return (
    <div className="tb-stack">
      <h1 ref={heading} tabIndex={-1}>{t('apply.registries.asking')}</h1>
      <p>{t('apply.registries.askingHint')}</p>
      <Card>
        <ul className="apply-asking">
          {views.map(({ registry }) => (
            <li key={registry}>
              <span className="tb-spinner" aria-hidden="true" /> {textIn(catalogue.registries[registry]?.name ?? { 'zh-CN': registry })}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
