// What this application saved, computed from its frozen plan.
// The same figures as on the matter's page, now for this very person.
import { useT } from '../../../shared/i18n/store.ts'
import { SavingNumbers } from '../../../ui/SavingNumbers.tsx'
import { savedIn } from '../matters/saved.ts'
import { useSavedText } from '../matters/useSavedText.ts'
import type { Tracking } from './queries.ts'

const figures = ['applications', 'fields', 'evidence', 'trips'] as const

export function SavedCard({ tracking: { before, after } }: { tracking: Tracking }) {
  const t = useT()
  const savedText = useSavedText()
  if (!before || !after) return null
  return (
    <div className="tb-stack">
      <h2>{t('applications.saved.title')}</h2>
      <SavingNumbers
        label={t('applications.saved.title')}
        items={figures.map((id) => {
          const saved = savedIn(id, before, after)
          return { id, label: t(id === 'trips' ? 'applications.saved.trips' : `matters.figures.${id}`), before: saved.before, after: saved.after, ...(saved.less > 0 ? { saved: savedText(saved) } : {}) }
        })}
      />
    </div>
  )
}
