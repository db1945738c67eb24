// The left column: views with their counts, words and kind to narrow by, the list. Stands beside the start page and every request.
// j and k move, digits change the view, / goes to the search.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { requestKinds } from '../../../../server/modules/requests/request.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PickList } from '../../../ui/PickList.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState, Loading } from '../../../ui/States.tsx'
import { useShortcuts } from '../../../ui/useShortcuts.ts'
import { SavedViews } from '../queue/SavedViews.tsx'
import { timeText } from './clock.ts'
import { filterQuery, readFilter, viewsFor, type DeskFilter } from './filter.ts'
import { listQuery, type RequestRow } from './queries.ts'
import './requests.css'

const typingPause = 250

export function RequestList({ selected }: { selected?: string | undefined }) {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const { person } = useSession()
  const views = viewsFor(person?.roles ?? [])
  const filter = readFilter(search, views)
  const { data, isPending, isError, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery(listQuery(filter))
  const counts = data?.pages.at(-1)?.counts
  const rows = data?.pages.flatMap(({ requests }) => requests) ?? []
  const at = rows.findIndex(({ id }) => id === selected)
  const open = (row: RequestRow | undefined) => row && void navigate(paths.workbenchRequest({ request: row.id }, filterQuery(filter)))
  const isOwnView = ['unit', 'mine', 'late', 'ofUnit'].includes(filter.view)
  const group = t('request-desk.filter.group')
  useShortcuts([
    { keys: 'j', label: t('request-desk.filter.next'), group, run: () => open(rows[at + 1]) },
    { keys: 'k', label: t('request-desk.filter.previous'), group, run: () => open(rows[at - 1]) },
    ...views.map((view, index) => ({ keys: String(index + 1), label: t('request-desk.filter.showView', { view: t(`request-desk.views.${view}`) }), group, run: () => void navigate(paths.workbenchRequests({}, filterQuery({ ...filter, view }))) })),
  ])
  return (
    <>
      <div className="request-head">
        <nav className="request-views" aria-label={t('request-desk.views.label')}>
          {views.map((view) => (
            <Link key={view} href={paths.workbenchRequests({}, filterQuery({ ...filter, view }))} aria-current={view === filter.view ? 'page' : undefined}>
              {t(`request-desk.views.${view}`)} <span>{countOf(counts, view)}</span>
            </Link>
          ))}
        </nav>
        <Narrowing filter={filter} />
      </div>
      {isError && rows.length > 0 && <Notice compact tone="warning" live="polite">{t('request-desk.filter.failed')}</Notice>}
      <PickList
        label={t('request-desk.list')}
        selected={selected}
        items={rows.map((row) => {
          const { text, tone } = timeText(row, t)
          return {
            id: row.id, href: paths.workbenchRequest({ request: row.id }, filterQuery(filter)), title: <>{row.front && <span className="request-front">{t('request-desk.urgency.life')}</span>}{row.title}</>,
            meta: [t(`request-desk.kinds.${row.kind}`), textIn(row.regionName), !isOwnView && row.unit && textIn(row.unit.name)].filter(Boolean).join(' · '), side: text, sideTone: tone, sideMeta: row.assignee ?? t(`request-desk.states.${row.state}`),
          }
        })}
        empty={isPending ? <Loading lines={6} /> : isError ? <EmptyState icon="alert" title={t('ui.error.title')} action={<Button variant="quiet" onClick={() => void refetch()}>{t('ui.retry')}</Button>} /> : (
          <EmptyState icon="check" title={t('request-desk.empty.title')}><p>{t('request-desk.empty.text')}</p></EmptyState>
        )}
      />
      {rows.length > 0 && (
        <div className="request-foot">
          <small role="status">{t('request-desk.filter.shown', { n: rows.length })}</small>
          {hasNextPage && <Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('request-desk.filter.more')}</Button>}
        </div>
      )}
    </>
  )
}

const most = 999
const countOf = (counts: Readonly<Record<string, number>> | undefined, view: string): string => {
  const count = counts?.[view]
  return count === undefined ? '' : count > most ? `${most}+` : String(count)
}

function Narrowing({ filter }: { filter: DeskFilter }) {
  const t = useT()
  const [, setSearch] = useSearchParams()
  const [typed, setTyped] = useState(filter.q)
  const input = useRef<HTMLInputElement>(null)
  const narrow = (next: DeskFilter) => setSearch(new URLSearchParams(filterQuery(next)), { replace: true })
  const latest = useRef({ filter, narrow })
  // The address may change by itself: another view, back and forth.
  const [known, setKnown] = useState(filter.q)
  if (known !== filter.q) {
    setKnown(filter.q)
    if (typed.trim() !== filter.q) setTyped(filter.q)
  }
  useEffect(() => {
    latest.current = { filter, narrow }
  })
  useEffect(() => {
    if (typed.trim() === latest.current.filter.q) return
    const timer = setTimeout(() => latest.current.narrow({ ...latest.current.filter, q: typed.trim() }), typingPause)
    return () => clearTimeout(timer)
  }, [typed])
  useShortcuts([{ keys: '/', label: t('request-desk.filter.focusFind'), group: t('request-desk.filter.group'), run: () => input.current?.select() }])
  return (
    <div className="request-filters" role="search">
      <label className="request-find">
        <Icon name="search" />
        <input ref={input} type="search" enterKeyHint="search" autoComplete="off" maxLength={100} aria-label={t('request-desk.filter.find')} placeholder={t('request-desk.filter.find')} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <Select label={t('request-desk.filter.kind')} labelHidden emptyIsAll placeholder={t('request-desk.filter.anyKind')} value={filter.kind} onChange={(kind) => narrow({ ...filter, kind })} options={requestKinds.map((kind) => ({ value: kind, label: t(`request-desk.kinds.${kind}`) }))} />
      <SavedViews desk="requests" query={new URLSearchParams(filterQuery(filter)).toString()} hrefOf={(kept) => paths.workbenchRequests({}, kept)} />
    </div>
  )
}
