// The button beside a document that opens the camera of the window.
// Nothing is drawn on other devices: a phone has its own way in the file field.
import { lazy, Suspense, useState } from 'react'
import { useT } from '../../../shared/i18n/store.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { isAtWindow } from './OwnConfirmation.tsx'

const CameraDialog = lazy(async () => ({ default: (await import('./CameraDialog.tsx')).CameraDialog }))

export function WindowCamera({ onFile }: { onFile: (file: File) => void }) {
  const t = useT()
  const session = useSession()
  const [open, setOpen] = useState(false)
  if (!isAtWindow(session)) return null
  return (
    <div>
      <Button variant="ghost" onClick={() => setOpen(true)}>{t('at-window.camera.open')}</Button>
      {open && <Suspense><CameraDialog open onClose={() => setOpen(false)} onFile={onFile} /></Suspense>}
    </div>
  )
}
