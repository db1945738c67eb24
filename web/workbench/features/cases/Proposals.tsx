// What officials proposed that only a head decides: the open one in full with what the holder said, those decided in a line each.
// Part of the card on the handling of a case.
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue, type KeyValueItem } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { CaseReply } from './queries.ts'
import { grounds } from './steps.ts'

type Proposal = CaseReply['course']['proposals'][number]

export function Proposals({ proposals }: { proposals: readonly Proposal[] }) {
  const t = useT()
  const decided = proposals.filter(({ outcome }) => outcome !== null)
  return (
    <section>
      <h3>{t('handling.proposals.title')}</h3>
      {proposals.map((each) => each.outcome === null && <Open key={each.id} one={each} />)}
      {decided.length > 0 && <ul className="case-lines">{decided.map((each) => <Decided key={each.id} one={each} />)}</ul>}
    </section>
  )
}

function Open({ one }: { one: Proposal }) {
  const t = useT()
  const format = useFormat()
  const { action, by, on, reasons, law, days, ground, mustHear, heard, answerUntil, statement, hearing } = one
  const known = grounds.find((each) => each === ground)
  const items: KeyValueItem[] = [
    { id: 'by', label: t('handling.proposals.by'), value: `${by} · ${format.day(on)}` },
    { id: 'reasons', label: t('handling.fields.reasons'), value: reasons },
    ...(law ? [{ id: 'law', label: t('handling.fields.law'), value: law }] : []),
    ...(days === null || action !== 'extend' ? [] : [{ id: 'days', label: t('handling.fields.days'), value: String(days) }]),
    ...(known ? [{ id: 'ground', label: t('handling.fields.ground'), value: t(`handling.fields.grounds.${known}`) }] : []),
    ...(statement ? [{ id: 'statement', label: t('handling.proposals.statement'), value: `${statement.text}${statement.hearing ? t('handling.proposals.wantsHearing') : ''}` }] : []),
    ...(hearing ? [{ id: 'hearing', label: t('handling.kinds.hearing'), value: `${t('handling.procedures.held', { date: format.day(hearing.heldOn), place: hearing.place })}${hearing.record ? `：${hearing.record}` : ''}` }] : []),
  ]
  return (
    <Notice compact tone="warning" title={t('handling.proposals.open', { action: t(`cases.actions.${action}`) })}>
      <KeyValue items={items} />
      {mustHear && <p>{heard ? t('handling.proposals.heard') : statement?.hearing ? t('handling.proposals.awaitsHearing') : answerUntil ? t('handling.proposals.awaitsAnswer', { date: format.day(answerUntil) }) : t('handling.proposals.awaits')}</p>}
    </Notice>
  )
}

function Decided({ one: { action, by, outcome, decidedBy, opinion } }: { one: Proposal }) {
  const t = useT()
  if (!outcome) return null
  return (
    <li>
      <b>{t(`cases.actions.${action}`)}</b>
      <Chip tone={outcome === 'approved' ? 'success' : 'neutral'}>{t(`handling.proposals.${outcome}`)}</Chip>
      <span className="tb-muted">{t('handling.proposals.names', { by, decidedBy })}</span>
      {opinion && <p>{opinion}</p>}
    </li>
  )
}
