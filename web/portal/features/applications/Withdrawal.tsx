// Withdrawing one service or everything that has not ended, after saying what that means; what is granted stays.
// The reason is optional: nobody has to explain a change of mind.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { applicationQuery, type TrackedCase, type Tracking } from './queries.ts'

const longest = 500

export function Withdrawal({ tracking, only }: { tracking: Tracking; only?: TrackedCase }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const targets = only ? [only] : tracking.cases.filter(({ canWithdraw }) => canWithdraw)
  const dependent = only ? tracking.cases.filter((other) => !other.ended && other.dependsOn.includes(only.service)) : []
  const names = (cases: readonly TrackedCase[]) => format.list(cases.map(({ name }) => textIn(name)))
  const { mutate, isPending, error } = useChange(
    () => api('withdrawApplication', { params: { id: tracking.id }, body: { reason, ...(only ? { case: only.id } : {}) } }),
    (reply) => {
      queries.setQueryData(applicationQuery(tracking.id).queryKey, reply)
      void queries.invalidateQueries({ queryKey: ['applications', 'own'] })
      void queries.invalidateQueries({ queryKey: ['messages'] })
      setOpen(false)
      toast(t('applications.withdraw.done', { services: names(targets) }))
    },
  )
  const tooLong = [...reason].length > longest
  return (
    <div>
      <Button variant="plain" onClick={() => setOpen(true)}>{only ? t('applications.withdraw.one', { service: textIn(only.name) }) : t('applications.withdraw.all')}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        stay
        title={only ? t('applications.withdraw.titleOne', { service: textIn(only.name) }) : t('applications.withdraw.titleAll', { n: targets.length })}
        footer={
          <>
            <Button variant="quiet" onClick={() => setOpen(false)}>{t('applications.withdraw.keep')}</Button>
            <Button variant="danger" busy={isPending} disabledReason={tooLong ? t('applications.withdraw.tooLong') : undefined} onClick={() => mutate()}>{t('applications.withdraw.confirm')}</Button>
          </>
        }
      >
        <p>{t('applications.withdraw.text', { services: names(targets) })}</p>
        {dependent.length > 0 && <p>{t('applications.withdraw.dependent', { services: names(dependent) })}</p>}
        <TextArea label={t('applications.withdraw.reason')} optional limit={longest} rows={2} value={reason} onChange={setReason} />
        {error !== null && <Notice tone="danger" live="assertive">{messageOf(error) ?? t('apply.failed')}</Notice>}
      </Dialog>
    </div>
  )
}
