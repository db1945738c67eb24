// Inputs of answers that are chosen: yes or no, one of a list, a place.
// Up to seven answers are cards to tap; more are a list to open.
import { useState } from 'react'
import { RadioGroup, type ChoiceOption } from '../../ui/Choice.tsx'
import { FieldGroup } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import type { FieldContext, InputProps } from './field-type.ts'
import { asText } from './useTyped.ts'

const mostCards = 7
/** Longer words than these do not fit beside each other. */
const shortWord = 6

export function ChoiceField({ concept: _, constraint, context: { textIn }, value, onChange, onBlur, ...field }: InputProps) {
  const options = (constraint.choices ?? []).map((choice) => ({ value: choice.value, label: textIn(choice.name) }))
  const choose = (chosen: string) => {
    onChange(chosen === '' ? null : chosen)
    onBlur()
  }
  if (options.length > mostCards) return <Select {...field} value={asText(value)} onChange={choose} options={options} />
  return <RadioGroup {...field} value={asText(value)} onChange={choose} options={options} inline={options.every(({ label }) => [...label].length <= shortWord)} />
}

export function BooleanField({ concept: _, constraint: _constraint, context: { t }, value, onChange, onBlur, ...field }: InputProps) {
  const options: ChoiceOption[] = [
    { value: 'true', label: t('common.yes') },
    { value: 'false', label: t('common.no') },
  ]
  const choose = (chosen: string) => {
    onChange(chosen === 'true')
    onBlur()
  }
  return <RadioGroup {...field} value={asText(value)} onChange={choose} options={options} inline />
}

const elsewhere = 'elsewhere'

/** Districts of the tree, named with the city when there are several cities. */
function districts({ regions, textIn }: FieldContext) {
  const all = Object.entries(regions).filter(([, { level }]) => level === 'district')
  const cities = new Set(all.map(([, { parent }]) => parent))
  return all.map(([code, { name, parent }]) => ({ value: code, label: `${cities.size > 1 && parent && regions[parent] ? textIn(regions[parent].name) : ''}${textIn(name)}` }))
}

/** A district of the served region from a list, or the code of any other place. */
export function RegionField({ concept: _, constraint: _constraint, context, value, onChange, onBlur, id, label, hint, error, required, optional, aside }: InputProps) {
  const { t } = context
  const options = districts(context)
  const text = asText(value)
  const listed = options.some((option) => option.value === text)
  const [outside, setOutside] = useState(text !== '' && !listed)
  const choose = (chosen: string) => {
    setOutside(chosen === elsewhere)
    onChange(chosen === '' || chosen === elsewhere ? null : chosen)
    onBlur()
  }
  return (
    <FieldGroup label={label} id={id} hint={hint} error={error} required={required} optional={optional} aside={aside} role="group">
      <div className="tb-form-region">
        <Select label={label} labelHidden value={outside ? elsewhere : text} onChange={choose} options={[...options, { value: elsewhere, label: t('form.region.elsewhere') }]} />
        {outside && <TextInput label={t('form.region.code')} hint={t('form.region.codeHint')} width="short" inputMode="numeric" maxLength={9} value={text} onChange={(typed) => onChange(typed === '' ? null : typed.normalize('NFKC').trim())} onBlur={onBlur} />}
      </div>
    </FieldGroup>
  )
}
