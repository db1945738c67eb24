// At a window the clerk goes on from the map of an application to its receipt.
// Nothing is drawn anywhere else.
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { useSession } from '../../../shared/session.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { isAtWindow } from './OwnConfirmation.tsx'

export function WindowReceipt({ application }: { application: string }) {
  const t = useT()
  const session = useSession()
  return isAtWindow(session) ? <div><LinkButton href={paths.workbenchReceipt({ application })}>{t('at-window.receipt')}</LinkButton></div> : null
}
