// What the visit found, noted where the person stands on the list: agreed with their account, declined, moved away, nobody at home.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { detailOf, messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import type { DeskEntitlement } from './queries.ts'

const outcomes = ['agreed', 'declined', 'moved', 'absent'] as const
type Outcome = (typeof outcomes)[number]

export function VisitForm({ one, onDone }: { one: DeskEntitlement; onDone: () => void }) {
  const t = useT()
  const [outcome, setOutcome] = useState<Outcome>('agreed')
  const [note, setNote] = useState('')
  const [bank, setBank] = useState('')
  const [number, setNumber] = useState('')
  const noting = useChange(() => api('noteBenefitVisit', { params: { id: one.id }, body: { outcome, note: note.trim(), ...(outcome === 'agreed' ? { account: { bank: bank.trim() || '-', number: number.trim() || '-', holder: one.name } } : {}) } }), () => {
    toast(t('benefit-desk.visit.noted'))
    void queryClient.invalidateQueries({ queryKey: ['benefits'] })
    onDone()
  })
  return (
    <div className="tb-stack">
      <Select label={t('benefit-desk.visit.outcome')} value={outcome} onChange={(value) => setOutcome(outcomes.find((each) => each === value) ?? 'absent')} options={outcomes.map((value) => ({ value, label: t(`benefit-desk.visit.outcomes.${value}`) }))} />
      {outcome === 'agreed' && <>
        <TextInput label={t('benefit-desk.visit.bank')} value={bank} onChange={setBank} maxLength={60} />
        <TextInput label={t('benefit-desk.visit.number', { name: one.name })} inputMode="numeric" value={number} onChange={setNumber} maxLength={40} />
      </>}
      <TextInput label={t('benefit-desk.visit.note')} optional value={note} onChange={setNote} maxLength={500} />
      {noting.error !== null && <Notice tone="danger" live="assertive">{detailOf(noting.error, 'account') !== undefined ? t('benefit-desk.visit.accountBad') : (messageOf(noting.error) ?? t('benefit-desk.failed'))}</Notice>}
      <div className="tb-row">
        <Button busy={noting.isPending} onClick={() => noting.mutate()}>{t('benefit-desk.visit.save')}</Button>
        <Button variant="quiet" onClick={onDone}>{t('benefit-desk.visit.cancel')}</Button>
      </div>
    </div>
  )
}
