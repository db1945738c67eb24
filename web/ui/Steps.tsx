// Where one is on a path of few steps (Stepper), and a list of tasks with their states (TaskList).
// A task that cannot be started yet says what it waits for.
import type { ReactNode } from 'react'
import { useT } from '../shared/i18n/store.ts'
import { Chip } from './Chip.tsx'
import { Icon } from './Icon.tsx'
import { Link } from './Link.tsx'
import type { Tone } from './tone.ts'
import './Steps.css'

export interface Step {
  id: string
  label: string
  /** Leads back to a step that is done. */
  href?: string
}

export function Stepper({ steps, current }: { steps: readonly Step[]; current: string }) {
  const t = useT()
  const at = steps.findIndex((step) => step.id === current)
  return (
    <nav className="tb-stepper" aria-label={t('ui.steps.label')}>
      <p className="tb-stepper-short" aria-hidden="true">
        {t('ui.steps.position', { n: at + 1, total: steps.length })} · <b>{steps[at]?.label}</b>
      </p>
      <ol>
        {steps.map((step, index) => (
          <li key={step.id} data-state={index < at ? 'done' : index === at ? 'current' : 'todo'} aria-current={index === at ? 'step' : undefined}>
            <span className="tb-step-mark" aria-hidden="true">{index < at ? <Icon name="check" /> : index + 1}</span>
            {index < at && step.href ? <Link href={step.href}>{step.label}</Link> : <span>{step.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

export type TaskState = 'done' | 'current' | 'todo' | 'optional' | 'blocked' | 'attention'

export interface Task {
  id: string
  label: ReactNode
  hint?: ReactNode
  state: TaskState
  /** Left out while the task is blocked. */
  href?: string
  /** Why it is blocked or needs attention. */
  reason?: string
}

const tones: Record<TaskState, Tone> = { done: 'success', current: 'azure', todo: 'neutral', optional: 'neutral', blocked: 'neutral', attention: 'attention' }

export function TaskList({ tasks, label }: { tasks: readonly Task[]; label: string }) {
  const t = useT()
  return (
    <ul className="tb-tasks" aria-label={label}>
      {tasks.map((task) => (
        <li key={task.id} data-state={task.state}>
          <div>
            {task.href && task.state !== 'blocked' ? <Link href={task.href}>{task.label}</Link> : <span>{task.label}</span>}
            {task.hint && <small>{task.hint}</small>}
            {task.reason && <small>{task.reason}</small>}
          </div>
          <Chip tone={tones[task.state]}>{t(`ui.task.${task.state}`)}</Chip>
        </li>
      ))}
    </ul>
  )
}
