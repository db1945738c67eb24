// Labels of parcels and the list the courier signs, to be printed: black on white, a label on each page, the list last.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { today } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table } from '../../../ui/Table.tsx'
import { forStaff } from '../../for-staff.ts'
import { labelsQuery, type Label } from './queries.ts'
import './deliveries.css'

export const loader = forStaff(async ({ request }) => queryClient.ensureQueryData(labelsQuery(new URL(request.url).searchParams.get('parcels') ?? '')))

export const title = () => t('delivery-desk.print.title')

export function Component() {
  const t = useT()
  const [search] = useSearchParams()
  const { data } = useSuspenseQuery(labelsQuery(search.get('parcels') ?? ''))
  const ready = data.filter(({ number }) => number !== null)
  const back = <LinkButton variant="ghost" href={paths.workbenchDeliveries({}, { view: 'onTheWay' })}>{t('delivery-desk.print.back')}</LinkButton>
  if (data.length === 0) return <div className="tb-page deliveries-desk"><EmptyState level={1} title={t('delivery-desk.print.none')} action={back}><p>{t('delivery-desk.print.noneText')}</p></EmptyState></div>
  return (
    <div className="tb-page deliveries-desk tb-stack">
      <div className="deliveries-screen-only tb-stack">
        <h1>{t('delivery-desk.print.title')}</h1>
        <div className="tb-row">
          <Button shortcut="p" onClick={() => window.print()}>{t('delivery-desk.print.button')}</Button>
          {back}
        </div>
        {ready.length < data.length && <Notice live="polite">{t('delivery-desk.print.waiting', { n: data.length - ready.length })}</Notice>}
      </div>
      {ready.map((label) => <Sticker key={label.id} label={label} />)}
      <HandOverList labels={ready} />
    </div>
  )
}

function Sticker({ label: { number, sorting, sender, receiver, contents, pays } }: { label: Label }) {
  const t = useT()
  return (
    <article className="deliveries-label">
      <header>
        <b className="deliveries-sorting">{sorting}</b>
        <div className="deliveries-label-qr"><QrCode value={number ?? ''} label={number ?? ''} /></div>
      </header>
      <p className="deliveries-number">{number}</p>
      <dl>
        <dt>{t('delivery-desk.print.to')}</dt>
        <dd><b>{receiver.name} {receiver.phone}</b><br />{receiver.address}</dd>
        <dt>{t('delivery-desk.print.from')}</dt>
        <dd>{[sender.name, sender.phone, sender.address].filter(Boolean).join(' ')}</dd>
        <dt>{t('delivery-desk.print.contents')}</dt>
        <dd>{contents} · {t(`delivery-desk.print.pays.${pays}`)}</dd>
      </dl>
    </article>
  )
}

function HandOverList({ labels }: { labels: readonly Label[] }) {
  const t = useT()
  const format = useFormat()
  return (
    <section className="deliveries-hand-over tb-stack">
      <h2>{t('delivery-desk.print.handOver')}</h2>
      <Table
        caption={t('delivery-desk.print.handOver')} rows={labels} rowKey={({ id }) => id}
        columns={[
          { key: 'number', header: t('delivery-desk.print.number'), cell: ({ number }) => number },
          { key: 'to', header: t('delivery-desk.print.to'), cell: ({ receiver }) => `${receiver.name} ${receiver.address}` },
          { key: 'contents', header: t('delivery-desk.print.contents'), cell: ({ contents }) => contents },
        ]}
      />
      <p>{t('delivery-desk.print.handOverText', { n: labels.length })}</p>
      <p className="deliveries-sign"><span>{t('delivery-desk.print.clerk')}</span><span>{t('delivery-desk.print.courier')}</span><span>{t('delivery-desk.print.day')} {format.day(today())}</span></p>
    </section>
  )
}
