// What is to be mended, cell by cell with its row and column, and the same as a spreadsheet.
// Only the first rows are listed; the download has all.
import { useQuery } from '@tanstack/react-query'
import { addressOf } from '../../../api/client.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { rowsQuery, shownRows, type Batch, type BatchRow } from './queries.ts'

type Line = BatchRow['problems'][number] & { id: string }

export function MendCard({ batch }: { batch: Batch }) {
  const t = useT()
  const count = batch.rows.faulty + batch.rows.failed
  const { data: rows = [] } = useQuery(rowsQuery(batch.id, 'problems', count))
  const lines = rows.flatMap(({ row, problems }) => problems.map((problem, index): Line => ({ ...problem, id: `${row} ${index}` })))
  const columns: Column<Line>[] = [
    { key: 'row', header: t('batches.mend.row'), cell: ({ row }) => t('batches.findingAt', { row: row ?? 0 }) },
    { key: 'column', header: t('batches.mend.column'), cell: ({ column }) => column ?? t('batches.mend.whole') },
    { key: 'value', header: t('batches.mend.value'), cell: ({ value }) => value ?? '' },
    { key: 'message', header: t('batches.mend.message'), cell: ({ message }) => message, stackedLabel: 'hidden' },
  ]
  return (
    <Card title={t('batches.mend.title')}>
      <div className="tb-stack">
        <p>{t('batches.mend.text')}</p>
        <div><LinkButton href={addressOf('getBatchToMend', { id: batch.id })} download icon="file" variant="ghost">{t('batches.mend.download')}</LinkButton></div>
        <Table caption={t('batches.mend.caption')} columns={columns} rows={lines} rowKey={({ id }) => id} />
        {count > shownRows && <p className="tb-muted">{t('batches.mend.more', { n: shownRows })}</p>}
      </div>
    </Card>
  )
}
