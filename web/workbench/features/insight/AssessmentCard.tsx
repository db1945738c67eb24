// The assessment of units: a score from three rates, its formula above the table, each part beside it, and the table to take away.
import { useQuery } from '@tanstack/react-query'
import { logIdOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { MoreRows } from './MoreRows.tsx'
import { assessmentAddress, assessmentQuery, type Assessment, type View } from './queries.ts'
import './insight.css'

type Row = Assessment['rows'][number]

export function AssessmentCard({ view }: { view: View }) {
  const t = useT()
  const format = useFormat()
  const { data, error, refetch, isFetching } = useQuery(assessmentQuery(view))
  const part = (key: 'satisfied' | 'onTime' | 'solved'): Column<Row> => ({
    key, header: t(`insight.measures.${key}Rate`), align: 'end',
    cell: ({ parts }) => (parts[key].adjusted === null ? t('insight.few') : t('insight.assessment.part', { adjusted: format.share(parts[key].adjusted), n: format.number(parts[key].n) })),
  })
  const columns: Column<Row>[] = [
    { key: 'name', header: t('insight.facets.unit'), cell: ({ name }) => name },
    { key: 'rank', header: t('insight.league.rank'), align: 'end', cell: ({ rank }) => rank ?? t('insight.league.unranked') },
    { key: 'score', header: t('insight.assessment.score'), align: 'end', cell: ({ score }) => (score === null ? '–' : score.toFixed(1)) },
    part('satisfied'), part('onTime'), part('solved'),
  ]
  return (
    <Card title={t('insight.assessment.title')}>
      <div className="tb-stack">
        {error && <ErrorState level={2} logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />}
        {!data && !error && <Loading />}
        {data && (
          <>
            <p>{t('insight.assessment.formula', { ...data.weights })}</p>
            <p className="tb-muted">{t('insight.assessment.rule', { least: data.rules.satisfied.least, satisfied: data.rules.satisfied.strength, onTime: data.rules.onTime.strength, solved: data.rules.solved.strength })}</p>
            <MoreRows caption={t('insight.assessment.title')} columns={columns} rows={data.rows} rowKey={({ id }) => id} empty={<EmptyState icon="info" level={2} title={t('insight.empty')} />} />
            <div className="tb-row">
              <LinkButton variant="ghost" href={assessmentAddress(view, 'xlsx')}>{t('insight.xlsx')}</LinkButton>
              <LinkButton variant="quiet" href={assessmentAddress(view, 'csv')}>{t('insight.csv')}</LinkButton>
            </div>
          </>
        )}
      </div>
    </Card>
  )
}
