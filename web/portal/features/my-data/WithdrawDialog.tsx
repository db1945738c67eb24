// Asks once more before a consent is taken back.
import { messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'

/** `text`: whose consent to what; `error`: why taking it back failed. */
export function WithdrawDialog({ text, error, busy, onWithdraw, onClose }: { text: string; error: unknown; busy: boolean; onWithdraw: () => void; onClose: () => void }) {
  const t = useT()
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('my-data.consents.confirm.title')}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="danger" busy={busy} onClick={onWithdraw}>{t('my-data.consents.withdraw')}</Button>
        </>
      }
    >
      <p>{text}</p>
      {error !== null && <Notice tone="danger" live="assertive">{messageOf(error) ?? t('my-data.consents.failed')}</Notice>}
    </Dialog>
  )
}
