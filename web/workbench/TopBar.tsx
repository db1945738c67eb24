// The bar of the workbench: where one works, places, search, what is due, the person.
// On a phone the places and the unit fold away under the search.
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import { Account } from '../shared/Account.tsx'
import { useT, type T } from '../shared/i18n/store.ts'
import { paths } from '../shared/paths.ts'
import { LanguageMenu, ThemeButton } from '../shared/Preferences.tsx'
import { useSession } from '../shared/session.tsx'
import { Badge, Chip } from '../ui/Chip.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Link } from '../ui/Link.tsx'
import { Menu } from '../ui/Menu.tsx'
import { unreadQuery } from './features/supervision/queries.ts'
import { isWithin, placesFor, type PlaceId } from './places.ts'

export interface Counters {
  dueToday: number
  overdue: number
}

interface Props {
  counters: Counters | undefined
  onFind: () => void
  onShortcuts: () => void
}

export function TopBar({ counters, onFind, onShortcuts }: Props) {
  const t = useT()
  const { person } = useSession()
  return (
    <header className="workbench-bar">
      <Link href={paths.workbench()} className="workbench-brand" aria-label={t('staff.name')}>
        <span aria-hidden="true">通</span>
      </Link>
      {person?.unit && <b className="workbench-unit" title={person.unit}>{person.unit}</b>}
      {person?.roles?.map((role) => <Chip key={role}>{t(`staff.role.${role}`)}</Chip>)}
      <Places />
      <button type="button" className="workbench-find" aria-haspopup="dialog" aria-keyshortcuts="Control+K" onClick={onFind}>
        <Icon name="search" />
        <span>{t('staff.find')}</span>
        <Kbd keys="Ctrl+K" />
      </button>
      {counters && (
        <Link href={paths.workbenchOverdue()} className="workbench-due">
          <span>{t('staff.dueToday')} <b data-tone={counters.dueToday > 0 ? 'warning' : 'neutral'}>{counters.dueToday}</b></span>
          <span>{t('staff.overdueCount')} <b data-tone={counters.overdue > 0 ? 'danger' : 'neutral'}>{counters.overdue}</b></span>
        </Link>
      )}
      {(person?.roles?.length ?? 0) > 0 && <Messages />}
      <div className="workbench-tools">
        <button type="button" className="tb-icon-button" aria-haspopup="dialog" aria-label={t('staff.shortcuts')} title={t('staff.shortcuts')} onClick={onShortcuts}>
          ?
        </button>
        <LanguageMenu />
        <ThemeButton />
        <Account items={[{ id: 'portal', label: t('staff.portal'), href: paths.home() }]} />
      </div>
    </header>
  )
}

/** As many as stand side by side on a small screen; the others, and those reached by their keys, fold into a menu. */
const mostShown = 6

function Places() {
  const t = useT()
  const { person } = useSession()
  const all = placesFor(person?.roles ?? [])
  const shown = all.filter(({ unlisted }) => !unlisted).slice(0, mostShown)
  const others = all.filter((place) => !shown.includes(place))
  return (
    <nav aria-label={t('shell.nav.label')}>
      {shown.map(({ id, href }) => <Place key={id} href={href} label={labelOf(id, t)} />)}
      {others.length > 0 && <Menu label={t('staff.more')} items={others.map(({ id, href }) => ({ id, href, label: labelOf(id, t) }))} />}
    </nav>
  )
}

const labelOf = (id: PlaceId, t: T): string => (id === 'find' ? t('staff.findPage') : t(`staff.${id}`))

/** What officials are told, and how much of it is unread. */
function Messages() {
  const t = useT()
  const { data: unread = 0 } = useQuery(unreadQuery)
  return (
    <Link href={paths.workbenchMessages()} className="workbench-due">
      <span>{t('staff.messages')} <Badge count={unread} label={t('staff.unread')} /></span>
    </Link>
  )
}

function Place({ href, label }: { href: string; label: string }) {
  const { pathname } = useLocation()
  return (
    <Link href={href} className="tb-text-button" aria-current={isWithin(pathname, href) ? 'page' : undefined}>
      {label}
    </Link>
  )
}
