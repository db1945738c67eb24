// Who is logged in, in the header of both apps: the way in, or the person's name with a menu.
// The apps say what the menu offers besides the way out.
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { useT } from './i18n/store.ts'
import { useSession } from './session.tsx'

export function Account({ items }: { items: readonly MenuItem[] }) {
  const t = useT()
  const { status, person, login, logout } = useSession()
  if (status === 'loading') return <span className="account-waiting" />
  if (!person) {
    return (
      <button type="button" className="tb-text-button account-login" onClick={() => login()}>
        {t('shell.login')}
      </button>
    )
  }
  return (
    <Menu label={person.name} accessibleLabel={t('shell.account', { name: person.name })} align="end" items={[...items, { id: 'logout', label: t('shell.logout'), onSelect: logout }]} />
  )
}
