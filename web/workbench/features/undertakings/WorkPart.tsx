// What an official can do with a promise now. Each action opens its form; what cannot be done says why.
// Decisions name reasons, which the applicant reads.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { NumberInput } from '../../../ui/NumberInput.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { undertakingQuery, type Undertaking } from './queries.ts'

type Action = 'confirm' | 'reject' | 'question' | 'extend' | 'breach'
const actions: readonly Action[] = ['confirm', 'reject', 'question', 'extend', 'breach']
const longest = 2000
const usualDays = 10
const mostDays = 60
const months = { none: 0, half: 6, year: 12, two: 24 } as const
type Months = keyof typeof months

/** What is signed about a document, a paper brought to a counter, or something looked at. */
const confirmWord = (one: Undertaking) => (one.duty !== 'document' ? 'confirmCheck' : one.documents.length > 0 ? 'confirm' : 'confirmPaper')

export function WorkPart({ one }: { one: Undertaking }) {
  const t = useT()
  const [open, setOpen] = useState<Action>()
  const mine = one.actions.filter(({ because }) => because !== 'role')
  if (one.ended) return null
  if (mine.length === 0) return <Card title={t('undertakings-desk.work')}><p>{t('undertakings-desk.lookOnly')}</p></Card>
  return (
    <Card title={t('undertakings-desk.work')}>
      {open ? (
        <Form one={one} action={open} onClose={() => setOpen(undefined)} />
      ) : (
        <div className="tb-stack">
          {actions.map((action) => {
            const choice = mine.find((each) => each.action === action)
            if (!choice || (choice.because === 'state' && action === 'reject')) return null
            return (
              <Button key={action} block variant={action === 'confirm' ? 'primary' : action === 'breach' ? 'danger' : 'quiet'} disabledReason={choice.because ? t(`undertakings-desk.because.${choice.because}`) : undefined} onClick={() => setOpen(action)}>
                {t(`undertakings-desk.${action === 'confirm' ? confirmWord(one) : action}`)}
              </Button>
            )
          })}
        </div>
      )}
    </Card>
  )
}

function Form({ one, action, onClose }: { one: Undertaking; action: Action; onClose: () => void }) {
  const t = useT()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [days, setDays] = useState<number | undefined>(usualDays)
  const [revoke, setRevoke] = useState(false)
  const [kept, setKept] = useState<Months>('year')
  const [attempt, setAttempt] = useState(0)
  const params = { id: one.id }
  const { revision } = one
  const reasons = text.trim()
  const run = useChange(
    async () => {
      if (action === 'confirm') return api('confirmUndertaking', { params, body: { revision, digests: one.digests, note: reasons } })
      if (action === 'extend') return api('extendUndertaking', { params, body: { revision, reasons, days: days ?? usualDays } })
      if (action === 'breach') return api('breachUndertaking', { params, body: { revision, reasons, revoke, months: months[kept] } })
      return api(action === 'reject' ? 'rejectUndertaking' : 'questionUndertaking', { params, body: { revision, reasons } })
    },
    (reply) => {
      queries.setQueryData(undertakingQuery(one.id).queryKey, reply)
      void queries.invalidateQueries({ queryKey: ['undertakings', 'list'] })
      void queries.invalidateQueries({ queryKey: ['undertakings', 'counts'] })
      toast(t('undertakings-desk.done'))
    },
  )
  const short = action !== 'confirm' && reasons.length < 2
  const wrongDays = action === 'extend' && (days === undefined || !Number.isInteger(days) || days < 1 || days > mostDays)
  const word = t(`undertakings-desk.${action === 'confirm' ? confirmWord(one) : action}`)
  return (
    <form className="tb-stack" aria-label={word} onSubmit={(event) => { event.preventDefault(); if (short || wrongDays) setAttempt(attempt + 1); else run.mutate() }}>
      <b>{word}</b>
      {action === 'extend' && <NumberInput label={t('undertakings-desk.days')} whole value={days} onChange={setDays} error={attempt > 0 && wrongDays ? t('undertakings-desk.daysWrong') : undefined} />}
      <TextArea label={t(action === 'confirm' ? 'undertakings-desk.note' : 'undertakings-desk.reasons')} optional={action === 'confirm'} hint={action === 'confirm' ? undefined : t('undertakings-desk.reasonsHint')} rows={4} limit={longest} value={text} onChange={setText} error={attempt > 0 && short ? t('undertakings-desk.reasonsShort') : undefined} />
      {action === 'breach' && (
        <>
          <Select label={t('undertakings-desk.months')} hint={t('undertakings-desk.monthsHint')} value={kept} onChange={(value) => setKept(Object.keys(months).find((each): each is Months => each === value) ?? 'year')} options={(['none', 'half', 'year', 'two'] as const).map((value) => ({ value, label: t(`undertakings-desk.monthsOptions.${value}`) }))} />
          {one.result && <Checkbox label={t('undertakings-desk.revoke')} checked={revoke} onChange={setRevoke} disabledReason={one.mayRevoke ? undefined : t('undertakings-desk.revokeNot')} />}
        </>
      )}
      {run.error !== null && <Notice tone="danger" live="assertive" compact>{messageOf(run.error) ?? t('undertakings-desk.failed')}</Notice>}
      <div className="tb-row">
        <Button type="submit" variant={action === 'breach' ? 'danger' : 'primary'} busy={run.isPending}>{t('undertakings-desk.submit')}</Button>
        <Button variant="quiet" onClick={onClose}>{t('undertakings-desk.cancel')}</Button>
      </div>
    </form>
  )
}
