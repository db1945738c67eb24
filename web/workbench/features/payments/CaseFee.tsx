// The fee of a case for officials: what it comes to and why, where it stands, and what the head may do. Nothing is drawn where none is charged.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { fenOf } from './amount.ts'
import './payments.css'

type Fee = NonNullable<Reply<'getCaseFee'>['fee']>
type Act = Fee['can'][number]

const tones: Record<Fee['state'], Tone> = { due: 'attention', paying: 'azure', paid: 'success', failed: 'warning', expired: 'warning', refunding: 'azure', refunded: 'neutral', waived: 'success', void: 'neutral' }

const feeQuery = (id: string) => ({ queryKey: ['case-fees', id], queryFn: async () => (await api('getCaseFee', { params: { id } })).fee, staleTime: 5_000 })

export function CaseFee({ caseId, revision }: { caseId: string; revision: number }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  // A turn of the case may bring or end a fee.
  const { data: fee } = useQuery({ ...feeQuery(caseId), queryKey: ['case-fees', caseId, revision] })
  const [acting, setActing] = useState<Act>()
  if (!fee) return null
  return (
    <Card title={t('fee-desk.case.title')} aside={<Chip tone={tones[fee.state]}>{t(`fee-desk.case.state.${fee.state}`)}</Chip>}>
      <div className="tb-stack">
        <p>
          <b>{fee.fen === null ? t('fee-desk.case.unknown') : format.money(fee.fen)}</b>{' '}
          <span className="tb-muted">{t(`fee-desk.case.due.${fee.due}`)}</span>
          {fee.paidAt && fee.method && <> · {t('fee-desk.case.paid', { date: format.instant(fee.paidAt), method: t(`fee-desk.case.method.${fee.method}`) })}</>}
          {fee.slip && <> · {t('fee-desk.case.slip', { slip: fee.slip })}</>}
        </p>
        <ul className="fee-desk-list">
          {fee.lines.map((line) => (
            <li key={line.item}>
              {t('fee-desk.case.line', { name: textIn(line.name), amount: line.fen === null ? t('fee-desk.case.unknown') : format.money(line.fen) })}
              {line.reduction && <span className="tb-muted"> · {t('fee-desk.case.reduced', { name: textIn(line.reduction.name), n: line.reduction.pays })}</span>}
            </li>
          ))}
        </ul>
        {acting && fee.can.includes(acting) ? <ActForm key={acting} act={acting} fee={fee} onDone={() => setActing(undefined)} /> : fee.can.length > 0 && (
          <div className="tb-row">
            {fee.can.map((act) => <Button key={act} variant="ghost" onClick={() => setActing(act)}>{t(`fee-desk.case.${act}`)}</Button>)}
          </div>
        )}
        <details>
          <summary>{t('fee-desk.case.history')}</summary>
          <ul className="fee-desk-list">
            {fee.history.map(({ action, at, by }) => <li key={at + action}>{formatMoment(at, thisYear())} {t(`fee-desk.case.steps.${action}`)} <span className="tb-muted">{by}</span></li>)}
          </ul>
        </details>
      </div>
    </Card>
  )
}

function ActForm({ act, fee, onDone }: { act: Act; fee: Fee; onDone: () => void }) {
  const t = useT()
  const [{ reasons, law, amount }, setFields] = useState({ reasons: '', law: '', amount: '' })
  const [tried, setTried] = useState(false)
  const fen = fenOf(amount)
  const doing = useChange<unknown, void>(async () => {
    const params = { id: fee.id }
    const body = { revision: fee.revision, reasons: reasons.trim() }
    const reply = act === 'waive' ? await api('waiveFee', { params, body: { ...body, law: law.trim() } }) : act === 'assess' ? await api('assessFee', { params, body: { ...body, fen: fen ?? 0 } }) : await api('refundFee', { params, body })
    await Promise.all([queryClient.invalidateQueries({ queryKey: ['case-fees'] }), queryClient.invalidateQueries({ queryKey: ['cases'] })])
    onDone()
    return reply
  })
  const isWritten = (text: string) => text.trim().length >= 2
  const missing = (isRight: boolean) => (tried && !isRight ? t('fee-desk.case.missing') : undefined)
  const isReady = isWritten(reasons) && (act !== 'waive' || isWritten(law)) && (act !== 'assess' || fen !== undefined)
  return (
    <form
      className="tb-stack"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (isReady) doing.mutate()
      }}
    >
      {doing.error !== null && <Notice tone="danger" live="assertive">{messageOf(doing.error) ?? t('fee-desk.case.failed')}</Notice>}
      {act === 'assess' && <TextInput label={t('fee-desk.case.fen')} inputMode="decimal" width="short" required value={amount} maxLength={14} onChange={(value) => setFields({ reasons, law, amount: value })} error={tried && fen === undefined ? t('fee-desk.case.amountWrong') : undefined} />}
      <TextInput label={t('fee-desk.case.reasons')} required value={reasons} maxLength={1000} onChange={(value) => setFields({ reasons: value, law, amount })} error={missing(isWritten(reasons))} />
      {act === 'waive' && <TextInput label={t('fee-desk.case.law')} required value={law} maxLength={200} onChange={(value) => setFields({ reasons, law: value, amount })} error={missing(isWritten(law))} />}
      <div className="tb-row">
        <Button type="submit" busy={doing.isPending}>{t(`fee-desk.case.${act}`)}</Button>
        <Button variant="quiet" onClick={onDone}>{t('fee-desk.case.cancel')}</Button>
      </div>
    </form>
  )
}
