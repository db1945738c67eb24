// A button that opens a short list of actions or links. Arrow keys move, Escape closes, a press elsewhere closes.
// An action that is not possible now stays in the list and says why.
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import { Link } from './Link.tsx'
import './Menu.css'

export interface MenuItem {
  id: string
  label: ReactNode
  /** Either a place to go … */
  href?: string
  /** … or something to do. */
  onSelect?: () => void
  disabledReason?: string | undefined
  shortcut?: string
  /** For a menu of choices: whether this one is chosen. */
  checked?: boolean
  /** Language of the label when it differs from the page's. */
  lang?: string
}

export interface MenuProps {
  label: ReactNode
  /** Replaces the label for screen readers when the visible one is short. */
  accessibleLabel?: string
  icon?: IconName
  items: readonly MenuItem[]
  align?: 'start' | 'end'
}

export function Menu({ label, accessibleLabel, icon, items, align = 'start' }: MenuProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!open) return
    entries(root.current)[0]?.focus()
    const pressElsewhere = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', pressElsewhere)
    return () => document.removeEventListener('pointerdown', pressElsewhere)
  }, [open])

  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation()
      close()
    }
    if (event.key === 'Tab') setOpen(false)
    const list = entries(root.current)
    const at = list.indexOf(document.activeElement as HTMLElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: list.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    if (open) list[(next + list.length) % list.length]?.focus()
    else setOpen(true)
  }

  return (
    <div ref={root} className="tb-menu" data-align={align} onKeyDown={keys}>
      <button ref={button} type="button" className="tb-menu-button" aria-haspopup="menu" aria-expanded={open} aria-controls={open ? id : undefined} aria-label={accessibleLabel} onClick={() => setOpen(!open)}>
        {icon && <Icon name={icon} />}
        <span>{label}</span>
        <Icon name="chevron" />
      </button>
      {open && (
        <ul id={id} role="menu" className="tb-menu-list">
          {items.map((item) => (
            <li key={item.id} role="none">
              <Entry item={item} onDone={close} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Entry({ item, onDone }: { item: MenuItem; onDone: () => void }) {
  const role = item.checked === undefined ? 'menuitem' : 'menuitemradio'
  const content = (
    <>
      <span lang={item.lang}>{item.label}</span>
      {item.checked && <Icon name="check" />}
      {item.shortcut && <Kbd keys={item.shortcut} />}
      {item.disabledReason && <small>{item.disabledReason}</small>}
    </>
  )
  if (item.href && !item.disabledReason) {
    return (
      <Link href={item.href} role={role} tabIndex={-1} onClick={onDone}>
        {content}
      </Link>
    )
  }
  return (
    <button
      type="button"
      role={role}
      tabIndex={-1}
      aria-checked={item.checked}
      aria-disabled={item.disabledReason ? true : undefined}
      onClick={() => {
        if (item.disabledReason) return
        onDone()
        item.onSelect?.()
      }}
    >
      {content}
    </button>
  )
}

function entries(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
}
