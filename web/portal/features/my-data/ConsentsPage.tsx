// What I have agreed to: which authority may be asked, for which matter, until when; and taking it back.
// What is in force stands first; what has ended stays visible.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { logIdOf } from '../../../shared/failure.ts'
import { formatMoment } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useSession } from '../../../shared/session.tsx'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import { toast } from '../../../ui/toasts.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { DepartmentConsents } from './DepartmentConsents.tsx'
import { consentsQuery, type Consent } from './queries.ts'
import { ResidentGate } from './ResidentGate.tsx'
import { Follow } from './UseEntry.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import './my-data.css'

export const title = () => t('my-data.consents.title')

export function Component() {
  const t = useT()
  const { acting } = useSession()
  return (
    <div className="tb-page tb-page-text tb-stack">
      <header>
        <Breadcrumbs items={[{ label: t('my-data.consents.back'), href: paths.myData() }, { label: t('my-data.consents.title') }]} />
        <h1>{t('my-data.consents.title')}</h1>
        <p>{t('my-data.consents.lead')}</p>
      </header>
      <ResidentGate>
        <DepartmentConsents />
        {!acting && <Consents />}
      </ResidentGate>
      <p className="tb-muted">{t('my-data.consents.law')}</p>
      <SignedOutDialog />
    </div>
  )
}

const isStanding = ({ withdrawnAt, stage }: Consent): boolean => withdrawnAt === null && stage !== 'discarded'

function Consents() {
  const t = useT()
  const { data: consents, error, refetch, isFetching } = useQuery(consentsQuery)
  const [leaving, setLeaving] = useState<Consent>()
  if (error) return <ErrorState logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
  if (!consents) return <Loading />
  if (consents.length === 0) return <EmptyState icon="lock" title={t('my-data.consents.empty.title')}><p>{t('my-data.consents.empty.text')}</p></EmptyState>
  const ended = consents.filter((one) => !isStanding(one))
  const standing = consents.filter(isStanding)
  return (
    <>
      <Card title={t('my-data.consents.standing')}>
        {standing.length === 0 ? <p className="tb-muted">{t('my-data.consents.emptyStanding')}</p> : <ul className="data-uses">{standing.map((one) => <Entry key={one.id} one={one} onWithdraw={() => setLeaving(one)} />)}</ul>}
      </Card>
      {ended.length > 0 && <Card title={t('my-data.consents.ended')}><ul className="data-uses">{ended.map((one) => <Entry key={one.id} one={one} />)}</ul></Card>}
      {leaving && <WithdrawApplicationConsent one={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  )
}

const channels = ['web', 'window', 'kiosk', 'batch', 'api'] as const

function Entry({ one, onWithdraw }: { one: Consent; onWithdraw?: () => void }) {
  const t = useT()
  const channel = channels.find((each) => each === one.channel) ?? 'web'
  return (
    <li>
      <div className="tb-row">
        <b>{one.registryName}</b>
        {one.authorityName && <span className="tb-muted">{one.authorityName}</span>}
        {one.withdrawnAt !== null && <Chip>{t('my-data.consents.withdrawn', { time: formatMoment(one.withdrawnAt, thisYear()) })}</Chip>}
      </div>
      <p>{t('my-data.consents.for', { matter: one.matterName })}{one.number !== null && ` · ${one.number}`}<Follow application={one.stage === 'discarded' ? null : one.applicationId} /></p>
      <p className="tb-muted">{t('my-data.consents.given', { time: formatMoment(one.at, thisYear()), channel: t(`my-data.consents.channels.${channel}`) })}</p>
      {one.withdrawnAt === null && <p className="tb-muted">{t(`my-data.consents.until.${one.stage}`)}</p>}
      <p className="tb-muted" lang="zh-CN">{t('my-data.consents.byLaw', { law: one.legalBasis })}</p>
      {onWithdraw && (
        <div>
          <Button variant="quiet" onClick={onWithdraw}>
            {t('my-data.consents.withdraw')}
            <VisuallyHidden> {one.registryName} {one.matterName}</VisuallyHidden>
          </Button>
        </div>
      )}
    </li>
  )
}

function WithdrawApplicationConsent({ one, onClose }: { one: Consent; onClose: () => void }) {
  const t = useT()
  const { mutate, isPending, error } = useChange(() => api('withdrawConsent', { params: { application: one.applicationId, registry: one.registry } }), ({ consents }) => {
    queryClient.setQueryData(consentsQuery.queryKey, consents)
    void queryClient.invalidateQueries({ queryKey: ['draft', one.applicationId] })
    toast(t('my-data.consents.confirm.done'))
    onClose()
  })
  return (
    <ConfirmDialog
      title={t('my-data.consents.confirm.title')} text={t(one.stage === 'draft' ? 'my-data.consents.confirm.draft' : 'my-data.consents.confirm.submitted', { registry: one.registryName })} act={t('my-data.consents.withdraw')} failed={t('my-data.consents.failed')}
      error={error} busy={isPending} onConfirm={() => mutate()} onClose={onClose}
    />
  )
}
