// What can be done with a request now: give all or some, refuse, take back, have it settled.
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { CheckboxGroup } from '../../../ui/Choice.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { NumberInput } from '../../../ui/NumberInput.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { requestQuery, type AccessRequest } from './queries.ts'

export function RequestWork({ one }: { one: AccessRequest }) {
  const t = useT()
  const may = (action: AccessRequest['actions'][number]) => one.actions.includes(action)
  const renewable = may('end') && one.until !== null
  if (one.actions.length === 0) return <Card title={t('data-sharing.one.work')}><p className="tb-muted">{t('data-sharing.one.nothing')}</p></Card>
  return (
    <>
      {may('grant') && <Card title={t('data-sharing.one.grant.title')}><GiveForm one={one} step="grant" /></Card>}
      {may('refuse') && <Card title={t('data-sharing.one.refuse.title')}><ReasonForm one={one} step="refuse" /></Card>}
      {may('settleGrant') && <Card title={t('data-sharing.one.settleGrant.title')}><GiveForm one={one} step="settleGrant" /></Card>}
      {may('settleRefuse') && <Card title={t('data-sharing.one.settleRefuse.title')}><ReasonForm one={one} step="settleRefuse" /></Card>}
      {may('dispute') && <Card title={t('data-sharing.one.dispute.title')}><ReasonForm one={one} step="dispute" /></Card>}
      {may('revoke') && <Card title={t('data-sharing.one.revoke.title')}><ReasonForm one={one} step="revoke" /></Card>}
      {renewable && <p><LinkButton variant="quiet" href={paths.workbenchResourceAsk({ resource: one.resource }, { renews: one.id })}>{t('data-sharing.one.renew')}</LinkButton></p>}
      {may('withdraw') && <Card title={t('data-sharing.one.withdraw.title')}><PlainForm one={one} step="withdraw" /></Card>}
      {may('end') && <Card title={t('data-sharing.one.end.title')}><PlainForm one={one} step="end" /></Card>}
    </>
  )
}

/** Sent, said, and what is shown is what the server says now; after a conflict too. */
function useStep(one: AccessRequest, done: string, call: () => Promise<AccessRequest>) {
  const t = useT()
  const queries = useQueryClient()
  const again = () => queries.invalidateQueries({ queryKey: ['access-requests'] })
  const run = useChange(call, (next) => {
    toast(done, { tone: 'success' })
    queries.setQueryData(requestQuery(one.id).queryKey, next)
    void queries.invalidateQueries({ queryKey: ['access-requests', 'list'] })
    void queries.invalidateQueries({ queryKey: ['resources'] })
  })
  const go = () => run.mutate(undefined, {
    onError: (error) => {
      if (codeOf(error) !== 'conflict' && codeOf(error) !== 'not_allowed_now') return
      toast(t('data-sharing.one.conflict'), { tone: 'warning' })
      void again()
    },
  })
  return { go, busy: run.isPending, problem: run.error === null ? undefined : messageOf(run.error) ?? t('data-sharing.failed') }
}

function Problem({ text }: { text: string | undefined }) {
  return text === undefined ? null : <Notice tone="danger" live="assertive" compact>{text}</Notice>
}

type Reasoned = 'refuse' | 'settleRefuse' | 'dispute' | 'revoke'

