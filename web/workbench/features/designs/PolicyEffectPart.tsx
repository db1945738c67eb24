// What a release of the policy would do, counted on the population before anybody is paid by it.
// Nothing is asked before every condition has a rule and there is an amount.
import { plainDate } from '../../../../server/kernel/clock.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { now } from '../../../shared/now.ts'
import { ForecastCard } from '../forecasts/ForecastCard.tsx'
import type { PartProps } from './DesignPage.tsx'
import { writtenPolicy } from './written-policy.ts'

export function PolicyEffectPart({ design }: PartProps) {
  const t = useT()
  const policy = design.fields(design.about)
  return (
    <>
      <p>{t('design-policies.effect.lead')}</p>
      <ForecastCard policy={policy ? writtenPolicy(policy, plainDate(now())) : undefined} />
    </>
  )
}
