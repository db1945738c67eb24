// The inbox: what the authorities told the person, newest first; each message leads to its application.
// Opening a message marks it as read; all can be marked at once. /inbox/<id> is the same page at that message.
import { useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useParams } from 'react-router'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { formatMoment } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { toast } from '../../../ui/toasts.ts'
import { noticeAddress } from '../notices/queries.ts'
import { ChoicesCard } from './ChoicesCard.tsx'
import { messagesQuery, unreadQuery, type Message } from './queries.ts'
import './inbox.css'

export const loader = async () => {
  await queryClient.fetchInfiniteQuery(messagesQuery)
  return null
}

export const title = () => t('shell.nav.inbox')

export function Component() {
  const t = useT()
  const { message: opened } = useParams()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(messagesQuery)
  const messages = data.pages.flatMap((page) => page.messages)
  const unread = data.pages[0]?.unread ?? 0
  const markRead = useMarkRead()
  useOpened(opened, messages, markRead.mutate)
  return (
    <div className="tb-page tb-page-text tb-stack">
      <div className="inbox-head">
        <h1>{t('shell.nav.inbox')}</h1>
        {unread > 0 && (
          <Button variant="quiet" busy={markRead.isPending} onClick={() => markRead.mutate(undefined)}>
            {t('inbox.markAll', { n: unread })}
          </Button>
        )}
      </div>
      {messages.length === 0 && (
        <EmptyState title={t('inbox.empty')}>
          <p>{t('inbox.emptyText')}</p>
        </EmptyState>
      )}
      {messages.map((message) => <Entry key={message.id} message={message} onRead={() => !message.read && markRead.mutate(message.id)} />)}
      {hasNextPage && (
        <Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('inbox.older')}
        </Button>
      )}
      <ChoicesCard />
      <SignedOutDialog />
    </div>
  )
}

const entryId = (id: string): string => `message-${id}`

/** Goes to the message the address names, and marks it as read. */
function useOpened(id: string | undefined, messages: readonly Message[], markRead: (id: string) => void) {
  const message = messages.find((each) => each.id === id)
  const unread = message !== undefined && !message.read
  const open = useEffectEvent((opened: string) => {
    document.getElementById(entryId(opened))?.scrollIntoView({ block: 'center' })
    if (unread) markRead(opened)
  })
  useEffect(() => {
    if (id !== undefined) open(id)
  }, [id])
}

function useMarkRead() {
  const queries = useQueryClient()
  const marking = useChange(
    (id: string | undefined) => api('markMessagesRead', { body: id === undefined ? {} : { id } }),
    ({ unread }, id) => {
      queries.setQueryData(unreadQuery.queryKey, unread)
      queries.setQueryData(messagesQuery.queryKey, (before) => before && {
        ...before,
        pages: before.pages.map((page) => ({ unread, messages: page.messages.map((message) => (id === undefined || message.id === id ? { ...message, read: true } : message)) })),
      })
    },
  )
  useEffect(() => {
    if (marking.error !== null) toast(messageOf(marking.error) ?? t('inbox.failed'), { tone: 'danger' })
  }, [marking.error])
  return marking
}

function Entry({ message, onRead }: { message: Message; onRead: () => void }) {
  const t = useT()
  return (
    <article id={entryId(message.id)} className="inbox-entry" data-unread={!message.read || undefined}>
      <Card>
        <div className="tb-card-head">
          <h2>{message.title}</h2>
          <div className="tb-card-aside">
            {!message.read && <Chip tone="attention">{t('inbox.new')}</Chip>}
            <time dateTime={message.at}>{formatMoment(message.at, thisYear())}</time>
          </div>
        </div>
        <p>{message.body}</p>
        <div className="tb-row">
          {message.applicationId && (
            <Link href={`${paths.application({ application: message.applicationId })}${message.caseId ? `#case-${message.caseId}` : ''}`} onClick={onRead}>{t('inbox.open')}</Link>
          )}
          {message.notice && <a href={noticeAddress(message.notice.id)} target="_blank" rel="noreferrer" onClick={onRead}>{t('inbox.notice', { name: message.notice.name })}</a>}
          {message.kind === 'batchRowAsked' && <Link href={paths.batchAnswers()} onClick={onRead}>{t('inbox.batchAnswers')}</Link>}
          {/^(delegation|guardian|agency|helped)/.test(message.kind) && <Link href={paths.delegations()} onClick={onRead}>{t('shell.acting.manage')}</Link>}
          {message.kind === 'consentAsked' && <Link href={paths.consents()} onClick={onRead}>{t('inbox.openConsents')}</Link>}
          {message.kind.startsWith('benefit') && <Link href={paths.myBenefits()} onClick={onRead}>{t('inbox.openBenefits')}</Link>}
          {message.ratingId && <Link href={paths.ownRatings()} onClick={onRead}>{t('inbox.openRating')}</Link>}
          {message.disputeId && <Link href={paths.dispute({ dispute: message.disputeId })} onClick={onRead}>{t('inbox.openDispute')}</Link>}
          {message.hardCaseId && <Link href={paths.hardCase({ hardCase: message.hardCaseId })} onClick={onRead}>{t('inbox.openHardCase')}</Link>}
          {message.requestId && <Link href={paths.request({ request: message.requestId })} onClick={onRead}>{t('inbox.openRequest')}</Link>}
          {!message.read && <Button variant="plain" onClick={onRead}>{t('inbox.mark')}</Button>}
        </div>
      </Card>
    </article>
  )
}
