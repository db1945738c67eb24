// The view as a spreadsheet: the columns shown.
// All rows of the filter, up to a number nobody works through by hand.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { saveTable } from '../../../shared/save-file.ts'
import { Button } from '../../../ui/Button.tsx'
import { toast } from '../../../ui/toasts.ts'
import { askedOf, type QueueItem } from '../queue/queries.ts'
import type { QueueFilter } from '../queue/queue.ts'
import { cellText, type ColumnId, type Words } from './table-columns.ts'

const most = 5000
const pageSize = 200

async function listAll(filter: QueueFilter): Promise<{ rows: QueueItem[]; more: boolean }> {
  const rows: QueueItem[] = []
  for (let after: string | null | undefined = undefined; ;) {
    const page: { cases: QueueItem[]; next: string | null } = await api('listCases', { query: { ...askedOf(filter), limit: pageSize, ...(after ? { after } : {}) } })
    rows.push(...page.cases)
    after = page.next
    if (after === null || rows.length >= most) return { rows: rows.slice(0, most), more: after !== null }
  }
}

export function ExportButton({ filter, columns, words }: { filter: QueueFilter; columns: readonly ColumnId[]; words: Words }) {
  const t = useT()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    const { rows, more } = await listAll(filter)
    await saveTable(t('desk.table.fileName'), [columns.map((id) => t(`desk.column.${id}`)), ...rows.map((item) => columns.map((id) => cellText(item, id, words)))])
    toast(t(more ? 'desk.table.exportedSome' : 'desk.table.exported', { n: rows.length }), { tone: more ? 'warning' : 'success' })
  }
  const press = () => {
    setBusy(true)
    save().catch(() => toast(t('desk.table.exportFailed'), { tone: 'danger' })).finally(() => setBusy(false))
  }
  return <Button variant="quiet" busy={busy} onClick={press}>{t('desk.table.export')}</Button>
}
