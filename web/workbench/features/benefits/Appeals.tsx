// Appeals that wait for an answer, the longest waiting first: what was said, what it is about, and the answer with reasons.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { appealsQuery, periodText, type Appeal } from './queries.ts'

export function Appeals() {
  const t = useT()
  const { data: appeals } = useSuspenseQuery(appealsQuery)
  if (appeals.length === 0) return null
  return (
    <section className="tb-stack" aria-labelledby="benefit-appeals">
      <h2 id="benefit-appeals">{t('benefit-desk.appeals.title')}</h2>
      {appeals.map((one) => <Entry key={one.id} one={one} />)}
    </section>
  )
}

function Entry({ one }: { one: Appeal }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={`${one.name} · ${one.benefitName}`} level={3}>
      <div className="tb-stack">
        <KeyValue items={[
          { id: 'what', label: t('benefit-desk.appeals.about'), value: `${periodText(one.period, t('benefit-desk.once'))} · ${format.money(one.fen)}` },
          { id: 'ended', label: t('benefit-desk.appeals.ended'), value: `${one.ruling === 'refused' ? t('benefit-desk.appeals.refused') : t(`benefit-desk.states.${one.state}`)} · ${format.instant(one.endedAt)}` },
          ...one.earlier.map((before, at) => ({ id: `earlier ${at}`, label: t('benefit-desk.appeals.earlier'), value: `${before.text} → ${before.answer}` })),
          { id: 'said', label: t('benefit-desk.appeals.said'), value: `${one.text} · ${format.instant(one.madeAt)}` },
        ]} />
        {one.mayAnswer ? <Answer one={one} /> : <p className="tb-muted">{t('benefit-desk.appeals.notYours')}</p>}
      </div>
    </Card>
  )
}

function Answer({ one }: { one: Appeal }) {
  const t = useT()
  const [reasons, setReasons] = useState('')
  const [attempt, setAttempt] = useState(0)
  const answering = useChange((answer: 'uphold' | 'dismiss') => api('answerBenefitAppeal', { params: { id: one.id, answer }, body: { reasons: reasons.trim() } }), ({ appeals }) => {
    queryClient.setQueryData(appealsQuery.queryKey, appeals)
    toast(t('benefit-desk.done'))
  })
  const isShort = reasons.trim().length < 2
  const answer = (how: 'uphold' | 'dismiss') => (isShort ? setAttempt(attempt + 1) : answering.mutate(how))
  return (
    <>
      <TextArea label={t('benefit-desk.appeals.reasons')} hint={t('benefit-desk.appeals.reasonsHint')} rows={2} limit={2000} value={reasons} onChange={setReasons} error={attempt > 0 && isShort ? t('benefit-desk.list.answerShort') : undefined} />
      {answering.error !== null && <Notice tone="danger" live="assertive">{messageOf(answering.error) ?? t('benefit-desk.failed')}</Notice>}
      <div className="tb-row">
        <Button busy={answering.isPending} onClick={() => answer('uphold')}>{t('benefit-desk.appeals.uphold')}</Button>
        <Button variant="ghost" busy={answering.isPending} onClick={() => answer('dismiss')}>{t('benefit-desk.appeals.dismiss')}</Button>
      </div>
    </>
  )
}
