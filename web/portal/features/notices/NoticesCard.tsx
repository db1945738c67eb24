// Numbered documents about an application, and the decision on a case the rules granted, issued when it is asked for.
// Nobody else opens them: opening is the receipt of the person they are for.
import { useQuery } from '@tanstack/react-query'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { toast } from '../../../ui/toasts.ts'
import './notices.css'
import { noticeAddress, noticesQuery, signedCopyAddress, type Notice } from './queries.ts'

type Tracking = Reply<'getApplication'>

export function NoticesCard({ tracking }: { tracking: Tracking }) {
  const t = useT()
  const { acting } = useSession()
  const { data: notices = [] } = useQuery({ ...noticesQuery(tracking.id), enabled: !acting })
  const granted = tracking.cases.filter(({ id, result }) => result !== null && !notices.some(({ caseId, kind }) => caseId === id && kind === 'decision'))
  if (acting) return null
  return (
    <Card title={t('notices.title')}>
      <p className="tb-muted">{t('notices.lead')}</p>
      <ul className="notices-list">
        <li>
          <a href={signedCopyAddress(tracking.id)} target="_blank" rel="noreferrer">{t('notices.signed.open')}</a>
          <div className="tb-muted">{t('notices.signed.text')}</div>
        </li>
        {notices.map((notice) => <Entry key={notice.id} notice={notice} />)}
      </ul>
      {granted.length > 0 && (
        <details className="applications-details">
          <summary>{t('notices.ask.title')}</summary>
          <div className="tb-stack">
            {granted.map((one) => <Ask key={one.id} application={tracking.id} one={one} />)}
          </div>
        </details>
      )}
    </Card>
  )
}

function Entry({ notice }: { notice: Notice }) {
  const t = useT()
  const format = useFormat()
  return (
    <li>
      {/* Out of the app: the browser shows the PDF in a page of its own. */}
      <a href={noticeAddress(notice.id)} target="_blank" rel="noreferrer" onClick={() => setTimeout(() => void queryClient.invalidateQueries({ queryKey: ['notices'] }), 2000)}>
        {t('notices.open', { name: notice.name })}
      </a>
      <div className="tb-muted">{notice.number ? t('notices.number', { number: notice.number, date: format.instant(notice.issuedAt) }) : t('notices.making')}</div>
      <div className="tb-muted">{notice.openedAt ? t('notices.opened', { time: formatMoment(notice.openedAt, thisYear()) }) : t('notices.unopened')}</div>
    </li>
  )
}

function Ask({ application, one }: { application: string; one: Tracking['cases'][number] }) {
  const t = useT()
  const textIn = useTextIn()
  const asking = useChange(() => api('askDecisionNotice', { params: { id: one.id } }), () => void queryClient.invalidateQueries({ queryKey: noticesQuery(application).queryKey }))
  return (
    <Button variant="ghost" busy={asking.isPending} onClick={() => asking.mutate(undefined, { onError: (error) => toast(messageOf(error) ?? t('notices.ask.failed'), { tone: 'danger' }) })}>
      {t('notices.ask.action', { service: textIn(one.name) })}
    </Button>
  )
}
