// What departments ask me to agree to: a look-up about me, which items, what for, until when. What waits for an answer stands first; what I
// agreed to can be taken back; what has ended stays visible. A guardian sees the ward's, and nobody else who acts for somebody sees any.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { codeOf, logIdOf, messageOf } from '../../../shared/failure.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ErrorState, Loading } from '../../../ui/States.tsx'
import { toast } from '../../../ui/toasts.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { departmentConsentsQuery, type DepartmentConsent } from './queries.ts'
import { ConfirmDialog } from './ConfirmDialog.tsx'

type Action = 'agree' | 'decline' | 'withdraw'

export function DepartmentConsents() {
  const t = useT()
  const { acting } = useSession()
  const { data: consents, error, refetch, isFetching } = useQuery(departmentConsentsQuery)
  const [leaving, setLeaving] = useState<DepartmentConsent>()
  if (codeOf(error) === 'while_acting') return <Notice>{t('my-data.departments.notByYou', { name: acting?.name ?? '' })}</Notice>
  if (error) return <ErrorState logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
  if (!consents) return <Loading />
  const asked = consents.filter(({ state }) => state === 'asked')
  const given = consents.filter(({ state }) => state === 'given')
  const ended = consents.filter(({ state }) => state !== 'asked' && state !== 'given')
  return (
    <>
      {asked.length > 0 && (
        <Card tone="attention" title={t('my-data.departments.asked')}>
          <p>{t('my-data.departments.lead')}</p>
          <ul className="data-uses">{asked.map((one) => <Request key={one.id} one={one} />)}</ul>
        </Card>
      )}
      {given.length > 0 && (
        <Card title={t('my-data.departments.given')}>
          <ul className="data-uses">
            {given.map((one) => (
              <li key={one.id}>
                <Terms one={one} />
                <div>
                  <Button variant="quiet" onClick={() => setLeaving(one)}>
                    {t('my-data.consents.withdraw')}
                    <VisuallyHidden> {one.authorityName} {one.registryName}</VisuallyHidden>
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {ended.length > 0 && <Card title={t('my-data.departments.ended')}><ul className="data-uses">{ended.map((one) => <li key={one.id}><Terms one={one} /></li>)}</ul></Card>}
      {leaving && <WithdrawDepartmentConsent one={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  )
}

/** Everything that is agreed to, before it is agreed to. */
function Terms({ one }: { one: DepartmentConsent }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <div className="tb-row">
        <b>{one.authorityName}</b>
        {one.state !== 'asked' && <Chip>{t(`my-data.departments.state.${one.state}`)}</Chip>}
      </div>
      <p>{t('my-data.departments.what', { registry: one.registryName, items: format.list(one.items) })}</p>
      {one.companyName !== null && <p>{t('my-data.departments.company', { company: one.companyName })}</p>}
      <p>{t('my-data.forPurpose', { purpose: one.purpose })} · {t('my-data.departments.caseNumber', { number: one.caseNumber })}</p>
      <p>{t('my-data.departments.until', { day: format.date(one.until) })}</p>
      {one.answeredAt !== null && <p className="tb-muted">{t('my-data.departments.answered', { time: formatMoment(one.answeredAt, thisYear()) })}</p>}
      <p className="tb-muted" lang="zh-CN">{t('my-data.byLaw', { law: one.legalBasis })}</p>
    </>
  )
}

const useAnswer = (one: DepartmentConsent, onDone: (action: Action) => void) =>
  useChange((action: Action) => api('answerDepartmentConsent', { params: { id: one.id }, body: { action } }).then(({ consents }) => ({ consents, action })), ({ consents, action }) => {
    queryClient.setQueryData(departmentConsentsQuery.queryKey, consents)
    onDone(action)
  })

function Request({ one }: { one: DepartmentConsent }) {
  const t = useT()
  const format = useFormat()
  const { mutate, isPending, variables, error } = useAnswer(one, (action) => toast(t(action === 'agree' ? 'my-data.departments.agreed' : 'my-data.departments.declined')))
  return (
    <li>
      <Terms one={one} />
      <p className="tb-muted">{t('my-data.departments.openUntil', { day: format.date(one.openUntil) })}</p>
      {error !== null && <Notice tone="danger" live="assertive">{messageOf(error) ?? t('my-data.departments.failed')}</Notice>}
      <div className="tb-row">
        <Button busy={isPending && variables === 'agree'} onClick={() => mutate('agree')}>
          {t('my-data.departments.agree')}
          <VisuallyHidden> {one.authorityName} {one.registryName}</VisuallyHidden>
        </Button>
        <Button variant="quiet" busy={isPending && variables === 'decline'} onClick={() => mutate('decline')}>
          {t('my-data.departments.decline')}
          <VisuallyHidden> {one.authorityName} {one.registryName}</VisuallyHidden>
        </Button>
      </div>
    </li>
  )
}

function WithdrawDepartmentConsent({ one, onClose }: { one: DepartmentConsent; onClose: () => void }) {
  const t = useT()
  const { mutate, isPending, error } = useAnswer(one, () => {
    toast(t('my-data.consents.confirm.done'))
    onClose()
  })
  return (
    <ConfirmDialog
      title={t('my-data.consents.confirm.title')} text={t('my-data.departments.confirm', { authority: one.authorityName, registry: one.registryName })} act={t('my-data.consents.withdraw')} failed={t('my-data.consents.failed')}
      error={error} busy={isPending} onConfirm={() => mutate('withdraw')} onClose={onClose}
    />
  )
}
