// A value as people read it: dates and money by the language of the screen, everything else as the server names it.
// Legal dates stay plain; instants are shown in Asia/Shanghai.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import type { ContentItem } from './queries.ts'

export function useShownValue(): (item: Pick<ContentItem, 'type' | 'value' | 'display'>) => string {
  const format = useFormat()
  const textIn = useTextIn()
  return ({ type, value, display }) => {
    if (value === null) return ''
    if (type === 'date' && typeof value === 'string') return format.date(value)
    if (type === 'dateTime' && typeof value === 'string') return format.instant(value)
    if (type === 'money' && typeof value === 'number') return format.money(value)
    return textIn(display)
  }
}
