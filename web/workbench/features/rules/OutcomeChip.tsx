// An outcome of a decision table as a chip: granted, refused, granted for the time being, to a person.
import { useT } from '../../../shared/i18n/store.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { outcomeTones } from './outcome-tones.ts'
import type { Outcome } from './queries.ts'

export function OutcomeChip({ outcome }: { outcome: Outcome }) {
  const t = useT()
  return <Chip tone={outcomeTones[outcome]}>{t(`rules.outcome.${outcome}`)}</Chip>
}
