// Why a unit has a card, in words. Pure.
// A request whose hours ran out is late before a working day has passed.
import type { T } from '../../../shared/i18n/store.ts'
import type { Card } from './queries.ts'

export const reasonText = ({ reason, daysLate }: Pick<Card, 'reason' | 'daysLate'>, t: T): string =>
  reason === 'late' && daysLate === 0 ? t('supervision.reason.sameDay') : t(`supervision.reason.${reason}`, { n: daysLate })
