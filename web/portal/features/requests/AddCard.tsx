// Adding a sentence or a photo while it is being worked on; no clock moves by it.
// What is typed stays until it has arrived.
import { useState } from 'react'
import { change, useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { FileInput, type ChosenFile } from '../../../ui/FileInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { accepted, largest } from './sending.ts'
import { useReach } from './reach.ts'

const longest = 2000

export function AddCard() {
  const t = useT()
  const format = useFormat()
  const reach = useReach()
  const [words, setWords] = useState('')
  const [wrong, setWrong] = useState(false)
  const [sending, setSending] = useState<readonly ChosenFile[]>([])
  const adding = useChange(() => reach.add(words.trim()), (one) => {
    reach.keep(one)
    setWords('')
    toast(t('requests.add.done'))
  })
  const add = () => {
    const tooShort = [...words.trim()].length < 2
    setWrong(tooShort)
    if (!tooShort) adding.mutate()
  }
  const send = async (files: File[]) => {
    setSending(files.map((file, index) => ({ id: String(index), name: file.name, bytes: file.size, state: 'uploading' })))
    const failed: ChosenFile[] = []
    for (const [index, file] of files.entries()) {
      const form = new FormData()
      form.set('file', file)
      await change(() => reach.addFile(form)).catch((error: unknown) => {
        const because = messageOf(error)
        failed.push({ id: String(index), name: file.name, bytes: file.size, state: 'failed', ...(because ? { error: because } : {}) })
      })
    }
    setSending(failed)
    await reach.refresh()
  }
  return (
    <Card title={t('requests.add.title')}>
      <div className="tb-stack">
        <TextArea label={t('requests.add.label')} hint={t('requests.add.hint')} rows={3} limit={longest} value={words} onChange={setWords} error={wrong ? t('requests.add.short') : undefined} />
        {adding.error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(adding.error) ?? t('ui.error.text')}</p></Notice>}
        <div><Button variant="ghost" busy={adding.isPending} onClick={add}>{t('requests.add.send')}</Button></div>
        <FileInput label={t('requests.add.files')} multiple camera accept={accepted} maxBytes={largest} hint={t('ui.file.hint', { kinds: 'JPG, PNG, PDF', max: format.bytes(largest) })} files={sending} onAdd={(files) => void send(files)} onRemove={(gone) => setSending(sending.filter((each) => each.id !== gone))} />
      </div>
    </Card>
  )
}
