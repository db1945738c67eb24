// The large box that takes everyday words. Enter or the button sends them; the page decides what happens.
// size hero for the first screen, normal above a list of results. What is suggested while typing comes from the page.
import { useId, type SyntheticEvent } from 'react'
import { useT } from '../shared/i18n/store.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { useSuggestions, type Suggestion } from './useSuggestions.ts'
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
  /** Where the words go as `?q=` as long as the app is not there yet. */
  action?: string
  /** Sent with them then, beside `q`. */
  also?: Readonly<Record<string, string>>
  /** Longest question, in characters; more cannot be typed or pasted. */
  maxLength?: number
  /** Offered below the box while somebody types; left out: the box suggests nothing. */
  suggestions?: readonly Suggestion[]
  onSuggestion?: (suggestion: Suggestion) => void
}

const none: readonly Suggestion[] = []

export function SearchBox({ label, value, onChange, onSubmit, placeholder, size = 'normal', busy, autoFocus, action, also = {}, maxLength = 200, suggestions, onSuggestion = () => {} }: SearchBoxProps) {
  const t = useT()
  const id = useId()
  const list = useSuggestions(suggestions ?? none, onSuggestion)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    list.close()
    if (value.trim()) onSubmit(value.trim())
    else document.getElementById(id)?.focus()
  }
  return (
    <form className="tb-search" data-size={size} role="search" action={action} onSubmit={submit}>
      {Object.entries(also).map(([name, sent]) => <input key={name} type="hidden" name={name} value={sent} />)}
      <Icon name="search" />
      <label htmlFor={id} className="tb-hidden">{label}</label>
      <input id={id} name="q" type="search" enterKeyHint="search" autoComplete="off" maxLength={maxLength} value={value} placeholder={placeholder} autoFocus={autoFocus}
        {...(suggestions && list.input)}
        onKeyDown={list.keys}
        onClick={list.open}
        onBlur={list.close}
        onChange={(event) => {
          list.open()
          onChange(event.target.value)
        }}
      />
      <Button type="submit" busy={busy}>{t('ui.search')}</Button>
      {list.isOpen && (
        // The press must not take the focus from the box, which would close the list before the click.
        <ul id={list.listId} className="tb-search-list" role="listbox" aria-label={t('ui.suggestions')} onMouseDown={(event) => event.preventDefault()}>
          {suggestions?.map((suggestion, index) => (
            <li key={suggestion.id} id={list.idOf(index)} role="option" aria-selected={index === list.at} onClick={() => list.take(index)}>
              <span>{suggestion.label}</span>
              {suggestion.meta && <small>{suggestion.meta}</small>}
            </li>
          ))}
        </ul>
      )}
      {suggestions && <span className="tb-hidden" role="status">{list.isOpen ? t('ui.suggested', { n: suggestions.length }) : ''}</span>}
    </form>
  )
}
