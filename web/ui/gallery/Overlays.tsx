// Gallery: dialog, toasts, command palette and the list of shortcuts.
// check.ts opens them one after the other.
import { useState } from 'react'
import { Button } from '../Button.tsx'
import { CommandPalette } from '../CommandPalette.tsx'
import { Dialog } from '../Dialog.tsx'
import { ShortcutsDialog } from '../ShortcutsDialog.tsx'
import { toast } from '../toasts.ts'
import { useShortcutListener, useShortcuts } from '../useShortcuts.ts'

export function Overlays() {
  const [open, setOpen] = useState<'dialog' | 'palette' | 'shortcuts'>()
  const close = () => setOpen(undefined)
  useShortcuts([
    { keys: 'a', label: '准予登记', run: () => toast('已准予登记') },
    { keys: 'x', label: '退回', run: () => {}, disabledReason: '已受理，不能退回' },
    { keys: 'Ctrl+K', label: '查找和命令', group: '各处通用', run: () => setOpen('palette') },
    { keys: '?', label: '列出快捷键', group: '各处通用', run: () => setOpen('shortcuts') },
  ])
  useShortcutListener(true)
  const commands = [
    { id: 'queue', label: '去办件', keys: 'g q', run: () => toast('去办件') },
    { id: 'overdue', label: '去超期办件', keys: 'g o', run: () => {} },
    { id: 'case', label: '出生登记 · 陈知秋', hint: '440305-20261119-00102-3', group: '办件', run: () => {} },
  ]
  return (
    <section className="tb-stack" aria-label="浮层">
      <h2>浮层</h2>
      <div className="tb-row">
        <Button onClick={() => setOpen('dialog')}>打开对话框</Button>
        <Button variant="quiet" onClick={() => setOpen('palette')}>打开命令面板</Button>
        <Button variant="quiet" onClick={() => setOpen('shortcuts')}>打开快捷键</Button>
        <Button variant="quiet" onClick={() => toast('已保存')}>说一声成功</Button>
        <Button variant="quiet" onClick={() => toast('没有保存上，请再试一次', { tone: 'danger', action: { label: '再试', run: () => {} } })}>说一声失败</Button>
      </div>
      <Dialog
        open={open === 'dialog'}
        onClose={close}
        title="确定撤回申请吗？"
        footer={<><Button variant="quiet" onClick={close}>先不撤回</Button><Button variant="danger" onClick={close}>撤回</Button></>}
      >
        <p>五个部门会停止办理。填过的内容会留着，以后可以接着办。</p>
      </Dialog>
      <CommandPalette open={open === 'palette'} onClose={close} placeholder="查件、查人、去哪里" commands={commands} />
      <ShortcutsDialog open={open === 'shortcuts'} onClose={close} singleKeys onSingleKeys={() => {}} />
    </section>
  )
}
