// Inputs of days and times: eight or four digits are enough, the answer is 'YYYY-MM-DD', 'HH:MM' or both joined by T.
// What cannot be read stays as typed until it can.
import type { Constraint } from '../../../server/modules/catalogue/definitions.ts'
import { resolveDate } from '../../../server/modules/planning/index.ts'
import { readDate } from '../../ui/date.ts'
import { DateInput } from '../../ui/DateInput.tsx'
import { FieldGroup } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { plainDateOf } from '../format.ts'
import type { InputProps } from './field-type.ts'
import { readTime } from './typed.ts'
import { asText, useTyped } from './useTyped.ts'

/** The days the calendar offers. */
function limits({ earliest, latest }: Constraint) {
  const today = plainDateOf(new Date())
  return { min: earliest && resolveDate(earliest, today), max: latest && resolveDate(latest, today) }
}

export function DateField({ concept: _, constraint, context: _context, value, onChange, onBlur, ...field }: InputProps) {
  const typed = useTyped(value, onChange, onBlur, { read: readDate, write: asText })
  return <DateInput {...field} {...limits(constraint)} {...typed} />
}

export function TimeField({ concept: _, constraint: _constraint, context: { t }, value, onChange, onBlur, hint, ...field }: InputProps) {
  const typed = useTyped(value, onChange, onBlur, { read: readTime, write: asText })
  return <TextInput {...field} {...typed} hint={hint ?? t('form.timeHint')} width="short" inputMode="numeric" />
}

export function DateTimeField({ concept: _, constraint, context: { t }, value, onChange, onBlur, id, ...field }: InputProps) {
  const [day = '', time = ''] = asText(value).split('T')
  const join = (newDay: string, newTime: string) => onChange(newDay === '' && newTime === '' ? null : `${newDay}T${newTime}`)
  const typedDay = useTyped(day, (next) => join(asText(next), time), onBlur, { read: readDate, write: asText })
  const typedTime = useTyped(time, (next) => join(day, asText(next)), onBlur, { read: readTime, write: asText })
  return (
    <FieldGroup {...field} id={id} role="group">
      <div className="tb-row">
        <DateInput label={t('form.day')} {...limits(constraint)} {...typedDay} />
        <TextInput label={t('form.time')} hint={t('form.timeHint')} width="short" inputMode="numeric" {...typedTime} />
      </div>
    </FieldGroup>
  )
}
