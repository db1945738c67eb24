// Asks back what was paid to somebody on a list: why, in words the person reads.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { payListQuery, recoveriesQuery } from './queries.ts'

export function RecoveryForm({ list, id, name, onDone }: { list: string; id: string; name: string; onDone: () => void }) {
  const t = useT()
  const [reasons, setReasons] = useState('')
  const [attempt, setAttempt] = useState(0)
  const isShort = reasons.trim().length < 2
  const beginning = useChange(() => api('beginBenefitRecovery', { params: { id }, body: { reasons: reasons.trim() } }), ({ recoveries }) => {
    queryClient.setQueryData(recoveriesQuery.queryKey, recoveries)
    void queryClient.invalidateQueries({ queryKey: payListQuery(list).queryKey })
    toast(t('benefit-desk.recovery.begun'))
    onDone()
  })
  return (
    <Card title={t('benefit-desk.recovery.beginOf', { name })}>
      <div className="tb-stack">
        <TextArea label={t('benefit-desk.recovery.reasons')} hint={t('benefit-desk.recovery.reasonsHint')} rows={2} limit={2000} value={reasons} onChange={setReasons} error={attempt > 0 && isShort ? t('benefit-desk.list.answerShort') : undefined} />
        {beginning.error !== null && <Notice tone="danger" live="assertive">{messageOf(beginning.error) ?? t('benefit-desk.failed')}</Notice>}
        <div className="tb-row">
          <Button variant="danger" busy={beginning.isPending} onClick={() => (isShort ? setAttempt(attempt + 1) : beginning.mutate())}>{t('benefit-desk.recovery.begin')}</Button>
          <Button variant="quiet" onClick={onDone}>{t('benefit-desk.recovery.cancel')}</Button>
        </div>
      </div>
    </Card>
  )
}
