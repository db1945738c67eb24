// The list as a spreadsheet, with the columns shown: all of it, up to a number nobody works through by hand.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { saveTable } from '../../../shared/save-file.ts'
import { Button } from '../../../ui/Button.tsx'
import { toast } from '../../../ui/toasts.ts'
import type { DeliveryColumn } from './columns.tsx'
import type { Filter, Row } from './queries.ts'

const most = 5000

async function listAll({ view, outlet }: Filter): Promise<Row[]> {
  const rows: Row[] = []
  for (let more = true; more && rows.length < most;) {
    const after = rows.at(-1)?.id
    const page: { deliveries: Row[]; more: boolean } = await api('listDeliveries', { query: { view, limit: 200, ...(outlet ? { outlet } : {}), ...(after ? { after } : {}) } })
    rows.push(...page.deliveries)
    more = page.more && page.deliveries.length > 0
  }
  return rows
}

export function ExportRows({ filter, columns }: { filter: Filter; columns: readonly DeliveryColumn[] }) {
  const t = useT()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    const rows = await listAll(filter)
    await saveTable(t('delivery-desk.fileName'), [columns.map(({ heading }) => heading), ...rows.map((row) => columns.map(({ text }) => text(row)))])
    toast(t('delivery-desk.exported', { n: rows.length }), { tone: 'success' })
  }
  const press = () => {
    setBusy(true)
    save().catch(() => toast(t('delivery-desk.failed'), { tone: 'danger' })).finally(() => setBusy(false))
  }
  return <Button variant="quiet" busy={busy} onClick={press}>{t('delivery-desk.export')}</Button>
}