function ReasonForm({ one, step }: { one: AccessRequest; step: Reasoned }) {
  const t = useT()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [params, body] = [{ id: one.id }, { revision: one.revision, reason: reason.trim() }]
  const calls: Record<Reasoned, () => Promise<AccessRequest>> = {
    refuse: () => api('refuseAccess', { params, body }), settleRefuse: () => api('settleRefusingAccess', { params, body }), dispute: () => api('disputeRefusal', { params, body }), revoke: () => api('revokeAccess', { params, body }),
  }
  const { go, busy, problem } = useStep(one, t(`data-sharing.one.${step}.done`), calls[step])
  const ok = reason.trim().length >= 2
  return (
    <form className="tb-stack" noValidate onSubmit={(event) => { event.preventDefault(); setTried(true); if (ok) go() }}>
      <TextArea label={t(`data-sharing.one.${step}.reason`)} hint={t(`data-sharing.one.${step}.hint`)} rows={3} limit={1000} value={reason} onChange={setReason} error={tried && !ok ? t('data-sharing.one.reasonMissing') : undefined} />
      <Problem text={problem} />
      <div><Button type="submit" variant="quiet" busy={busy}>{t(`data-sharing.one.${step}.send`)}</Button></div>
    </form>
  )
}

function PlainForm({ one, step }: { one: AccessRequest; step: 'withdraw' | 'end' }) {
  const t = useT()
  const [params, body] = [{ id: one.id }, { revision: one.revision }]
  const { go, busy, problem } = useStep(one, t(`data-sharing.one.${step}.done`), () => (step === 'withdraw' ? api('withdrawAccessRequest', { params, body }) : api('giveAccessBack', { params, body })))
  return (
    <form className="tb-stack" onSubmit={(event) => { event.preventDefault(); go() }}>
      <Problem text={problem} />
      <div><Button type="submit" variant="quiet" busy={busy}>{t(`data-sharing.one.${step}.send`)}</Button></div>
    </form>
  )
}

function GiveForm({ one, step }: { one: AccessRequest; step: 'grant' | 'settleGrant' }) {
  const t = useT()
  const textIn = useTextIn()
  const [fields, setFields] = useState(one.wanted.filter(({ shared }) => shared).map(({ name }) => name))
  const [perDay, setPerDay] = useState<number | undefined>(one.perDay ?? undefined)
  const [until, setUntil] = useState(one.until ?? '')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [params, body] = [{ id: one.id }, { revision: one.revision, fields, perDay: perDay ?? null, until: until === '' ? null : until, reason: reason.trim() }]
  const { go, busy, problem } = useStep(one, t('data-sharing.one.grant.done'), () => (step === 'grant' ? api('grantAccess', { params, body }) : api('settleGrantingAccess', { params, body })))
  const overDay = one.perDay !== null && (perDay === undefined || perDay > one.perDay)
  const overUntil = one.until !== null && (until === '' || until > one.until)
  const lessUnexplained = step === 'grant' && fields.length < one.wanted.length && reason.trim() === ''
  const ok = fields.length > 0 && !overDay && !overUntil && !lessUnexplained
  return (
    <form className="tb-stack" noValidate onSubmit={(event) => { event.preventDefault(); setTried(true); if (ok) go() }}>
      <CheckboxGroup
        label={t('data-sharing.one.grant.fields')} values={fields} onChange={setFields} error={tried && fields.length === 0 ? t('data-sharing.one.grant.fieldsMissing') : undefined}
        options={one.wanted.map(({ name, title, class: kind, shared }) => ({ value: name, label: textIn(title), hint: t(`data-sharing.classes.${kind}`), ...(shared ? {} : { disabledReason: t('data-sharing.one.gone') }) }))}
      />
      <NumberInput label={t('data-sharing.one.grant.perDay')} whole optional={one.perDay === null} value={perDay} onChange={setPerDay} error={tried && overDay ? t('data-sharing.one.grant.over') : undefined} />
      <DateInput label={t('data-sharing.one.grant.until')} optional={one.until === null} value={until} onChange={setUntil} error={tried && overUntil ? t('data-sharing.one.grant.over') : undefined} />
      <TextArea label={t('data-sharing.one.grant.reason')} rows={2} limit={1000} value={reason} onChange={setReason} error={tried && lessUnexplained ? t('data-sharing.one.grant.reasonMissing') : undefined} />
      <Problem text={problem} />
      <div><Button type="submit" busy={busy}>{t('data-sharing.one.grant.send')}</Button></div>
    </form>
  )
}
