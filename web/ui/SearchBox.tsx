// The large box that takes everyday words. Enter or the button sends them; the page decides what happens.
// size hero for the first screen, normal above a list of results.
import { useId, type SyntheticEvent } from 'react'
import { useT } from '../shared/i18n/store.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import './SearchBox.css'

export interface SearchBoxProps {
  /** What is searched, for screen readers. */
  label: string
  value: string
  onChange: (value: string) => void
  onSubmit: (value: string) => void
  placeholder?: string
  size?: 'hero' | 'normal'
  busy?: boolean
  autoFocus?: boolean
  /** Longest question, in characters; more cannot be typed or pasted. */
  maxLength?: number
}

export function SearchBox({ label, value, onChange, onSubmit, placeholder, size = 'normal', busy, autoFocus, maxLength = 200 }: SearchBoxProps) {
  const t = useT()
  const id = useId()
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (value.trim()) onSubmit(value.trim())
    else document.getElementById(id)?.focus()
  }
  return (
    <form className="tb-search" data-size={size} role="search" onSubmit={submit}>
      <Icon name="search" />
      <label htmlFor={id} className="tb-hidden">{label}</label>
      <input id={id} type="search" enterKeyHint="search" autoComplete="off" maxLength={maxLength} value={value} placeholder={placeholder} autoFocus={autoFocus} onChange={(event) => onChange(event.target.value)} />
      <Button type="submit" busy={busy}>{t('ui.search')}</Button>
    </form>
  )
}
