// One choice from a long list, by the browser's own control; for up to six choices RadioGroup is easier.
// The empty choice is only offered until something is chosen, when the field is optional, or when empty means all.
import { useT } from '../shared/i18n/store.ts'
import { Field, type FieldOptions } from './Field.tsx'
import { Icon } from './Icon.tsx'

export interface SelectOption {
  value: string
  label: string
  disabled?: boolean
}

export interface SelectProps extends FieldOptions {
  value: string
  onChange: (value: string) => void
  options: readonly SelectOption[]
  placeholder?: string | undefined
  /** The empty choice stays and means all: for filters. */
  emptyIsAll?: boolean
}

export function Select({ value, onChange, options, placeholder, emptyIsAll, ...field }: SelectProps) {
  const t = useT()
  return (
    <Field {...field}>
      {(control) => (
        <span className="tb-select">
          <select {...control} className="tb-input" value={value} onChange={(event) => onChange(event.target.value)}>
            {(field.optional || emptyIsAll || value === '') && <option value="">{placeholder ?? t('ui.select.choose')}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron" />
        </span>
      )}
    </Field>
  )
}
