// The list the shift before left at this window, to be checked and signed by who comes next.
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import { windowQuery, type HandOver } from './queries.ts'
import { ShiftList } from './ShiftList.tsx'

export function LeftList({ left }: { left: HandOver }) {
  const t = useT()
  const format = useFormat()
  const taking = useChange(() => api('takeWindowOver', { body: { digest: left.digest, remark: '' } }), () => {
    toast(t('window.left.taken'), { tone: 'success' })
    return queryClient.invalidateQueries({ queryKey: windowQuery.queryKey })
  })
  return (
    <Card title={t('window.left.title')} tone="attention">
      <div className="tb-stack">
        <p className="tb-muted">{t('window.left.by', { name: left.by, time: format.instant(left.signedAt) })}</p>
        {left.remark !== '' && <p>{t('window.left.remark', { remark: left.remark })}</p>}
        <ShiftList list={left.list} level={3} />
        {taking.error !== null && <Notice tone="danger" live="assertive">{messageOf(taking.error) ?? t('window.failed')}</Notice>}
        <div>
          <Button busy={taking.isPending} onClick={() => taking.mutate()}>{t('window.left.take')}</Button>
        </div>
      </div>
    </Card>
  )
}
