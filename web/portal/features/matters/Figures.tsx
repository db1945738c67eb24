// The four figures of a matter: before, now, saved; and for which situation they are worked out.
// The trace further down explains them item by item.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import type { Plan } from '../../../../server/modules/planning/plan.ts'
import { SavingNumbers } from '../../../ui/SavingNumbers.tsx'
import type { MatterBundle } from './queries.ts'
import { savedIn } from './saved.ts'
import type { Situation } from './situation.ts'
import { useSavedText } from './useSavedText.ts'

const figures = ['applications', 'fields', 'evidence', 'workingDays'] as const

export function Figures({ plan, situation, matter }: { plan: Plan; situation: Situation; matter: MatterBundle['matter'] }) {
  const t = useT()
  const savedText = useSavedText()
  const basis = useBasisText(situation, matter)
  return (
    <SavingNumbers
      label={t('matters.saved.label')}
      items={figures.map((id) => {
        const saved = savedIn(id, plan.before, plan.after)
        return {
          id, label: t(`matters.figures.${id}`), before: saved.before, after: saved.after,
          ...(id === 'workingDays' ? { unit: t('matters.figures.days') } : {}),
          ...(saved.less > 0 ? { saved: id === 'workingDays' ? t('matters.figures.daysSaved', { saved: savedText(saved) }) : savedText(saved) } : {}),
        }
      })}
      trace={
        <p className="matter-basis">
          {basis} <a href="#trace">{t('matters.basis.how')}</a>
        </p>
      }
    />
  )
}

function useBasisText({ basis, left, later }: Situation, { situation }: MatterBundle['matter']): string {
  const t = useT()
  const textIn = useTextIn()
  if (basis === 'own') return t('matters.basis.yours')
  if (basis === 'partly') return t('matters.basis.partly', { n: left + later })
  return situation ? t('matters.basis.example', { situation: textIn(situation) }) : t('matters.basis.general')
}
