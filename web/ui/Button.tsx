// The button of the product. A disabled one always says why, stays focusable and does nothing.
// busy shows that the press was taken and swallows further presses.
import { useId, type ButtonHTMLAttributes, type MouseEvent, type ReactNode } from 'react'
import { classes } from './classes.ts'
import { Icon, type IconName } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import { Link, type LinkProps } from './Link.tsx'
import './Button.css'

export type ButtonVariant = 'primary' | 'ghost' | 'quiet' | 'danger' | 'plain'

interface Look {
  /** primary: the one main action of a page; ghost: beside it; quiet: the rest; danger: cannot be undone; plain: looks like a link. */
  variant?: ButtonVariant
  icon?: IconName
  /** Fills the width of its column. */
  block?: boolean
  children: ReactNode
}

export interface ButtonProps extends Look, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'children'> {
  busy?: boolean
  /** Why the button cannot be used now; its presence disables the button. */
  disabledReason?: string | undefined
  /** Keys that do the same, shown on the button; register them with useShortcuts. */
  shortcut?: string
}

export function Button({ variant = 'primary', icon, block, busy, disabledReason, shortcut, children, className, onClick, type = 'button', ...rest }: ButtonProps) {
  const reasonId = useId()
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy || disabledReason) event.preventDefault()
    else onClick?.(event)
  }
  const button = (
    <button
      {...rest}
      type={type}
      className={classes('tb-button', className)}
      data-variant={variant}
      data-block={block || undefined}
      onClick={press}
      aria-busy={busy || undefined}
      aria-disabled={busy || disabledReason ? true : undefined}
      aria-describedby={disabledReason ? reasonId : rest['aria-describedby']}
      aria-keyshortcuts={shortcut?.replaceAll('Ctrl', 'Control')}
    >
      {busy ? <span className="tb-spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      <span>{children}</span>
      {shortcut && <Kbd keys={shortcut} />}
    </button>
  )
  if (!disabledReason) return button
  return (
    <span className="tb-button-group" data-block={block || undefined}>
      {button}
      <small id={reasonId}>{disabledReason}</small>
    </span>
  )
}

export interface LinkButtonProps extends Look, Omit<LinkProps, 'children'> {}

/** A link that looks like a button: leads somewhere, changes nothing. */
export function LinkButton({ variant = 'primary', icon, block, children, className, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={classes('tb-button', className)} data-variant={variant} data-block={block || undefined}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </Link>
  )
}
