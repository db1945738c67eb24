// On the page of an application: what it costs, paying it, and what became of each payment. Nothing is drawn where nothing is charged.
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { FeeItem } from './FeeItem.tsx'
import { feesQuery, isMoving, payableSum, refreshAfterPaying, type FeesReply, type Order } from './queries.ts'

export const paymentCardId = 'fees'

/** What the person is asked to pay, for the card of what to do now. */
export function useFeeTasks(application: string): { href: string; label: string }[] {
  const t = useT()
  const format = useFormat()
  const { acting } = useSession()
  const { data } = useQuery({ ...feesQuery(application), enabled: acting?.capacity !== 'window' })
  const sum = payableSum(data?.fees ?? [])
  return sum > 0 ? [{ href: `#${paymentCardId}`, label: `${t('payments.pay')} ${format.money(sum)}` }] : []
}

export function PaymentCard({ application }: { application: string }) {
  const t = useT()
  const { acting } = useSession()
  const { data } = useQuery({ ...feesQuery(application), enabled: acting?.capacity !== 'window' })
  const states = data?.fees.map(({ state }) => state).join(' ')
  // What was paid lets results be seen and cases go on.
  useEffect(() => {
    if (states !== undefined && states !== '') refreshAfterPaying()
  }, [states])
  if (!data || data.fees.length === 0) return null
  const owes = data.fees.some(({ owed }) => owed)
  return (
    <div id={paymentCardId}>
      <Card title={t('payments.title')} tone={owes ? 'attention' : 'plain'}>
        <div className="tb-stack">
          <ul className="fee-list">
            {data.fees.map((fee) => <FeeItem key={fee.id} fee={fee} />)}
          </ul>
          {owes && <Paying application={application} data={data} />}
        </div>
      </Card>
    </div>
  )
}

function Paying({ application, data: { fees, online } }: { application: string; data: FeesReply }) {
  const t = useT()
  const format = useFormat()
  const beginning = useChange<Order, void>(async () => {
    const order = await api('beginPayment', { params: { id: application } })
    if (order.cashierUrl) window.location.assign(order.cashierUrl)
    return order
  })
  const sum = payableSum(fees)
  const isPaying = fees.some(({ state }) => isMoving(state))
  if (!online) return <Notice compact tone="neutral">{t('payments.onlyWindow')}</Notice>
  if (sum === 0 && !isPaying) return null
  const wasTried = fees.some(({ state }) => state === 'failed' || state === 'expired')
  return (
    <div className="tb-stack">
      {sum > 0 && <div className="fee-sum"><span>{t('payments.sum')}</span><b>{format.money(sum)}</b></div>}
      {beginning.error !== null && <Notice tone="danger" live="assertive">{messageOf(beginning.error) ?? t('payments.failed')}</Notice>}
      <div className="tb-row">
        <Button busy={beginning.isPending || beginning.isSuccess} onClick={() => beginning.mutate()}>{sum === 0 ? t('payments.goOn') : wasTried ? t('payments.again') : t('payments.pay')}</Button>
      </div>
      <p className="tb-muted">{t('payments.atWindow')}</p>
    </div>
  )
}
