// Label, hint, mark, error and note around one control; every input of the product is wrapped in it.
// The control is drawn by `children`, which gets the attributes that tie it to the label and the messages.
import { useId, type ReactNode } from 'react'
import { useT } from '../shared/i18n/store.ts'
import { Icon } from './Icon.tsx'
import './Field.css'

/** What every input takes besides its value. */
export interface FieldOptions {
  label: ReactNode
  /** The id of the control; ErrorSummary links to it. Made up when left out. */
  id?: string | undefined
  /** One calm sentence on what to write, or an example. */
  hint?: ReactNode
  /** What is wrong and how to put it right; shown above the control, read out with it. */
  error?: string | undefined
  required?: boolean | undefined
  /** Marks a field that may stay empty. */
  optional?: boolean | undefined
  /** To the right of the label: where a prefilled value comes from, for example. */
  aside?: ReactNode
  /** Under the control: the value read back, a counter. */
  note?: ReactNode
  labelHidden?: boolean | undefined
}

export interface ControlAttributes {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

interface Props extends FieldOptions {
  children: (control: ControlAttributes) => ReactNode
}

export function Field({ label, id, hint, error, required, optional, aside, note, labelHidden, children }: Props) {
  const ownId = useId()
  const controlId = id ?? ownId
  const described = [hint && `${ownId}-hint`, error && `${ownId}-error`, note && `${ownId}-note`].filter(Boolean).join(' ')
  return (
    <div className="tb-field" data-invalid={error ? true : undefined}>
      <div className={labelHidden ? 'tb-hidden' : 'tb-field-head'}>
        <label htmlFor={controlId}>{label}</label>
        <Mark required={required} optional={optional} />
        {aside && <span className="tb-field-aside">{aside}</span>}
      </div>
      {hint && <p id={`${ownId}-hint`} className="tb-field-hint">{hint}</p>}
      {error && <FieldError id={`${ownId}-error`}>{error}</FieldError>}
      {children({ id: controlId, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined, 'aria-required': required || undefined })}
      {note && <p id={`${ownId}-note`} className="tb-field-note">{note}</p>}
    </div>
  )
}

interface GroupProps extends FieldOptions {
  /** radiogroup for one choice of several. */
  role?: 'radiogroup' | 'group'
  children: ReactNode
}

/** The same around several controls that answer one question: a fieldset with its legend. */
export function FieldGroup({ label, id, hint, error, required, optional, aside, note, labelHidden, role, children }: GroupProps) {
  const ownId = useId()
  const described = [hint && `${ownId}-hint`, error && `${ownId}-error`, note && `${ownId}-note`].filter(Boolean).join(' ')
  return (
    <fieldset id={id} className="tb-field" role={role} data-invalid={error ? true : undefined} aria-describedby={described || undefined} aria-invalid={role && error ? true : undefined} aria-required={(role === 'radiogroup' && required) || undefined}>
      <legend className={labelHidden ? 'tb-hidden' : 'tb-field-head'}>
        <span className="tb-field-label">{label}</span>
        <Mark required={required} optional={optional} />
        {aside && <span className="tb-field-aside">{aside}</span>}
      </legend>
      {hint && <p id={`${ownId}-hint`} className="tb-field-hint">{hint}</p>}
      {error && <FieldError id={`${ownId}-error`}>{error}</FieldError>}
      {children}
      {note && <p id={`${ownId}-note`} className="tb-field-note">{note}</p>}
    </fieldset>
  )
}

function Mark({ required, optional }: Pick<FieldOptions, 'required' | 'optional'>) {
  const t = useT()
  if (required) return <span className="tb-field-mark">{t('ui.field.required')}</span>
  if (optional) return <span className="tb-field-mark">{t('ui.field.optional')}</span>
  return null
}

function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <p id={id} className="tb-field-error">
      <Icon name="alert" />
      <span>{children}</span>
    </p>
  )
}
