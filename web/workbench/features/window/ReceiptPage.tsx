// The receipt of what was handed in at this window: number, what was taken, what is missing, the promised day, a code to follow it by.
// Printed on paper it stands alone; the same paper serves as the slip to collect with.
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { hasEnded } from '../../../../server/modules/cases/case.ts'
import { api, setActing, type Reply } from '../../../api/client.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { forStaff } from '../../for-staff.ts'
import { windowQuery } from './queries.ts'
import { RateCode } from './RateCode.tsx'
import './window.css'

type Tracking = Reply<'getApplication'>

const receiptQuery = (application: string, mandate: string) => ({
  queryKey: ['window-person', mandate, 'receipt', application],
  queryFn: () => {
    setActing(mandate)
    return api('getApplication', { params: { id: application } })
  },
  gcTime: 0,
})

export const loader = forStaff(async ({ params }) => {
  const { served } = await queryClient.fetchQuery(windowQuery)
  return served ? queryClient.fetchQuery(receiptQuery(params['application'] ?? '', served.mandate)) : null
})

export const title = () => t('window.receipt.title')

export function Component() {
  const t = useT()
  const { application = '' } = useParams()
  const { data: state } = useQuery(windowQuery)
  const { data: tracking } = useQuery({ ...receiptQuery(application, state?.served?.mandate ?? ''), enabled: Boolean(state?.served) })
  const back = <LinkButton variant="ghost" href={paths.workbenchWindow()}>{t('window.receipt.back')}</LinkButton>
  if (!state?.served || !tracking) {
    return <div className="tb-page window-page"><EmptyState level={1} title={t('window.identify.title')} action={back}><p>{t('window.identify.lead')}</p></EmptyState></div>
  }
  return (
    <div className="tb-page window-page tb-stack">
      <div className="tb-row window-screen-only">
        <Button shortcut="p" onClick={() => window.print()}>{t('window.receipt.print')}</Button>
        {back}
      </div>
      <Receipt tracking={tracking} applicant={state.served.name} shift={state.shift} />
    </div>
  )
}

function Receipt({ tracking, applicant, shift }: { tracking: Tracking; applicant: string; shift: Reply<'getWindow'>['shift'] }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { person } = useSession()
  const missing = tracking.cases.flatMap(({ supplement }) => supplement.map(({ what }) => what))
  return (
    <article className="window-receipt">
      <header className="window-receipt-head">
        <div>
          <h1>{t('window.receipt.title')}</h1>
          <p><b>{tracking.number}</b></p>
          <p className="tb-muted">{t('window.receipt.keep')}</p>
        </div>
        <div className="window-qr">
          <QrCode value={location.origin + paths.progress({}, { number: tracking.number })} label={t('window.receipt.scan')} />
          <small>{t('window.receipt.scan')}</small>
        </div>
        <RateCode cases={tracking.cases.filter(({ state }) => hasEnded(state)).map(({ id }) => id)} />
      </header>
      <KeyValue
        lines
        items={[
          { id: 'matter', label: t('window.receipt.matter'), value: textIn(tracking.matterName) },
          { id: 'applicant', label: t('window.receipt.applicant'), value: applicant },
          { id: 'submitted', label: t('window.receipt.submitted'), value: format.instant(tracking.submittedAt) },
          ...(tracking.promisedOn ? [{ id: 'promise', label: t('window.receipt.promise'), value: format.day(tracking.promisedOn) }] : []),
          { id: 'taken', label: t('window.receipt.taken'), value: tracking.uploads.length > 0 ? format.list(tracking.uploads.map(({ name }) => name)) : t('window.receipt.noneTaken') },
          { id: 'missing', label: t('window.receipt.missing'), value: missing.length > 0 ? format.list(missing) : t('window.receipt.noneMissing') },
          ...(shift ? [{ id: 'place', label: t('window.receipt.place'), value: t('window.at', { hall: textIn(shift.hall), counter: shift.counter }) }] : []),
          { id: 'clerk', label: t('window.receipt.clerk'), value: person?.name ?? '' },
        ]}
      />
      <section>
        <h2>{t('window.receipt.cases')}</h2>
        <KeyValue lines items={tracking.cases.map((one) => ({ id: one.id, label: textIn(one.name), value: `${textIn(one.authorityShortName)} · ${one.number} · ${t(`cases.state.${one.state}`)}` }))} />
      </section>
    </article>
  )
}
