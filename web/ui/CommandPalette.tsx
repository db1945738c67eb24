// Ctrl K: type to find a command, a place or (through `found`) a record; Enter goes there.
// The input keeps the focus; arrow keys choose from the list below it.
import { useId, useState, type KeyboardEvent } from 'react'
import { useT } from '../shared/i18n/store.ts'
import { classes } from './classes.ts'
import { filterCommands, type Command } from './commands.ts'
import { Icon } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import { useModal } from './useModal.ts'
import './CommandPalette.css'

export interface CommandPaletteProps {
  open: boolean
  onClose: () => void
  placeholder: string
  commands: readonly Command[]
  /** Told what is typed, so that the app can search its records … */
  onQuery?: (typed: string) => void
  /** … and give them here; shown as they are, after the commands. */
  found?: readonly Command[]
  busy?: boolean
}

export function CommandPalette({ open, onClose, ...rest }: CommandPaletteProps) {
  const t = useT()
  const dialog = useModal(open)
  return (
    <dialog
      ref={dialog}
      className="tb-palette"
      aria-label={t('ui.palette.title')}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => {
        if (event.target === dialog.current) onClose()
      }}
    >
      {open && <Palette onClose={onClose} {...rest} />}
    </dialog>
  )
}

function Palette({ onClose, placeholder, commands, onQuery, found = [], busy }: Omit<CommandPaletteProps, 'open'>) {
  const t = useT()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const options = [...filterCommands(commands, typed), ...found]
  const chosen = Math.min(at, options.length - 1)

  const run = (command: Command | undefined) => {
    if (!command) return
    onClose()
    command.run()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (step === undefined) run(options[chosen])
    else if (options.length > 0) {
      const next = (chosen + step + options.length) % options.length
      setAt(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    }
  }
  return (
    <>
      <div className="tb-palette-find">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label={placeholder}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={options.length > 0 ? `${id}-${chosen}` : undefined}
          autoComplete="off"
          placeholder={placeholder}
          value={typed}
          autoFocus
          onKeyDown={keys}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
            onQuery?.(event.target.value)
          }}
        />
        <Kbd keys="Esc" />
      </div>
      <ul id={`${id}-list`} role="listbox" aria-label={t('ui.palette.title')} aria-busy={busy || undefined}>
        {options.map((command, index) => (
          <li
            key={command.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={classes(index > 0 && command.group !== options[index - 1]?.group && 'is-new-group')}
            onMouseMove={() => setAt(index)}
            onClick={() => run(command)}
          >
            <span>{command.label}</span>
            {command.hint && <small>{command.hint}</small>}
            {command.keys && <Kbd keys={command.keys} />}
          </li>
        ))}
      </ul>
      <p className="tb-palette-foot" role="status">
        {busy ? t('ui.loading') : options.length === 0 ? t('ui.palette.none') : t('ui.palette.count', { n: options.length })}
      </p>
    </>
  )
}
