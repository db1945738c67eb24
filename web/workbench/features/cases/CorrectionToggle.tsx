// While a correction is being written: puts a value or a document on its list, or takes it off again.
// Stands in the rows of the case itself, so one points at what is wrong.
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { useDesk } from './desk.ts'
import { addItem, type SupplementItem } from './draft.ts'

/** @param of what the entry is about: a concept or a document */
export function CorrectionToggle({ name, of }: { name: string; of: Pick<SupplementItem, 'concept'> | Pick<SupplementItem, 'evidence'> }) {
  const t = useT()
  const { draft, change } = useDesk()
  const isIt = (item: SupplementItem) => ('concept' in of ? item.concept === of.concept : 'evidence' in of && item.evidence === of.evidence)
  const isListed = draft.items.some(isIt)
  return (
    <Button
      variant="plain"
      icon={isListed ? 'check' : 'add'}
      aria-pressed={isListed}
      aria-label={isListed ? t('cases.content.listedOf', { name }) : t('cases.content.correctOf', { name })}
      onClick={() => change({ items: isListed ? draft.items.filter((item) => !isIt(item)) : addItem(draft.items, { what: '', ...of }) })}
    >
      {isListed ? t('cases.content.listed') : t('cases.content.correct')}
    </Button>
  )
}
