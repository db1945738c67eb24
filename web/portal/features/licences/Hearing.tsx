// Before a result is revoked its holder reads why, and may speak or ask for a hearing (Administrative Licensing Law Art. 7, 47).
// Drawn only while the authority means to do it; what was said stays to be read.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { proposalQuery } from './queries.ts'

const longest = 5000

export function Hearing({ caseId }: { caseId: string }) {
  const t = useT()
  const format = useFormat()
  const { data: proposal } = useQuery(proposalQuery(caseId))
  if (!proposal) return null
  const { answerUntil, reasons, law, statement, hearing, mayAnswer } = proposal
  return (
    <Notice tone="attention" title={t('licences.hearing.title')}>
      <p>{answerUntil ? t('licences.hearing.lead', { date: format.day(answerUntil) }) : t('licences.hearing.leadNoDay')}</p>
      <p>{t('licences.hearing.reasons', { text: reasons })}</p>
      {law && <p>{t('licences.hearing.law', { text: law })}</p>}
      {statement && <p>{t('licences.hearing.said', { date: format.day(statement.on), text: statement.text })}</p>}
      {hearing ? <p>{t('licences.hearing.held', { date: format.day(hearing.heldOn), place: hearing.place })}</p> : statement?.hearing && <p>{t('licences.hearing.asked')}</p>}
      {mayAnswer ? <Answer caseId={caseId} /> : !statement && <p>{t('licences.hearing.over')}</p>}
    </Notice>
  )
}

function Answer({ caseId }: { caseId: string }) {
  const t = useT()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [asks, setAsks] = useState(false)
  const [tried, setTried] = useState(false)
  const send = useChange(
    () => api('answerMyProposal', { params: { id: caseId }, body: { text: text.trim(), hearing: asks } }),
    ({ proposal }) => void queries.setQueryData(proposalQuery(caseId).queryKey, proposal),
  )
  const short = text.trim().length < 2
  return (
    <div className="tb-stack">
      <TextArea label={t('licences.hearing.text')} hint={t('licences.hearing.textHint')} rows={4} limit={longest} value={text} onChange={setText} error={tried && short ? t('licences.hearing.short') : undefined} />
      <Checkbox label={t('licences.hearing.ask')} checked={asks} onChange={setAsks} />
      {send.error !== null && <Notice tone="danger" live="assertive">{messageOf(send.error) ?? t('licences.failed')}</Notice>}
      <div><Button busy={send.isPending} onClick={() => (short ? setTried(true) : send.mutate())}>{t('licences.hearing.send')}</Button></div>
    </div>
  )
}
