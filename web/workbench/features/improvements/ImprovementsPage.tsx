// Guides and form pages of the place that people rated poorly, for its designers: counted since their last change, what was said most first.
// Nothing says who said it. The state shown stands in the address.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { forStaff } from '../../for-staff.ts'
import { Figures, Tags, usePageName, useTurn } from './Figures.tsx'
import { listQuery, readState, states, type Improvement } from './queries.ts'
import '../../whole-page.css'

export const loader = forStaff(({ request }) => queryClient.ensureQueryData(listQuery(readState(new URL(request.url).searchParams))))

export const title = () => t('improvement-desk.title')

export function Component() {
  const t = useT()
  const pageName = usePageName()
  const turnName = useTurn()
  const [address, setAddress] = useSearchParams()
  const state = readState(address)
  const { data } = useSuspenseQuery(listQuery(state))
  const counts = new Map(data.counts.map((each) => [each.state, each.count]))
  const columns: Column<Improvement>[] = [
    { key: 'name', header: t('improvement-desk.guide'), cell: ({ of, page, name, recurs }) => <><Link href={paths.workbenchImprovement({ of }, { page: page === '' ? undefined : page, region: data.region })}>{name}<span className="tb-hidden"> {pageName(page)}</span></Link> {recurs && <Chip tone="warning">{t('improvement-desk.recurs')}</Chip>}</> },
    { key: 'page', header: t('improvement-desk.page'), cell: ({ page }) => pageName(page) },
    { key: 'since', header: t('improvement-desk.since'), cell: ({ since, turn }) => <><Figures counted={since} /><br /><small className="tb-muted">{turnName(turn)}</small></> },
    { key: 'earlier', header: t('improvement-desk.earlier'), cell: ({ earlier }) => (earlier ? <Figures counted={earlier} /> : <span className="tb-muted">{t('improvement-desk.noEarlier')}</span>) },
    { key: 'said', header: t('improvement-desk.said'), cell: ({ since, earlier }) => <Tags tags={since.tags.length > 0 || !earlier ? since.tags : earlier.tags} /> },
    ...(state === 'open' ? [] : [{ key: 'became', header: t('improvement-desk.became'), cell: ({ last }: Improvement) => last && <>{last.note} <small className="tb-muted">{last.byName}</small></> }]),
  ]
  const content = (
    <Table
      caption={t(`improvement-desk.states.${state}`)} columns={columns} rows={data.parts} rowKey={({ of, page }) => `${of} ${page}`}
      empty={<EmptyState icon="check" level={2} title={t(`improvement-desk.none.${state}`)}><p>{t('improvement-desk.noneText')}</p></EmptyState>}
    />
  )
  return (
    <div className="tb-page whole-page tb-stack">
      <header>
        <h1>{t('improvement-desk.title')}</h1>
        <p className="tb-muted">{t('improvement-desk.lead')}</p>
      </header>
      <Tabs
        label={t('improvement-desk.state')} selected={state} onSelect={(id) => setAddress({ state: id }, { replace: true })}
        tabs={states.map((id) => ({ id, label: t(`improvement-desk.states.${id}`), count: counts.get(id) ?? 0, content: id === state ? content : null }))}
      />
    </div>
  )
}
