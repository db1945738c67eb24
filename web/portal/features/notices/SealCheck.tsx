// Drops a sealed PDF and reads whether it is as it was sealed, by whom and when. The file is looked at and forgotten.
// Open to everybody.
import { useState } from 'react'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { FileInput } from '../../../ui/FileInput.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'

type Checked = Reply<'checkSealedPdf'>

const largest = 5 * 1024 * 1024

export function SealCheck() {
  const t = useT()
  const [file, setFile] = useState<File>()
  const checking = useChange((chosen: File) => {
    const form = new FormData()
    form.set('file', chosen)
    return api('checkSealedPdf', {}, { form })
  })
  const { mutate, isPending, error, data, reset } = checking
  const add = ([chosen]: File[]) => {
    if (!chosen) return
    setFile(chosen)
    mutate(chosen)
  }
  const remove = () => {
    setFile(undefined)
    reset()
  }
  const state = isPending ? ({ state: 'uploading', progress: 0.5 } as const) : error === null ? ({ state: 'done' } as const) : ({ state: 'failed', error: messageOf(error) ?? t('notices.seal.failed') } as const)
  return (
    <Card title={t('notices.seal.title')}>
      <div className="tb-stack">
        <FileInput label={t('notices.seal.file')} note={t('notices.seal.lead')} accept={['.pdf']} maxBytes={largest} files={file ? [{ id: 'pdf', name: file.name, bytes: file.size, ...state }] : []} onAdd={add} onRemove={remove} onRetry={() => file && mutate(file)} />
        {data && <Verdict checked={data} />}
      </div>
    </Card>
  )
}

function Verdict({ checked: { verdict, authority, sealedAt, timestamp, isDemonstration } }: { checked: Checked }) {
  const t = useT()
  const format = useFormat()
  const known = authority !== null && sealedAt !== null
  return (
    <Notice tone={verdict === 'valid' ? 'success' : 'danger'} live="polite" title={t(`notices.seal.verdict.${verdict}`)}>
      <p>{t(`notices.seal.text.${verdict}`)}</p>
      {known && (
        <KeyValue items={[
          { id: 'authority', label: t('notices.seal.authority'), value: authority },
          { id: 'at', label: t('notices.seal.at'), value: format.instant(sealedAt) },
          { id: 'time', label: t('notices.seal.time'), value: timestamp ? t('notices.seal.stamped', { authority: timestamp.authority }) : t('notices.seal.unstamped') },
        ]} />
      )}
      {isDemonstration && <p>{t('notices.seal.demonstration')}</p>}
    </Notice>
  )
}
