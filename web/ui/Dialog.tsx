// A question or a short task above the page, by the browser's own <dialog>: focus stays inside and comes back after.
// Escape, the close button and a press outside all mean onClose.
import { useId, type MouseEvent, type ReactNode } from 'react'
import { useT } from '../shared/i18n/store.ts'
import { Button } from './Button.tsx'
import { useModal } from './useModal.ts'
import './Dialog.css'

export interface DialogProps {
  open: boolean
  onClose: () => void
  title: ReactNode
  /** Buttons, the main one last; on a phone they fill the width. */
  footer?: ReactNode
  size?: 'normal' | 'wide'
  /** Keeps a press outside from closing, for dialogs in which something is typed. */
  stay?: boolean
  children: ReactNode
}

export function Dialog({ open, onClose, title, footer, size = 'normal', stay, children }: DialogProps) {
  const t = useT()
  const titleId = useId()
  const dialog = useModal(open)

  const pressOutside = (event: MouseEvent) => {
    if (event.target === dialog.current && !stay) onClose()
  }

  return (
    <dialog
      ref={dialog}
      className="tb-dialog"
      data-size={size}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // The owner decides; without this the browser would close it behind the owner's back.
        event.preventDefault()
        onClose()
      }}
      onMouseDown={pressOutside}
    >
      {open && (
        <div className="tb-dialog-box">
          <header>
            <h2 id={titleId}>{title}</h2>
            <Button variant="plain" icon="close" onClick={onClose}>
              {t('ui.close')}
            </Button>
          </header>
          <div className="tb-dialog-body">{children}</div>
          {footer && <footer>{footer}</footer>}
        </div>
      )}
    </dialog>
  )
}
