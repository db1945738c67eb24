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
import { ResultValue } from './ResultValue.tsx'

/** `holds`: whether it still does; one that was revoked or cancelled can be read, and is not shown as good news. */
export function ResultBox({ result, holds, application, catalogue }: { result: CaseResult; holds: boolean; application: string; catalogue: Catalogue }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  return (
    <Notice
      tone={holds ? 'success' : 'neutral'}
      title={textIn(result.name)}
      actions={<LinkButton href={paths.applicationResult({ application, result: result.id })} variant="ghost">{t('applications.result.open')}</LinkButton>}
    >
      <p>{t('applications.result.issued', { number: result.number, date: format.date(plainDateOf(result.issuedAt)) })}</p>
      {result.content.length > 0 && (
        <details className="applications-details">
          <summary>{t('applications.result.content', { n: result.content.length })}</summary>
          <KeyValue items={result.content.map((each) => ({ id: each.concept, label: textIn(each.name), value: <ResultValue value={each} catalogue={catalogue} /> }))} />
        </details>
      )}
    </Notice>
  )
}
