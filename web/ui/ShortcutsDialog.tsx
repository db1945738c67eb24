// The list of shortcuts that work on this screen, opened with "?".
// Single-letter shortcuts can be switched off here for people who dictate or whose hands tremble.
import { useT } from '../shared/i18n/store.ts'
import { Checkbox } from './Choice.tsx'
import { Dialog } from './Dialog.tsx'
import { Kbd } from './Kbd.tsx'
import { useRegisteredShortcuts } from './useShortcuts.ts'
import './ShortcutsDialog.css'

export interface ShortcutsDialogProps {
  open: boolean
  onClose: () => void
  singleKeys: boolean
  onSingleKeys: (on: boolean) => void
}

export function ShortcutsDialog({ open, onClose, singleKeys, onSingleKeys }: ShortcutsDialogProps) {
  const t = useT()
  const shortcuts = useRegisteredShortcuts()
  const groups = Map.groupBy(shortcuts, (shortcut) => shortcut.group ?? t('ui.shortcuts.page'))
  return (
    <Dialog open={open} onClose={onClose} title={t('ui.shortcuts.title')}>
      {[...groups].map(([group, list]) => (
        <section key={group} className="tb-shortcuts">
          <h3>{group}</h3>
          <dl>
            {list.map((shortcut) => (
              <div key={shortcut.keys}>
                <dt>
                  {shortcut.label}
                  {shortcut.disabledReason && <small>{shortcut.disabledReason}</small>}
                </dt>
                <dd>
                  <Kbd keys={shortcut.keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Checkbox label={t('ui.shortcuts.singleKeys')} hint={t('ui.shortcuts.singleKeysHint')} checked={singleKeys} onChange={onSingleKeys} />
    </Dialog>
  )
}
