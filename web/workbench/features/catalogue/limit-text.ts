// A time limit of a pack service in words: working days, none of which means on the spot.
// Limits of imported services may be calendar days and are written by their own page.
import type { T } from '../../../shared/i18n/store.ts'

export function limitText(days: number, t: T): string {
  return days === 0 ? t('catalogue.atOnce') : t('catalogue.days', { n: days })
}
