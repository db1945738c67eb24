// All errors of a form in one place at its top, each a link to its field; takes the focus when it appears.
// Render it with a new `attempt` for every failed submit, so that the focus comes back to it.
import { useEffect, useId, useRef } from 'react'
import { useT } from '../shared/i18n/store.ts'
import { Icon } from './Icon.tsx'
import './ErrorSummary.css'

export interface FormError {
  /** Id of the control the error belongs to; left out for errors of the whole form. */
  field?: string | undefined
  message: string
}

export function ErrorSummary({ errors, attempt = 0 }: { errors: readonly FormError[]; attempt?: number }) {
  const t = useT()
  const titleId = useId()
  const box = useRef<HTMLDivElement>(null)
  const any = errors.length > 0
  useEffect(() => {
    if (any) box.current?.focus()
  }, [any, attempt])
  if (!any) return null
  return (
    <div ref={box} className="tb-error-summary" role="alert" tabIndex={-1} aria-labelledby={titleId}>
      <h2 id={titleId}>
        <Icon name="alert" />
        {t('ui.errors.title', { n: errors.length })}
      </h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field}${message}`}>{field ? <a href={`#${field}`} onClick={(event) => focusField(event, field)}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}

/** Goes to the control itself, or to the first control inside a group. */
function focusField(event: { preventDefault: () => void }, id: string) {
  const target = document.getElementById(id)
  if (!target) return
  event.preventDefault()
  const control = target.matches('input, select, textarea, button') ? target : target.querySelector<HTMLElement>('input, select, textarea, button');
  (control ?? target).focus()
  target.scrollIntoView({ block: 'center' })
}
