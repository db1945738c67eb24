// How a promise stands, in a word and a day.
// The same on the list and on its own page.
import { useT } from '../../../shared/i18n/store.ts'
import { Chip } from '../../../ui/Chip.tsx'
import type { Tone } from '../../../ui/tone.ts'
import type { Item } from './queries.ts'

const tones: Record<Item['state'], Tone> = { open: 'neutral', handedIn: 'azure', questioned: 'warning', kept: 'success', breached: 'danger', released: 'neutral' }

export function StateChip({ one }: { one: Item }) {
  const t = useT()
  if (one.late && !one.questioned) return <Chip tone="danger">{t('undertakings-desk.late')}</Chip>
  const checking = one.mine && one.duty === 'check' && !one.questioned
  return <Chip tone={checking ? 'azure' : tones[one.state]}>{checking ? t('undertakings-desk.checking') : t(`undertakings-desk.states.${one.state}`)}</Chip>
}

export function DueText({ one, day }: { one: Item; day: (date: string) => string }) {
  const t = useT()
  if (one.dueOn !== null) return <span className="undertakings-due" data-late={one.late}>{day(one.dueOn)}</span>
  if (one.dueDays === null) return <>{t('undertakings-desk.noDay')}</>
  return <>{one.duty === 'check' && !one.mine ? t('undertakings-desk.afterDecision') : t('undertakings-desk.unknownDay')}</>
}
