// Says that the session has ended and that nothing typed is lost; logging in comes back to this very page.
// Opened by changing.ts; closing it leaves the page as it is, so the person can copy or finish a sentence first.
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { askToLogIn, useMustLogIn } from './changing.ts'
import { useT } from './i18n/store.ts'
import { useSession } from './session.tsx'

export function SignedOutDialog() {
  const t = useT()
  const session = useSession()
  const open = useMustLogIn()
  return (
    <Dialog
      open={open}
      onClose={() => askToLogIn(false)}
      title={t('shell.expired.title')}
      stay
      footer={<Button onClick={() => session.login()}>{t('shell.expired.login')}</Button>}
    >
      <p>{t('shell.expired.text')}</p>
    </Dialog>
  )
}
