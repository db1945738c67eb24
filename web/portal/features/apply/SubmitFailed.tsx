// Why handing in did not work, and what to do now: something is missing, records have changed, it was applied for before, or it failed.
// Nothing typed is lost in any of these.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { Answer } from '../../../../server/modules/planning/index.ts'
import { codeOf, logIdOf, messageOf, statusOf } from '../../../shared/failure.ts'
import { ConceptValue } from '../../../shared/form/ConceptField.tsx'
import { useFieldContext } from '../../../shared/form/useFieldContext.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useNames } from './names.ts'
import { changesOf, standingOf, type FactChange } from './submit-failure.ts'

interface Props {
  error: unknown
  application: string
  catalogue: Catalogue
}

export function SubmitFailed({ error, application, catalogue }: Props) {
  const t = useT()
  const id = logIdOf(error)
  const code = codeOf(error)
  if (code === 'facts_changed') return <FactsChanged changes={changesOf(error)} application={application} catalogue={catalogue} />
  if (code === 'already_applied') return <AlreadyApplied error={error} catalogue={catalogue} />
  const isIncomplete = code === 'incomplete' || code === 'invalid_answers'
  return (
    <Notice
      tone="danger"
      live="assertive"
      title={t('apply.submit.failed')}
      actions={isIncomplete && <Link href={paths.applyCheck({ application })}>{t('apply.submit.toCheck')}</Link>}
    >
      <p>{messageOf(error) ?? (statusOf(error) === undefined ? t('apply.submit.offline') : t('apply.failed'))}</p>
      {!isIncomplete && <p>{t('apply.submit.safe')}</p>}
      {id && <p className="tb-muted">{t('ui.error.log', { id })}</p>}
    </Notice>
  )
}

/** Each changed value, before and now. */
function FactsChanged({ changes, application, catalogue }: { changes: readonly FactChange[]; application: string; catalogue: Catalogue }) {
  const t = useT()
  const names = useNames(catalogue)
  const context = useFieldContext(catalogue.regions)
  const shown = (id: string, value: Answer) => {
    const concept = catalogue.concepts[id]
    if (value === null) return t('common.none')
    return concept ? <ConceptValue concept={concept} value={value} context={context} /> : String(value)
  }
  return (
    <Notice tone="attention" live="assertive" title={t('apply.submit.changed', { n: changes.length })} actions={<Link href={paths.applyCheck({ application })}>{t('apply.submit.look')}</Link>}>
      <ul className="apply-missing">
        {changes.map(({ concept, before, after }) => (
          <li key={concept}>
            <b>{names.concept(concept)}</b> <s>{shown(concept, before)}</s> → {shown(concept, after)}
          </li>
        ))}
      </ul>
      <p>{t('apply.submit.changedHint')}</p>
    </Notice>
  )
}

/** The way to the application there is. */
function AlreadyApplied({ error, catalogue }: Pick<Props, 'error' | 'catalogue'>) {
  const t = useT()
  const format = useFormat()
  const names = useNames(catalogue)
  return (
    <Notice tone="warning" live="assertive" title={t('apply.submit.already')}>
      <ul className="apply-missing">
        {standingOf(error).map(({ id, number, services }) => (
          <li key={id}>
            <Link href={paths.application({ application: id })}>{t('apply.submit.alreadyNumber', { number })}</Link> {format.list(services.map(names.service))}
          </li>
        ))}
      </ul>
      <p>{t('apply.submit.alreadyHint')}</p>
    </Notice>
  )
}
