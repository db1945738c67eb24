// Taking it back, asked once more because somebody may be working on it.
// Nothing is deleted: it stays among one's own.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useStep } from './change-one.ts'

export function Retract({ id }: { id: string }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const retracting = useStep(() => api('retractHardCase', { params: { id }, body: {} }), () => setOpen(false))
  return (
    <>
      <div><Button variant="plain" onClick={() => setOpen(true)}>{t('hard-cases.retract.action')}</Button></div>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('hard-cases.retract.sure')}
        footer={
          <>
            <Button variant="quiet" onClick={() => setOpen(false)}>{t('common.back')}</Button>
            <Button variant="danger" busy={retracting.isPending} onClick={() => retracting.mutate()}>{t('hard-cases.retract.yes')}</Button>
          </>
        }
      >
        <p>{t('hard-cases.retract.text')}</p>
        {retracting.error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(retracting.error) ?? t('ui.error.text')}</p></Notice>}
      </Dialog>
    </>
  )
}
