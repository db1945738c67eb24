// A saving in words: '少填 68%', '少交 18 份', '快 79%'.
// Shares for what is measured, counts for what is counted.
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import type { Saved } from './saved.ts'

export function useSavedText(): (saved: Saved) => string {
  const t = useT()
  const format = useFormat()
  return ({ id, less, share }) =>
    id === 'fields' || id === 'workingDays' ? t(`matters.saved.${id}`, { share: format.share(share) }) : t(`matters.saved.${id}`, { n: less })
}
