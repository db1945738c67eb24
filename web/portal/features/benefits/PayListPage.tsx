// One published list, names masked; anybody logged in may say what is not right.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { detailOf, messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { payListQuery } from './queries.ts'

type List = Reply<'getPublishedPayList'>
type Person = List['people'][number]

export const loader = ({ params }: { params: Record<string, string | undefined> }) => queryClient.fetchQuery(payListQuery(params['list'] ?? ''))

export const title = (list: List) => list.benefitName

export function Component() {
  const t = useT()
  const format = useFormat()
  const { list: id = '' } = useParams()
  const { data: list } = useSuspenseQuery(payListQuery(id))
  const [about, setAbout] = useState<Person>()
  const columns: Column<Person>[] = [
    { key: 'name', header: t('benefits.lists.name'), cell: (one) => one.name },
    { key: 'seq', header: t('benefits.lists.seq'), cell: (one) => one.seq },
    { key: 'amount', header: t('benefits.lists.amount'), align: 'end', cell: (one) => format.money(one.fen) },
    { key: 'object', header: t('benefits.lists.object'), cell: (one) => <Button variant="plain" onClick={() => setAbout(one)}>{t('benefits.lists.object')}</Button> },
  ]
  return (
    <div className="tb-page tb-stack">
      <header>
        <p><Link href={paths.payLists()}>{t('benefits.lists.title')}</Link></p>
        <h1>{list.benefitName}</h1>
        <p>{t('benefits.lists.people', { n: list.items })} · {t('benefits.lists.until', { day: format.date(list.until) })}</p>
      </header>
      <Table caption={list.benefitName} columns={columns} rows={list.people} rowKey={({ seq }) => String(seq)} />
      {about && <Objecting list={list} about={about} onClose={() => setAbout(undefined)} />}
      <SignedOutDialog />
    </div>
  )
}

function Objecting({ list, about, onClose }: { list: List; about: Person; onClose: () => void }) {
  const t = useT()
  const [text, setText] = useState('')
  const sending = useChange(() => api('objectToPayList', { params: { id: list.id, seq: about.seq }, body: { text } }), () => {
    toast(t('benefits.lists.sent'))
    onClose()
  })
  const refusal = (['objected', 'mostOnList'] as const).find((each) => each === detailOf(sending.error, 'because'))
  return (
    <Dialog open onClose={onClose} title={`${t('benefits.lists.object')} · ${about.name}`} footer={<><Button busy={sending.isPending} onClick={() => sending.mutate()}>{t('benefits.lists.send')}</Button><Button variant="quiet" onClick={onClose}>{t('benefits.lists.cancel')}</Button></>}>
      <TextArea label={t('benefits.lists.text')} hint={t('benefits.lists.textHint')} rows={4} limit={1000} value={text} onChange={setText} />
      {sending.error !== null && <Notice tone="danger" live="assertive">{refusal ? t(`benefits.lists.refused.${refusal}`) : (messageOf(sending.error) ?? t('benefits.own.failed'))}</Notice>}
    </Dialog>
  )
}
