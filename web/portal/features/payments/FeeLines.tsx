// The items of a fee: what each comes to, how many units, the reduction that counts and what it rests on.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Citation } from '../services/Citation.tsx'
import type { Fee } from './queries.ts'
import './payments.css'

export function FeeLines({ lines }: { lines: Fee['lines'] }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  return (
    <ul className="fee-lines">
      {lines.map((line) => (
        <li key={line.item}>
          <div className="fee-line">
            <span>
              {textIn(line.name)}
              {line.quantity !== null && line.quantity !== 1 && <small> {t('payments.lines.each', { amount: format.money(line.unitFen), n: line.quantity })}</small>}
            </span>
            <b>{line.fen === null ? t('payments.lines.open') : format.money(line.fen)}</b>
          </div>
          {line.reduction && (
            <p className="fee-reduction">
              {line.reduction.pays === 0 ? t('payments.lines.none', { name: textIn(line.reduction.name) }) : t('payments.lines.pays', { name: textIn(line.reduction.name), n: line.reduction.pays })}
              {' '}<Citation {...line.reduction.legalBasis} />
            </p>
          )}
          <small className="tb-muted">{t('payments.plan.basis')} <Citation {...line.legalBasis} /></small>
        </li>
      ))}
    </ul>
  )
}
