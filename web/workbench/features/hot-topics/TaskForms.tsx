// Making a task of a topic: which unit, what it does, by when. And ending one: what was done, or why it is dropped.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { today } from '../../../shared/now.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { UnitPick, unitIn } from '../requests/UnitForms.tsx'
import type { GovernanceTask, HotTopic } from './queries.ts'

const longest = 2000
const shortest = 5

const refresh = () => queryClient.invalidateQueries({ queryKey: ['hot-topics'] })

export function MakeTaskForm({ topic: { id, region } }: { topic: Pick<HotTopic, 'id' | 'region'> }) {
  const t = useT()
  const [unit, setUnit] = useState('')
  const [measures, setMeasures] = useState('')
  const [dueOn, setDueOn] = useState('')
  const [attempt, setAttempt] = useState(0)
  const chosen = unitIn(unit)
  const problems = {
    unit: chosen ? undefined : t('hot-topics.form.needUnit'), measures: measures.trim().length >= shortest ? undefined : t('hot-topics.form.needMeasures'),
    dueOn: dueOn > today() ? undefined : t('hot-topics.form.needDay'),
  }
  const shown = (field: keyof typeof problems) => (attempt > 0 ? problems[field] : undefined)
  const errors = Object.entries(problems).flatMap(([field, message]) => (message ? [{ field, message }] : []))
  const making = useChange(() => api('makeGovernanceTask', { params: { id }, body: { line: chosen?.line ?? '', region: chosen?.region ?? '', measures: measures.trim(), dueOn } }), async () => {
    toast(t('hot-topics.form.made'))
    await refresh()
  })
  return (
    <Card title={t('hot-topics.form.title')}>
      <form
        aria-label={t('hot-topics.form.title')}
        className="tb-stack"
        onSubmit={(event) => {
          event.preventDefault()
          setAttempt(attempt + 1)
          if (errors.length === 0) making.mutate()
        }}
      >
        <ErrorSummary errors={attempt > 0 ? errors : []} attempt={attempt} />
        <UnitPick label={t('hot-topics.task.unit')} value={unit} onChange={setUnit} error={shown('unit')} of={region} />
        <TextArea id="measures" label={t('hot-topics.task.measures')} required rows={4} limit={longest} value={measures} onChange={setMeasures} error={shown('measures')} />
        <DateInput id="dueOn" label={t('hot-topics.task.dueOn')} required value={dueOn} onChange={setDueOn} error={shown('dueOn')} />
        {making.error !== null && <Notice tone="danger" live="assertive">{messageOf(making.error) ?? t('hot-topics.form.failed')}</Notice>}
        <div><Button type="submit" busy={making.isPending}>{t('hot-topics.form.make')}</Button></div>
      </form>
    </Card>
  )
}

export function EndTaskForm({ task }: { task: GovernanceTask }) {
  const t = useT()
  const [note, setNote] = useState('')
  const [attempt, setAttempt] = useState(0)
  const error = attempt > 0 && note.trim().length < shortest ? t('hot-topics.form.needNote') : undefined
  const ending = useChange((how: 'finish' | 'drop') => api('endGovernanceTask', { params: { id: task.id }, body: { ending: how, note: note.trim() } }), async () => {
    toast(t('hot-topics.form.ended'))
    await refresh()
  })
  const end = (how: 'finish' | 'drop') => {
    setAttempt(attempt + 1)
    if (note.trim().length >= shortest) ending.mutate(how)
  }
  return (
    <form className="tb-stack" aria-label={t('hot-topics.form.end')} onSubmit={(event) => { event.preventDefault(); end('finish') }}>
      <TextArea id={`note-${task.id}`} label={t('hot-topics.form.note')} required rows={3} limit={longest} value={note} onChange={setNote} error={error} />
      {ending.error !== null && <Notice tone="danger" live="assertive">{messageOf(ending.error) ?? t('hot-topics.form.failed')}</Notice>}
      <div className="tb-row">
        <Button type="submit" busy={ending.isPending}>{t('hot-topics.form.finish')}</Button>
        <Button variant="ghost" onClick={() => end('drop')}>{t('hot-topics.form.drop')}</Button>
      </div>
    </form>
  )
}
