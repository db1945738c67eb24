// An application that is over: each service once, with how it ended and its result. The rest of what is known of it opens on demand,
// and so does the way it took; whatever was decided against the person stands open, with reasons and remedies.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { caseId, CaseCard, CaseFacts, useOpenTarget } from './CaseCard.tsx'
import { CasesMap } from './CasesMap.tsx'
import { CaseTurns } from './CaseTurns.tsx'
import { hasToBeRead, stateKey, toneOf } from './case-state.ts'
import type { TrackedCase, Tracking } from './queries.ts'
import { ResultBox } from './ResultBox.tsx'

export function OutcomesCard({ cases, tracking, catalogue }: { cases: readonly TrackedCase[]; tracking: Tracking; catalogue: Catalogue }) {
  const t = useT()
  useOpenTarget()
  const open = cases.filter(hasToBeRead)
  const folded = cases.filter((one) => !hasToBeRead(one))
  return (
    <>
      {open.map((one) => <CaseCard key={one.id} one={one} tracking={tracking} catalogue={catalogue} />)}
      <Card title={t('applications.outcomes.title')}>
        {folded.map((one) => <Outcome key={one.id} one={one} tracking={tracking} catalogue={catalogue} />)}
        <details className="applications-details">
          <summary>{t('applications.outcomes.way')}</summary>
          <CasesMap cases={tracking.cases} />
        </details>
      </Card>
    </>
  )
}

function Outcome({ one, tracking, catalogue }: { one: TrackedCase; tracking: Tracking; catalogue: Catalogue }) {
  const t = useT()
  const textIn = useTextIn()
  const { result } = one
  return (
    <div className="applications-outcome">
      <details id={caseId(one.id)} className="applications-case">
        <summary>
          <b>{textIn(one.name)}</b> <Chip tone={toneOf(one)}>{t(stateKey(one))}</Chip>
        </summary>
        <div className="tb-stack">
          <CaseTurns one={one} />
          {result && <ResultBox result={result} application={tracking.id} catalogue={catalogue} />}
          {one.stoppedBy && <p>{t('applications.case.stopped', { service: textIn(one.stoppedBy) })}</p>}
          <CaseFacts one={one} cases={tracking.cases} />
        </div>
      </details>
      {result && <Link href={paths.applicationResult({ application: tracking.id, result: result.id })}>{textIn(result.name)}</Link>}
    </div>
  )
}
