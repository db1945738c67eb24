// The code while there is a network: good for a minute and for one look, then a new one. It is on the screen only while it is worth
// something and while somebody looks at it; once it was read, who read it.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { spoken } from '../../../../server/modules/presentations/presentation.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf, statusOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import { Loading } from '../../../ui/States.tsx'
import { OfflineCode } from './OfflineCode.tsx'
import { presentationQuery } from './queries.ts'
import type { Wish } from './ShowPage.tsx'
import { useMinute } from './useMinute.ts'

export function OnlineCode({ card, wish: { claims, purpose } }: { card: string; wish: Wish }) {
  const t = useT()
  const drawing = useChange(() => api('showCredential', { body: { credential: card, claims: [...claims], purpose } }))
  const shown = drawing.data
  const { data: seen } = useQuery({ ...presentationQuery(shown?.id ?? ''), enabled: shown !== undefined })
  const used = seen?.usedAt ? seen : undefined
  const left = useMinute(shown?.expiresAt, () => !used && !drawing.isPending && drawing.error === null && drawing.mutate())
  const [network, setNetwork] = useState(true)
  const draw = useEffectEvent(() => drawing.mutate(undefined, { onError: (error) => statusOf(error) === undefined && setNetwork(false) }))
  useEffect(() => draw(), [])
  if (!network) return <OfflineCode card={card} wish={{ claims, purpose }} />
  const again = () => drawing.mutate()
  if (used) {
    return (
      <Notice tone="success" live="polite" title={used.usedBy ? t('wallet.show.seenBy', { name: used.usedBy }) : t('wallet.show.seen')} actions={<Button variant="ghost" onClick={again}>{t('wallet.show.again')}</Button>}>
        {t('wallet.show.seenText')}
      </Notice>
    )
  }
  return (
    <Card>
      <div className="wallet-code">
        {drawing.error !== null && <Notice tone="danger" live="assertive" actions={<Button variant="ghost" onClick={again}>{t('wallet.show.fresh')}</Button>}>{messageOf(drawing.error) ?? t('wallet.show.failed')}</Notice>}
        {(!shown || left === 0) && drawing.error === null && <Loading />}
        {shown && left > 0 && (
          <>
            <div className="wallet-code-qr"><QrCode value={shown.address} label={t('wallet.show.alt')} /></div>
            <p className="tb-muted">{t('wallet.show.spoken')}</p>
            <p className="wallet-code-spoken">{spoken(shown.code)}</p>
            <p role="timer">{t('wallet.show.left', { n: left })}</p>
            <Button variant="ghost" busy={drawing.isPending} onClick={again}>{t('wallet.show.fresh')}</Button>
          </>
        )}
        <p>{t('wallet.show.safe')}</p>
        <p className="tb-muted">{t('wallet.show.bright')}</p>
      </div>
    </Card>
  )
}
