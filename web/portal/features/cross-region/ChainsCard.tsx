// On the page of an application that more than one place has to do with: that nobody need travel, where the file is, whose days count,
// and for each service who has had it since when. Nothing is drawn for what stays in the applicant's own city.
import { useQuery } from '@tanstack/react-query'
import { ChainTimeline } from '../../../shared/ChainTimeline.tsx'
import { plainDateOf, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { chainsQuery, type OwnTransfer } from './queries.ts'

export function ChainsCard({ application }: { application: string }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { data } = useQuery(chainsQuery(application))
  if (!data) return null
  const [first, ...others] = data.cities
  const elsewhere = first !== undefined && data.cities.every(({ region }) => region !== data.home.region)
  if (!first || (data.transfers.length === 0 && others.length === 0 && !elsewhere)) return null
  return (
    <Card title={t('cross-region.own.title')}>
      <div className="tb-stack">
        {others.length > 0 && <p>{t('cross-region.own.cities', { places: format.list(data.cities.map(({ name }) => textIn(name))) })}</p>}
        {data.transfers.map((transfer) => <TransferText key={transfer.number} transfer={transfer} />)}
        {data.transfers.length === 0 && others.length === 0 && <p>{t('cross-region.own.elsewhere', { here: textIn(data.home.name), there: textIn(first.name) })}</p>}
        {data.chains.map((chain) => (
          <details key={chain.case} open={chain.links.some(({ until, holder }) => until === null && holder === 'hall')}>
            <summary>{t('cross-region.chain.of', { name: textIn(chain.name) })}</summary>
            <ChainTimeline chain={chain} label={t('cross-region.chain.of', { name: textIn(chain.name) })} />
          </details>
        ))}
      </div>
    </Card>
  )
}

function TransferText({ transfer }: { transfer: OwnTransfer }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const names = { hall: textIn(transfer.hall), authority: textIn(transfer.authorityName) }
  const { state, handOverBy, receiptBy, receivedAt, returnedBecause, parcel } = transfer
  const where = {
    collected: handOverBy === null ? t('cross-region.own.collectedNoDay', names) : t('cross-region.own.collected', { ...names, day: format.day(handOverBy) }),
    underway: receiptBy === null ? t('cross-region.own.underwayNoDay', names) : t('cross-region.own.underway', { ...names, day: format.day(receiptBy) }),
    returned: t('cross-region.own.returned', { ...names, reasons: returnedBecause ?? '' }),
    received: t('cross-region.own.received', { ...names, day: receivedAt === null ? '' : format.day(plainDateOf(receivedAt)) }),
    ended: t('cross-region.own.ended'),
  }[state]
  return (
    <>
      <Notice tone={state === 'returned' ? 'warning' : 'azure'} title={where}>{state !== 'ended' && <p>{t('cross-region.own.notTravel')}</p>}</Notice>
      {state !== 'ended' && <p className="tb-muted">{t('cross-region.own.clock')} {state === 'collected' ? '' : parcel ? t('cross-region.own.parcel', parcel) : t('cross-region.own.electronic')}</p>}
    </>
  )
}
