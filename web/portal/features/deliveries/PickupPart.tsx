// What waits at a hall: the code to fetch it with, where and when, and who else may fetch it.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { keepDeliveries, type Hall, type Item, type Pickup } from './queries.ts'

export function PickupPart({ application, pickup, items, hall }: { application: string; pickup: Pickup; items: readonly Item[]; hall: Hall | undefined }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const renewing = useChange(() => api('renewPickupCode', { params: { id: application, pickup: pickup.id } }), keepDeliveries(application))
  return (
    <section className="deliveries-pickup" aria-label={t('deliveries.code.title')}>
      <div className="deliveries-code">
        <h3>{t('deliveries.code.title')}</h3>
        {pickup.code === null ? <p>{t('deliveries.code.over')}</p> : (
          <>
            <div className="deliveries-qr"><QrCode value={pickup.code} label={t('deliveries.code.alt')} /></div>
            <p className="deliveries-digits">{pickup.code.slice(0, 4)} {pickup.code.slice(4)}</p>
            <p className="tb-muted">{t('deliveries.code.until', { day: format.day(pickup.expiresOn) })}</p>
          </>
        )}
        {renewing.error !== null && <Notice tone="danger" live="assertive">{messageOf(renewing.error) ?? t('deliveries.failed')}</Notice>}
        <div><Button variant={pickup.code === null ? 'primary' : 'quiet'} busy={renewing.isPending} onClick={() => renewing.mutate()}>{t('deliveries.code.renew')}</Button></div>
      </div>
      <div className="tb-stack">
        <p><b>{format.list(items.map(({ name }) => textIn(name)))}</b></p>
        {hall && (
          <KeyValue items={[
            { id: 'where', label: t('deliveries.code.where'), value: [textIn(hall.name), hall.address ? textIn(hall.address) : ''].filter(Boolean).join('，') },
            ...(hall.hours ? [{ id: 'hours', label: t('deliveries.code.hours'), value: textIn(hall.hours) }] : []),
            ...(hall.phone ? [{ id: 'phone', label: t('deliveries.code.phone'), value: hall.phone }] : []),
          ]} />
        )}
        <p className="tb-muted">{t('deliveries.code.also')}</p>
        <FetcherForm application={application} pickup={pickup} />
      </div>
    </section>
  )
}

function FetcherForm({ application, pickup }: { application: string; pickup: Pickup }) {
  const t = useT()
  const [name, setName] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const naming = useChange((fetcher: { name: string; idNumber: string } | null) => api('nameFetcher', { params: { id: application, pickup: pickup.id }, body: { fetcher } }), (reply, fetcher) => {
    keepDeliveries(application)(reply)
    if (fetcher) toast(t('deliveries.fetcher.done'), { tone: 'success' })
  })
  if (pickup.fetcher) {
    return (
      <div className="tb-stack">
        <p>{t('deliveries.fetcher.named', pickup.fetcher)}</p>
        <div><Button variant="quiet" busy={naming.isPending} onClick={() => naming.mutate(null)}>{t('deliveries.fetcher.remove')}</Button></div>
      </div>
    )
  }
  const wrong = naming.error !== null && codeOf(naming.error) === 'invalid'
  return (
    <details className="deliveries-fold">
      <summary>{t('deliveries.fetcher.title')}</summary>
      <form
        className="tb-stack"
        onSubmit={(event) => {
          event.preventDefault()
          naming.mutate({ name, idNumber })
        }}
      >
        <TextInput label={t('deliveries.fetcher.name')} value={name} maxLength={50} width="medium" onChange={setName} />
        <TextInput label={t('deliveries.fetcher.idNumber')} value={idNumber} maxLength={40} width="medium" onChange={setIdNumber} error={wrong ? t('deliveries.fetcher.wrong') : undefined} />
        {naming.error !== null && !wrong && <Notice tone="danger" live="assertive">{messageOf(naming.error) ?? t('deliveries.failed')}</Notice>}
        <div><Button type="submit" variant="ghost" busy={naming.isPending} disabledReason={name.trim() === '' || idNumber.trim() === '' ? t('deliveries.fetcher.title') : undefined}>{t('deliveries.fetcher.save')}</Button></div>
      </form>
    </details>
  )
}
