// What is said with a step for many cases: to whom they go, what is missing, the opinion.
// The same words for all; what differs from case to case belongs to the single case.
import { useT } from '../../../shared/i18n/store.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import type { BulkAction, Words } from './bulk.ts'

interface Props {
  action: BulkAction
  words: Words
  onChange: (words: Words) => void
  /** undefined while they are on their way. */
  colleagues: readonly { id: string; name: string; unit: string }[] | undefined
}

export function BulkWords({ action, words, onChange, colleagues }: Props) {
  const t = useT()
  if (action === 'handOver') {
    return (
      <>
        {colleagues?.length === 0 && <Notice compact tone="warning">{t('desk.bulk.noColleague')}</Notice>}
        <Select label={t('desk.bulk.colleague')} value={words.to} onChange={(to) => onChange({ ...words, to })} options={(colleagues ?? []).map(({ id, name, unit }) => ({ value: id, label: `${name} · ${unit}` }))} />
        <TextArea label={t('desk.bulk.note')} optional value={words.note} onChange={(note) => onChange({ ...words, note })} rows={2} limit={500} />
      </>
    )
  }
  if (action === 'requestSupplement') return <TextArea label={t('desk.bulk.what')} hint={t('desk.bulk.whatHint')} value={words.what} onChange={(what) => onChange({ ...words, what })} rows={4} />
  return <TextArea label={t('desk.bulk.opinion')} hint={t('desk.bulk.opinionHint')} optional value={words.opinion} onChange={(opinion) => onChange({ ...words, opinion })} rows={3} limit={2000} />
}
