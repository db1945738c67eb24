// A table that begins with its first rows and opens to all of them.
import { useState } from 'react'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Table, type TableProps } from '../../../ui/Table.tsx'

const first = 10

export function MoreRows<Row>({ rows, ...table }: TableProps<Row>) {
  const t = useT()
  const [all, setAll] = useState(false)
  return (
    <>
      <Table {...table} rows={all ? rows : rows.slice(0, first)} />
      {!all && rows.length > first && <div><Button variant="quiet" onClick={() => setAll(true)}>{t('insight.more', { n: rows.length })}</Button></div>}
    </>
  )
}
