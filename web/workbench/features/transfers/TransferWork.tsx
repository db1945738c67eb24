// What an official can do with a hand-over now: sign and hand over, receipt, return, note where the parcel is.
import { useState, type ReactNode } from 'react'
import { api } from '../../../api/client.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'
import { GiveForm } from './GiveForm.tsx'
import type { Transfer } from './queries.ts'
import { useTransferStep } from './useTransferStep.ts'

export function TransferWork({ one }: { one: Transfer }) {
  const t = useT()
  const may = (action: Transfer['actions'][number]) => one.actions.includes(action)
  if (one.actions.length === 0) return <Card title={t('transfer-desk.work')}><p className="tb-muted">{t('transfer-desk.nothing')}</p></Card>
  return (
    <>
      {may('handOver') && <Card title={t('transfer-desk.give.title')}><GiveForm one={one} /></Card>}
      {may('receive') && <Card title={t('transfer-desk.receive.title')}><Step one={one} kind="receive" /></Card>}
      {may('sendBack') && <Card title={t('transfer-desk.return.title')}><Step one={one} kind="return" /></Card>}
      {may('notePost') && one.parcel && <Card title={t('transfer-desk.post.title')}><Step one={one} kind="post" /></Card>}
    </>
  )
}

type Kind = 'receive' | 'return' | 'post'

function Step({ one, kind }: { one: Transfer; kind: Kind }) {
  const t = useT()
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const params = { id: one.id }
  const { revision } = one
  const calls = {
    receive: () => api('receiveFile', { params, body: { revision, remark: words.trim() } }),
    return: () => api('returnFile', { params, body: { revision, reasons: words.trim() } }),
    post: () => api('notePost', { params, body: { revision, note: words.trim() } }),
  }
  const run = useTransferStep(one, t(`transfer-desk.${kind}.done`), calls[kind])
  const error = missing && kind !== 'receive' && words.trim().length < 2 ? t(kind === 'return' ? 'transfer-desk.return.reasonsMissing' : 'transfer-desk.post.missing') : undefined
  const fields: Record<Kind, ReactNode> = {
    receive: <><p>{t('transfer-desk.receive.text')}</p><TextInput label={t('transfer-desk.receive.remark')} value={words} onChange={setWords} /></>,
    return: <TextArea label={t('transfer-desk.return.reasons')} hint={t('transfer-desk.return.reasonsHint')} value={words} onChange={setWords} error={error} />,
    post: <TextInput label={t('transfer-desk.post.note')} value={words} onChange={setWords} error={error} />,
  }
  return (
    <form
      className="tb-stack" noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(true)
        if (kind === 'receive' || words.trim().length >= 2) run.mutate()
      }}
    >
      {fields[kind]}
      {run.error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(run.error)}</p></Notice>}
      <div><Button type="submit" busy={run.isPending} variant={kind === 'receive' ? 'primary' : 'quiet'}>{t(kind === 'receive' ? 'transfer-desk.receive.sign' : `transfer-desk.${kind}.send`)}</Button></div>
    </form>
  )
}
