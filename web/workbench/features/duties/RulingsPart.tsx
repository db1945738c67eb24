// Rulings of arbiters on their way into the duty list: designers take them over into a design or leave them out with a reason.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { rulingsQuery, type Ruling } from './queries.ts'

const tones = { proposed: 'warning', taken: 'success', dropped: 'neutral' } as const
const shortest = 2

export function RulingsPart({ rulings }: { rulings: readonly Ruling[] }) {
  const t = useT()
  const [dropping, setDropping] = useState<Ruling>()
  return (
    <div className="tb-stack">
      <p className="tb-muted">{t('duties.rulings.lead')}</p>
      {rulings.length === 0 && <EmptyState title={t('duties.rulings.none.title')}><p>{t('duties.rulings.none.text')}</p></EmptyState>}
      {rulings.map((ruling) => <RulingCard key={ruling.id} ruling={ruling} onDrop={() => setDropping(ruling)} />)}
      {dropping && <DropDialog ruling={dropping} onClose={() => setDropping(undefined)} />}
    </div>
  )
}

function useDone(then?: () => void) {
  const t = useT()
  return async () => {
    toast(t('duties.rulings.done'))
    await queryClient.invalidateQueries({ queryKey: rulingsQuery.queryKey })
    then?.()
  }
}

function RulingCard({ ruling, onDrop }: { ruling: Ruling; onDrop: () => void }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const done = useDone()
  const take = useChange(() => api('takeDutyRuling', { params: { id: ruling.id } }), () => void done())
  return (
    <Card title={textIn(ruling.categoryName)} aside={<Chip tone={tones[ruling.stage]}>{ruling.edition === null ? t(`duties.rulings.stage.${ruling.stage}`) : t('duties.rulings.inForce', { n: ruling.edition })}</Chip>}>
      <div className="tb-stack">
        <p>{format.list([textIn(ruling.regionName), ...ruling.areas.map(textIn)])} · <b>{t('duties.rulings.unit', { name: ruling.unit ? textIn(ruling.unit.name) : '' })}</b></p>
        <p>{ruling.reason}</p>
        <p className="tb-muted">{t('duties.rulings.request', { number: ruling.requestNumber })} · {t('duties.rulings.by', { name: ruling.ruledBy, date: format.instant(ruling.ruledAt) })}{ruling.note && ` · ${ruling.note}`}</p>
        {take.isError && <Notice tone="danger" live="assertive">{messageOf(take.error) ?? t('duties.rulings.failed')}</Notice>}
        <div className="tb-row">
          {ruling.can.includes('take') && <Button variant="primary" busy={take.isPending} onClick={() => take.mutate()}>{t('duties.rulings.take')}</Button>}
          {ruling.can.includes('drop') && <Button onClick={onDrop}>{t('duties.rulings.drop')}</Button>}
          {ruling.designId !== null && <Link href={paths.workbenchDesign({ design: ruling.designId })}>{t('duties.rulings.design')}</Link>}
        </div>
      </div>
    </Card>
  )
}

function DropDialog({ ruling, onClose }: { ruling: Ruling; onClose: () => void }) {
  const t = useT()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const done = useDone(onClose)
  const drop = useChange(() => api('dropDutyRuling', { params: { id: ruling.id }, body: { note: note.trim() } }), () => void done())
  const short = note.trim().length < shortest
  const send = () => { setTried(true); if (!short) drop.mutate() }
  return (
    <Dialog open stay onClose={onClose} title={t('duties.rulings.dropTitle')} footer={<Button variant="primary" busy={drop.isPending} onClick={send}>{t('duties.rulings.drop')}</Button>}>
      <TextArea label={t('duties.rulings.dropNote')} hint={t('duties.rulings.dropHint')} required value={note} onChange={setNote} error={tried && short ? t('duties.form.required') : undefined} />
      {drop.isError && <Notice tone="danger" live="assertive">{messageOf(drop.error) ?? t('duties.rulings.failed')}</Notice>}
    </Dialog>
  )
}
