// Why the person is asked for something a registry should have known.
// Stands above the field, so that nobody feels asked twice for nothing.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { AskedBecause as Because, DocumentAskedBecause } from '../../../../server/modules/planning/index.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { ConceptValue } from '../../../shared/form/ConceptField.tsx'
import { useFieldContext } from '../../../shared/form/useFieldContext.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useNames } from './names.ts'
import { keepDraft, type Draft } from './queries.ts'
import { useSaver } from './useSaver.ts'

type Props = ({ what: 'field'; because: Because } | { what: 'document'; because: DocumentAskedBecause }) & {
  concept: string
  draft: Draft
  catalogue: Catalogue
}

export function AskedBecause({ concept, draft, catalogue, ...asked }: Props) {
  const t = useT()
  const names = useNames(catalogue)
  const registry = Object.values(catalogue.registries).find(({ id, answers }) => concept in answers && (asked.because !== 'registryUnavailable' || draft.registries[id] === 'unavailable'))
  const name = registry ? names.registry(registry.id) : ''
  return (
    <Notice tone={asked.because === 'registryUnavailable' ? 'warning' : 'neutral'} compact>
      {asked.what === 'field' ? t(`apply.because.field.${asked.because}`, { registry: name }) : t(`apply.because.document.${asked.because}`, { registry: name })}
      {asked.what === 'field' && asked.because === 'disputed' && <TakeBack concept={concept} draft={draft} catalogue={catalogue} />}
    </Notice>
  )
}

/** The record was right after all: it counts again. */
function TakeBack({ concept, draft, catalogue }: Pick<Props, 'concept' | 'draft' | 'catalogue'>) {
  const t = useT()
  const context = useFieldContext(catalogue.regions)
  const { saver } = useSaver(draft.id)
  const dispute = draft.disputes.find((each) => each.concept === concept)
  const definition = catalogue.concepts[concept]
  const { mutate, isPending, error } = useChange(async () => {
    // What is being typed is stored first, so that nothing overtakes this.
    await saver.flush()
    return keepDraft(await api('undisputeFact', { params: { id: draft.id, concept } }))
  })
  if (!dispute || !definition) return null
  return (
    <p>
      {t('apply.known.onRecord')} <ConceptValue concept={definition} value={dispute.value} context={context} />{' '}
      <Button variant="plain" busy={isPending} onClick={() => mutate()}>{t('apply.known.takeBack')}</Button>
      {error !== null && <span role="alert"> {messageOf(error) ?? t('apply.failed')}</span>}
    </p>
  )
}
