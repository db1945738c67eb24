// One fee as its payer sees it: which service, what for, where it stands, its receipt.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Chip } from '../../../ui/Chip.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { noticeAddress } from '../notices/queries.ts'
import { FeeLines } from './FeeLines.tsx'
import type { Fee } from './queries.ts'

const tones: Record<Fee['state'], Tone> = { due: 'attention', paying: 'azure', paid: 'success', failed: 'warning', expired: 'warning', refunding: 'azure', refunded: 'neutral', waived: 'success', void: 'neutral' }

export function FeeItem({ fee }: { fee: Fee }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  return (
    <li>
      <div className="fee-head">
        <h3>{textIn(fee.serviceName)}</h3>
        <Chip tone={tones[fee.state]}>{t(`payments.states.${fee.state}`)}</Chip>
      </div>
      <FeeLines lines={fee.lines} />
      {fee.fen === null && <p>{t('payments.unknown')}</p>}
      <p className="tb-muted">
        {t('payments.payee', { authority: textIn(fee.authorityName) })}
        {fee.paidAt && ` · ${t('payments.paidOn', { date: format.instant(fee.paidAt) })}`}
        {fee.method && ` · ${t(`payments.methods.${fee.method}`)}`}
      </p>
      {fee.owed && fee.fen !== null && <p>{t(fee.due === 'handling' ? 'payments.handling' : 'payments.result')}</p>}
      {fee.state !== 'due' && fee.state !== 'paid' && <p>{t(`payments.about.${fee.state}`)}</p>}
      {/* Out of the app: the browser shows the PDF in a page of its own. */}
      {fee.noticeId && <p><a href={noticeAddress(fee.noticeId)} target="_blank" rel="noreferrer">{t('payments.receipt')}</a></p>}
    </li>
  )
}
