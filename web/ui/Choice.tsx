// Radio buttons and check boxes as large cards: the whole card is the target.
// RadioGroup is one question with one answer; CheckboxGroup one question with several; Checkbox a single yes.
import { useId, type ReactNode } from 'react'
import { FieldGroup, type FieldOptions } from './Field.tsx'
import './Choice.css'

export interface ChoiceOption {
  value: string
  label: ReactNode
  hint?: ReactNode
  /** Why this answer cannot be chosen; its presence disables it. */
  disabledReason?: string | undefined
}

export interface RadioGroupProps extends FieldOptions {
  value: string
  onChange: (value: string) => void
  options: readonly ChoiceOption[]
  /** Side by side where there is room; for short answers such as yes and no. */
  inline?: boolean
}

export function RadioGroup({ value, onChange, options, inline, ...field }: RadioGroupProps) {
  const name = useId()
  return (
    <FieldGroup {...field} role="radiogroup">
      <div className="tb-choices" data-inline={inline || undefined}>
        {options.map((option) => (
          <ChoiceCard key={option.value} type="radio" name={name} option={option} checked={option.value === value} onChange={() => onChange(option.value)} />
        ))}
      </div>
    </FieldGroup>
  )
}

export interface CheckboxGroupProps extends FieldOptions {
  values: readonly string[]
  onChange: (values: string[]) => void
  options: readonly ChoiceOption[]
  inline?: boolean
}

export function CheckboxGroup({ values, onChange, options, inline, ...field }: CheckboxGroupProps) {
  const toggle = (value: string, on: boolean) => onChange(on ? [...values, value] : values.filter((other) => other !== value))
  return (
    <FieldGroup {...field} role="group">
      <div className="tb-choices" data-inline={inline || undefined}>
        {options.map((option) => (
          <ChoiceCard key={option.value} type="checkbox" option={option} checked={values.includes(option.value)} onChange={(on) => toggle(option.value, on)} />
        ))}
      </div>
    </FieldGroup>
  )
}

export interface CheckboxProps {
  label: ReactNode
  hint?: ReactNode
  id?: string
  checked: boolean
  onChange: (checked: boolean) => void
  error?: string | undefined
  disabledReason?: string | undefined
}

export function Checkbox({ label, hint, id, checked, onChange, error, disabledReason }: CheckboxProps) {
  return <ChoiceCard type="checkbox" option={{ value: 'on', label, hint, disabledReason }} id={id} checked={checked} onChange={onChange} error={error} />
}

interface CardProps {
  type: 'radio' | 'checkbox'
  option: ChoiceOption
  checked: boolean
  onChange: (checked: boolean) => void
  name?: string
  id?: string | undefined
  error?: string | undefined
}

function ChoiceCard({ type, option, checked, onChange, name, id, error }: CardProps) {
  const ownId = useId()
  const remark = option.disabledReason ?? option.hint
  const described = [remark && `${ownId}-hint`, error && `${ownId}-error`].filter(Boolean).join(' ')
  return (
    <label className="tb-choice" data-invalid={error ? true : undefined} data-disabled={option.disabledReason ? true : undefined}>
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        disabled={option.disabledReason !== undefined}
        aria-labelledby={`${ownId}-label`}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="tb-choice-text">
        <span id={`${ownId}-label`}>{option.label}</span>
        {remark && <small id={`${ownId}-hint`}>{remark}</small>}
        {error && <small id={`${ownId}-error`} className="tb-choice-error">{error}</small>}
      </span>
    </label>
  )
}
