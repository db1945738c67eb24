// The way back by one step. Drawn wherever there is something to go back to, whatever the page shows.
// The page finds it by its class when the focus has to follow.
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'

export function Undo({ onUndo }: { onUndo: () => void }) {
  const t = useT()
  return <Button variant="plain" className="guidance-undo" onClick={onUndo}>{t('guidance.question.undo')}</Button>
}
