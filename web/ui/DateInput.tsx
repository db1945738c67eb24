// A date: typed freely (eight digits are enough) or picked from the browser's calendar, then read back in words.
// The value is 'YYYY-MM-DD' once a date is understood, and the text as typed until then, so nothing typed is lost.
import { useRef } from 'react'
import { formatDate, formatWeekday } from '../shared/format.ts'
import { useLanguage, useT } from '../shared/i18n/store.ts'
import { Button } from './Button.tsx'
import { readDate } from './date.ts'
import { Field, type FieldOptions } from './Field.tsx'
import './DateInput.css'

export interface DateInputProps extends FieldOptions {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  /** Earliest and latest day the calendar offers, 'YYYY-MM-DD'; what is typed is checked by the form's rules. */
  min?: string | undefined
  max?: string | undefined
  readOnly?: boolean | undefined
  autoComplete?: string | undefined
}

export function DateInput({ value, onChange, onBlur, min, max, readOnly, autoComplete, hint, note, ...field }: DateInputProps) {
  const t = useT()
  const language = useLanguage()
  const calendar = useRef<HTMLInputElement>(null)
  const date = readDate(value)
  const readBack = date && t('ui.date.readBack', { date: formatDate(date, language), weekday: formatWeekday(date, language) })
  return (
    <Field {...field} hint={hint ?? t('ui.date.hint')} note={note ?? readBack}>
      {(control) => (
        <div className="tb-date">
          <input
            {...control}
            className="tb-input"
            data-width="short"
            inputMode="numeric"
            autoComplete={autoComplete ?? 'off'}
            value={value}
            readOnly={readOnly}
            onChange={(event) => onChange(event.target.value)}
            onBlur={() => {
              if (date && date !== value) onChange(date)
              onBlur?.()
            }}
          />
          {!readOnly && (
            <span className="tb-date-calendar">
              <input ref={calendar} type="date" tabIndex={-1} aria-hidden="true" value={date ?? ''} min={min} max={max} onChange={(event) => onChange(event.target.value)} />
              <Button variant="quiet" icon="calendar" onClick={() => calendar.current?.showPicker()}>
                <span className="tb-hidden">{t('ui.date.open')}</span>
              </Button>
            </span>
          )}
        </div>
      )}
    </Field>
  )
}
