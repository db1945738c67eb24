// Search in everyday words. What is asked and how it is narrowed stand in the address, so a search can be kept and sent to somebody.
// Enter asks; the arrow keys go from the box through the results and back.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react'
import { replace, useNavigate, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { logIdOf } from '../../../shared/failure.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { ErrorState, Loading } from '../../../ui/States.tsx'
import { GuidedLine } from '../guidance/GuidedLine.tsx'
import { stagesQuery } from '../matters/queries.ts'
import { findSearchStart, useSearchStart } from '../../../shared/district.ts'
import { Filters } from './Filters.tsx'
import { NothingAsked } from './NothingAsked.tsx'
import { NothingFound } from './NothingFound.tsx'
import { searchQuery, type SearchReply } from './queries.ts'
import { useRecentSearches } from './recent-searches.ts'
import { Results } from './Results.tsx'
import { isFromHere, longest, readSearch, wholeOf, type Search } from './search-address.ts'
import { useSearchSuggestions } from './useSearchSuggestions.ts'
import { wishOf } from './wish.ts'
import { AskLine, hasWays, WishLine } from './WishLine.tsx'
import './search.css'

/** A search that fails is said on the page itself, with the words still in the box. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Search> {
  const address = new URL(request.url).searchParams
  const search = readSearch(address)
  if (isFromHere(address)) throw replace(paths.search({}, { ...search, region: await findSearchStart() }))
  if (search.q === '') await queryClient.prefetchQuery(stagesQuery)
  else await Promise.all([queryClient.prefetchQuery(searchQuery(search)), ...(search.type ? [queryClient.prefetchQuery(searchQuery({ ...search, type: undefined }))] : [])])
  return search
}

export const title = (search: Search) => (search.q === '' ? t('search.title') : t('search.titleFor', { q: search.q }))

export function Component() {
  const t = useT()
  const [address] = useSearchParams()
  const asked = readSearch(address)
  // A new search begins in the place chosen last, or else at home; one that was sent to somebody stays what it is.
  const start = useSearchStart()
  const search: Search = asked.q === '' && !asked.region && start ? { ...asked, region: start } : asked
  const root = useRef<HTMLDivElement>(null)
  const { data: reply, isPending, error, refetch, isFetching } = useQuery(searchQuery(search))
  useKeeping(search.q)

  const arrows = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const stops = [...(root.current?.querySelectorAll<HTMLElement>('input[type="search"], [data-result]') ?? [])]
    // Whoever comes from another page stands on the heading: as if in the box.
    const at = event.target instanceof HTMLHeadingElement ? 0 : stops.findIndex((each) => each === event.target)
    const next = step === undefined || at < 0 ? undefined : stops[at + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    <div ref={root} className="tb-page tb-stack search-page" onKeyDown={arrows}>
      <h1 className="tb-hidden">{t('search.title')}</h1>
      <Box search={search} busy={isFetching} />
      {search.q === '' && <NothingAsked region={search.region} />}
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
      {wholeOf(address).length > longest && <p className="search-meant">{t('search.cut', { n: longest })}</p>}
      {wholeOf(address).length > longest && <GuidedLine said={wholeOf(address)} />}
      {reply && <Found search={search} reply={reply} />}
    </div>
  )
}

function Found({ search, reply }: { search: Search; reply: SearchReply }) {
  const t = useT()
  const none = reply.results.length === 0
  // A hall that was asked for is the answer itself.
  const place = reply.results[0]?.type === 'outlet'
  const { kind } = wishOf(reply.intent, search.want)
  const asks = kind === 'ask'
  return (
    <>
      {reply.didYouMean && (
        <p className="search-meant">
          {t('search.meant')} <Link href={paths.search({}, { ...search, q: reply.didYouMean })} lang="zh-CN">{reply.didYouMean}</Link>
        </p>
      )}
      <p className={none ? 'tb-hidden' : 'tb-muted'} role="status">
        {none ? t('search.none.title', { q: search.q }) : t('search.found', { n: reply.total })} {!none && <span className="search-keys">{t('search.keys')}</span>}
      </p>
      {reply.intent.kind === 'do' && search.q.length < longest && <GuidedLine said={search.q} />}
      {asks && <AskLine q={search.q} />}
      {!place && <WishLine search={search} reply={reply} />}
      {none && !hasWays(kind) && <NothingFound search={search} />}
      {!none && !reply.sure && (
        <p className="search-meant">
          {t('search.unsure.text')} <Link href={paths.hardCases({}, { about: search.q })}>{t('search.unsure.tell')}</Link>
        </p>
      )}
      {!none && <Results search={search} reply={reply} />}
      {place && <WishLine search={search} reply={reply} />}
      {!asks && <AskLine q={search.q} />}
    </>
  )
}

/** Keeps what was asked, once for each question. */
function useKeeping(q: string): void {
  const { keeping, add } = useRecentSearches()
  const keep = useEffectEvent(add)
  useEffect(() => {
    if (q !== '' && keeping) keep(q)
  }, [q, keeping])
}

function Box({ search, busy }: { search: Search; busy: boolean }) {
  const t = useT()
  const navigate = useNavigate()
  const [words, setWords] = useState(search.q)
  const [asked, setAsked] = useState(search.q)
  if (asked !== search.q) {
    setAsked(search.q)
    setWords(search.q)
  }
  const suggesting = useSearchSuggestions(words, search)
  return (
    <SearchBox
      label={t('search.label')}
      placeholder={t('search.placeholder')}
      value={words}
      onChange={setWords}
      busy={busy}
      autoFocus={search.q === ''}
      onSubmit={(q) => void navigate(paths.search({}, { ...search, q, want: undefined }))}
      {...suggesting}
    />
  )
}
