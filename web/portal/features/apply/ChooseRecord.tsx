// One number found several records, such as the births of a mother: the person says which one is meant, by what they recognise it.
// Twins are one choice: what was born together is taken over together.
import { useState } from 'react'
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { ConceptValue } from '../../../shared/form/ConceptField.tsx'
import { useFieldContext } from '../../../shared/form/useFieldContext.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useNames } from './names.ts'
import { keepDraft, type Draft } from './queries.ts'

interface Props {
  draft: Draft
  catalogue: Catalogue
}

type Found = Draft['records'][number]

/** The value of "none of these" among the options; an empty text reads as nothing chosen. */
const none = '-'

export function ChooseRecords({ draft, catalogue }: Props) {
  return draft.records.map((found) => <ChooseRecord key={found.place} found={found} draft={draft} catalogue={catalogue} />)
}

function ChooseRecord({ found, draft, catalogue }: Props & { found: Found }) {
  const t = useT()
  const names = useNames(catalogue)
  const context = useFieldContext(catalogue.regions)
  const [wanted, setWanted] = useState<string>()
  const [error, setError] = useState<string>()
  const saved = found.chosen === '' ? none : (found.chosen ?? '')
  const value = wanted ?? saved
  const choosing = useChange(
    async () => keepDraft(await api('chooseRecord', { params: { id: draft.id }, body: { place: found.place, record: value === none ? '' : value } })),
    () => setWanted(undefined),
  )
  const confirm = () => {
    setError(value === '' ? t('apply.records.choose') : undefined)
    if (value !== '') choosing.mutate()
  }
  const registry = names.registry(found.registry)
  const subject = catalogue.registries[found.registry]?.several?.by.split('.')[0] ?? ''
  return (
    <Card title={t('apply.records.title', { subject: names.subject(draft.matter, subject) })} aside={found.chosen !== null && <Chip tone="success">{t('apply.records.chosen')}</Chip>}>
      <div className="tb-stack">
        <p>{t('apply.records.lead', { registry, n: found.options.length })}</p>
        <RadioGroup
          id={`registry-${found.registry}`}
          label={t('apply.records.title', { subject: names.subject(draft.matter, subject) })}
          labelHidden
          error={error}
          value={value}
          onChange={setWanted}
          options={[
            ...found.options.map(({ id, shows }) => ({ value: id, label: <Recognised shows={shows} catalogue={catalogue} context={context} /> })),
            { value: none, label: t('apply.records.none'), hint: t('apply.records.noneHint') },
          ]}
        />
        {choosing.error !== null && <Notice tone="danger" live="assertive">{messageOf(choosing.error) ?? t('apply.failed')}</Notice>}
        {(found.chosen === null || value !== saved) && (
          <div>
            <Button busy={choosing.isPending} onClick={confirm}>{t('apply.records.confirm')}</Button>
          </div>
        )}
        <p className="tb-muted">{t('apply.records.twins')}</p>
      </div>
    </Card>
  )
}

/** What a record is recognised by, in one line. */
function Recognised({ shows, catalogue, context }: { shows: Found['options'][number]['shows']; catalogue: Catalogue; context: ReturnType<typeof useFieldContext> }) {
  return shows.flatMap(({ concept: id, value }, index) => {
    const concept = catalogue.concepts[id]
    return concept ? [<span key={id}>{index > 0 && ' · '}<ConceptValue concept={concept} value={value} context={context} /></span>] : []
  })
}
