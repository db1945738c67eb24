// Handing in a document promised for later: the day, why the last one could not be used, the files, one button.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Loading } from '../../../ui/States.tsx'
import { toast } from '../../../ui/toasts.ts'
import { draftQuery } from '../apply/queries.ts'
import { applicationQuery } from '../apply/submitted.ts'
import { acceptedBy, filesOf } from '../apply/uploads.ts'
import { useUploads } from '../apply/useUploads.ts'
import { ownUndertakingsQuery, type OwnUndertaking } from './queries.ts'

interface Props {
  one: OwnUndertaking
  application: string
  catalogue: Catalogue
}

export function OwedForm({ one, application, catalogue }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const queries = useQueryClient()
  const { data: draft } = useQuery(draftQuery(application))
  const uploads = useUploads(application)
  const [attempt, setAttempt] = useState(0)
  const type = catalogue.evidence[one.evidence]
  const authority = textIn(one.authorityName)
  const handIn = useChange(
    () => api('handInOwed', { params: { id: application, evidence: one.evidence } }),
    () => {
      void queries.invalidateQueries({ queryKey: ownUndertakingsQuery(application).queryKey })
      void queries.invalidateQueries({ queryKey: applicationQuery(application).queryKey })
      toast(t('undertakings.sent', { authority }))
    },
  )
  if (!draft || !type) return <Loading lines={2} />
  const files = filesOf(application, one.evidence, draft.uploads.filter(({ id }) => !one.handed.includes(id)), uploads.sending)
  const lacking = !files.some(({ state }) => state === 'done')
  return (
    <>
      <Day one={one} />
      {one.returnedBecause !== null && <Notice tone="warning" compact>{t('undertakings.returned', { reasons: one.returnedBecause })}</Notice>}
      {type.hint && <p>{textIn(type.hint)}</p>}
      <FileInput
        id={`owed-${one.id}`} label={textIn(type.name)} labelHidden multiple camera accept={acceptedBy(type.accept)} maxBytes={type.maxBytes} error={attempt > 0 && lacking ? t('undertakings.lacking') : undefined}
        files={files} onAdd={(added) => uploads.add(one.evidence, added)} onRemove={uploads.remove} onRetry={uploads.retry}
      />
      {handIn.error !== null && <Notice tone="danger" live="assertive">{messageOf(handIn.error) ?? t('undertakings.failed')}</Notice>}
      <div>
        <Button busy={handIn.isPending || uploads.sending.some(({ error }) => error === undefined)} onClick={() => (lacking ? setAttempt(attempt + 1) : handIn.mutate())}>{t('undertakings.send')}</Button>
      </div>
    </>
  )
}

function Day({ one }: { one: OwnUndertaking }) {
  const t = useT()
  const format = useFormat()
  if (one.dueOn === null) return <p>{t('undertakings.byUnknown')}</p>
  return <p><b>{t(one.late ? 'undertakings.late' : 'undertakings.by', { day: format.day(one.dueOn) })}</b></p>
}
