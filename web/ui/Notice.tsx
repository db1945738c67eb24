// One message about the page or a part of it: a fact, a success, a warning, a danger.
// `live` makes screen readers say it when it appears; leave it out for text that is there from the start.
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import type { Tone } from './tone.ts'
import './Notice.css'

const icons: Record<Tone, IconName> = { neutral: 'info', azure: 'info', success: 'check', warning: 'alert', danger: 'alert', attention: 'alert' }

export interface NoticeProps {
  tone?: Tone
  title?: ReactNode
  /** polite for a success, assertive for an error that stops the person. */
  live?: 'polite' | 'assertive'
  /** A thin line for lists of findings: what a rule decided, and its source behind it. */
  compact?: boolean
  /** Buttons under the text. */
  actions?: ReactNode
  children?: ReactNode
}

export function Notice({ tone = 'azure', title, live, compact, actions, children }: NoticeProps) {
  return (
    <div className="tb-notice" data-tone={tone} data-compact={compact || undefined} role={live === 'assertive' ? 'alert' : live && 'status'}>
      <Icon name={icons[tone]} />
      <div className="tb-notice-body">
        {title && <p className="tb-notice-title">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="tb-row">{actions}</div>}
      </div>
    </div>
  )
}
