// Something the other side proposed, waiting for the reader: who, what, until when, and what agreeing means.
// Agreeing and not agreeing stand side by side, neither is hidden.
import { useT } from '../../../shared/i18n/store.ts'
import { messageOf } from '../../../shared/failure.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { otherName, type Delegation } from './queries.ts'
import { Terms } from './Terms.tsx'
import { useAnswer } from './useAnswer.ts'

export function WaitingCard({ delegation }: { delegation: Delegation }) {
  const t = useT()
  const { mutate, isPending, error } = useAnswer(delegation.id)
  const name = otherName(delegation)
  return (
    <Card level={3} tone="attention" title={t(delegation.side === 'person' ? 'delegations.waiting.asked' : 'delegations.waiting.offered', { name })}>
      <div className="tb-stack">
        <Terms delegation={delegation} />
        {delegation.side === 'person' && <p>{t('delegations.waiting.acceptNote')}</p>}
        {error !== null && <Notice tone="danger" live="assertive">{messageOf(error) ?? t('delegations.failed')}</Notice>}
        <div className="tb-row">
          <Button busy={isPending} onClick={() => mutate('accept')}>{t('delegations.waiting.accept')}</Button>
          <Button variant="ghost" busy={isPending} onClick={() => mutate('refuse')}>{t('delegations.waiting.refuse')}</Button>
        </div>
      </div>
    </Card>
  )
}
