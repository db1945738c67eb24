// What recurs: by category, place, authority, keyword and month, and how long answers take.
// Figures as tables, so that they can be read aloud and copied.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import type { Reply } from '../../../api/client.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState, Loading } from '../../../ui/States.tsx'
import { Table } from '../../../ui/Table.tsx'
import { statisticsQuery, type LedgerFilter } from './queries.ts'

type Group = Reply<'countHardCases'>['categories'][number]

export function Statistics({ filter }: { filter: LedgerFilter }) {
  const t = useT()
  const textIn = useTextIn()
  const { data } = useQuery(statisticsQuery(filter))
  if (!data) return <Loading />
  if (data.regions.length === 0) return <EmptyState title={t('hard-case-desk.ledger.statistics.none')} />
  const dates = { ...(filter.from ? { from: filter.from } : {}), ...(filter.until ? { until: filter.until } : {}) }
  return (
    <div className="tb-stack">
      <p>{data.days === null ? t('hard-case-desk.ledger.statistics.medianNone') : t('hard-case-desk.ledger.statistics.median', { n: data.days })}</p>
      <div className="hard-two">
        <GroupCard title={t('hard-case-desk.ledger.statistics.category')} rows={data.categories} name={(row) => (row.value === '' ? t('hard-case-desk.ledger.statistics.unsorted') : <Link href={paths.workbenchHardCaseLedger({}, { ...dates, category: row.value })}>{textIn(row.name)}</Link>)} />
        <GroupCard title={t('hard-case-desk.ledger.statistics.region')} rows={data.regions} name={(row) => textIn(row.name)} />
        {data.lines.length > 0 && (
          <Card title={t('hard-case-desk.ledger.statistics.line')}>
            <Table
              caption={t('hard-case-desk.ledger.statistics.line')}
              rows={data.lines}
              rowKey={({ line }) => line}
              columns={[
                { key: 'name', header: t('hard-case-desk.ledger.statistics.name'), cell: (row) => textIn(row.name) }, { key: 'asked', header: t('hard-case-desk.ledger.statistics.asked'), align: 'end', cell: (row) => row.asked },
                { key: 'given', header: t('hard-case-desk.ledger.statistics.given'), align: 'end', cell: (row) => row.given }, { key: 'late', header: t('hard-case-desk.ledger.statistics.late'), align: 'end', cell: (row) => row.late },
              ]}
            />
          </Card>
        )}
        {data.words.length > 0 && (
          <Card title={t('hard-case-desk.ledger.statistics.words')}>
            <Table
              caption={t('hard-case-desk.ledger.statistics.words')}
              rows={data.words}
              rowKey={({ word }) => word}
              columns={[{ key: 'word', header: t('hard-case-desk.ledger.statistics.name'), cell: (row) => row.word }, { key: 'count', header: t('hard-case-desk.ledger.statistics.count'), align: 'end', cell: (row) => row.count }]}
            />
          </Card>
        )}
        <Card title={t('hard-case-desk.ledger.statistics.months')}>
          <Table
            caption={t('hard-case-desk.ledger.statistics.months')}
            rows={data.months}
            rowKey={({ month }) => month}
            columns={[
              { key: 'month', header: t('hard-case-desk.ledger.statistics.month'), cell: (row) => row.month }, { key: 'received', header: t('hard-case-desk.ledger.statistics.received'), align: 'end', cell: (row) => row.received },
              { key: 'ended', header: t('hard-case-desk.ledger.statistics.ended'), align: 'end', cell: (row) => row.ended },
            ]}
          />
        </Card>
      </div>
    </div>
  )
}

function GroupCard({ title, rows, name }: { title: string; rows: readonly Group[]; name: (row: Group) => ReactNode }) {
  const t = useT()
  return (
    <Card title={title}>
      <Table
        caption={title}
        rows={rows}
        rowKey={({ value }) => value}
        columns={[
          { key: 'name', header: t('hard-case-desk.ledger.statistics.name'), cell: name }, { key: 'count', header: t('hard-case-desk.ledger.statistics.count'), align: 'end', cell: (row) => row.count },
          { key: 'ended', header: t('hard-case-desk.ledger.statistics.ended'), align: 'end', cell: (row) => row.ended }, { key: 'days', header: t('hard-case-desk.ledger.statistics.days'), align: 'end', cell: (row) => row.days ?? '–' },
        ]}
      />
    </Card>
  )
}
