// What applicants have promised in one's jurisdiction: what is for me to look at first, then what is open, owed, late.
// The view, the way and the search stand in the address.
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { forStaff } from '../../for-staff.ts'
import { countsQuery, filterQuery, listQuery, readFilter, views, type Filter, type Item } from './queries.ts'
import { DueText, StateChip } from './Standing.tsx'
import './undertakings.css'

export const loader = forStaff(async ({ request }) => {
  const filter = readFilter(new URL(request.url).searchParams)
  await Promise.all([queryClient.ensureQueryData(countsQuery), queryClient.ensureInfiniteQueryData(listQuery(filter))])
  return null
})

export const title = () => t('undertakings-desk.title')

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const [search] = useSearchParams()
  const filter = readFilter(search)
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(listQuery(filter))
  const items = data.pages.flatMap((page) => page.undertakings)
  const columns: Column<Item>[] = [
    { key: 'document', header: t('undertakings-desk.document'), cell: (one) => <Link href={paths.workbenchUndertaking({ undertaking: one.id })}>{textIn(one.documentName)}</Link> },
    { key: 'applicant', header: t('undertakings-desk.applicant'), cell: (one) => one.applicant },
    { key: 'service', header: t('undertakings-desk.service'), cell: (one) => textIn(one.serviceName) },
    { key: 'authority', header: t('undertakings-desk.authority'), cell: (one) => textIn(one.authorityName) },
    { key: 'kind', header: t('undertakings-desk.kind'), cell: (one) => t(`undertakings-desk.kinds.${one.kind}`) },
    { key: 'due', header: t('undertakings-desk.due'), cell: (one) => <DueText one={one} day={format.day} /> },
    { key: 'state', header: t('undertakings-desk.state'), cell: (one) => <StateChip one={one} /> },
  ]
  return (
    <div className="tb-page tb-stack undertakings-page">
      <header>
        <div className="tb-row">
          <h1>{t('undertakings-desk.title')}</h1>
          <span className="tb-row-end"><Link href={paths.workbenchObjections()}>{t('undertakings-desk.objections.title')}</Link> <Link href={paths.workbenchCareBills()}>{t('undertakings-desk.careBills')}</Link> <Link href={paths.workbenchUndertakingTallies()}>{t('undertakings-desk.statistics')}</Link></span>
        </div>
        <p className="tb-muted">{t('undertakings-desk.lead')}</p>
      </header>
      <Views filter={filter} />
      <Filters key={filter.q} filter={filter} />
      <Card title={t(`undertakings-desk.views.${filter.view}`)} aside={<span role="status">{t('undertakings-desk.count', { n: items.length })}{hasNextPage ? '+' : ''}</span>}>
        <Table caption={t('undertakings-desk.list')} rows={items} rowKey={({ id }) => id} columns={columns} empty={<EmptyState icon="check" title={t('undertakings-desk.empty')}><p>{t('undertakings-desk.emptyText')}</p></EmptyState>} />
        {hasNextPage && <Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('undertakings-desk.more')}</Button>}
      </Card>
    </div>
  )
}

function Views({ filter }: { filter: Filter }) {
  const t = useT()
  const { data: counts } = useSuspenseQuery(countsQuery)
  return (
    <nav aria-label={t('undertakings-desk.list')} className="undertakings-views">
      {views.map((view) => (
        <Link key={view} href={paths.workbenchUndertakings({}, filterQuery({ ...filter, view }))} aria-current={view === filter.view ? 'page' : undefined}>
          {t(`undertakings-desk.views.${view}`)}{view === 'ended' || view === 'all' ? '' : ` ${counts[view]}`}
        </Link>
      ))}
    </nav>
  )
}

function Filters({ filter }: { filter: Filter }) {
  const t = useT()
  const navigate = useNavigate()
  const [q, setQ] = useState(filter.q)
  const show = (next: Filter) => void navigate(paths.workbenchUndertakings({}, filterQuery(next)), { preventScrollReset: true })
  return (
    <form className="undertakings-filters" role="search" aria-label={t('undertakings-desk.filters')} onSubmit={(event) => { event.preventDefault(); show({ ...filter, q: q.trim() }) }}>
      <Select
        label={t('undertakings-desk.kind')} emptyIsAll placeholder={t('undertakings-desk.anyKind')} value={filter.kind} onChange={(kind) => show({ ...filter, kind: kind === 'commitment' || kind === 'later' ? kind : '' })}
        options={(['commitment', 'later'] as const).map((value) => ({ value, label: t(`undertakings-desk.kinds.${value}`) }))}
      />
      <TextInput label={t('undertakings-desk.find')} value={q} onChange={setQ} />
      <Button type="submit" variant="quiet">{t('undertakings-desk.findButton')}</Button>
    </form>
  )
}
