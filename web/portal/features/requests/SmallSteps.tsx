// Small steps of the reporter: remind the unit, let it see how to reach one, withdraw.
// What cannot be taken back asks once more.
import { useState } from 'react'
import { hidesReporter, isRunning } from '../../../../server/modules/requests/request.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import { keepRequest, mayTake, type OwnRequest } from './queries.ts'

export function SmallSteps({ one }: { one: OwnRequest }) {
  const t = useT()
  const textIn = useTextIn()
  const [asking, setAsking] = useState(false)
  const { id } = one
  const urging = useChange(() => api('urgeMyRequest', { params: { id }, body: {} }), (next) => {
    keepRequest(next)
    toast(t('requests.one.urged', { unit: one.unit ? textIn(one.unit.name) : '' }))
  })
  const opening = useChange(() => api('openMyName', { params: { id }, body: {} }), (next) => {
    keepRequest(next)
    toast(t('requests.one.opened'))
  })
  const withdrawing = useChange(() => api('withdrawMyRequest', { params: { id }, body: {} }), (next) => {
    keepRequest(next)
    setAsking(false)
    toast(t('requests.withdraw.done'))
  })
  const [mayUrge, mayWithdraw] = [mayTake(one, 'urge'), mayTake(one, 'withdraw')]
  const mayOpen = hidesReporter(one.kind) && !one.anonymous && !one.openName && isRunning(one.state)
  const error = urging.error ?? opening.error ?? withdrawing.error
  if (!mayUrge && !mayOpen && !mayWithdraw) return null
  return (
    <Card>
      <div className="tb-stack">
        {error !== null && <Notice tone="danger" live="assertive"><p>{messageOf(error) ?? t('ui.error.text')}</p></Notice>}
        {mayUrge && <Button variant="ghost" block busy={urging.isPending} onClick={() => urging.mutate()}>{t('requests.one.urge')}</Button>}
        {mayOpen && (
          <div>
            <Button variant="ghost" block busy={opening.isPending} onClick={() => opening.mutate()}>{t('requests.one.open')}</Button>
            <p className="tb-muted">{t('requests.one.openText')}</p>
          </div>
        )}
        {mayWithdraw && <Button variant="quiet" block onClick={() => setAsking(true)}>{t('requests.withdraw.action')}</Button>}
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('requests.withdraw.sure')}
        footer={<><Button variant="danger" busy={withdrawing.isPending} onClick={() => withdrawing.mutate()}>{t('requests.withdraw.yes')}</Button><Button variant="quiet" onClick={() => setAsking(false)}>{t('requests.withdraw.no')}</Button></>}
      >
        <p>{t('requests.withdraw.text')}</p>
      </Dialog>
    </Card>
  )
}
