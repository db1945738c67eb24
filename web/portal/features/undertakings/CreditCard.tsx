// Broken promises on record about me, on the page of my data: what, by whom, until when, on what basis; objecting and asking for repair.
// Nothing is drawn when there are none.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { ownCreditQuery, type OwnCreditEntry } from './queries.ts'

const longest = 2000
type Wish = 'object' | 'askRepair'

export function CreditCard() {
  const t = useT()
  const { data: entries = [] } = useQuery(ownCreditQuery)
  if (entries.length === 0) return null
  return (
    <Card title={t('undertakings.credit.title')} tone={entries.some((each) => each.stands) ? 'attention' : 'plain'}>
      <div className="tb-stack">
        {entries.some((each) => each.stands) && <p>{t('undertakings.credit.lead')}</p>}
        {entries.map((entry) => <Entry key={entry.id} entry={entry} />)}
      </div>
    </Card>
  )
}

function Entry({ entry }: { entry: OwnCreditEntry }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const over = !entry.stands && (entry.state === 'standing' || entry.state === 'contested' || entry.state === 'repairing')
  return (
    <section className="tb-stack" aria-label={textIn(entry.documentName)}>
      <div className="tb-row">
        <b>{t('undertakings.credit.entry', { service: textIn(entry.serviceName), name: textIn(entry.documentName) })}</b>
        <Chip tone={entry.stands ? 'warning' : 'neutral'}>{over ? t('undertakings.credit.over') : t(`undertakings.credit.states.${entry.state}`)}</Chip>
      </div>
      <p>{t('undertakings.credit.by', { authority: textIn(entry.authorityName), day: format.date(entry.untilOn) })} {t('undertakings.credit.reason', { reason: entry.reason })}</p>
      <p className="tb-muted" lang="zh-CN">{t('undertakings.credit.law', { title: entry.law.title })}</p>
      {entry.answers.length > 0 && (
        <ul>
          {entry.answers.map(({ action, at, text }) => (
            <li key={at}><time dateTime={at}>{formatMoment(at, thisYear())}</time> {t(`undertakings.credit.said.${wordOf(action)}`)}：{text}</li>
          ))}
        </ul>
      )}
      {entry.stands && <Wishes entry={entry} />}
    </section>
  )
}

const known = ['object', 'askRepair', 'uphold', 'cancel', 'repair'] as const
/** The reply names the action as text. */
const wordOf = (action: string): (typeof known)[number] => known.find((each) => each === action) ?? 'object'

function Wishes({ entry }: { entry: OwnCreditEntry }) {
  const t = useT()
  const queries = useQueryClient()
  const [wish, setWish] = useState<Wish>()
  const [text, setText] = useState('')
  const [attempt, setAttempt] = useState(0)
  const send = useChange(
    () => api('speakUpOnCreditEntry', { params: { id: entry.id, wish: wish ?? 'object' }, body: { text: text.trim() } }),
    ({ entries }) => {
      queries.setQueryData(ownCreditQuery.queryKey, entries)
      setWish(undefined)
      setText('')
      toast(t('undertakings.credit.sent'))
    },
  )
  const open = (['object', 'askRepair'] as const).filter((each) => entry.may.includes(each))
  const short = text.trim().length < 2
  if (wish === undefined) return <div className="tb-row">{open.map((each) => <Button key={each} variant="quiet" onClick={() => setWish(each)}>{t(`undertakings.credit.${each}`)}</Button>)}</div>
  return (
    <>
      <TextArea label={t(`undertakings.credit.${wish}`)} hint={t(`undertakings.credit.${wish}Hint`)} rows={3} limit={longest} value={text} onChange={setText} error={attempt > 0 && short ? t('undertakings.explainShort') : undefined} />
      {send.error !== null && <Notice tone="danger" live="assertive">{messageOf(send.error) ?? t('undertakings.failed')}</Notice>}
      <div className="tb-row">
        <Button busy={send.isPending} onClick={() => (short ? setAttempt(attempt + 1) : send.mutate())}>{t('undertakings.credit.send')}</Button>
        <Button variant="quiet" onClick={() => setWish(undefined)}>{t('undertakings.credit.cancel')}</Button>
      </div>
    </>
  )
}
