// Where a dispute stands, in a chip, and the day its answer is due.
// Amber and red are for who has to answer; the resident sees them too.
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Chip } from '../../../ui/Chip.tsx'
import type { Tone } from '../../../ui/tone.ts'
import type { DisputeItem } from './queries.ts'

const tones: Record<DisputeItem['state'], Tone> = { open: 'azure', corrected: 'success', declined: 'warning', objected: 'azure', upheld: 'neutral', withdrawn: 'neutral' }

export function Standing({ one }: { one: Pick<DisputeItem, 'state' | 'ended' | 'urgency' | 'dueOn'> }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <Chip tone={tones[one.state]}>{t(`disputes.states.${one.state}`)}</Chip>
      {!one.ended && (one.urgency === 'late' ? <Chip tone="danger">{t('disputes.late')}</Chip> : <span className="tb-muted">{one.dueOn === null ? t('disputes.dueUnknown') : t('disputes.due', { day: format.date(one.dueOn) })}</span>)}
    </>
  )
}
