// The result of a granted case in short: name, number, day, what it says, and the page to print.
// Values are named by the same definitions the form was made of.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { plainDateOf, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { CaseResult } from './queries.ts'
import { OpenedOn } from './OpenedOn.tsx'
import { useOpening } from './receipts.ts'
import { ResultValue } from './ResultValue.tsx'

/** One that no longer holds can be read, and says so before anything else. */
export function ResultBox({ result, application, catalogue }: { result: CaseResult; application: string; catalogue: Catalogue }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const opening = useOpening(application)
  const holds = result.standing === 'valid' || result.standing === 'corrected'
  return (
    <Notice
      tone={holds ? 'success' : result.standing === 'replaced' ? 'neutral' : 'danger'}
      title={holds ? textIn(result.name) : t('applications.result.ended', { name: textIn(result.name), standing: t(`licences.standing.${result.standing}`) })}
      actions={<LinkButton href={paths.applicationResult({ application, result: result.id })} variant="ghost">{t('applications.result.open')}</LinkButton>}
    >
      <p>{t('applications.result.issued', { number: result.number, date: format.date(plainDateOf(result.issuedAt)) })}{result.validUntil && ` · ${t('licences.validUntil', { date: format.date(result.validUntil) })}`}</p>
      <OpenedOn application={application} result={result.id} />
      {result.content.length > 0 && (
        <details className="applications-details" onToggle={({ currentTarget }) => currentTarget.open && opening(result.id)}>
          <summary>{t('applications.result.content', { n: result.content.length })}</summary>
          <KeyValue items={result.content.map((each) => ({ id: each.concept, label: textIn(each.name), value: <ResultValue value={each} catalogue={catalogue} /> }))} />
        </details>
      )}
    </Notice>
  )
}
