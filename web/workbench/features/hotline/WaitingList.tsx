// Calls nobody has taken, who may be in danger first; beside them how the agent's day goes. In the demo one can let it ring.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { renewCalls, type Calls } from './queries.ts'

export function WaitingList({ calls: { waiting, mine, today, mayRing }, busy, onTake }: { calls: Calls; busy: boolean; onTake: (id: string) => void }) {
  const t = useT()
  const format = useFormat()
  return (
    <div className="hotline-waiting tb-stack">
      <header>
        {mine === null ? <h1>{t('hotline.title')}</h1> : <h2>{t('hotline.waiting')}</h2>}
        <p className="tb-muted">{t('hotline.today', { n: today.finished })}{today.averageSeconds !== null && t('hotline.average', { n: today.averageSeconds })}</p>
      </header>
      {mine === null && <h2>{t('hotline.waiting')}</h2>}
      {waiting.length === 0 && <p className="tb-muted">{t('hotline.nobodyWaits')}</p>}
      <ul className="hotline-calls">
        {waiting.map((call, index) => (
          <li key={call.id} data-front={call.front || undefined}>
            <p>
              <b>{call.phone ?? t('hotline.hiddenNumber')}</b>
              <small className="tb-muted">{format.instant(call.rangAt)}</small>
              {call.front && <Chip tone="danger">{t('hotline.front')}</Chip>}
              {call.handedOver && <Chip tone="azure">{t('hotline.handedOver')}</Chip>}
            </p>
            <Button variant={index === 0 ? 'primary' : 'ghost'} busy={busy} {...(index === 0 ? { shortcut: 'A' } : {})} disabledReason={mine === null ? undefined : t('hotline.oneAtATime')} onClick={() => onTake(call.id)}>
              {call.handedOver ? t('hotline.callBack') : t('hotline.take')}
            </Button>
          </li>
        ))}
      </ul>
      {mayRing && <RingForm />}
    </div>
  )
}

function RingForm() {
  const t = useT()
  const [phone, setPhone] = useState('15400000101')
  const ringing = useChange(() => api('inventCall', { body: { phone: phone.replaceAll(/[^\d+]/g, '') } }), () => void renewCalls())
  return (
    <form
      className="hotline-ring"
      onSubmit={(event) => {
        event.preventDefault()
        ringing.mutate()
      }}
    >
      <TextInput label={t('hotline.rehearse')} hint={t('hotline.rehearseHint')} type="tel" inputMode="tel" width="medium" value={phone} onChange={setPhone} />
      <Button type="submit" variant="ghost" busy={ringing.isPending} disabledReason={phone.replaceAll(/\D/g, '').length < 5 ? t('hotline.needNumber') : undefined}>{t('hotline.ring')}</Button>
    </form>
  )
}
