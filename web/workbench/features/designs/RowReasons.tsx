// What a row of a decision table says to the applicant, the law it rests on, and what goes with its outcome.
// Values worked out beside the outcome have a formula each.
import { useLanguage, useT } from '../../../shared/i18n/store.ts'
import { Checkbox } from '../../../ui/Choice.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { FeelField } from '../feel/FeelField.tsx'
import { withPart } from './elements.ts'
import { fieldsOf, listIn, numberIn, shownText, stringIn, withKey, type Fields } from './fields.ts'
import { LawFields } from './LawFields.tsx'
import { outcomes } from './outcome-table.ts'
import { TextPair } from './TextPair.tsx'
import { WholeNumber } from './WholeNumber.tsx'

interface Props {
  table: Fields
  row: Fields
  n: number
  onChange: (row: Fields, group?: string) => void
}

export function RowReasons({ table, row, n, onChange }: Props) {
  const t = useT()
  const english = useLanguage() === 'en'
  const decision = outcomes.find((each) => each === row['decision'])
  const values = fieldsOf(row['values']) ?? {}
  return (
    <details className="designs-entry" open={shownText(row['reason'], english) === ''}>
      <summary><b>{t('design-elements.table.row', { n })}</b> <span className="tb-muted">{shownText(row['reason'], english) || t('design-elements.table.needReason')}</span>{decision && <Chip>{t(`design-elements.table.outcomes.${decision}`)}</Chip>}</summary>
      <div className="tb-stack">
        <TextPair label={t('design-elements.table.reason')} hint={t('design-elements.table.reasonHint')} value={row['reason']} onChange={(reason) => onChange({ ...row, reason: reason ?? '' }, 'reason')} />
        <LawFields item={row} at="law" onChange={onChange} />
        {decision === 'refuse' && <Checkbox label={t('design-elements.table.noDiscretion')} hint={t('design-elements.table.noDiscretionHint')} checked={row['noDiscretion'] === true} onChange={(on) => onChange(withKey(row, 'noDiscretion', on ? true : undefined))} />}
        {decision === 'tentative' && <WholeNumber label={t('design-elements.table.checkDays')} unit={t('designs.figures.days')} min={1} max={60} value={numberIn(row, 'checkDays')} onChange={(days) => { if (days !== undefined) onChange({ ...row, checkDays: days }, 'checkDays') }} />}
        {listIn(table, 'values').map((value) => {
          const id = stringIn(value, 'id')
          return <FeelField key={id} label={t('design-elements.table.value', { name: shownText(value['name'], english) || id })} hint={t('design-elements.table.valueHint')} value={stringIn(values, id)} onChange={(text) => onChange(withPart(row, 'values', id, text), `value ${id}`)} optional />
        })}
      </div>
    </details>
  )
}
