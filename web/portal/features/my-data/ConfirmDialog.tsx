// Asks once more before something is taken back or erased.
import { messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'

/** `act`: what the button says; `failed`: said of an `error` that does not explain itself. */
export type ConfirmDialogProps = { title: string; text: string; act: string; failed: string; error: unknown; busy: boolean; onConfirm: () => void; onClose: () => void }

export function ConfirmDialog({ title, text, act, failed, error, busy, onConfirm, onClose }: ConfirmDialogProps) {
  const t = useT()
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="danger" busy={busy} onClick={onConfirm}>{act}</Button>
        </>
      }
    >
      <p>{text}</p>
      {error !== null && <Notice tone="danger" live="assertive">{messageOf(error) ?? failed}</Notice>}
    </Dialog>
  )
}
