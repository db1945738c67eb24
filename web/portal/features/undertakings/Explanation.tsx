// Being heard before anybody decides that a promise was broken (Administrative Licensing Law Art. 7): why it is asked, until when, the words.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { ownUndertakingsQuery, type OwnUndertaking } from './queries.ts'

const longest = 2000

export function Explanation({ one, application }: { one: OwnUndertaking; application: string }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [attempt, setAttempt] = useState(0)
  const send = useChange(
    () => api('answerUndertaking', { params: { id: one.id }, body: { text: text.trim() } }),
    () => void queries.invalidateQueries({ queryKey: ownUndertakingsQuery(application).queryKey }),
  )
  const short = text.trim().length < 2
  const why = one.questionedBecause === null ? t('undertakings.lapsed') : t('undertakings.questionedBecause', { authority: textIn(one.authorityName), reasons: one.questionedBecause })
  return (
    <>
      <Notice tone="attention">
        <p>{why}</p>
        <p>{one.answerOn === null ? t('undertakings.hearingUnknown') : t('undertakings.hearing', { day: format.day(one.answerOn) })}</p>
      </Notice>
      {one.answered ? (
        <p role="status">{t('undertakings.explained')}</p>
      ) : (
        <>
          <TextArea label={t('undertakings.explain')} hint={t('undertakings.explainHint')} rows={3} limit={longest} value={text} onChange={setText} error={attempt > 0 && short ? t('undertakings.explainShort') : undefined} />
          {send.error !== null && <Notice tone="danger" live="assertive">{messageOf(send.error) ?? t('undertakings.failed')}</Notice>}
          <div><Button variant="ghost" busy={send.isPending} onClick={() => (short ? setAttempt(attempt + 1) : send.mutate())}>{t('undertakings.explainSend')}</Button></div>
        </>
      )}
    </>
  )
}
