// When officials may come, said before they arrange it: which half of the day, which days not, and whom they find there.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { messageOf } from '../../../shared/failure.ts'
import { plainDateOf, useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { now } from '../../../shared/now.ts'
import { Button } from '../../../ui/Button.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import type { MyVisits } from './queries.ts'
import { useVisitChange } from './useVisitChange.ts'

const halves = ['morning', 'afternoon'] as const
const mostDays = 10

export function WishForm({ application, wish }: { application: string; wish: MyVisits['wish'] }) {
  const t = useT()
  const format = useFormat()
  const [half, setHalf] = useState<string>(wish.half ?? 'any')
  const [notOn, setNotOn] = useState<readonly string[]>(wish.notOn)
  const [day, setDay] = useState('')
  const [contact, setContact] = useState(wish.contact)
  const today = plainDateOf(now())
  const save = useVisitChange(
    application,
    () => api('wishVisitTime', { params: { id: application }, body: { half: halves.find((each) => each === half) ?? null, notOn: [...notOn], contact: contact.trim() } }),
    () => toast(t('visits.wish.saved')),
  )
  const canAdd = /^\d{4}-\d{2}-\d{2}$/.test(day) && day > today && !notOn.includes(day) && notOn.length < mostDays
  return (
    <details className="visits-wish">
      <summary>{t('visits.wish.title')}</summary>
      <div className="tb-stack">
        <p>{t('visits.wish.lead')}</p>
        <RadioGroup inline label={t('visits.wish.half')} value={half} onChange={setHalf} options={[{ value: 'any', label: t('visits.wish.any') }, ...halves.map((value) => ({ value, label: t(`visits.halves.${value}`) }))]} />
        <DateInput label={t('visits.wish.notOn')} optional hint={t('visits.wish.notOnHint')} value={day} onChange={setDay} min={today} />
        <div className="tb-row">
          <Button variant="ghost" icon="add" disabledReason={canAdd ? undefined : t('visits.wish.notOnHint')} onClick={() => { setNotOn([...notOn, day].toSorted()); setDay('') }}>{t('visits.wish.add')}</Button>
          {notOn.map((each) => <Button key={each} variant="quiet" icon="close" aria-label={t('visits.wish.remove', { day: format.day(each) })} onClick={() => setNotOn(notOn.filter((other) => other !== each))}>{format.day(each)}</Button>)}
        </div>
        <TextInput label={t('visits.wish.contact')} optional hint={t('visits.wish.contactHint')} maxLength={100} value={contact} onChange={setContact} />
        {save.error !== null && <Notice tone="danger" live="assertive">{messageOf(save.error) ?? t('visits.failed')}</Notice>}
        <div><Button busy={save.isPending} onClick={() => save.mutate(undefined)}>{t('visits.wish.save')}</Button></div>
      </div>
    </details>
  )
}
