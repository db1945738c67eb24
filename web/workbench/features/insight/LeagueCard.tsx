// Units, officials or services compared: small numbers are drawn to the mean of all, and the rule stands above the table.
import { useQuery } from '@tanstack/react-query'
import { logIdOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { MoreRows } from './MoreRows.tsx'
import { aims, bys, leagueQuery, type League, type Choose, type View } from './queries.ts'
import './insight.css'

type Row = League['rows'][number]

export function LeagueCard({ view, onChoose }: { view: View; onChoose: Choose }) {
  const t = useT()
  const format = useFormat()
  const { data, error, refetch, isFetching } = useQuery(leagueQuery(view))
  const shown = (share: number | null) => (share === null ? t('insight.few') : format.share(share))
  const columns: Column<Row>[] = [
    { key: 'name', header: t(`insight.bys.${view.by}`), cell: ({ name }) => name },
    { key: 'rank', header: t('insight.league.rank'), align: 'end', cell: ({ rank }) => rank ?? t('insight.league.unranked') },
    { key: 'adjusted', header: t('insight.league.adjusted'), align: 'end', cell: ({ adjusted }) => shown(adjusted) },
    { key: 'rate', header: t('insight.league.rate'), align: 'end', cell: ({ rate }) => shown(rate) },
    { key: 'n', header: t('insight.league.n'), align: 'end', cell: ({ n }) => format.number(n) },
  ]
  return (
    <Card title={t('insight.league.title')}>
      <div className="tb-stack">
        <div className="insight-filters">
          <Select label={t('insight.league.by')} value={view.by} onChange={(by) => onChoose({ by: bys.find((each) => each === by) ?? 'unit' })} options={bys.map((value) => ({ value, label: t(`insight.bys.${value}`) }))} />
          <Select label={t('insight.league.aim')} value={view.aim} onChange={(aim) => onChoose({ aim: aims.find((each) => each === aim) ?? 'satisfied' })} options={aims.map((value) => ({ value, label: t(`insight.measures.${value}Rate`) }))} />
        </div>
        {error && <ErrorState level={2} logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />}
        {!data && !error && <Loading />}
        {data && (
          <>
            <p className="tb-muted">{t('insight.league.rule', { least: data.rule.least, strength: data.rule.strength, mean: format.share(data.rule.mean) })}</p>
            <MoreRows caption={t('insight.league.title')} columns={columns} rows={data.rows} rowKey={({ id }) => id} empty={<EmptyState icon="info" level={2} title={t('insight.empty')} />} />
          </>
        )}
      </div>
    </Card>
  )
}
