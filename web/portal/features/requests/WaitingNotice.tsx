// Requests that wait on this device for the network: says so, sends them as soon as it is back, and says that too.
// Stands on every page of requests.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { useOnline } from '../../../shared/useOnline.ts'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { listWaiting } from './kept-files.ts'
import { sendWaiting } from './sending.ts'

const waitingQuery = { queryKey: ['requests', 'waiting'], queryFn: listWaiting, networkMode: 'always' } as const
const goneQuery = { queryKey: ['requests', 'gone'], queryFn: sendWaiting, enabled: false, networkMode: 'always' } as const

export const refreshWaiting = (): Promise<void> => queryClient.invalidateQueries({ queryKey: waitingQuery.queryKey })

export function WaitingNotice() {
  const t = useT()
  const online = useOnline()
  const { data: waiting = [] } = useQuery(waitingQuery)
  const { data: gone = [], refetch } = useQuery(goneQuery)
  const send = useEffectEvent(async () => {
    await refetch()
    await refreshWaiting()
    await queryClient.invalidateQueries({ queryKey: ['requests', 'mine'] })
  })
  const due = online && waiting.length > 0
  useEffect(() => {
    if (due) void send()
  }, [due])
  if (gone.length + waiting.length === 0) return null
  return (
    <div role="status" className="tb-stack">
      {gone.map(({ number, token }) => (
        <Notice key={token} tone="success"><Link href={paths.requestProgress({ token })}>{t('requests.new.queuedSent', { number })}</Link></Notice>
      ))}
      {waiting.length > 0 && (
        <Notice tone="warning" title={t('requests.new.queued')}>
          <p>{t('requests.new.queuedText')}</p>
          <ul>{waiting.map(({ written }) => <li key={written.key}>{written.text.slice(0, 40)}</li>)}</ul>
        </Notice>
      )}
    </div>
  )
}
