// Answering the time of a visit: all right, another one (once), or called off. What cannot be done any more says why.
import { useState } from 'react'
import { isAgreed, isArranged } from '../../../../server/modules/site-visits/visit.ts'
import { api } from '../../../api/client.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import type { Slot, Visit } from './queries.ts'
import { useVisitChange } from './useVisitChange.ts'

const keyOf = ({ day, half }: Slot): string => `${day} ${half}`

type Open = 'move' | 'cancel' | undefined

export function TimeForm({ application, visit, days }: { application: string; visit: Visit; days: readonly Slot[] }) {
  const t = useT()
  const format = useFormat()
  const [open, setOpen] = useState<Open>()
  const accept = useVisitChange(application, () => api('acceptVisitTime', { params: { id: visit.id }, body: visit.slot }))
  if (!visit.can.includes('accept') && !visit.can.includes('move') && !visit.can.includes('cancel')) return null
  const text = isAgreed(visit.state) ? t('visits.agreedText', { day: format.day(visit.clockOn ?? visit.slot.day) }) : t(visit.can.includes('accept') ? 'visits.offeredText' : 'visits.proposedText')
  return (
    <>
      <p>{text}</p>
      {accept.error !== null && <Notice tone="danger" live="assertive">{messageOf(accept.error) ?? t('visits.failed')}</Notice>}
      {open === undefined && (
        <div className="tb-row">
          {visit.can.includes('accept') && <Button busy={accept.isPending} onClick={() => accept.mutate(undefined)}>{t('visits.accept')}</Button>}
          {isArranged(visit.state) && <Button variant="ghost" disabledReason={visit.movable === null ? undefined : t(`visits.cannotMove.${visit.movable}`)} onClick={() => setOpen('move')}>{t('visits.move')}</Button>}
          {visit.can.includes('cancel') && <Button variant="quiet" onClick={() => setOpen('cancel')}>{t('visits.cancel')}</Button>}
        </div>
      )}
      {open === 'move' && <MoveForm application={application} visit={visit} days={days} onBack={() => setOpen(undefined)} />}
      {open === 'cancel' && <CancelForm application={application} visit={visit} onBack={() => setOpen(undefined)} />}
    </>
  )
}

function MoveForm({ application, visit, days, onBack }: { application: string; visit: Visit; days: readonly Slot[]; onBack: () => void }) {
  const t = useT()
  const format = useFormat()
  const [chosen, setChosen] = useState('')
  const slot = days.find((each) => keyOf(each) === chosen)
  const move = useVisitChange(application, (to: Slot) => api('moveVisit', { params: { id: visit.id }, body: to }))
  if (days.length === 0) return <><p>{t('visits.noDays')}</p><div><Button variant="quiet" onClick={onBack}>{t('visits.back')}</Button></div></>
  return (
    <>
      <p>{t('visits.moveLead')}</p>
      <RadioGroup label={t('visits.moveTo')} value={chosen} onChange={setChosen} options={days.map((each) => ({ value: keyOf(each), label: t('visits.at', { day: format.day(each.day), half: t(`visits.halves.${each.half}`) }) }))} />
      {move.error !== null && <Notice tone="danger" live="assertive">{messageOf(move.error) ?? t('visits.failed')}</Notice>}
      <div className="tb-row">
        <Button busy={move.isPending} disabledReason={slot ? undefined : t('visits.moveTo')} onClick={() => slot && move.mutate(slot)}>{t('visits.moveSend')}</Button>
        <Button variant="quiet" onClick={onBack}>{t('visits.back')}</Button>
      </div>
    </>
  )
}

const longest = 500

function CancelForm({ application, visit, onBack }: { application: string; visit: Visit; onBack: () => void }) {
  const t = useT()
  const [reasons, setReasons] = useState('')
  const [tried, setTried] = useState(false)
  const short = reasons.trim().length < 2
  const cancel = useVisitChange(application, () => api('cancelMyVisit', { params: { id: visit.id }, body: { reasons: reasons.trim() } }))
  return (
    <>
      <p>{t('visits.cancelLead')}</p>
      <TextArea label={t('visits.cancelReasons')} rows={2} limit={longest} value={reasons} onChange={setReasons} error={tried && short ? t('visits.short') : undefined} />
      {cancel.error !== null && <Notice tone="danger" live="assertive">{messageOf(cancel.error) ?? t('visits.failed')}</Notice>}
      <div className="tb-row">
        <Button variant="danger" busy={cancel.isPending} onClick={() => (short ? setTried(true) : cancel.mutate(undefined))}>{t('visits.cancelSend')}</Button>
        <Button variant="quiet" onClick={onBack}>{t('visits.back')}</Button>
      </div>
    </>
  )
}
