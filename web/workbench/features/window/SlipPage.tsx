// The slip (取件单) of what was handed out with a code: what, to whom, by whom, with the signature. Printed on paper it stands alone.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { api } from '../../../api/client.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { forStaff } from '../../for-staff.ts'
import { RateCode } from './RateCode.tsx'
import './window.css'

const slipQuery = (pickup: string) => ({ queryKey: ['window', 'slip', pickup], queryFn: () => api('getPickupSlip', { params: { pickup } }), gcTime: 0 })

export const loader = forStaff(({ params }) => queryClient.ensureQueryData(slipQuery(params['pickup'] ?? '')))

export const title = () => t('delivery-desk.slip.title')

const pathOf = ([x, y, ...more]: readonly number[]): string => `M${x} ${y}${more.length > 0 ? `L${more.join(' ')}` : 'h1'}`

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { pickup = '' } = useParams()
  const { data } = useSuspenseQuery(slipQuery(pickup))
  return (
    <div className="tb-page window-page tb-stack">
      <div className="tb-row window-screen-only">
        <Button shortcut="p" onClick={() => window.print()}>{t('delivery-desk.slip.print')}</Button>
        <LinkButton variant="ghost" href={paths.workbenchWindow()}>{t('delivery-desk.slip.back')}</LinkButton>
      </div>
      <article className="window-receipt">
        <header className="window-receipt-head">
          <h1>{t('delivery-desk.slip.title')}</h1>
          <RateCode cases={data.results.map(({ caseId }) => caseId)} />
        </header>
        <KeyValue
          lines
          items={[
            ...data.results.map(({ number, name }) => ({ id: number, label: textIn(name), value: number })),
            { id: 'person', label: t('delivery-desk.slip.person'), value: data.person },
            { id: 'received', label: t('delivery-desk.slip.received'), value: data.received },
            { id: 'hall', label: t('delivery-desk.slip.hall'), value: textIn(data.hall) },
            { id: 'at', label: t('delivery-desk.slip.at'), value: format.instant(data.handedAt) },
            { id: 'by', label: t('delivery-desk.slip.by'), value: data.by },
            { id: 'signature', label: t('delivery-desk.slip.signature'), value: <svg className="window-signature" viewBox="0 0 1000 400" role="img" aria-label={t('delivery-desk.slip.signature')}><path d={data.signature.map(pathOf).join('')} /></svg> },
          ]}
        />
      </article>
    </div>
  )
}
