// The code without network: the copy this phone keeps, with the chosen claims and the phone's word that it shows them now. Whoever scans
// it needs no network either. A new one every minute.
import { useEffect, useEffectEvent, useState } from 'react'
import { shownForMs } from '../../../../server/modules/presentations/presentation.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { now } from '../../../shared/now.ts'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import { Loading } from '../../../ui/States.tsx'
import { offlineCodeFor } from './device.ts'
import type { Wish } from './ShowPage.tsx'
import { useMinute } from './useMinute.ts'

/** null: the card was not kept on this phone. */
type Made = { text: string; until: string } | null

export function OfflineCode({ card, wish: { claims, purpose } }: { card: string; wish: Wish }) {
  const t = useT()
  const [made, setMade] = useState<Made>()
  const make = async () => {
    const text = await offlineCodeFor(card, claims, purpose).catch(() => undefined)
    setMade(text === undefined ? null : { text, until: new Date(now().getTime() + shownForMs).toISOString() })
  }
  const begin = useEffectEvent(make)
  useEffect(() => void begin(), [])
  const left = useMinute(made?.until, () => void make())
  if (made === null) return <Notice tone="warning" live="polite">{t('wallet.show.notKept')}</Notice>
  return (
    <Card title={t('wallet.show.offline')}>
      <div className="wallet-code">
        {made && left > 0 ? (
          <>
            <div className="wallet-code-qr" data-dense="true"><QrCode value={made.text} label={t('wallet.show.offlineAlt')} /></div>
            <p role="timer">{t('wallet.show.left', { n: left })}</p>
          </>
        ) : <Loading />}
        <p>{t('wallet.show.offlineText')}</p>
        <p className="tb-muted">{t('wallet.show.bright')}</p>
      </div>
    </Card>
  )
}
