// What is to be done about a bad rating now: only the steps of one's own role, those not possible say why.
// What was written stays when it could not be sent.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox, RadioGroup } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { ratingQuery, type DeskRating } from './queries.ts'

type Action = DeskRating['choices'][number]['action']
const longest = 2000

export const keepRating = (next: DeskRating): Promise<void> => {
  queryClient.setQueryData(ratingQuery(next.id).queryKey, next)
  return queryClient.invalidateQueries({ queryKey: ['rating-desk'] })
}

export function ActForm({ one }: { one: DeskRating }) {
  const t = useT()
  const offered = one.choices.filter(({ because }) => because !== 'role' && because !== 'state')
  const [action, setAction] = useState<Action | undefined>(() => one.choices.find(({ possible }) => possible)?.action)
  const [text, setText] = useState('')
  const [reached, setReached] = useState(true)
  const [publish, setPublish] = useState(true)
  const [words, setWords] = useState(one.publicWords)
  const [tried, setTried] = useState(false)
  const said = text.trim()
  const needsText = action !== 'pass' || publish
  const send = (): Promise<DeskRating> => {
    const params = { id: one.id }
    const revision = one.revision ?? 0
    switch (action) {
      case 'contact': return api('contactRater', { params, body: { revision, reached, note: said } })
      case 'fix': return api('fixRated', { params, body: { revision, measures: said } })
      case 'reply': return api('replyToRating', { params, body: { revision, text: said } })
      case 'sendBack': return api('sendRatingBack', { params, body: { revision, reasons: said } })
      case 'dismiss': return api('dismissRating', { params, body: { revision, reasons: said } })
      default: return api('passRectification', { params, body: { revision, publication: publish ? { words: words.trim(), reply: said } : null } })
    }
  }
  const acting = useChange(send, async (next) => {
    toast(t('rating-desk.act.sent'), { tone: 'success' })
    await keepRating(next)
  })
  const choose = (value: string) => {
    const next = offered.find((each) => each.action === value)?.action
    setAction(next)
    if (next === 'pass' && said === '') setText(one.reply)
  }
  if (offered.length === 0) return null
  const error = tried && needsText && said.length < 2 ? t('rating-desk.act.short') : undefined
  return (
    <Card title={t('rating-desk.act.title')} tone="attention">
      <form
        className="tb-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (action !== undefined && (!needsText || said.length >= 2)) acting.mutate()
        }}
      >
        <RadioGroup
          label={t('rating-desk.act.title')} labelHidden inline value={action ?? ''} onChange={choose}
          options={offered.map(({ action: each, possible, because }) => ({ value: each, label: t(`rating-desk.act.${each}`), ...(possible || !because ? {} : { disabledReason: t('rating-desk.act.own') }) }))}
        />
        {action === 'contact' && <Checkbox label={t('rating-desk.act.reached')} checked={reached} onChange={setReached} />}
        {action === 'pass' && <Checkbox label={t('rating-desk.act.publish')} hint={t('rating-desk.act.publishHint')} checked={publish} onChange={setPublish} />}
        {action === 'pass' && publish && <TextArea label={t('rating-desk.act.publicWords')} rows={3} limit={longest} value={words} onChange={setWords} />}
        {action !== undefined && needsText && <TextArea label={t(`rating-desk.act.texts.${action}`)} required rows={4} limit={longest} value={text} onChange={setText} error={error} />}
        {acting.error !== null && <Notice tone="danger" live="assertive"><p>{codeOf(acting.error) === 'conflict' ? t('rating-desk.act.conflict') : (messageOf(acting.error) ?? t('rating-desk.failed'))}</p></Notice>}
        <div><Button type="submit" busy={acting.isPending} {...(action === undefined ? { disabledReason: t('rating-desk.act.own') } : {})}>{t('rating-desk.act.send')}</Button></div>
      </form>
    </Card>
  )
}
