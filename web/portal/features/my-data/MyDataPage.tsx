// Who read my data: registries asked, for me or for somebody else's application, and officials who opened a case I am in.
// The law gives everybody this right; the page also says what to do when something looks wrong.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { logIdOf } from '../../../shared/failure.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card, LinkCard } from '../../../ui/Card.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import { CreditCard } from '../undertakings/CreditCard.tsx'
import { byDay } from './by-day.ts'
import { dataUseQuery, doneForMeQuery } from './queries.ts'
import { ResidentGate } from './ResidentGate.tsx'
import { Follow, UseEntry } from './UseEntry.tsx'
import { readFilter, UseFilters } from './UseFilters.tsx'
import './my-data.css'

export const title = () => t('my-data.title')

export function Component() {
  const t = useT()
  return (
    <div className="tb-page tb-page-text tb-stack">
      <header>
        <h1>{t('my-data.title')}</h1>
        <p>{t('my-data.lead')}</p>
      </header>
      <ResidentGate>
        <nav aria-label={t('my-data.more.title')} className="tb-tiles">
          <LinkCard href={paths.consents()} title={t('my-data.more.consents')} level={2}><p className="tb-muted">{t('my-data.more.consentsHint')}</p></LinkCard>
          <LinkCard href={paths.disputes()} title={t('my-data.more.disputes')} level={2}><p className="tb-muted">{t('my-data.more.disputesHint')}</p></LinkCard>
          <LinkCard href={paths.credit()} title={t('my-data.more.credit')} level={2}><p className="tb-muted">{t('my-data.more.creditHint')}</p></LinkCard>
          <LinkCard href={paths.erasure()} title={t('my-data.more.erasure')} level={2}><p className="tb-muted">{t('my-data.more.erasureHint')}</p></LinkCard>
        </nav>
        <CreditCard />
        <DoneForMe />
        <Uses />
      </ResidentGate>
      <Card title={t('my-data.wrong.title')}>
        <p>{t('my-data.wrong.text')}</p>
        <p className="tb-muted">{t('my-data.wrong.law')}</p>
        <LinkButton href="tel:12345" variant="ghost" icon="phone">{t('shell.help.call')}</LinkButton>
      </Card>
    </div>
  )
}

function Uses() {
  const t = useT()
  const format = useFormat()
  const [search] = useSearchParams()
  const filter = readFilter(search)
  const { data, error, refetch, isFetching, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(dataUseQuery(filter))
  if (error) return <ErrorState logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
  if (!data) return <Loading />
  const uses = data.pages.flatMap((page) => page.uses)
  const isNarrowed = Object.keys(filter).length > 0
  return (
    <>
      {(uses.length > 0 || isNarrowed) && <UseFilters lines={data.pages[0]?.lines ?? []} />}
      {uses.length === 0 && !hasNextPage && (
        <EmptyState icon="lock" title={t(isNarrowed ? 'my-data.empty.filtered' : 'my-data.empty.title')}>
          <p>{t(isNarrowed ? 'my-data.empty.filteredText' : 'my-data.empty.text')}</p>
        </EmptyState>
      )}
      {byDay(uses).map(({ day, entries }) => (
        <Card key={day} title={format.date(day)}>
          <ul className="data-uses">
            {entries.map((use) => <UseEntry key={use.id} use={use} />)}
          </ul>
        </Card>
      ))}
      {hasNextPage && <div><Button variant="ghost" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('my-data.older')}</Button></div>}
    </>
  )
}

/** What others did in the reader's name; nothing is drawn when nobody did anything. */
function DoneForMe() {
  const t = useT()
  const textIn = useTextIn()
  const { data: uses = [] } = useQuery(doneForMeQuery)
  if (uses.length === 0) return null
  return (
    <Card title={t('my-data.doneForMe.title')}>
      <ul className="data-uses">
        {uses.map(({ applicationId, mandate, matterName, actorName, at }) => (
          <li key={`${applicationId} ${mandate}`}>
            <span><time dateTime={at}>{formatMoment(at, thisYear())}</time> {t('my-data.doneForMe.line', { who: actorName, matter: textIn(matterName) })}<Follow application={applicationId} /></span>
          </li>
        ))}
      </ul>
      <LinkButton href={paths.delegations()} variant="ghost">{t('shell.acting.manage')}</LinkButton>
    </Card>
  )
}
