// What reads differently from what the official looked at while they were writing: before beside now. What they wrote stays below.
// Part of the notice of a change; nothing when only who has the case, or its state, has changed.
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import type { ChangedField } from './case-view.ts'
import { useShownValue } from './shown-value.ts'

export function MergeView({ fields }: { fields: readonly ChangedField[] }) {
  const t = useT()
  const textIn = useTextIn()
  const shownValue = useShownValue()
  if (fields.length === 0) return null
  return (
    <table className="case-merge">
      <caption>{t('handling.merge.changed')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('cases.content.title')}</th>
          <th scope="col">{t('handling.merge.before')}</th>
          <th scope="col">{t('handling.merge.after')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ before, now }) => (
          <tr key={now.concept}>
            <th scope="row">{textIn(now.name)}</th>
            <td>{before ? shownValue(before) || t('cases.content.empty') : t('cases.content.empty')}</td>
            <td>{shownValue(now) || t('cases.content.empty')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
