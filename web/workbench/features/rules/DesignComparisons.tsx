// On the review page of a design that changes a decision table: what past decisions it would have made otherwise, and why.
// Worked out every night; a designer can have it worked out now.
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Table } from '../../../ui/Table.tsx'
import { OutcomeChip } from './OutcomeChip.tsx'
import { comparisonsQuery, type Comparisons } from './queries.ts'
import './rules.css'

export function DesignComparisons({ id, revision, mayCompare }: { id: string; revision: number; mayCompare: boolean }) {
  const t = useT()
  const query = comparisonsQuery(id, revision)
  const { data = [] } = useQuery(query)
  const comparing = useChange(() => api('compareDesignTables', { params: { id } }), ({ comparisons }) => queryClient.setQueryData(query.queryKey, comparisons))
  return (
    <Card title={t('rules.compare.title')} aside={mayCompare && <Button variant="quiet" busy={comparing.isPending} onClick={() => comparing.mutate()}>{t('rules.compare.now')}</Button>}>
      <p className="tb-muted">{t('rules.compare.lead')}</p>
      {comparing.isError && <Notice tone="danger" live="assertive">{t('rules.compare.failed')}</Notice>}
      {data.length === 0 && <p>{t('rules.compare.notYet')}</p>}
      {data.map((comparison) => <Differences key={comparison.service} comparison={comparison} revision={revision} />)}
    </Card>
  )
}

function Differences({ comparison, revision }: { comparison: Comparisons[number]; revision: number }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { looked, pairs, same, unlike } = comparison
  return (
    <section className="tb-stack">
      <h3>{textIn(comparison.serviceName)}</h3>
      <p>{looked === 0 ? t('rules.compare.nothing') : t('rules.compare.looked', { n: looked, same: same + unlike, at: format.instant(comparison.madeAt) })}{comparison.version !== String(revision) && ` ${t('rules.compare.older')}`}</p>
      {pairs.length > 0 && (
        <Table
          caption={textIn(comparison.serviceName)} rows={pairs} rowKey={({ before, after }) => `${before} ${after}`}
          columns={[
            { key: 'pair', header: t('rules.compare.pair'), cell: ({ before, after }) => <span className="rules-row"><OutcomeChip outcome={before} /> → <OutcomeChip outcome={after} /></span> },
            { key: 'count', header: t('rules.compare.count'), align: 'end', cell: ({ count }) => format.number(count) },
            { key: 'fields', header: t('rules.compare.fields'), cell: ({ fields }) => format.list(fields.map(({ name }) => textIn(name))) },
            { key: 'examples', header: t('rules.compare.examples'), cell: ({ examples }) => <span className="rules-row">{examples.slice(0, 3).map(({ caseId, number }) => <Link key={caseId} href={paths.workbenchCase({ case: caseId })}>{number}</Link>)}</span> },
          ]}
        />
      )}
    </section>
  )
}
