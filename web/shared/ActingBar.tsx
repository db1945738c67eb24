// Says in whose name this tab works, on every page while it does, with the way out.
// Once the authorisation has ended, it says that. Nothing is drawn for oneself. At a window it also watches whether the person is still served there.
import { skipToken, useQuery } from '@tanstack/react-query'
import { stopActing } from './acting.ts'
import { useT } from './i18n/store.ts'
import { actingEnded } from './query-client.ts'
import { useSession } from './session.tsx'
import { useWindowWatch } from './useWindowWatch.ts'
import { Button } from '../ui/Button.tsx'
import './ActingBar.css'

export function ActingBar() {
  const t = useT()
  const { acting } = useSession()
  const { data: ended } = useQuery<string>({ queryKey: actingEnded, queryFn: skipToken })
  useWindowWatch(acting)
  if (!acting) return null
  return (
    <section className="acting-bar" aria-label={t('shell.acting.label')}>
      <div className="tb-page">
        {ended === undefined ? (
          <p>
            <b>{t('shell.acting.title', { name: acting.name })}</b> <span>{t('shell.acting.text', { name: acting.name })}</span>
          </p>
        ) : <p role="alert"><b>{ended}</b></p>}
        <Button variant="ghost" onClick={stopActing}>{acting.capacity === 'window' ? t('shell.acting.backToWindow') : t('shell.acting.stop')}</Button>
      </div>
    </section>
  )
}
