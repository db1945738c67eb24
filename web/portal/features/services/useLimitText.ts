// A time limit in words: '5 个工作日', '20 天', '当场办结'.
// 0 days means on the spot.
import { useT } from '../../../shared/i18n/store.ts'

export interface Limit {
  days: number
  unit: 'working' | 'calendar'
}

export function useLimitText(): (limit: Limit) => string {
  const t = useT()
  return ({ days, unit }) => (days === 0 ? t('services.limit.atOnce') : t(`services.limit.${unit}`, { n: days }))
}
