// What is shown in place of a page that could not be shown, by kind of failure.
// The frame around it stays, so the person can go elsewhere.
import { useEffect } from 'react'
import { useLocation, useRevalidator, useRouteError } from 'react-router'
import { Button, LinkButton } from '../ui/Button.tsx'
import { EmptyState, ErrorState, NoPermission } from '../ui/States.tsx'
import { failureKind, type FailureKind, logIdOf, messageOf } from './failure.ts'
import { useT } from './i18n/store.ts'
import { PageTitle } from './Navigation.tsx'
import { isWorkbenchPath, paths } from './paths.ts'
import { useSession } from './session.tsx'

export function RouteError() {
  const error = useRouteError()
  const t = useT()
  const kind = failureKind(error, navigator.onLine)
  const titles: Record<FailureKind, string> = {
    'not-found': t('shell.notFound.title'), forbidden: t('ui.forbidden.title'), 'signed-out': t('shell.signIn.title'),
    'new-version': t('shell.newVersion.title'), offline: t('shell.offlinePage.title'), failed: t('ui.error.title'),
  }
  return (
    <div className="tb-page">
      <PageTitle title={titles[kind]} />
      <Failure error={error} kind={kind} title={titles[kind]} />
    </div>
  )
}

function Failure({ error, kind, title }: { error: unknown; kind: FailureKind; title: string }) {
  const t = useT()
  const session = useSession()
  const revalidator = useRevalidator()
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
        <EmptyState level={1} icon="person" title={title} action={<Button onClick={() => session.login()}>{t('shell.login')}</Button>}>
          <p>{t('shell.signIn.text')}</p>
        </EmptyState>
      )
    case 'new-version':
      return (
        <EmptyState level={1} icon="info" title={title} action={<Button onClick={() => location.reload()}>{t('shell.newVersion.reload')}</Button>}>
          <p>{t('shell.newVersion.text')}</p>
        </EmptyState>
      )
    case 'offline':
      return (
        <ErrorState level={1} title={title} onRetry={() => location.reload()}>
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
