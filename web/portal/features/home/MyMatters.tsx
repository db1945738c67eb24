// What a logged-in resident is in the middle of: running applications service by service, drafts to go on with, new messages.
// Nothing is drawn when there is nothing.
import { useQuery } from '@tanstack/react-query'
import { plainDateOf, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { useSession } from '../../../shared/session.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { isDraft, isRunning, ownApplicationsQuery, type OwnApplication } from '../matters/own-applications.ts'
import { newMessagesQuery, type Inbox } from './queries.ts'
import { RunningCard } from './RunningCard.tsx'

const runningShown = 2

export function MyMatters() {
  const t = useT()
  const { data: own = [], error } = useQuery(ownApplicationsQuery)
  const { acting } = useSession()
  const { data: inbox } = useQuery({ ...newMessagesQuery, enabled: !acting })
  const running = own.filter(isRunning)
  const drafts = own.filter(isDraft)
  const unread = inbox && inbox.unread > 0 ? inbox : undefined
  if (error) return <Notice tone="warning">{t('home.mine.failed')}</Notice>
  if (running.length + drafts.length === 0 && !unread) return null
  return (
    <section className="home-mine" aria-label={t('home.mine.title')}>
      {running.length > 0 && (
        <div className="tb-stack">
          {running.slice(0, runningShown).map((application) => (
            <RunningCard key={application.id} application={application} />
          ))}
          {running.length > runningShown && (
            <p>
              <Link href={paths.applications()}>{t('home.mine.more', { n: running.length - runningShown })}</Link>
            </p>
          )}
        </div>
      )}
      {(drafts.length > 0 || unread) && (
        <div className="tb-stack">
          {drafts.length > 0 && <Drafts drafts={drafts} />}
          {unread && <NewMessages inbox={unread} />}
        </div>
      )}
    </section>
  )
}

function Drafts({ drafts }: { drafts: readonly OwnApplication[] }) {
  const t = useT()
  const format = useFormat()
  const textIn = useTextIn()
  return (
    <Card title={t('home.mine.drafts')}>
      <ul className="home-list">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <span>
              <b>{textIn(draft.matterName)}</b>
              <small className="tb-muted">{draft.filled > 0 ? t('home.mine.filled', { n: draft.filled, date: format.day(plainDateOf(draft.updatedAt)) }) : t('home.mine.begun', { date: format.day(plainDateOf(draft.updatedAt)) })}</small>
            </span>
            <Link href={paths.apply({ application: draft.id })} className="tb-button" data-variant="ghost" aria-label={`${t('home.mine.continue')} ${textIn(draft.matterName)}`}>
              {t('home.mine.continue')}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function NewMessages({ inbox }: { inbox: Inbox }) {
  const t = useT()
  return (
    <Card title={t('home.mine.messages', { n: inbox.unread })} aside={<Link href={paths.inbox()}>{t('home.mine.inbox')}</Link>}>
      <ul className="home-list">
        {inbox.messages.filter(({ read }) => !read).map((message) => (
          <li key={message.id}>
            <Link href={paths.message({ message: message.id })}>{message.title}</Link>
            {message.kind === 'supplement' && <Chip tone="attention">{t('home.progress.needsYou')}</Chip>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
