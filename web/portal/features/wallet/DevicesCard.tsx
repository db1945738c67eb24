// Phones that show without network: which, since when, and ending one that was lost.
// Ended here, its codes are refused at once by whoever checks with a network.
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { plainDateOf, useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { toast } from '../../../ui/toasts.ts'
import { findKeptWallet } from './device.ts'
import { devicesQuery } from './queries.ts'

const hereQuery = { queryKey: ['wallet', 'devices', 'here'], queryFn: async () => (await findKeptWallet())?.device ?? null }

export function DevicesCard() {
  const t = useT()
  const format = useFormat()
  const { data: devices = [] } = useQuery(devicesQuery)
  const { data: here } = useQuery(hereQuery)
  const ending = useChange((id: string) => api('endWalletDevice', { params: { id } }), async () => {
    await queryClient.invalidateQueries({ queryKey: devicesQuery.queryKey })
    toast(t('wallet.devices.ended'))
  })
  return (
    <Card title={t('wallet.devices.title')}>
      <p>{t('wallet.devices.lead')}</p>
      {devices.length === 0 && <p className="tb-muted">{t('wallet.devices.none')}</p>}
      <ul className="wallet-uses">
        {devices.map(({ id, name, registeredAt }) => (
          <li key={id} className="tb-row">
            <span>{t('wallet.devices.name', { name, date: format.date(plainDateOf(registeredAt)) })}{id === here && ` · ${t('wallet.devices.here')}`}</span>
            <Button variant="quiet" busy={ending.isPending} aria-label={`${t('wallet.devices.end')} ${name}`} onClick={() => ending.mutate(id)}>{t('wallet.devices.end')}</Button>
          </li>
        ))}
      </ul>
      <p className="tb-muted">{t('wallet.devices.kept')}</p>
    </Card>
  )
}
