// A code on paper by which whoever was served rates what has been decided, on their own phone without logging in, or on a screen at the window
// turned to them; good for thirty days and once. Stays away when nothing has been decided yet, or everything has been rated.
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import './window.css'

/** @param cases ids of cases that have ended; the first that may be rated is meant */
export function RateCode({ cases }: { cases: readonly string[] }) {
  const t = useT()
  const { data: rateable } = useQuery({
    queryKey: ['window', 'rate-code', ...cases], enabled: cases.length > 0, retry: false, staleTime: Infinity, gcTime: 0,
    queryFn: async () => {
      for (const id of cases) {
        const made = await api('makeRatingLink', { body: { case: id, channel: 'link' } }).catch(() => undefined)
        if (made) return { id, address: made.address }
      }
      return null
    },
  })
  // Opened at once, while the tap allows it, and led on when the link is there.
  const opening = useChange(async ({ id, tab }: { id: string; tab: Window | null }) => {
    try {
      const { address } = await api('makeRatingLink', { body: { case: id, channel: 'kiosk' } })
      if (tab) tab.location.href = address
    } catch (error) {
      tab?.close()
      throw error
    }
  })
  if (!rateable) return null
  return (
    <div className="window-qr">
      <QrCode value={rateable.address} label={t('window.rateCode')} />
      <small>{t('window.rateCode')}</small>
      <div className="window-screen-only">
        <Button variant="quiet" busy={opening.isPending} onClick={() => opening.mutate({ id: rateable.id, tab: window.open('about:blank') })}>{t('window.rateScreen')}</Button>
        {opening.error !== null && <Notice compact tone="danger" live="assertive">{messageOf(opening.error) ?? t('ui.error.text')}</Notice>}
      </div>
    </div>
  )
}
