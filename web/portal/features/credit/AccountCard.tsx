// An account on which care is paid afterwards: its terms before it is opened, what is on it afterwards. Nothing is opened unread.
import { useState } from 'react'
import { api, ApiFailure } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import { creditQuery, type Credit } from './queries.ts'

const isConflict = (error: unknown): boolean => error instanceof ApiFailure && error.code === 'conflict'

export function AccountCard({ credit }: { credit: Credit }) {
  const t = useT()
  const format = useFormat()
  const { account, grade, terms } = credit
  return (
    <Card title={t('credit.account.title')}>
      <div className="tb-stack">
        {(account !== null || grade.payLater > 0) && (
          <p>{t('credit.account.lead', { days: terms.billDays, remind: terms.remindDays, grace: terms.graceDays, amount: format.money(account?.limitFen ?? grade.payLater) })}</p>
        )}
        {account ? <Opened account={account} /> : grade.payLater > 0 ? <Opening credit={credit} /> : <p>{t('credit.account.notNow')}</p>}
        <p className="tb-muted">{t('credit.account.hospital')}</p>
      </div>
    </Card>
  )
}

function Opening({ credit: { terms } }: { credit: Credit }) {
  const t = useT()
  const [agreed, setAgreed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const opening = useChange(() => api('openCareAccount', { body: { terms: terms.digest } }), (credit) => {
    queryClient.setQueryData(creditQuery.queryKey, credit)
    toast(t('credit.account.opened'))
  })
  const open = () => {
    if (!agreed) return setAttempt(attempt + 1)
    // Terms that changed meanwhile are shown before anybody agrees to them.
    opening.mutate(undefined, { onError: (error) => { if (isConflict(error)) { setAgreed(false); void queryClient.invalidateQueries({ queryKey: creditQuery.queryKey }) } } })
  }
  return (
    <>
      <Checkbox label={t('credit.account.agree')} checked={agreed} onChange={setAgreed} error={attempt > 0 && !agreed ? t('credit.account.agreeFirst') : undefined} />
      {opening.error !== null && <Notice tone="danger" live="assertive">{isConflict(opening.error) ? t('credit.account.changed') : (messageOf(opening.error) ?? t('credit.account.failed'))}</Notice>}
      <div><Button busy={opening.isPending} onClick={open}>{t('credit.account.open')}</Button></div>
    </>
  )
}

function Opened({ account }: { account: NonNullable<Credit['account']> }) {
  const t = useT()
  const format = useFormat()
  const closing = useChange(() => api('closeCareAccount', {}), (credit) => {
    queryClient.setQueryData(creditQuery.queryKey, credit)
    toast(t('credit.account.closed'))
  })
  return (
    <>
      <p><b>{t('credit.account.used', { owed: format.money(account.owedFen), left: format.money(account.leftFen) })}</b></p>
      {closing.error !== null && <Notice tone="danger" live="assertive">{messageOf(closing.error) ?? t('credit.account.failed')}</Notice>}
      {account.owedFen > 0 ? <p className="tb-muted">{t('credit.account.owed')}</p> : <div><Button variant="quiet" busy={closing.isPending} onClick={() => closing.mutate()}>{t('credit.account.close')}</Button></div>}
    </>
  )
}
