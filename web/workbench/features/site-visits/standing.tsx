// How a visit stands, in one word and colour, and its time.
// Shared by the list, the visit itself and the card on a case.
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Chip } from '../../../ui/Chip.tsx'
import type { Tone } from '../../../ui/tone.ts'
import type { Part, Visit } from './queries.ts'

const tones: Record<Visit['state'], Tone> = { proposed: 'warning', offered: 'azure', agreed: 'azure', onSite: 'attention', closed: 'success', missed: 'danger', cancelled: 'neutral' }

export const partTones: Record<Part['state'], Tone> = { asked: 'warning', confirmed: 'azure', left: 'neutral', absent: 'neutral', passed: 'success', failed: 'danger', rectifying: 'warning' }

export function StateChip({ visit }: { visit: Pick<Visit, 'state'> }) {
  const t = useT()
  return <Chip tone={tones[visit.state]}>{t(`visit-desk.states.${visit.state}`)}</Chip>
}

export function useTime() {
  const t = useT()
  const format = useFormat()
  return ({ slot, begunOn }: Pick<Visit, 'slot' | 'begunOn'>) => begunOn !== null && begunOn !== slot.day ? format.day(begunOn) : t('visit-desk.at', { day: format.day(slot.day), half: t(`visit-desk.halves.${slot.half}`) })
}
