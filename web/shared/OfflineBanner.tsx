// Says that the network is gone, and once more when it is back.
// Stands above the page so that it is seen before something is submitted.
import { useEffect, useRef } from 'react'
import { Notice } from '../ui/Notice.tsx'
import { toast } from '../ui/toasts.ts'
import { useT } from './i18n/store.ts'
import { useOnline } from './useOnline.ts'

export function OfflineBanner() {
  const t = useT()
  const online = useOnline()
  const was = useRef(online)
  useEffect(() => {
    if (online && !was.current) toast(t('shell.online'))
    was.current = online
  }, [online, t])
  return <div role="status">{!online && <Notice tone="warning">{t('shell.offline')}</Notice>}</div>
}
