// The day somebody has to act by, amber on the day itself, red after it.
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Chip } from '../../../ui/Chip.tsx'
import type { Row } from './queries.ts'

const tones = { calm: 'neutral', soon: 'warning', late: 'danger' } as const

export function DueChip({ one }: { one: Pick<Row, 'actBy' | 'urgency'> }) {
  const t = useT()
  const format = useFormat()
  if (one.actBy === null) return null
  return <Chip tone={tones[one.urgency]}>{t(`transfer-desk.urgency.${one.urgency}`, { day: format.day(one.actBy) })}</Chip>
}

const stateTones = { collected: 'azure', underway: 'azure', received: 'success', returned: 'warning', ended: 'neutral' } as const

export function StateChip({ state }: Pick<Row, 'state'>) {
  const t = useT()
  return <Chip tone={stateTones[state]}>{t(`transfer-desk.states.${state}`)}</Chip>
}
