// Throws a draft away, after saying what would be lost.
// Used on the task list and on the list of my applications.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useQueryClient } from '@tanstack/react-query'
import type { Texts } from '../../../../server/kernel/texts.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { draftQuery } from './queries.ts'
import { forgetSaver } from './useSaver.ts'

export function DiscardDraft({ draft }: { draft: { id: string; matterName: Texts } }) {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const matter = textIn(draft.matterName)
  const { mutate, isPending, isSuccess, error } = useChange(
    () => api('discardDraft', { params: { id: draft.id } }),
    () => {
      forgetSaver(draft.id)
      toast(t('apply.discard.done', { matter }))
      setOpen(false)
      void queries.invalidateQueries({ queryKey: ['applications'] })
      // The page still shows the draft until the next one is there.
      void Promise.resolve(navigate(paths.applications())).then(() => queries.removeQueries({ queryKey: draftQuery(draft.id).queryKey }))
    },
  )
  return (
    <div>
      <Button variant="plain" onClick={() => setOpen(true)}>
        {t('apply.discard.open')}
        <VisuallyHidden> {matter}</VisuallyHidden>
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('apply.discard.title', { matter })}
        footer={
          <>
            <Button variant="quiet" onClick={() => setOpen(false)}>{t('apply.discard.keep')}</Button>
            <Button variant="danger" busy={isPending || isSuccess} onClick={() => mutate()}>{t('apply.discard.confirm')}</Button>
          </>
        }
      >
        <p>{t('apply.discard.text')}</p>
        {error !== null && <Notice tone="danger" live="assertive">{messageOf(error) ?? t('apply.failed')}</Notice>}
      </Dialog>
    </div>
  )
}
