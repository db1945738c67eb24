// A decision table as a table: one column for each input, what follows at the right; rows that hit are marked and named in words.
// On a narrow screen each row becomes an entry, with only the conditions it has.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { OutcomeChip } from './OutcomeChip.tsx'
import { cellText } from './cell-text.ts'
import type { DecisionTable } from './queries.ts'

type Row = DecisionTable['rows'][number]

interface Props {
  table: DecisionTable
  /** ids of rows that count */
  hit?: readonly string[]
}

export function TableView({ table, hit = [] }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const words = { yes: t('common.yes'), no: t('common.no'), not: (what: string) => t('rules.table.not', { what }), or: t('rules.table.or') }
  const nameOf = ({ choices }: DecisionTable['inputs'][number], value: string) => {
    const found = choices.find((each) => each.value === value)
    return found && textIn(found.name)
  }
  const isHit = (row: Row) => hit.includes(row.id)
  const columns: Column<Row>[] = [
    { key: 'row', header: t('rules.table.row'), cell: (row) => <span className="rules-row"><code>{row.id}</code>{isHit(row) && <Chip tone="azure">{t('rules.table.hit')}</Chip>}</span> },
    ...table.inputs.map((input): Column<Row> => ({ key: input.id, header: <span title={input.rule}>{textIn(input.name)}</span>, cell: ({ cells }) => <Cell written={cells[input.id]} shown={cellText(cells[input.id] ?? '–', (value) => nameOf(input, value), words)} /> })),
    { key: 'decision', header: t('rules.table.decision'), cell: (row) => <span className="rules-row"><OutcomeChip outcome={row.decision} />{row.checkDays !== null && <small>{t('rules.table.checkDays', { n: row.checkDays })}</small>}{row.noDiscretion && <small>{t('rules.table.bound')}</small>}</span> },
    { key: 'reason', header: t('rules.table.reason'), cell: ({ reason, law }) => <>{textIn(reason)} <small className="tb-muted">{law.title}{law.article ?? ''}</small></> },
  ]
  return (
    <div className="rules-scroll">
      <Table caption={textIn(table.name)} rows={table.rows} rowKey={({ id }) => id} columns={columns} selected={isHit} />
    </div>
  )
}

/** In words, with the cell as it was written behind it. */
function Cell({ written, shown }: { written: string | undefined; shown: string }) {
  return <span className="rules-cell" title={written}>{shown}</span>
}
