// Records of my authority residents say are wrong: what is due first at the top, by view; each leads to its page.
// Late ones are red, those due within two days amber.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { forStaff } from '../../for-staff.ts'
import '../../whole-page.css'
import { disputesQuery, views, type DisputeItem, type DisputeView } from './queries.ts'

const readView = (search: URLSearchParams): DisputeView => views.find((each) => each === search.get('view')) ?? 'open'

export const loader = forStaff(({ request }) => queryClient.fetchQuery(disputesQuery(readView(new URL(request.url).searchParams))))

export const title = () => t('dispute-desk.title')

export function Component() {
  const t = useT()
  const format = useFormat()
  const [search, setSearch] = useSearchParams()
  const view = readView(search)
  const { data: { disputes, counts } } = useSuspenseQuery(disputesQuery(view))
  const columns: Column<DisputeItem>[] = [
    { key: 'concept', header: t('dispute-desk.columns.concept'), cell: (one) => <Link href={paths.workbenchDispute({ dispute: one.id })}>{one.conceptName}</Link> },
    { key: 'registry', header: t('dispute-desk.columns.registry'), cell: (one) => one.registryName },
    { key: 'authority', header: t('dispute-desk.columns.authority'), cell: (one) => one.authorityName },
    { key: 'state', header: t('dispute-desk.columns.state'), cell: (one) => t(`dispute-desk.states.${one.state}`) },
    { key: 'due', header: t('dispute-desk.columns.due'), cell: (one) => <span className="tb-row">{one.dueOn === null ? t('dispute-desk.noDay') : format.date(one.dueOn)}{one.urgency !== 'calm' && <Chip tone={one.urgency === 'late' ? 'danger' : 'warning'}>{t(`dispute-desk.urgency.${one.urgency}`)}</Chip>}</span> },
    { key: 'created', header: t('dispute-desk.columns.created'), cell: (one) => formatMoment(one.createdAt, thisYear()) },
  ]
  const content = <Table caption={t(`dispute-desk.views.${view}`)} rows={disputes} rowKey={({ id }) => id} columns={columns} empty={<EmptyState icon="check" level={2} title={t(`dispute-desk.empty.${view}`)} />} />
  return (
    <div className="tb-page whole-page tb-stack">
      <header>
        <h1>{t('dispute-desk.title')}</h1>
        <p className="tb-muted">{t('dispute-desk.lead')}</p>
      </header>
      <Tabs
        label={t('dispute-desk.title')}
        selected={view}
        onSelect={(id) => setSearch({ view: id }, { replace: true })}
        tabs={views.map((id) => ({ id, label: t(`dispute-desk.views.${id}`), ...(id === 'ended' ? {} : { count: counts[id] }), content: id === view ? content : null }))}
      />
    </div>
  )
}
