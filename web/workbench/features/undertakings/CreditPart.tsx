// A broken promise on record, seen by the authority: until when it stands, and the answer to an objection or a request for repair.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { undertakingQuery, type Undertaking } from './queries.ts'

const longest = 2000
const answers = ['repair', 'uphold', 'cancel'] as const
type Answer = (typeof answers)[number]

export function CreditPart({ one, credit }: { one: Undertaking; credit: NonNullable<Undertaking['credit']> }) {
  const t = useT()
  const format = useFormat()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [attempt, setAttempt] = useState(0)
  const short = text.trim().length < 2
  const run = useChange(
    (answer: Answer) => api('settleCreditEntry', { params: { id: credit.id, answer }, body: { reasons: text.trim() } }),
    (reply) => {
      queries.setQueryData(undertakingQuery(one.id).queryKey, reply)
      toast(t('undertakings-desk.done'))
    },
  )
  const possible = one.actions.some(({ action, because }) => action === 'breach' && because !== 'role') ? answers.filter((answer) => credit.may.includes(answer)) : []
  return (
    <Card title={t('undertakings-desk.credit')}>
      <div className="tb-stack">
        <p>{credit.stands ? t('undertakings-desk.creditStands', { day: format.date(credit.untilOn) }) : t('undertakings-desk.creditOver')}</p>
        {possible.length > 0 && (
          <>
            <TextArea label={t('undertakings-desk.creditSettle')} hint={t('undertakings-desk.reasonsHint')} rows={3} limit={longest} value={text} onChange={setText} error={attempt > 0 && short ? t('undertakings-desk.reasonsShort') : undefined} />
            {run.error !== null && <Notice tone="danger" live="assertive" compact>{messageOf(run.error) ?? t('undertakings-desk.failed')}</Notice>}
            <div className="tb-row">
              {possible.map((answer) => (
                <Button key={answer} variant={answer === 'repair' ? 'primary' : 'quiet'} busy={run.isPending} onClick={() => (short ? setAttempt(attempt + 1) : run.mutate(answer))}>{t(`undertakings-desk.${answer === 'cancel' ? 'cancelEntry' : answer}`)}</Button>
              ))}
            </div>
          </>
        )}
      </div>
    </Card>
  )
}
