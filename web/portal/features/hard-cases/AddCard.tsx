// Adding a sentence or a document while it is being worked on.
// What is typed stays until it has arrived.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { change } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { FileInput, type ChosenFile } from '../../../ui/FileInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { useStep } from './change-one.ts'
import { accepted, largest, sendFiles } from './files.ts'
import { hardCaseQuery } from './queries.ts'

export function AddCard({ id }: { id: string }) {
  const t = useT()
  const format = useFormat()
  const [words, setWords] = useState('')
  const [sending, setSending] = useState<readonly ChosenFile[]>([])
  const adding = useStep(() => api('addToHardCase', { params: { id }, body: { words: words.trim() } }), () => {
    setWords('')
    toast(t('hard-cases.add.done'))
  })
  const send = async (files: File[]) => {
    setSending(files.map((file, index) => ({ id: String(index), name: file.name, bytes: file.size, state: 'uploading' })))
    const failed = await change(() => sendFiles(id, files))
    await queryClient.invalidateQueries({ queryKey: hardCaseQuery(id).queryKey })
    setSending(failed.map(({ name, because }, index) => ({ id: String(index), name, bytes: 0, state: 'failed', ...(because ? { error: because } : {}) })))
  }
  return (
    <Card title={t('hard-cases.add.title')}>
      <div className="tb-stack">
        <TextArea label={t('hard-cases.add.label')} rows={3} limit={2000} value={words} onChange={setWords} />
        {adding.error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(adding.error) ?? t('ui.error.text')}</p></Notice>}
        <div><Button variant="ghost" busy={adding.isPending} onClick={() => words.trim().length > 1 && adding.mutate()}>{t('hard-cases.add.send')}</Button></div>
        <FileInput label={t('hard-cases.add.files')} multiple camera hint={t('hard-cases.form.filesHint', { size: format.bytes(largest) })} accept={accepted} maxBytes={largest} files={sending} onAdd={(files) => void send(files)} onRemove={(gone) => setSending(sending.filter((each) => each.id !== gone))} />
      </div>
    </Card>
  )
}
