// Whether a document may follow after the application is handed in (容缺受理), and by when.
// Nothing stated leaves it to the commitment of the document itself.
import { useT } from '../../../shared/i18n/store.ts'
import { Checkbox } from '../../../ui/Choice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { toleranceAs, toleranceKind, toleranceKinds } from './elements.ts'
import { fieldsOf, numberIn, withKey, type Fields } from './fields.ts'
import { WholeNumber } from './WholeNumber.tsx'

interface Props {
  item: Fields
  /** the same need as the packs above have it */
  above: Fields | undefined
  onChange: (item: Fields, group: string) => void
}

export function ToleranceFields({ item, above, onChange }: Props) {
  const t = useT()
  const { tolerable } = item
  const terms = fieldsOf(tolerable)
  const kind = toleranceKind(tolerable)
  const offered = toleranceKinds.filter((each) => each !== 'usual' || above?.['tolerable'] === undefined)
  const set = (next: Fields, group: string) => onChange({ ...item, tolerable: next }, group)
  return (
    <>
      <Select label={t('design-elements.tolerable.label')} hint={t('design-elements.tolerable.hint')} value={kind} onChange={(to) => onChange(withKey(item, 'tolerable', toleranceAs(toleranceKinds.find((each) => each === to) ?? kind, tolerable)), `tolerable ${to}`)} options={offered.map((value) => ({ value, label: t(`design-elements.tolerable.kinds.${value}`) }))} />
      {terms && (
        <div className="designs-pair">
          <WholeNumber label={t('design-elements.tolerable.dueDays')} unit={t('designs.figures.days')} min={1} max={60} value={numberIn(terms, 'dueDays')} onChange={(dueDays) => { if (dueDays !== undefined) set({ ...terms, dueDays }, 'dueDays') }} />
          <Checkbox label={t('design-elements.tolerable.decideFirst')} hint={t('design-elements.tolerable.decideFirstHint')} checked={terms['decideFirst'] === true} onChange={(on) => set(withKey(terms, 'decideFirst', on ? true : undefined), 'decideFirst')} />
        </div>
      )}
    </>
  )
}
