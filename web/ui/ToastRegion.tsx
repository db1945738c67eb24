// Shows what toast() says, at the bottom of the screen; put once into each app's shell.
// A toast waits while the pointer or the focus is on it; with `patient` (elder mode) none leaves by itself.
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useT } from '../shared/i18n/store.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { closeToast, currentToasts, onToasts, type Toast } from './toasts.ts'
import './ToastRegion.css'

const shownFor = 6000

export function ToastRegion({ patient }: { patient?: boolean }) {
  const toasts = useSyncExternalStore(onToasts, currentToasts, currentToasts)
  return (
    <div className="tb-toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastBox key={toast.id} toast={toast} stays={toast.stays || patient === true} />
      ))}
    </div>
  )
}

function ToastBox({ toast, stays }: { toast: Toast; stays: boolean }) {
  const t = useT()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (stays || held) return
    const timer = setTimeout(() => closeToast(toast.id), shownFor)
    return () => clearTimeout(timer)
  }, [stays, held, toast.id])
  const hold = { onMouseEnter: () => setHeld(true), onMouseLeave: () => setHeld(false), onFocus: () => setHeld(true), onBlur: () => setHeld(false) }
  return (
    <div className="tb-toast" data-tone={toast.tone} {...hold}>
      <Icon name={toast.tone === 'success' ? 'check' : toast.tone === 'azure' || toast.tone === 'neutral' ? 'info' : 'alert'} />
      <span>{toast.text}</span>
      {toast.action && (
        <Button
          variant="plain"
          onClick={() => {
            closeToast(toast.id)
            toast.action?.run()
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <Button variant="plain" onClick={() => closeToast(toast.id)}>
        {t('ui.close')}
      </Button>
    </div>
  )
}
