// 亮码办事: the code a window reads to know who is standing there, a new one every minute; then who serves, and what they ask to confirm.
// The code is on the screen only while it is worth something.
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { now } from '../../../shared/now.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { SignedOutDialog } from '../../../shared/SignedOutDialog.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import { Loading } from '../../../ui/States.tsx'
import { AskedCard } from './AskedCard.tsx'
import './show-code.css'

/** Asked again while the page is open: the window answers here. */
export const standingQuery = queryOptions({ queryKey: ['show-code'], queryFn: () => api('getShowCode'), refetchInterval: 3_000, staleTime: 0 })

export const loader = () => queryClient.fetchQuery(standingQuery)

export const title = () => t('at-window.code.title')

type Served = NonNullable<Reply<'getShowCode'>['served']>

export function Component() {
  const t = useT()
  const { data } = useQuery(standingQuery)
  const [again, setAgain] = useState(false)
  const served = data?.served ?? undefined
  return (
    <div className="tb-page tb-page-text tb-stack-l">
      <div className="tb-stack">
        <h1>{t('at-window.code.title')}</h1>
        <p>{t('at-window.code.lead')}</p>
      </div>
      {(data?.asked ?? []).map((asked) => <AskedCard key={asked.application} asked={asked} />)}
      {served && !again ? <BeingServed served={served} onAgain={() => setAgain(true)} /> : <Code onUsed={() => setAgain(false)} used={data?.used ?? false} />}
      <SignedOutDialog />
    </div>
  )
}

function BeingServed({ served, onAgain }: { served: Served; onAgain: () => void }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <Card tone="success" title={t('at-window.code.served', { hall: textIn(served.hall), counter: served.counter })}>
      <div className="tb-stack">
        <p>{t('at-window.code.servedBy', { name: served.by })}</p>
        <div>
          <Button variant="quiet" onClick={onAgain}>{t('at-window.code.again')}</Button>
        </div>
      </div>
    </Card>
  )
}

const second = 1000

function Code({ used, onUsed }: { used: boolean; onUsed: () => void }) {
  const t = useT()
  const [left, setLeft] = useState(0)
  const drawing = useChange(() => api('drawShowCode'), () => {
    void queryClient.invalidateQueries({ queryKey: standingQuery.queryKey })
  })
  const code = drawing.data
  const tick = useEffectEvent(() => {
    if (!code || drawing.isPending) return
    const seconds = Math.ceil((new Date(code.expiresAt).getTime() - now().getTime()) / second)
    setLeft(Math.max(0, seconds))
    if (seconds <= 0 && document.visibilityState === 'visible') drawing.mutate()
  })
  const draw = useEffectEvent(() => drawing.mutate())
  useEffect(() => draw(), [])
  useEffect(() => {
    tick()
    const timer = setInterval(tick, second)
    return () => clearInterval(timer)
  }, [code])
  const wasUsed = useEffectEvent(() => {
    if (used && code) onUsed()
  })
  useEffect(() => wasUsed(), [used])
  return (
    <Card>
      <div className="show-code">
        {drawing.error !== null && <Notice tone="danger" live="assertive" actions={<Button variant="ghost" onClick={() => drawing.mutate()}>{t('at-window.code.fresh')}</Button>}>{t('at-window.code.failed')}</Notice>}
        {!code && drawing.error === null && <Loading />}
        {code && left > 0 && (
          <>
            <div className="show-code-qr"><QrCode value={code.code} label={t('at-window.code.alt')} /></div>
            <p className="tb-muted">{t('at-window.code.digits')}</p>
            <p className="show-code-digits">{code.code.slice(0, 4)} {code.code.slice(4)}</p>
            <p className="tb-muted" role="timer">{t('at-window.code.left', { n: left })}</p>
            <Button variant="ghost" busy={drawing.isPending} onClick={() => drawing.mutate()}>{t('at-window.code.fresh')}</Button>
          </>
        )}
        <p>{t('at-window.code.safe')}</p>
      </div>
    </Card>
  )
}
