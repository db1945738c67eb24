// Pages about one's own data are for residents who are logged in; everybody else is told why there is nothing to see.
import type { ReactNode } from 'react'
import { useT } from '../../../shared/i18n/store.ts'
import { isResident, useSession } from '../../../shared/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState, Loading } from '../../../ui/States.tsx'

export function ResidentGate({ children }: { children: ReactNode }) {
  const t = useT()
  const session = useSession()
  if (session.status === 'loading') return <Loading />
  if (session.status === 'anonymous') {
    return (
      <EmptyState icon="lock" title={t('my-data.signIn.title')} action={<Button onClick={() => session.login()}>{t('shell.login')}</Button>}>
        <p>{t('my-data.signIn.text')}</p>
      </EmptyState>
    )
  }
  if (!isResident(session)) {
    return (
      <EmptyState icon="person" title={t('my-data.staff.title')}>
        <p>{t('my-data.staff.text')}</p>
      </EmptyState>
    )
  }
  return children
}
