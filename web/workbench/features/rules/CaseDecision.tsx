// On the case page: what the decision table said, rows that hit, inputs with their sources, and the later check of a tentative decision.
// The table is the one the case was decided by, even if another is in force today.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { paths } from '../../../shared/paths.ts'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { outcomeTones } from './outcome-tones.ts'
import { caseDecisionQuery, type CaseDecisionReply } from './queries.ts'
import { TableView } from './TableView.tsx'
import './rules.css'

interface Props {
  id: string
  revision: number
  /** a value as the case page writes it */
  shown: (item: CaseDecisionReply['inputs'][number]) => string
}

export function CaseDecision({ id, revision, shown }: Props) {
  const t = useT()
  const { data: decision } = useQuery(caseDecisionQuery(id, revision))
  if (!decision) return null
  return (
    <Card title={t('rules.case.title')}>
      <div className="tb-stack">
        <Finding decision={decision} />
        {decision.check && <Check id={id} check={decision.check} />}
        <details>
          <summary>{t('rules.case.table')}</summary>
          <TableView table={decision.table} hit={decision.rows} />
        </details>
        <Inputs decision={decision} shown={shown} />
        <p className="tb-muted">{t('rules.case.version', { version: decision.table.version })}{decision.changedSince && ` ${t('rules.case.changed')}`} <Link href={paths.workbenchRules({}, { table: decision.table.service })}>{t('rules.case.open')}</Link></p>
      </div>
    </Card>
  )
}

function Finding({ decision }: { decision: CaseDecisionReply }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const rows = decision.table.rows.filter((row) => decision.rows.includes(row.id))
  return (
    <Notice tone={outcomeTones[decision.decision]} title={t(`rules.case.outcome.${decision.decision}`)}>
      {decision.held !== null && <p>{t(`rules.why.${decision.held}`)}</p>}
      {decision.by !== 'rows' && <p>{t(`rules.why.${decision.by}`)}</p>}
      {rows.map(({ id, reason, law }) => <p key={id}>{textIn(reason)} <small>《{law.title}》{law.article ?? ''}</small></p>)}
      {decision.open.length > 0 && <p>{t('rules.missing', { names: format.list(decision.open.map(({ name }) => textIn(name))) })}</p>}
      {decision.values.map(({ id, name, value }) => value !== null && <p key={id}>{textIn(name)}：{String(value)}</p>)}
    </Notice>
  )
}

function Inputs({ decision, shown }: { decision: CaseDecisionReply; shown: Props['shown'] }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <section aria-label={t('rules.case.inputs')}>
      <h3>{t('rules.case.inputs')}</h3>
      <KeyValue
        lines
        items={decision.inputs.map((item) => ({ id: item.concept, label: textIn(item.name), value: shown(item) || t('cases.content.empty'), aside: item.sourceName ? textIn(item.sourceName) : t(`rules.source.${sourceKey(item.source)}`) }))}
      />
    </section>
  )
}

const sources = ['applicant', 'registry', 'derived', 'profile', 'result', 'credential'] as const
const sourceKey = (source: string): (typeof sources)[number] => sources.find((each) => each === source) ?? 'applicant'

function Check({ id, check }: { id: string; check: NonNullable<CaseDecisionReply['check']> }) {
  const t = useT()
  const format = useFormat()
  const [opinion, setOpinion] = useState('')
  const checking = useChange(
    (outcome: 'confirmed' | 'takenBack') => api('checkCaseDecision', { params: { id }, body: { outcome, opinion: opinion.trim() } }),
    () => void queryClient.invalidateQueries({ queryKey: ['cases'] }),
  )
  const { done } = check
  if (done) return <Notice tone={done.outcome === 'confirmed' ? 'success' : 'danger'}>{t(`rules.check.${done.outcome}`, { name: done.by, at: format.instant(done.at), opinion: done.opinion })}</Notice>
  const needWords = opinion.trim().length < 2 ? t('rules.check.needWords') : undefined
  return (
    <div className="tb-stack">
      <p>{check.on === null ? t('rules.check.noCalendar') : t('rules.check.by', { date: format.day(check.on) })}</p>
      {(check.mayConfirm || check.mayTakeBack) && (
        <>
          <TextArea label={t('rules.check.opinion')} rows={2} value={opinion} onChange={setOpinion} limit={2000} />
          <div className="tb-row">
            {check.mayConfirm && <Button variant="primary" busy={checking.isPending} disabledReason={needWords} onClick={() => checking.mutate('confirmed')}>{t('rules.check.confirm')}</Button>}
            {check.mayTakeBack && <Button variant="danger" busy={checking.isPending} disabledReason={needWords} onClick={() => checking.mutate('takenBack')}>{t('rules.check.takeBack')}</Button>}
          </div>
          {checking.isError && <Notice tone="danger" live="assertive">{t('rules.check.failed')}</Notice>}
        </>
      )}
    </div>
  )
}
