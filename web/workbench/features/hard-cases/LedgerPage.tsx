// The ledger: every hard case of the region with how it was solved, found by words, state, category and day; as a file; and what recurs.
// Filters stand in the address.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { addressOf } from '../../../api/client.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT, type T } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Link } from '../../../ui/Link.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState, Loading } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { forStaff } from '../../for-staff.ts'
import { ledgerInput, ledgerQuery, readLedgerFilter, states, type LedgerFilter } from './queries.ts'
import { Statistics } from './Statistics.tsx'
import { stateTones } from './tones.ts'
import './hard-cases.css'

export const loader = forStaff(async ({ request }) => {
  await queryClient.ensureQueryData(ledgerQuery(readLedgerFilter(new URL(request.url).searchParams)))
  return null
})

export const title = () => t('hard-case-desk.ledger.title')

type Row = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof ledgerQuery>['queryFn']>>>>['hardCases'][number]

const columns = (t: T, textIn: ReturnType<typeof useTextIn>, day: (instant: string) => string): Column<Row>[] => [
  { key: 'title', header: t('hard-case-desk.ledger.columns.title'), cell: (row) => <><Link href={paths.workbenchHardCase({ hardCase: row.id })}>{row.title}</Link><br /><small className="tb-muted">{row.number}</small></> },
  { key: 'category', header: t('hard-case-desk.ledger.columns.category'), cell: (row) => (row.categoryName ? textIn(row.categoryName) : '–') },
  { key: 'place', header: t('hard-case-desk.ledger.columns.place'), cell: (row) => textIn(row.regionName) },
  { key: 'state', header: t('hard-case-desk.ledger.columns.state'), cell: (row) => <Chip tone={stateTones[row.state]}>{t(`hard-case-desk.state.${row.state}`)}</Chip> },
  { key: 'received', header: t('hard-case-desk.ledger.columns.received'), cell: (row) => day(row.createdAt) },
  { key: 'solution', header: t('hard-case-desk.ledger.columns.solution'), cell: (row) => <span className="hard-words">{row.solution ?? '–'}</span> },
]

export function Component() {
  const t = useT()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const filter = readLedgerFilter(search)
  const tab = search.get('tab') === 'statistics' ? 'statistics' : 'list'
  const show = (next: LedgerFilter, view: string = tab) => void navigate(paths.workbenchHardCaseLedger({}, { ...next, tab: view === 'list' ? undefined : view }))
  return (
    <div className="hard-page tb-page tb-stack">
      <div className="tb-row">
        <h1>{t('hard-case-desk.ledger.title')}</h1>
        <span className="tb-row-end"><Link href={paths.workbenchHardCases()}>{t('hard-case-desk.links.back')}</Link></span>
      </div>
      <Filters key={JSON.stringify(filter)} filter={filter} onShow={show} />
      <Tabs
        label={t('hard-case-desk.ledger.title')}
        selected={tab}
        onSelect={(id) => show(filter, id)}
        tabs={[{ id: 'list', label: t('hard-case-desk.ledger.tabs.list'), content: <List filter={filter} /> }, { id: 'statistics', label: t('hard-case-desk.ledger.tabs.statistics'), content: <Statistics filter={filter} /> }]}
      />
    </div>
  )
}

function Filters({ filter, onShow }: { filter: LedgerFilter; onShow: (filter: LedgerFilter) => void }) {
  const t = useT()
  const textIn = useTextIn()
  const [words, setWords] = useState(filter.q ?? '')
  const { data } = useQuery(ledgerQuery(filter))
  const put = (part: LedgerFilter) => onShow(Object.fromEntries(Object.entries({ ...filter, ...part }).filter(([, value]) => value !== '')))
  const isDay = (text: string) => text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text)
  return (
    <div className="hard-filters">
      <SearchBox label={t('hard-case-desk.ledger.search')} placeholder={t('hard-case-desk.ledger.placeholder')} value={words} onChange={setWords} onSubmit={(q) => put({ q })} />
      <Select label={t('hard-case-desk.ledger.state')} placeholder={t('hard-case-desk.ledger.any')} optional value={filter.state ?? ''} onChange={(state) => put({ state })} options={states.map((state) => ({ value: state, label: t(`hard-case-desk.state.${state}`) }))} />
      <Select label={t('hard-case-desk.ledger.category')} placeholder={t('hard-case-desk.ledger.any')} optional value={filter.category ?? ''} onChange={(category) => put({ category })} options={(data?.categories ?? []).map(({ id, name }) => ({ value: id, label: textIn(name) }))} />
      <DateInput label={t('hard-case-desk.ledger.from')} value={filter.from ?? ''} onChange={(from) => isDay(from) && put({ from })} />
      <DateInput label={t('hard-case-desk.ledger.until')} value={filter.until ?? ''} onChange={(until) => isDay(until) && put({ until })} />
    </div>
  )
}

function List({ filter }: { filter: LedgerFilter }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { data } = useQuery(ledgerQuery(filter))
  if (!data) return <Loading />
  return (
    <Card>
      <div className="tb-row">
        <span role="status">{t('hard-case-desk.ledger.shown', { n: data.hardCases.length })}{data.next ? '+' : ''}</span>
        <span className="tb-row-end"><a href={addressOf('exportLedger', {}, ledgerInput(filter))} download>{t('hard-case-desk.ledger.export')}</a> <small className="tb-muted">{t('hard-case-desk.ledger.exportHint')}</small></span>
      </div>
      <Table
        caption={t('hard-case-desk.ledger.title')}
        rows={data.hardCases}
        rowKey={({ id }) => id}
        columns={columns(t, textIn, (instant) => format.instant(instant))}
        empty={<EmptyState icon="search" title={t('hard-case-desk.ledger.none')}><p>{t('hard-case-desk.ledger.noneText')}</p></EmptyState>}
      />
    </Card>
  )
}
