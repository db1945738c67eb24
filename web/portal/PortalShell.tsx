// The frame around every portal page: header, elder-mode tools, offline banner, page, footer.
// Pages are drawn into <main id="main"> by the router.
import { type ComponentType, lazy, Suspense } from 'react'
import { Outlet, ScrollRestoration } from 'react-router'
import { useUnread } from './features/inbox/queries.ts'
import { ActingBar } from '../shared/ActingBar.tsx'
import { Navigation } from './PortalHeader.tsx'
import { useT } from '../shared/i18n/store.ts'
import { PendingBar, TitleSuffix, useFocusOnNavigation } from '../shared/Navigation.tsx'
import { OfflineBanner } from '../shared/OfflineBanner.tsx'
import { paths } from '../shared/paths.ts'
import { RouterLink } from '../shared/RouterLink.tsx'
import { useSession } from '../shared/session.tsx'
import { useSettings } from '../shared/settings.ts'
import { Link, LinkContext } from '../ui/Link.tsx'
import { SkipLink } from '../ui/SkipLink.tsx'
import { ToastRegion } from '../ui/ToastRegion.tsx'
import './PortalShell.css'

/** Comes with elder mode. Without a network, where it was never loaded, the page goes without it. */
const ElderBar = lazy<ComponentType>(() => import('./ElderBar.tsx').catch(() => ({ default: () => null })))

export function PortalShell() {
  const t = useT()
  const unread = useUnread()
  const { place } = useSession()
  const { mode } = useSettings()
  useFocusOnNavigation()
  return (
    <LinkContext value={RouterLink}>
      <SkipLink to="main">{t('shell.skip')}</SkipLink>
      <PendingBar />
      <Navigation unread={unread} />
      <ActingBar />
      {mode === 'elder' && <Suspense fallback={<div className="portal-elder" />}><ElderBar /></Suspense>}
      <OfflineBanner />
      <main id="main" tabIndex={-1} className="portal-main">
        <TitleSuffix value={place ? `${t('shell.brand')} · ${place}` : t('shell.brand')}>
          <Outlet />
        </TitleSuffix>
      </main>
      <Footer />
      <ToastRegion patient={mode === 'elder'} />
      <ScrollRestoration />
    </LinkContext>
  )
}

function Footer() {
  const t = useT()
  return (
    <footer className="portal-foot" aria-label={t('shell.foot.label')}>
      <div className="tb-page">
        <span>
          {t('shell.foot.hotline')} <a href="tel:12345">12345</a>
        </span>
        <Link href={paths.help()}>{t('shell.nav.help')}</Link>
        <Link href={paths.benefits()}>{t('shell.benefits')}</Link>
        <Link href={paths.fees()}>{t('shell.nav.fees')}</Link>
        <Link href={paths.myData()}>{t('shell.nav.myData')}</Link>
        <Link href={paths.verify()}>{t('shell.verify')}</Link>
        <Link href={paths.accessibility()}>{t('shell.nav.accessibility')}</Link>
        <span className="tb-row-end">{t('shell.foot.source')}</span>
      </div>
    </footer>
  )
}
