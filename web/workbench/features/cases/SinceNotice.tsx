// What happened to the case since the official last opened it, at the top of the page until they have seen it.
// Said once per visit: the time of the last look is the one that held when the page was opened.
import { useState } from 'react'
import { useT } from '../../../shared/i18n/store.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { actionText, actorOf } from './CaseHistory.tsx'
import { moment } from './moment.ts'
import type { CaseReply } from './queries.ts'

export function SinceNotice({ one }: { one: CaseReply }) {
  const t = useT()
  const { person } = useSession()
  const [lookedAt] = useState(one.lookedAt)
  const [seen, setSeen] = useState(false)
  const changes = lookedAt ? one.history.filter(({ at, action, actorName }) => at > lookedAt && action !== 'reveal' && actorName !== person?.name) : []
  if (seen || !lookedAt || changes.length === 0) return null
  return (
    <Notice tone="azure" title={t('desk.since.title')} actions={<Button variant="quiet" onClick={() => setSeen(true)}>{t('desk.since.seen')}</Button>}>
      <p>{t('desk.since.text', { time: moment(lookedAt) })}</p>
      <ul>
        {changes.map((entry) => <li key={entry.at + entry.action}>{t('desk.since.line', { time: moment(entry.at), who: actorOf(entry, t), what: actionText(entry, '', t) })}</li>)}
      </ul>
    </Notice>
  )
}
