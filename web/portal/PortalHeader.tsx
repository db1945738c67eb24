// Brand, places to go, switches and the person's menu; on a phone everything but the brand is behind one button.
// The phone panel closes when a place was chosen or Escape is pressed.
import { useEffect, useId, useState } from 'react'
import { useLocation } from 'react-router'
import { stopActing } from '../shared/acting.ts'
import { Account } from '../shared/Account.tsx'
import { useT } from '../shared/i18n/store.ts'
import { paths } from '../shared/paths.ts'
import { ElderButton, LanguageMenu, ThemeButton } from '../shared/Preferences.tsx'
import { useSession } from '../shared/session.tsx'
import { Badge } from '../ui/Chip.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Link } from '../ui/Link.tsx'

export function Navigation({ unread }: { unread: number }) {
  const t = useT()
  const { place, acting } = useSession()
  const { pathname } = useLocation()
  const [open, setOpen] = useState(false)
  const panel = useId()
  useEffect(() => setOpen(false), [pathname])
  return (
    <header className="portal-head" onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      <div className="tb-page">
        <Link href={paths.home()} className="portal-brand" aria-current={pathname === paths.home() ? 'page' : undefined}>
          <span className="portal-mark" aria-hidden="true">通</span>
          <b>{t('shell.brand')}</b>
          {place && <small>{place}</small>}
        </Link>
        {/* On a phone the way into elder mode must not hide behind the menu. */}
        <span className="portal-elder-entry"><ElderButton /></span>
        <button type="button" className="tb-text-button portal-menu-button" aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'close' : 'menu'} />
          {open ? t('shell.closeMenu') : t('shell.menu')}
          {!open && <Badge count={unread} label={t('shell.unread')} />}
        </button>
        <div id={panel} className="portal-panel" data-open={open || undefined}>
          <nav aria-label={t('shell.nav.label')}>
            <Place href={paths.home()} label={t('shell.nav.home')} />
            <Place href={paths.search()} label={t('ui.search')} />
            <Place href={paths.applications()} label={acting ? t('shell.acting.applications', { name: acting.name }) : t('shell.nav.applications')} />
            {!acting && <Place href={paths.inbox()} label={t('shell.nav.inbox')} count={unread} />}
            <Place href={paths.help()} label={t('shell.nav.help')} />
          </nav>
          <div className="portal-tools">
            <span className="portal-elder-tool"><ElderButton /></span>
            <LanguageMenu />
            <ThemeButton />
            <Account
              items={acting
                ? [...(['guardian', 'family'].includes(acting.capacity) ? [{ id: 'wallet', label: t('shell.wallet'), href: paths.wallet() }] : []), { id: 'stop', label: t('shell.acting.stop'), onSelect: stopActing }]
                : [{ id: 'applications', label: t('shell.nav.applications'), href: paths.applications() }, { id: 'requests', label: t('shell.requests'), href: paths.requests() }, { id: 'wallet', label: t('shell.wallet'), href: paths.wallet() }, { id: 'show-code', label: t('shell.showCode'), href: paths.showCode() }, { id: 'delegations', label: t('shell.acting.manage'), href: paths.delegations() }, { id: 'batches', label: t('shell.acting.batches'), href: paths.batches() }, { id: 'data', label: t('shell.nav.myData'), href: paths.myData() }]}
            />
          </div>
        </div>
      </div>
    </header>
  )
}

function Place({ href, label, count = 0 }: { href: string; label: string; count?: number }) {
  const t = useT()
  const { pathname } = useLocation()
  const here = href === paths.home() ? pathname === href : pathname.startsWith(href)
  return (
    <Link href={href} className="tb-text-button" aria-current={here ? 'page' : undefined}>
      {label}
      <Badge count={count} label={t('shell.unread')} />
    </Link>
  )
}
