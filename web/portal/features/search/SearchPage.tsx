// Search in everyday words. What is asked stands in the address, so a search can be kept and sent to somebody.
// Enter asks; the arrow keys go from the box through the results and back.
import { useQuery } from '@tanstack/react-query'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useNavigate, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { logIdOf } from '../../../shared/failure.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { regionsQuery } from '../../../shared/SessionProvider.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { Select } from '../../../ui/Select.tsx'
import { ErrorState, Loading } from '../../../ui/States.tsx'
import { stagesQuery } from '../matters/queries.ts'
import { NothingAsked, NothingFound } from './NothingFound.tsx'
import { searchQuery, type SearchReply } from './queries.ts'
import { Results } from './Results.tsx'
import { readSearch, resultTypes, type Search } from './search-address.ts'
import { useSearchSuggestions } from './useSearchSuggestions.ts'
import './search.css'

/** A search that fails is said on the page itself, with the words still in the box. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Search> {
  const search = readSearch(new URL(request.url).searchParams)
  if (search.q === '') await queryClient.prefetchQuery(stagesQuery)
  else await Promise.all([queryClient.prefetchQuery(searchQuery(search)), ...(search.type ? [queryClient.prefetchQuery(searchQuery({ ...search, type: undefined }))] : [])])
  return search
}

export const title = (search: Search) => (search.q === '' ? t('search.title') : t('search.titleFor', { q: search.q }))

export function Component() {
  const t = useT()
  const [address] = useSearchParams()
  const search = readSearch(address)
  const root = useRef<HTMLDivElement>(null)
  const { data: reply, isPending, error, refetch, isFetching } = useQuery(searchQuery(search))

  const arrows = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const stops = [...(root.current?.querySelectorAll<HTMLElement>('input[type="search"], [data-result]') ?? [])]
    const at = stops.indexOf(event.target as HTMLElement)
    const next = step === undefined || at < 0 ? undefined : stops[at + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <div ref={root} className="tb-page tb-stack search-page" onKeyDown={arrows}>
      <h1 className="tb-hidden">{t('search.title')}</h1>
      <Box key={search.q} search={search} busy={isFetching} />
      {search.q === '' && <NothingAsked />}
      {search.q !== '' && <Filters search={search} />}
      {search.q !== '' && isPending && !error && <Loading lines={6} />}
      {error && (
        <ErrorState
          title={t('search.failed.title')}
          logId={logIdOf(error)}
          onRetry={() => void refetch()}
          retrying={isFetching}
          action={<LinkButton href="tel:12345" variant="ghost" icon="phone">{t('search.none.call')}</LinkButton>}
        >
          {t('search.failed.text')}
        </ErrorState>
      )}
      {reply && <Found search={search} reply={reply} />}
    </div>
  )
}

function Found({ search, reply }: { search: Search; reply: SearchReply }) {
  const t = useT()
  if (reply.results.length === 0) return <NothingFound q={search.q} />
  return (
    <>
      <p className="tb-muted" role="status">
        {t('search.found', { n: reply.total })} <span className="search-keys">{t('search.keys')}</span>
      </p>
      <Results search={search} reply={reply} />
    </>
  )
}

function Box({ search, busy }: { search: Search; busy: boolean }) {
  const t = useT()
  const navigate = useNavigate()
  const [words, setWords] = useState(search.q)
  const suggesting = useSearchSuggestions(words, search.q)
  return (
    <SearchBox
      label={t('search.label')}
      placeholder={t('search.placeholder')}
      value={words}
      onChange={setWords}
      busy={busy}
      autoFocus={search.q === ''}
      onSubmit={(q) => void navigate(paths.search({}, { q, type: search.type, region: search.region }))}
      {...suggesting}
    />
  )
}

/** Types with their counts as links, and the place. Counts are those without the type chosen. */
function Filters({ search }: { search: Search }) {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const { data: all } = useQuery(searchQuery({ ...search, type: undefined }))
  const { data: served } = useQuery(regionsQuery)
  const places = served?.regions.filter(({ level }) => level === 'city' || level === 'district') ?? []
  const counts = new Map(all?.groups.map(({ type, count }) => [type, count]))
  if (!search.type && !search.region && !all?.total) return null
  const shown = [undefined, ...resultTypes.filter((type) => counts.has(type) || type === search.type)]
  return (
    <div className="search-filters">
      <nav aria-label={t('search.type')}>
        {shown.map((type) => (
          <Link key={type ?? 'all'} href={paths.search({}, { q: search.q, region: search.region, type })} aria-current={type === search.type ? 'page' : undefined}>
            {type ? t(`search.types.${type}`) : t('search.all')} <small>{type ? (counts.get(type) ?? 0) : (all?.total ?? '')}</small>
          </Link>
        ))}
      </nav>
      {places.length > 1 && (
        <Select
          label={t('search.place')}
          value={search.region ?? ''}
          placeholder={t('search.anywhere')}
          optional
          onChange={(region) => void navigate(paths.search({}, { q: search.q, type: search.type, region }))}
          options={places.map(({ code, name }) => ({ value: code, label: textIn(name) }))}
        />
      )}
    </div>
  )
}
