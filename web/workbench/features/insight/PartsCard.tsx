// The figures by unit, class, street, kind, channel, service or thing rated: a chart of the largest, all in the table, and the table to take away.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { logIdOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { Chart } from './Chart.tsx'
import type { Series } from './chart-data.ts'
import { MoreRows } from './MoreRows.tsx'
import { facets, hasRows, partsQuery, rowsAddress, tableAddress, type Part, type Choose, type View } from './queries.ts'
import './insight.css'

/** So many bars can be read. */
const mostBars = 12

export function PartsCard({ view, onChoose }: { view: View; onChoose: Choose }) {
  const t = useT()
  const { data, error, refetch, isFetching } = useQuery(partsQuery(view))
  const nameOf = useNames(view.facet)
  return (
    <Card title={t('insight.parts')}>
      <div className="tb-stack">
        <div className="insight-filters">
          <Select label={t('insight.facet')} value={view.facet} onChange={(facet) => onChoose({ facet: facets.find((each) => each === facet) ?? 'unit' })} options={facets.map((value) => ({ value, label: t(`insight.facets.${value}`) }))} />
          <div className="tb-row">
            <LinkButton variant="ghost" href={tableAddress(view, 'xlsx')}>{t('insight.xlsx')}</LinkButton>
            <LinkButton variant="quiet" href={tableAddress(view, 'csv')}>{t('insight.csv')}</LinkButton>
          </div>
        </div>
        {error && <ErrorState level={2} logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />}
        {!data && !error && <Loading />}
        {data?.length === 0 && <EmptyState icon="info" level={2} title={t('insight.empty')} />}
        {data && data.length > 0 && <Parts parts={data.map((part) => ({ ...part, name: nameOf(part) }))} view={view} />}
      </div>
    </Card>
  )
}

function Parts({ parts, view }: { parts: readonly Part[]; view: View }) {
  const t = useT()
  const format = useFormat()
  const shown = (share: number | null) => (share === null ? t('insight.few') : format.share(share))
  const counted = (key: 'received' | 'handled' | 'late' | 'returned' | 'redone' | 'rated', { id, name, counts }: Part) =>
    key === 'late' || counts[key] === 0 || !hasRows(key, view.facet) ? format.number(counts[key]) : <Link href={rowsAddress({ measure: key, view, facet: view.facet, part: id, name })}>{format.number(counts[key])}</Link>
  const columns: Column<Part>[] = [
    { key: 'name', header: t(`insight.facets.${view.facet}`), cell: ({ name }) => name },
    ...(['received', 'handled', 'late', 'returned', 'redone', 'rated'] as const).map((key): Column<Part> => ({ key, header: t(`insight.measures.${key}`), align: 'end', cell: (part) => counted(key, part) })),
    ...(['onTimeRate', 'solvedRate', 'satisfiedRate'] as const).map((key): Column<Part> => ({ key, header: t(`insight.measures.${key}`), align: 'end', cell: ({ counts }) => shown(counts[key]) })),
  ]
  const labels = useMemo(() => parts.slice(0, mostBars).map(({ name }) => name), [parts])
  const series = useMemo((): Series[] => [
    { name: t('insight.measures.received'), tint: 'azure', data: parts.slice(0, mostBars).map(({ counts }) => counts.received) },
    { name: t('insight.measures.rated'), tint: 'warning', data: parts.slice(0, mostBars).map(({ counts }) => counts.rated) },
  ], [parts, t])
  return (
    <>
      <Chart title={t('insight.largest', { n: labels.length })} of={t(`insight.facets.${view.facet}`)} kind="bars" labels={labels} series={series} />
      <MoreRows caption={t('insight.parts')} columns={columns} rows={parts} rowKey={({ id }) => id} />
    </>
  )
}

/** Kinds, channels and things rated have words of the page; everything else brings its name. */
function useNames(facet: View['facet']): (part: Part) => string {
  const t = useT()
  const words: Readonly<Record<string, string>> = {
    consult: t('insight.kinds.consult'), complain: t('insight.kinds.complain'), report: t('insight.kinds.report'), suggest: t('insight.kinds.suggest'), help: t('insight.kinds.help'), praise: t('insight.kinds.praise'),
    portal: t('insight.channels.portal'), hotline: t('insight.channels.hotline'), email: t('insight.channels.email'), open311: t('insight.channels.open311'), batch: t('insight.channels.batch'), kiosk: t('insight.channels.kiosk'),
    window: t('insight.channels.window'), link: t('insight.channels.link'), call: t('insight.channels.call'),
    case: t('insight.subjects.case'), request: t('insight.subjects.request'), outlet: t('insight.subjects.outlet'), guide: t('insight.subjects.guide'), service: t('insight.subjects.service'),
  }
  return ({ id, name }) => (facet === 'kind' || facet === 'channel' || facet === 'subject' ? (words[id] ?? name) : name)
}
