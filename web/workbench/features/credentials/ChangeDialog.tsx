// Suspending, resuming or revoking an e-licence: what it means, and the reasons its holder reads.
// What was typed stays when sending fails.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { credentialQuery, type IssuedCredential } from './queries.ts'

export const changes = ['suspend', 'resume', 'revoke'] as const
export type Change = (typeof changes)[number]

const shortest = 2
const longest = 500

export function ChangeDialog({ one, action, onClose }: { one: IssuedCredential; action: Change; onClose: () => void }) {
  const t = useT()
  const textIn = useTextIn()
  const [reasons, setReasons] = useState('')
  const [tried, setTried] = useState(false)
  const length = reasons.trim().length
  const wrong = length < shortest ? t('credential-desk.change.short') : length > longest ? t('credential-desk.change.long') : undefined
  const { mutate, isPending, error } = useChange(() => api('changeIssuedCredential', { params: { id: one.id, action }, body: { reasons: reasons.trim() } }), ({ standing, because, actions }) => {
    toast(t(`credential-desk.change.done.${action}`), { tone: 'success' })
    queryClient.setQueryData(credentialQuery(one.id).queryKey, { ...one, standing, because, actions })
    void queryClient.invalidateQueries({ queryKey: ['issued-credentials', 'list'] })
    onClose()
  })
  const send = () => {
    setTried(true)
    if (wrong === undefined) mutate()
  }
  return (
    <Dialog
      open stay onClose={onClose} title={t(`credential-desk.change.question.${action}`, { name: textIn(one.name) })}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>{t('credential-desk.change.cancel')}</Button>
          <Button variant={action === 'revoke' ? 'danger' : 'primary'} busy={isPending} onClick={send}>{t(`credential-desk.change.${action}`)}</Button>
        </>
      }
    >
      <form className="tb-stack" noValidate onSubmit={(event) => { event.preventDefault(); send() }}>
        <p>{t(`credential-desk.change.means.${action}`)}</p>
        <TextArea label={t('credential-desk.change.reasons')} hint={t('credential-desk.change.reasonsHint')} required rows={3} limit={longest} value={reasons} onChange={setReasons} error={tried ? wrong : undefined} />
        {error !== null && <Notice compact tone="danger" live="assertive">{messageOf(error) ?? t('credential-desk.failed')}</Notice>}
      </form>
    </Dialog>
  )
}
