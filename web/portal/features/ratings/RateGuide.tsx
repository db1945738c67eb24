// At the end of a guide: was it clear? One button; the form, and its words, are loaded when it is pressed. Whoever is not logged in logs in first.
import { lazy, Suspense, useState } from 'react'
import { loadTexts, useT } from '../../../shared/i18n/store.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Loading } from '../../../ui/States.tsx'

const GuideForm = lazy(async () => {
  const [{ GuideForm: form }] = await Promise.all([import('./GuideForm.tsx'), loadTexts(['ratings'])])
  return { default: form }
})

/** @param of id of a service or matter */
export function RateGuide({ of }: { of: string }) {
  const t = useT()
  const session = useSession()
  const [open, setOpen] = useState(false)
  if (!open) return <div><Button variant="quiet" onClick={() => (session.person ? setOpen(true) : session.login())}>{t('common.rateGuide')}</Button></div>
  return <Suspense fallback={<Loading />}><GuideForm of={of} /></Suspense>
}
