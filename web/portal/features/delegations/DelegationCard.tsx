// One delegation: where it stands, what it covers, what was done under it; starting to act, ending it.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { startActing } from '../../../shared/acting.ts'
import { messageOf } from '../../../shared/failure.ts'
import { formatMoment } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { otherName, usesQuery, type Delegation } from './queries.ts'
import { Terms } from './Terms.tsx'
import { useAnswer } from './useAnswer.ts'

const tones: Record<Delegation['standing'], Tone> = { proposed: 'warning', lapsed: 'neutral', upcoming: 'azure', inForce: 'success', usedUp: 'warning', expired: 'neutral', refused: 'neutral', ended: 'neutral' }

export function DelegationCard({ delegation }: { delegation: Delegation }) {
  const t = useT()
  const { side, standing, personName, holderName, companyName, mandate, kind, mayAct, actions, uses } = delegation
  const act = () => startActing({ mandate, name: companyName ?? personName, capacity: kind, home: paths.delegations() }, paths.applications())
  return (
    <Card
      level={3}
      title={side === 'person' ? t('delegations.by', { name: holderName }) : t('delegations.for', { name: companyName ?? personName })}
      aside={<Chip tone={tones[standing]}>{t(`delegations.standing.${standing}`)}</Chip>}
    >
      <div className="tb-stack">
        <Terms delegation={delegation} />
        {standing === 'usedUp' && <p>{t('delegations.usedUpNote')}</p>}
        <div className="tb-row">
          {mayAct && <Button icon="person" onClick={act}>{t('delegations.start', { name: companyName ?? personName })}</Button>}
          {actions.includes('end') && <Ending delegation={delegation} />}
        </div>
        {uses > 0 && <Done id={delegation.id} />}
      </div>
    </Card>
  )
}

/** Ending counts at once, so it is asked once more. */
function Ending({ delegation }: { delegation: Delegation }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const { mutate, isPending, error } = useAnswer(delegation.id)
  const isOffer = delegation.standing === 'proposed'
  return (
    <>
      <Button variant="quiet" busy={isPending && isOffer} onClick={() => (isOffer ? mutate('end') : setOpen(true))}>{t(isOffer ? 'delegations.takeBack' : 'delegations.end')}</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('delegations.endAsk.title')}
        footer={
          <>
            <Button variant="quiet" onClick={() => setOpen(false)}>{t('delegations.endAsk.keep')}</Button>
            <Button variant="danger" busy={isPending} onClick={() => mutate('end', { onSuccess: () => setOpen(false) })}>{t('delegations.endAsk.confirm')}</Button>
          </>
        }
      >
        <p>{t('delegations.endAsk.text', { name: delegation.side === 'person' ? t('delegations.you') : otherName(delegation) })}</p>
        {error !== null && <Notice tone="danger" live="assertive">{messageOf(error) ?? t('delegations.failed')}</Notice>}
      </Dialog>
    </>
  )
}

function Done({ id }: { id: string }) {
  const t = useT()
  const textIn = useTextIn()
  const [open, setOpen] = useState(false)
  const { data, error } = useQuery({ ...usesQuery(id), enabled: open })
  return (
    <details className="delegation-done" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('delegations.done.show')}</summary>
      {error !== null && <p>{messageOf(error) ?? t('delegations.failed')}</p>}
      <ul className="delegation-uses">
        {data?.map(({ applicationId, matterName, actorName, at }) => (
          <li key={applicationId}>
            {t('delegations.done.line', { matter: textIn(matterName), who: actorName })} <time dateTime={at} className="tb-muted">{formatMoment(at, thisYear())}</time>
          </li>
        ))}
      </ul>
    </details>
  )
}
