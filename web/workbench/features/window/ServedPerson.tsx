// Who is served now: no more of them than identifies them, how long it lasts, and the way out.
// Ending it forgets everything of the person in this browser.
import { useEffect, useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { now } from '../../../shared/now.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { toast } from '../../../ui/toasts.ts'
import { useShortcuts } from '../../../ui/useShortcuts.ts'
import { forgetPerson, windowQuery, type Served } from './queries.ts'

const minute = 60_000

export function ServedPerson({ served }: { served: Served }) {
  const t = useT()
  const format = useFormat()
  const left = useMinutesLeft(served.endsAt)
  const ending = useChange(() => api('endWindowSession'), () => {
    forgetPerson()
    toast(t('window.person.ended'), { tone: 'success' })
    return queryClient.invalidateQueries({ queryKey: windowQuery.queryKey })
  })
  const switching = useChange((delegation: string | null) => api('serveFor', { body: { delegation } }), (next) => {
    forgetPerson(next)
    return queryClient.invalidateQueries({ queryKey: windowQuery.queryKey })
  })
  useShortcuts([{ keys: 'e', label: t('window.person.end'), run: () => ending.mutate() }])
  return (
    <section className="window-person" aria-label={t('window.person.title')}>
      <div>
        <b className="window-name">{served.name}</b>
        <span>{t('window.person.number')} {served.idNumberMasked}</span>
        <span>{t('window.person.phone')} {served.phoneMasked ?? t('window.person.noPhone')}</span>
        {served.came !== null && <span>{t('window.person.came', { name: served.came })}</span>}
      </div>
      <div className="tb-muted">
        <span>{t(`window.person.${served.identifiedBy}`)}</span>
        <span>{t('window.person.since', { time: format.instant(served.openedAt) })}</span>
        <span>{t('window.person.left', { n: left })}</span>
      </div>
      {served.came !== null && <Button variant="quiet" busy={switching.isPending} onClick={() => switching.mutate(null)}>{t('window.person.ownAgain', { name: served.came })}</Button>}
      {served.came === null && served.standsInFor.map(({ delegation, name }) => (
        <Button key={delegation} variant="quiet" busy={switching.isPending && switching.variables === delegation} onClick={() => switching.mutate(delegation)}>{t('window.person.standIn', { name })}</Button>
      ))}
      <Button variant="ghost" shortcut="e" busy={ending.isPending} onClick={() => ending.mutate()}>{t('window.person.end')}</Button>
    </section>
  )
}

function useMinutesLeft(endsAt: string): number {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), minute / 4)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.ceil((new Date(endsAt).getTime() - at.getTime()) / minute))
}
