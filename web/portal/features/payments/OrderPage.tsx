// Back from the cashier: whether the money has arrived. The platform is asked once at once; its own notice may still be on the way.
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Loading } from '../../../ui/States.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { orderQuery, refreshAfterPaying, type Order } from './queries.ts'
import './payments.css'

export const loader = ({ params }: LoaderFunctionArgs) => queryClient.ensureQueryData(orderQuery(params['order'] ?? ''))

export const title = () => t('payments.order.title')

const tones: Record<Order['outcome'] & string, Tone> = { paid: 'success', failed: 'warning', expired: 'warning', closed: 'neutral' }

export function Component() {
  const t = useT()
  const format = useFormat()
  const { order: id = '' } = useParams()
  const { data: order } = useQuery(orderQuery(id))
  const checking = useChange<Order, void>(async () => {
    const reply = await api('checkPaymentOrder', { params: { id } })
    queryClient.setQueryData(orderQuery(id).queryKey, reply)
    return reply
  })
  const { mutate: check } = checking
  const isOpen = order?.open === true
  useEffect(() => {
    if (isOpen) check()
    else refreshAfterPaying()
  }, [isOpen, check])
  if (!order) return <Loading />
  const application = paths.application({ application: order.applicationId })
  return (
    <div className="tb-page tb-page-text tb-stack">
      <h1>{order.outcome === null ? t('payments.order.open') : t(`payments.order.${order.outcome}`)}</h1>
      <Notice tone={order.outcome === null ? 'neutral' : tones[order.outcome]} live="polite">
        <p>{order.outcome === null ? t('payments.order.openText') : order.outcome === 'paid' ? t('payments.order.paidText', { amount: format.money(order.fen) }) : t('payments.order.failedText')}</p>
      </Notice>
      <Card>
        <ul className="fee-lines">
          {order.items.map(({ name, payee, fen }) => (
            <li key={name} className="fee-line"><span>{name} <small className="tb-muted">{payee}</small></span><b>{format.money(fen)}</b></li>
          ))}
        </ul>
      </Card>
      {checking.error !== null && <Notice tone="danger" compact>{messageOf(checking.error) ?? t('payments.failed')}</Notice>}
      <div className="tb-row">
        <LinkButton href={application} variant={order.open ? 'ghost' : 'primary'}>{t('payments.order.back')}</LinkButton>
        {order.cashierUrl && <a className="tb-button" data-variant="ghost" href={order.cashierUrl}>{t('payments.goOn')}</a>}
        {order.open && <Button variant="ghost" busy={checking.isPending} onClick={() => check()}>{checking.isPending ? t('payments.checking') : t('payments.check')}</Button>}
      </div>
    </div>
  )
}
