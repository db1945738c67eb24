// The steps that can be done for all selected rows at once, each with its key. Pressing one shows first what would happen to each.
// While nothing is selected the bar says how to begin, and the keys say why they do nothing.
import { useState } from 'react'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { useShortcuts } from '../../../ui/useShortcuts.ts'
import type { QueueItem } from '../queue/queries.ts'
import { BulkDialog } from './BulkDialog.tsx'
import { bulkActions, bulkKeys, type BulkAction } from './bulk.ts'
import type { Selection } from './selection.ts'

export function BulkBar({ selection }: { selection: Selection<QueueItem> }) {
  const t = useT()
  const [doing, setDoing] = useState<{ action: BulkAction; items: readonly QueueItem[] }>()
  const { chosen } = selection
  const disabledReason = chosen.length === 0 ? t('desk.table.none') : undefined
  const begin = (action: BulkAction) => setDoing({ action, items: chosen })
  useShortcuts(bulkActions.map((action) => ({ keys: bulkKeys[action], label: t(`desk.bulk.${action}`), group: t('desk.bulk.label'), disabledReason, run: () => begin(action) })))
  return (
    <section className="desk-bulk tb-row" aria-label={t('desk.bulk.label')}>
      <span role="status">{chosen.length === 0 ? t('desk.table.lead') : t('desk.table.selected', { n: chosen.length })}</span>
      {chosen.length > 0 && bulkActions.map((action) => (
        <Button key={action} variant="quiet" shortcut={bulkKeys[action].toUpperCase()} onClick={() => begin(action)}>{t(`desk.bulk.${action}`)}</Button>
      ))}
      {chosen.length > 0 && <Button variant="plain" onClick={selection.clear}>{t('desk.table.clear')}</Button>}
      {doing && (
        <BulkDialog
          key={doing.action}
          {...doing}
          onClose={(changed) => {
            setDoing(undefined)
            if (changed) selection.clear()
          }}
        />
      )}
    </section>
  )
}
