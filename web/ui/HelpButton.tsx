// 找人帮忙: a button that opens the ways to reach a person; the page says which ways there are.
// In elder mode it stands on every page.
import { useState, type ReactNode } from 'react'
import { useT } from '../shared/i18n/store.ts'
import { Button, type ButtonVariant } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

export interface HelpButtonProps {
  variant?: ButtonVariant
  label?: string
  children: ReactNode
}

export function HelpButton({ variant = 'quiet', label, children }: HelpButtonProps) {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant={variant} icon="phone" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label ?? t('ui.help')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={label ?? t('ui.help')}>
        {children}
      </Dialog>
    </>
  )
}
