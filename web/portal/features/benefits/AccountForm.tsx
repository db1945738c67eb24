// Yes, to this account: what somebody is due is confirmed with the account it goes to, the one given before or another. Nothing typed is lost
// when it does not fit.
import { useState } from 'react'
import { api, ApiFailure } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { mineQuery, type Entitlement, type Mine } from './queries.ts'

const problems = ['number', 'check', 'bank', 'holder'] as const
type Problem = (typeof problems)[number]

const problemOf = (error: unknown): Problem | undefined => {
  const details: unknown = error instanceof ApiFailure ? error.details : undefined
  const said = typeof details === 'object' && details !== null && 'account' in details ? details.account : undefined
  return problems.find((each) => each === said)
}

export function AccountForm({ one, mine: { name, account }, uscc, isApplication }: { one: Entitlement; mine: Pick<Mine, 'name' | 'account'>; uscc: string; isApplication: boolean }) {
  const t = useT()
  const [isOther, setOther] = useState(account === null)
  const [bank, setBank] = useState('')
  const [number, setNumber] = useState('')
  const [holder, setHolder] = useState(name)
  const refresh = () => queryClient.invalidateQueries({ queryKey: mineQuery(uscc).queryKey })
  const confirming = useChange(() => api('confirmBenefit', { params: { id: one.id }, body: isOther ? { bank: bank.trim() || '-', number: number.trim() || '-', holder: holder.trim() || '-' } : { onFile: true } }), () => {
    toast(t('benefits.own.confirmed'))
    void refresh()
  })
  const declining = useChange(() => api('declineBenefit', { params: { id: one.id } }), () => {
    toast(t('benefits.own.declined'))
    void refresh()
  })
  const problem = problemOf(confirming.error)
  const errorOf = (field: Problem): string | undefined => (problem === field ? t(`benefits.own.problems.${field}`, { name }) : undefined)
  const failure = confirming.error !== null && !problem ? confirming.error : declining.error
  return (
    <div className="tb-stack">
      {isOther && <>
        <TextInput label={t('benefits.own.bank')} hint={t('benefits.own.bankHint')} value={bank} onChange={setBank} error={errorOf('bank')} maxLength={60} />
        <TextInput label={t('benefits.own.number')} hint={t('benefits.own.numberHint')} inputMode="numeric" value={number} onChange={setNumber} error={errorOf('number') ?? errorOf('check')} maxLength={40} />
        <TextInput label={t('benefits.own.holder')} hint={t('benefits.own.holderHint', { name })} value={holder} onChange={setHolder} error={errorOf('holder')} maxLength={80} />
      </>}
      {failure !== null && <Notice tone="danger" live="assertive">{messageOf(failure) ?? t('benefits.own.failed')}</Notice>}
      <div className="tb-row">
        <Button busy={confirming.isPending} onClick={() => confirming.mutate()}>{isOther ? t(isApplication ? 'benefits.own.apply' : 'benefits.own.confirm') : t(isApplication ? 'benefits.own.applyOnFile' : 'benefits.own.confirmOnFile', { account: account ?? '' })}</Button>
        {!isOther && <Button variant="quiet" onClick={() => setOther(true)}>{t('benefits.own.otherAccount')}</Button>}
        {one.can.includes('decline') && <Button variant="quiet" busy={declining.isPending} onClick={() => declining.mutate()}>{t('benefits.own.decline')}</Button>}
      </div>
    </div>
  )
}
