// Fees of who is served at the window: taken in cash or by card with the number of the slip; the receipt is printed from the document.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'

type Fee = Reply<'listWindowFees'>['fees'][number]

export function WindowFees({ session }: { session: string }) {
  const t = useT()
  const queryKey = ['window-person', session, 'fees']
  const { data: fees } = useQuery({ queryKey, queryFn: async () => (await api('listWindowFees')).fees, gcTime: 0 })
  if (!fees || fees.length === 0) return null
  return (
    <Card title={t('fee-desk.window.title')} tone={fees.some(({ owed }) => owed) ? 'attention' : 'plain'}>
      <div className="tb-stack">
        <p className="tb-muted">{t('fee-desk.window.lead')}</p>
        {fees.map((fee) => <Entry key={fee.id} fee={fee} onTaken={() => void queryClient.invalidateQueries({ queryKey: ['window-person', session] })} />)}
      </div>
    </Card>
  )
}

function Entry({ fee, onTaken }: { fee: Fee; onTaken: () => void }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const [slip, setSlip] = useState('')
  const [tried, setTried] = useState(false)
  const amount = format.money(fee.fen ?? 0)
  const taking = useChange((method: 'cash' | 'card') => api('takeFee', { params: { fee: fee.id }, body: { method, slip: slip.trim() } }), () => {
    toast(t('fee-desk.window.done', { amount }), { tone: 'success' })
    onTaken()
  })
  const take = (method: 'cash' | 'card') => {
    setTried(true)
    if (slip.trim().length >= 2) taking.mutate(method)
  }
  return (
    <div className="tb-stack">
      <p>
        {textIn(fee.serviceName)} · <b>{amount}</b> <Chip tone={fee.owed ? 'attention' : 'success'}>{t(`fee-desk.case.state.${fee.state}`)}</Chip>
        <br /><span className="tb-muted">{textIn(fee.authorityName)} · {fee.caseNumber}</span>
      </p>
      {taking.error !== null && <Notice tone="danger" live="assertive">{messageOf(taking.error) ?? t('fee-desk.window.failed')}</Notice>}
      {fee.owed && (
        <>
          <TextInput label={t('fee-desk.window.slip')} value={slip} maxLength={60} width="medium" onChange={setSlip} error={tried && slip.trim().length < 2 ? t('fee-desk.window.slipMissing') : undefined} />
          <div className="tb-row">
            <Button busy={taking.isPending && taking.variables === 'cash'} onClick={() => take('cash')}>{t('fee-desk.window.cash')}</Button>
            <Button variant="ghost" busy={taking.isPending && taking.variables === 'card'} onClick={() => take('card')}>{t('fee-desk.window.card')}</Button>
          </div>
        </>
      )}
      {!fee.owed && fee.noticeId && <p><a href={`/api/v1/window/fees/${encodeURIComponent(fee.id)}/receipt`} target="_blank" rel="noreferrer">{t('fee-desk.window.receipt')}</a></p>}
    </div>
  )
}
