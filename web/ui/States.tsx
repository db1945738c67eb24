// What a page or a list shows when it has nothing to show: empty, failed, not allowed, still loading.
// Each says what happened, in words, and what can be done next.
import type { ReactNode } from 'react'
import { useT } from '../shared/i18n/store.ts'
import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import './States.css'

interface StateProps {
  icon: IconName
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
  role?: 'alert' | 'status'
  level?: 1 | 2
}

function State({ icon, title, children, action, role, level = 2 }: StateProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className="tb-state" role={role}>
      <Icon name={icon} size="large" />
      <Heading tabIndex={level === 1 ? -1 : undefined}>{title}</Heading>
      {children && <div className="tb-state-text">{children}</div>}
      {action && <div className="tb-row">{action}</div>}
    </div>
  )
}

export interface EmptyStateProps {
  title: ReactNode
  /** Why it is empty and what will appear here. */
  children?: ReactNode
  action?: ReactNode
  icon?: IconName
  /** 1 when it is the whole page. */
  level?: 1 | 2
}

export function EmptyState({ icon = 'file', ...rest }: EmptyStateProps) {
  return <State icon={icon} {...rest} />
}

export interface ErrorStateProps {
  title?: ReactNode
  /** What is safe and what to do; a plain sentence is given when left out. */
  children?: ReactNode
  onRetry?: (() => void) | undefined
  retrying?: boolean
  /** The id by which staff find the log line. */
  logId?: string | undefined
  action?: ReactNode
  level?: 1 | 2
}

export function ErrorState({ title, children, onRetry, retrying, logId, action, level }: ErrorStateProps) {
  const t = useT()
  return (
    <State
      icon="alert"
      role="alert"
      level={level}
      title={title ?? t('ui.error.title')}
      action={
        <>
          {onRetry && (
            <Button onClick={onRetry} busy={retrying}>
              {t('ui.retry')}
            </Button>
          )}
          {action}
        </>
      }
    >
      <p>{children ?? t('ui.error.text')}</p>
      {logId && <p className="tb-muted">{t('ui.error.log', { id: logId })}</p>}
    </State>
  )
}

/** The page exists but is not for this person; says why and who can help. */
export function NoPermission({ children, action, level }: { children?: ReactNode; action?: ReactNode; level?: 1 | 2 }) {
  const t = useT()
  return (
    <State icon="lock" title={t('ui.forbidden.title')} action={action} level={level}>
      <p>{children ?? t('ui.forbidden.text')}</p>
    </State>
  )
}

/** Lines of grey where text will be; announces that something is loading. */
export function Loading({ label, lines = 4 }: { label?: string; lines?: number }) {
  const t = useT()
  return (
    <div className="tb-loading" role="status">
      <span className="tb-hidden">{label ?? t('ui.loading')}</span>
      <Skeleton lines={lines} />
    </div>
  )
}

export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className="tb-skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  )
}
