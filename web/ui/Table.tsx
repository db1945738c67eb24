// A table that becomes stacked entries on a narrow screen: the first column is the entry's title, the rest are labelled lines.
// Roles are written out because CSS that changes `display` takes the table meaning away in some browsers.
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import './Table.css'

export interface Column<Row> {
  key: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Numbers stand at the end. */
  align?: 'start' | 'end'
  /** In stacked entries: leaves the label out where the cell speaks for itself. */
  stackedLabel?: 'hidden'
}

export interface TableProps<Row> {
  /** Says what the table lists; visible only to screen readers unless captionShown. */
  caption: string
  captionShown?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Shown instead of the table when there are no rows; nothing where it is left out. */
  empty?: ReactNode
  selected?: (row: Row) => boolean
}

export function Table<Row>({ caption, captionShown, columns, rows, rowKey, empty, selected }: TableProps<Row>) {
  if (rows.length === 0) return <>{empty}</>
  return (
    <table className="tb-table" role="table">
      <caption className={classes(!captionShown && 'tb-hidden')}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col" data-align={column.align}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" aria-current={selected?.(row) || undefined}>
            {columns.map((column, index) => (
              <Cell key={column.key} column={column} row={row} title={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<Row>({ column, row, title }: { column: Column<Row>; row: Row; title: boolean }) {
  const label = !title && column.stackedLabel !== 'hidden' && (
    <span className="tb-table-label" aria-hidden="true">
      {column.header}
    </span>
  )
  const content = (
    <>
      {label}
      <span className="tb-table-value">{column.cell(row)}</span>
    </>
  )
  return title ? (
    <th role="rowheader" scope="row" data-align={column.align}>
      {content}
    </th>
  ) : (
    <td role="cell" data-align={column.align}>
      {content}
    </td>
  )
}
