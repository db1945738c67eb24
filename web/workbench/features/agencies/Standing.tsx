// Suspending, listing again, striking off: it counts at once and is public, so a reason is asked for first.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { keptAgenciesQuery, type KeptAgency } from './queries.ts'

export function Standing({ agency: { uscc, name }, action }: { agency: KeptAgency; action: KeptAgency['actions'][number] }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const isReady = reason.trim().length >= 2
  const { mutate, isPending, error } = useChange(() => api('actOnAgency', { params: { uscc }, body: { action, reason: reason.trim() } }), async () => {
    await queryClient.invalidateQueries({ queryKey: keptAgenciesQuery.queryKey })
    setOpen(false)
    toast(t('proxy-desk.agencies.saved', { name }))
  })
  const label = t(`proxy-desk.agencies.actions.${action}`)
  const send = () => {
    setTried(true)
    if (isReady) mutate()
  }
  return (
    <>
      <Button variant="quiet" aria-label={`${label} ${name}`} onClick={() => setOpen(true)}>{label}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={`${label} · ${name}`}
        footer={
          <>
            <Button variant="quiet" onClick={() => setOpen(false)}>{t('proxy-desk.agencies.cancel')}</Button>
            <Button variant={action === 'relist' ? 'primary' : 'danger'} busy={isPending} onClick={send}>{label}</Button>
          </>
        }
      >
        <div className="tb-stack">
          <TextArea label={t('proxy-desk.agencies.reason')} hint={t('proxy-desk.agencies.reasonHint')} required value={reason} onChange={setReason} rows={3} limit={500} error={tried && !isReady ? t('proxy-desk.agencies.errors.missing') : undefined} />
          {error !== null && <Notice tone="danger" live="assertive">{messageOf(error) ?? t('proxy-desk.failed')}</Notice>}
        </div>
      </Dialog>
    </>
  )
}
