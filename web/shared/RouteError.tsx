// What is shown in place of a page that could not be shown, by kind of failure.
// The frame around it stays, so the person can go elsewhere.
import { useEffect } from 'react'
import { useLocation, useRevalidator, useRouteError } from 'react-router'
import { Button, LinkButton } from '../ui/Button.tsx'
import { EmptyState, ErrorState, NoPermission } from '../ui/States.tsx'
import { failureKind, logIdOf, messageOf } from './failure.ts'
import { useT } from './i18n/store.ts'
import { isWorkbenchPath, paths } from './paths.ts'
import { useSession } from './session.tsx'

export function RouteError() {
  const error = useRouteError()
  return (
    <div className="tb-page">
      <Failure error={error} />
    </div>
  )
}

function Failure({ error }: { error: unknown }) {
  const t = useT()
  const session = useSession()
  const revalidator = useRevalidator()
  const kind = failureKind(error, navigator.onLine)
  useEffect(() => {
    if (kind === 'failed') console.error(error)
  }, [kind, error])

  switch (kind) {
    case 'not-found':
      return <NotFound />
    case 'forbidden':
      return <NoPermission level={1}>{messageOf(error)}</NoPermission>
    case 'signed-out':
      return (
        <EmptyState level={1} icon="person" title={t('shell.signIn.title')} action={<Button onClick={() => session.login()}>{t('shell.login')}</Button>}>
          <p>{t('shell.signIn.text')}</p>
        </EmptyState>
      )
    case 'new-version':
      return (
        <EmptyState level={1} icon="info" title={t('shell.newVersion.title')} action={<Button onClick={() => location.reload()}>{t('shell.newVersion.reload')}</Button>}>
          <p>{t('shell.newVersion.text')}</p>
        </EmptyState>
      )
    case 'offline':
      return (
        <ErrorState level={1} title={t('shell.offlinePage.title')} onRetry={() => location.reload()}>
          {t('shell.offlinePage.text')}
        </ErrorState>
      )
    case 'failed':
      return <ErrorState level={1} logId={logIdOf(error)} onRetry={() => void revalidator.revalidate()} retrying={revalidator.state === 'loading'} />
  }
}

/** Also the page for addresses that no route knows. */
export function NotFound() {
  const t = useT()
  const { pathname } = useLocation()
  const home = isWorkbenchPath(pathname) ? paths.workbench() : paths.home()
  return (
    <EmptyState level={1} icon="search" title={t('shell.notFound.title')} action={<LinkButton href={home}>{t('shell.notFound.home')}</LinkButton>}>
      <p>{t('shell.notFound.text')}</p>
    </EmptyState>
  )
}
