// The answer in plain words, who does it, by what law, and the one question: did it help?
// "Not solved" asks what is missing and goes one level up where there is one.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { messageOf } from '../../../shared/failure.ts'
import { formatMoment } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { useStep } from './change-one.ts'
import type { OwnHardCase } from './queries.ts'

type Answer = NonNullable<OwnHardCase['answer']>

export function AnswerCard({ one, answer }: { one: OwnHardCase; answer: Answer }) {
  const t = useT()
  const textIn = useTextIn()
  const laws = (answer.laws ?? []).map(({ title, article = '' }) => `《${title}》${article}`).join('、')
  return (
    <Card title={t('hard-cases.answer.title')} tone="success" aside={<span>{t('hard-cases.answer.from', { name: answer.name, time: formatMoment(answer.at, thisYear()) })}</span>}>
      <div className="tb-stack">
        {answer.to && <p><b>{t('hard-cases.answer.to', { name: answer.to })}</b></p>}
        <p className="hard-words">{answer.words}</p>
        {answer.by && answer.by.length > 0 && <p>{t('hard-cases.answer.by', { names: answer.by.join('、') })}</p>}
        {laws && <p className="tb-muted">{t('hard-cases.answer.laws', { laws })}</p>}
        {answer.target && (
          <div>
            <LinkButton href={answer.target.type === 'matter' ? paths.matter({ matter: answer.target.id }) : paths.service({ service: answer.target.id })}>{t('hard-cases.answer.go', { name: textIn(answer.target.name) })}</LinkButton>
          </div>
        )}
        {one.can.includes('settle') && <Word one={one} />}
      </div>
    </Card>
  )
}

const shortest = 2

function Word({ one }: { one: OwnHardCase }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const solved = useStep(() => api('settleHardCase', { params: { id: one.id }, body: {} }))
  const unsolved = useStep(() => api('raiseHardCase', { params: { id: one.id }, body: { why: why.trim() } }))
  const error = solved.error ?? unsolved.error
  const send = () => {
    setTried(true)
    if (why.trim().length >= shortest) unsolved.mutate()
  }
  return (
    <section className="tb-stack" aria-labelledby="hard-word">
      <div>
        <h3 id="hard-word">{t('hard-cases.answer.ask')}</h3>
        <p>{t('hard-cases.answer.askText', { place: t(one.can.includes('raise') ? 'hard-cases.answer.up' : 'hard-cases.answer.noUp') })}</p>
      </div>
      {error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(error) ?? t('ui.error.text')}</p></Notice>}
      {open ? (
        <>
          <TextArea label={t('hard-cases.answer.why')} required hint={t('hard-cases.answer.whyHint')} rows={3} limit={2000} value={why} onChange={setWhy} error={tried && why.trim().length < shortest ? t('hard-cases.answer.whyShort') : undefined} />
          <div className="tb-row">
            <Button busy={unsolved.isPending} onClick={send}>{t('hard-cases.answer.send')}</Button>
            <Button variant="quiet" onClick={() => setOpen(false)}>{t('hard-cases.answer.cancel')}</Button>
          </div>
        </>
      ) : (
        <div className="tb-row">
          <Button busy={solved.isPending} onClick={() => solved.mutate()}>{t('hard-cases.answer.solved')}</Button>
          <Button variant="ghost" onClick={() => setOpen(true)}>{t('hard-cases.answer.unsolved')}</Button>
        </div>
      )}
    </section>
  )
}
