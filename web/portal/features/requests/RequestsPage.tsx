// What I reported: the newest first, with where each stands and what waits for me.
// Only for somebody logged in; without login there is the link each request came with.
import { useInfiniteQuery } from '@tanstack/react-query'
import { isRunning } from '../../../../server/modules/requests/request.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { stateTone } from './course.ts'
import { isLate, mineQuery, type MyRequestRow } from './queries.ts'
import { WaitingNotice } from './WaitingNotice.tsx'
import './requests.css'

export const loader = () => queryClient.ensureInfiniteQueryData(mineQuery)

export const title = () => t('requests.mine.title')

export function Component() {
  const t = useT()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(mineQuery)
  const mine = data?.pages.flatMap(({ requests }) => requests) ?? []
  return (
    <div className="tb-page tb-stack">
      <div className="tb-columns">
        <header>
          <h1>{t('requests.mine.title')}</h1>
          <p>{t('requests.mine.lead')}</p>
        </header>
        <aside className="tb-stack">
          <LinkButton href={paths.newRequest()} block>{t('requests.mine.new')}</LinkButton>
          <LinkButton href={paths.publicRequests()} variant="ghost" block>{t('requests.mine.public')}</LinkButton>
        </aside>
        <div className="tb-stack">
          <WaitingNotice />
          {mine.length === 0 ? <EmptyState title={t('requests.mine.none')}><p>{t('requests.mine.noneText')}</p></EmptyState> : (
            <Card>
              <ul className="request-list">{mine.map((one) => <Row key={one.id} one={one} />)}</ul>
            </Card>
          )}
          {hasNextPage && <div><Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('ui.pages.more')}</Button></div>}
        </div>
      </div>
    </div>
  )
}

function Row({ one }: { one: MyRequestRow }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  return (
    <li>
      <Link href={paths.request({ request: one.id })}>{one.title}</Link>
      <p className="tb-row">
        <Chip tone={stateTone(one.state)}>{t(`requests.states.${one.state}`)}</Chip>
        {isLate(one) && <Chip tone="danger">{t('requests.mine.late')}</Chip>}
        {one.unit && <span>{textIn(one.unit.name)}</span>}
        {one.dueAt && isRunning(one.state) && !isLate(one) && <span>{t('requests.mine.due', { time: format.instant(one.dueAt) })}</span>}
      </p>
      <p className="tb-muted">{t(`requests.kinds.${one.kind}`)} · {t('requests.one.number', { number: one.number })} · {format.instant(one.receivedAt)}</p>
    </li>
  )
}
