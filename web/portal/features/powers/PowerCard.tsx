// One power by law: what it rests on, until when; acting by it, naming staff of a company, ending it, or objecting to another guardian.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { startActing } from '../../../shared/acting.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { powersQuery, type Power } from './queries.ts'

const tones: Record<Power['state'], Tone> = { proven: 'success', contested: 'warning', over: 'neutral' }

export function PowerCard({ power }: { power: Power }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { id, kind, side, name, number, holderName, registryName, legalBasis, endsOn, state, mandate, actions, mayAct, endedBy, reason } = power
  const heading = side === 'guardian' ? t('proxies.powers.other', { holder: holderName, name }) : t(`proxies.powers.${kind}`, { name })
  const law = `《${legalBasis.title}》${legalBasis.article ?? ''}`
  return (
    <Card level={3} title={heading} aside={<Chip tone={tones[state]}>{t(`proxies.powers.state.${state}`)}</Chip>}>
      <div className="tb-stack">
        <KeyValue
          items={[
            { id: 'number', label: t('proxies.powers.number'), value: number },
            { id: 'register', label: t('proxies.powers.register'), value: textIn(registryName) },
            { id: 'law', label: t('proxies.powers.law'), value: law },
            { id: 'until', label: t('proxies.powers.until'), value: endsOn === null ? t('proxies.powers.untilLaw') : format.date(endsOn) },
          ]}
        />
        {endedBy !== null && <p>{t(`proxies.powers.ended.${endedBy}`, { reason })}</p>}
        {state === 'contested' && <p>{t('proxies.powers.waiting')}</p>}
        <div className="tb-row">
          {mayAct && <Button icon="person" onClick={() => startActing({ mandate, name, capacity: 'guardian', home: paths.delegations() }, paths.applications())}>{t('proxies.powers.start', { name })}</Button>}
          {kind === 'company' && state === 'proven' && <LinkButton icon="add" href={paths.nameStaff({ power: id })}>{t('proxies.powers.staff.open')}</LinkButton>}
          {actions.includes('object') && <Answer power={power} action="object" />}
          {actions.includes('end') && <Answer power={power} action="end" />}
        </div>
      </div>
    </Card>
  )
}

/** Both count at once, so they are asked once more. */
function Answer({ power: { id, name, kind }, action }: { power: Power; action: 'end' | 'object' }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { mutate, isPending, error } = useChange(() => api('answerPower', { params: { id }, body: { action, reason: reason.trim() } }), async () => {
    await queryClient.invalidateQueries({ queryKey: powersQuery.queryKey })
    setOpen(false)
  })
  const label = action === 'object' ? t('proxies.powers.object') : t(kind === 'company' ? 'proxies.powers.endCompany' : 'proxies.powers.end', { name })
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>{label}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t(`proxies.powers.${action}Ask.title`)}
        footer={
          <>
            <Button variant="quiet" onClick={() => setOpen(false)}>{t(`proxies.powers.${action}Ask.keep`)}</Button>
            <Button variant="danger" busy={isPending} onClick={() => mutate()}>{t(`proxies.powers.${action}Ask.confirm`)}</Button>
          </>
        }
      >
        <div className="tb-stack">
          <p>{t(`proxies.powers.${action}Ask.text`)}</p>
          {action === 'object' && <TextArea label={t('proxies.powers.objectAsk.reason')} value={reason} onChange={setReason} rows={3} limit={500} />}
          {error !== null && <Notice tone="danger" live="assertive">{messageOf(error) ?? t('proxies.failed')}</Notice>}
        </div>
      </Dialog>
    </>
  )
}
