// What an application will cost, before it is handed in: by service, with reductions and why, and what still depends on an answer.
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { PlannedFee } from '../../../../server/modules/planning/plan.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { FeeLines } from './FeeLines.tsx'

export function PlannedFees({ fees, catalogue }: { fees: readonly PlannedFee[] | undefined; catalogue: Catalogue }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  if (!fees || fees.length === 0) return null
  const own = fees.filter(({ bearer }) => !bearer)
  const open = [...new Set(own.flatMap(({ dependsOn }) => dependsOn))].map((id) => textIn(catalogue.concepts[id]?.name ?? { 'zh-CN': id }))
  const total = own.reduce((sum, { fen }) => sum + (fen ?? 0), 0)
  return (
    <Card title={t('payments.plan.title')}>
      <div className="tb-stack">
        <p className="tb-muted">{t('payments.plan.lead')}</p>
        <ul className="fee-list">
          {fees.map((fee) => (
            <li key={fee.service}>
              <div className="fee-head">
                <h3>{textIn(catalogue.services[fee.service]?.name ?? { 'zh-CN': fee.service })}</h3>
                <small className="tb-muted">{fee.bearer ? t('payments.plan.bearer', { who: textIn(fee.bearer) }) : t(`payments.plan.${fee.due}`)}</small>
              </div>
              {fee.lines.length === 0 ? <p>{t('payments.free')}</p> : <FeeLines lines={fee.lines} />}
            </li>
          ))}
        </ul>
        {open.length > 0 && <p>{t('payments.plan.open', { names: format.list(open) })}</p>}
        {own.length > 0 && own.every(({ fen }) => fen !== null) && <div className="fee-sum"><span>{t('payments.plan.total')}</span><b>{total === 0 ? t('payments.free') : format.money(total)}</b></div>}
      </div>
    </Card>
  )
}
