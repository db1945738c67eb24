// Giving the case to a colleague of the same authority, with a word for them. The clock runs on; the applicant reads who has it now.
// Whoever can be chosen is told by the server: clerks and approvers responsible for this place.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '../../../shared/i18n/store.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Loading } from '../../../ui/States.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { ActionForm } from './ActionForm.tsx'
import { useDesk } from './desk.ts'
import { longestItem } from './draft.ts'
import { colleaguesQuery } from './queries.ts'

export function HandOverForm() {
  const t = useT()
  const { one, draft, change, act } = useDesk()
  const { data: colleagues, isPending, error } = useQuery(colleaguesQuery(one.id))
  const [tried, setTried] = useState(false)
  const { to, note } = draft.handOver
  const chosen = colleagues?.some(({ id }) => id === to) ?? false
  const send = () => {
    setTried(true)
    if (chosen && note.length <= longestItem) act({ action: 'handOver', to, note: note.trim() })
  }
  return (
    <ActionForm action="handOver" lead={t('cases.handOver.lead')} send={t('cases.handOver.send')} onSend={send}>
      {isPending && <Loading lines={1} />}
      {error && <Notice compact tone="warning">{t('cases.handOver.failed')}</Notice>}
      {colleagues?.length === 0 && <Notice compact tone="neutral">{t('cases.handOver.nobody')}</Notice>}
      {colleagues && colleagues.length > 0 && (
        <Select
          label={t('cases.handOver.to')}
          required
          placeholder={t('cases.handOver.choose')}
          value={chosen ? to : ''}
          onChange={(id) => change({ handOver: { to: id, note } })}
          options={colleagues.map(({ id, name, unit }) => ({ value: id, label: unit ? `${name} · ${unit}` : name }))}
          error={tried && !chosen ? t('cases.handOver.choose') : undefined}
        />
      )}
      <TextArea label={t('cases.handOver.note')} optional hint={t('cases.handOver.noteHint')} rows={3} limit={longestItem} value={note} onChange={(text) => change({ handOver: { to, note: text } })} />
    </ActionForm>
  )
}
