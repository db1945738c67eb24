// What an official is told: what is nearly or already late, cards, mentions; newest first, each leading to its case or card.
// Opening what a message leads to marks it as read.
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { formatMoment } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { toast } from '../../../ui/toasts.ts'
import { forStaff } from '../../for-staff.ts'
import { askAgain, staffMessagesQuery, type StaffMessage } from './queries.ts'
import './supervision.css'

export const loader = forStaff(async () => {
  await queryClient.fetchInfiniteQuery(staffMessagesQuery)
  return null
})

export const title = () => t('supervision.messages.title')

export function Component() {
  const t = useT()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(staffMessagesQuery)
  const messages = data.pages.flatMap((page) => page.messages)
  const reading = useChange((id: string | undefined) => api('markStaffMessagesRead', { body: id === undefined ? {} : { id } }), () => askAgain('staff-messages'))
  const read = (id?: string) => reading.mutate(id, { onError: (error) => toast(messageOf(error) ?? t('supervision.failed'), { tone: 'danger' }) })
  return (
    <div className="tb-page tb-page-text supervision-inbox tb-stack">
      <div className="tb-row">
        <h1>{t('supervision.messages.title')}</h1>
        {(data.pages[0]?.unread ?? 0) > 0 && <span className="tb-row-end"><Button variant="quiet" busy={reading.isPending} onClick={() => read()}>{t('supervision.messages.markAll')}</Button></span>}
      </div>
      {messages.length === 0 && <EmptyState icon="check" title={t('supervision.messages.empty')}><p>{t('supervision.messages.emptyText')}</p></EmptyState>}
      <ul className="supervision-messages">
        {messages.map((message) => <Entry key={message.id} message={message} onRead={() => !message.read && read(message.id)} />)}
      </ul>
      {hasNextPage && <Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('supervision.messages.older')}</Button>}
    </div>
  )
}

function Entry({ message, onRead }: { message: StaffMessage; onRead: () => void }) {
  const t = useT()
  return (
    <li>
      <div className="tb-row">
        <b>{message.title}</b>
        {!message.read && <Chip tone="attention">{t('supervision.messages.new')}</Chip>}
        <time className="tb-row-end tb-muted" dateTime={message.at}>{formatMoment(message.at, thisYear())}</time>
      </div>
      <p>{message.body}</p>
      <div className="tb-row">
        {message.caseId && <Link href={paths.workbenchCase({ case: message.caseId })} onClick={onRead}>{t('supervision.messages.toCase')}</Link>}
        {message.ratingId && <Link href={paths.workbenchRating({ rating: message.ratingId })} onClick={onRead}>{t('supervision.messages.toRating')}</Link>}
        {message.transferId && <Link href={paths.workbenchTransfer({ transfer: message.transferId })} onClick={onRead}>{t('supervision.messages.toTransfer')}</Link>}
        {message.accessRequestId && <Link href={paths.workbenchAccessRequest({ request: message.accessRequestId })} onClick={onRead}>{t('supervision.messages.toRequest')}</Link>}
        {message.requestId && <Link href={paths.workbenchRequest({ request: message.requestId })} onClick={onRead}>{t('supervision.messages.toCitizen')}</Link>}
        {message.kind === 'requestBurst' && <Link href={paths.workbenchHotTopics()} onClick={onRead}>{t('supervision.messages.toHotTopics')}</Link>}
        {message.kind === 'governanceGiven' && <Link href={paths.workbenchGovernanceTasks()} onClick={onRead}>{t('supervision.messages.toTasks')}</Link>}
        {message.kind === 'textMessagesFailing' && <Link href={paths.workbenchTextMessages()} onClick={onRead}>{t('supervision.messages.toTexts')}</Link>}
        {message.cardId && <Link href={`${paths.workbenchSupervision()}#card-${message.cardId}`} onClick={onRead}>{t('supervision.messages.toCards')}</Link>}
      </div>
    </li>
  )
}
