// Every service there is, handled here or imported, with filters that stand in the address.
// Imported entries are marked as such; what they say is the other platform's.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { logIdOf } from '../../../shared/failure.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { LoadMore } from '../../../ui/Pagination.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import { HallsNear } from '../halls/HallsNear.tsx'
import { hallsQuery } from '../halls/queries.ts'
import { browseQuery } from './queries.ts'
import { readFilter, withFilter, type ServiceFilter } from './service-filter.ts'
import { ServiceEntry } from './ServiceEntry.tsx'
import { ServiceFilters } from './ServiceFilters.tsx'
import './services.css'

/** A list that cannot be fetched is said on the page itself, below the search box. */
export async function loader({ request }: LoaderFunctionArgs): Promise<null> {
  const filter = readFilter(new URL(request.url).searchParams)
  await Promise.all([queryClient.prefetchInfiniteQuery(browseQuery(filter)), ...(filter.region ? [queryClient.prefetchQuery(hallsQuery(filter.region))] : [])])
  return null
}

export const title = () => t('services.browse.title')

export function Component() {
  const t = useT()
  const [search, setSearch] = useSearchParams()
  const filter = readFilter(search)
  const { data, isPending, error, refetch, isFetching, fetchNextPage, isFetchingNextPage, isFetchNextPageError } = useInfiniteQuery({ ...browseQuery(filter), placeholderData: keepPreviousData })
  const show = (next: ServiceFilter) => setSearch(new URLSearchParams(next), { preventScrollReset: true })
  const [first] = data?.pages ?? []
  const services = data?.pages.flatMap((page) => page.services) ?? []
  const total = first?.total ?? 0
  // A hall that was asked for by name comes before what is done there.
  const { hash } = useLocation()
  const halls = filter.region && <HallsNear region={filter.region} all />
  return (
    <div className="tb-page tb-stack">
      <div>
        <Breadcrumbs items={[{ label: t('shell.nav.home'), href: paths.home() }, { label: t('services.browse.title') }]} />
        <h1>{t('services.browse.title')}</h1>
        <p className="tb-muted">{t('services.browse.lead')}</p>
      </div>
      <Words key={filter.q ?? ''} q={filter.q ?? ''} onSubmit={(q) => show(withFilter(filter, 'q', q))} />
      {first && <ServiceFilters filter={filter} choices={first.facets} onChange={(name, value) => show(withFilter(filter, name, value))} onClear={() => show({})} />}
      {hash !== '' && halls}
      {isPending && <Loading lines={8} />}
      {error && !first && <ErrorState logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />}
      {first && total === 0 && (
        <EmptyState icon="search" title={t('services.browse.noneTitle')} action={<Button variant="ghost" onClick={() => show({})}>{t('services.browse.clear')}</Button>}>
          <p>{t('services.browse.noneText')}</p>
        </EmptyState>
      )}
      {services.length > 0 && (
        <Card>
          <p role="status" className="tb-muted">{t('services.browse.total', { n: total })}</p>
          <ul className="service-list">
            {services.map((service) => (
              <ServiceEntry key={`${service.type} ${service.id} ${service.region.code}`} service={service} />
            ))}
          </ul>
          {isFetchNextPageError && <Notice tone="danger" live="assertive">{t('services.browse.moreFailed')}</Notice>}
          <LoadMore shown={services.length} total={total} onMore={() => void fetchNextPage()} busy={isFetchingNextPage} />
        </Card>
      )}
      {hash === '' && halls}
      {services.some(({ type }) => type === 'importedService') && <p className="tb-muted">{t('services.browse.importedNotice')}</p>}
    </div>
  )
}

function Words({ q, onSubmit }: { q: string; onSubmit: (q: string) => void }) {
  const t = useT()
  const [words, setWords] = useState(q)
  return <SearchBox label={t('services.browse.label')} placeholder={t('services.browse.placeholder')} value={words} onChange={setWords} onSubmit={onSubmit} />
}
