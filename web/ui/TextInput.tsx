// One line or many lines of text. The value is always a string, exactly as typed.
// width tells how long the answer is expected to be: short (a code), medium (a name), full.
import type { HTMLInputAutoCompleteAttribute, HTMLAttributes } from 'react'
import { useT } from '../shared/i18n/store.ts'
import { Field, type FieldOptions } from './Field.tsx'

export interface TextOptions extends FieldOptions {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  placeholder?: string | undefined
  readOnly?: boolean | undefined
  autoComplete?: HTMLInputAutoCompleteAttribute | undefined
}

export interface TextInputProps extends TextOptions {
  type?: 'text' | 'tel' | 'email' | 'search' | 'password'
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  width?: 'short' | 'medium' | 'full'
  /** Written after the box: 平方米, 元. */
  unit?: string | undefined
  maxLength?: number | undefined
}

export function TextInput({ value, onChange, onBlur, placeholder, readOnly, autoComplete, type = 'text', inputMode, width = 'full', unit, maxLength, ...field }: TextInputProps) {
  return (
    <Field {...field}>
      {(control) => (
        <div className="tb-input-group">
          <input
            {...control}
            className="tb-input"
            data-width={width}
            type={type}
            inputMode={inputMode}
            value={value}
            placeholder={placeholder}
            readOnly={readOnly}
            autoComplete={autoComplete ?? 'off'}
            maxLength={maxLength}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onBlur}
          />
          {unit && <span className="tb-input-unit">{unit}</span>}
        </div>
      )}
    </Field>
  )
}

export interface TextAreaProps extends TextOptions {
  rows?: number
  /** Shows how many letters are left; longer text stays, and is said to be too long. */
  limit?: number | undefined
}

export function TextArea({ value, onChange, onBlur, placeholder, readOnly, autoComplete, rows = 4, limit, note, ...field }: TextAreaProps) {
  return (
    <Field {...field} note={limit === undefined ? note : <Counter length={[...value].length} limit={limit} />}>
      {(control) => (
        <textarea {...control} className="tb-input" rows={rows} value={value} placeholder={placeholder} readOnly={readOnly} autoComplete={autoComplete ?? 'off'} onChange={(event) => onChange(event.target.value)} onBlur={onBlur} />
      )}
    </Field>
  )
}

function Counter({ length, limit }: { length: number; limit: number }) {
  const t = useT()
  const left = limit - length
  return (
    <span className="tb-counter" data-over={left < 0 || undefined} aria-live={left < limit / 10 ? 'polite' : 'off'}>
      {left < 0 ? t('ui.text.over', { n: -left }) : t('ui.text.left', { n: left })}
    </span>
  )
}
