// Opens and closes a native <dialog> to follow a prop; shared by Dialog and CommandPalette.
// The browser keeps the focus inside and gives it back afterwards.
import { useEffect, useRef, type RefObject } from 'react'

export function useModal(open: boolean): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (open && element && !element.open) element.showModal()
    if (!open && element?.open) element.close()
  }, [open])
  return dialog
}
