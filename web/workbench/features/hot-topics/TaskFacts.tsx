// A governance task as it stands: who has it, what is done by when, and how many requests came before and after.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import type { GovernanceTask } from './queries.ts'

export function TaskFacts({ task }: { task: GovernanceTask }) {
  const t = useT()
  const format = useFormat()
  const textIn = useTextIn()
  const after = task.after
    ? t(task.after.change <= 0 ? 'hot-topics.task.fewer' : 'hot-topics.task.more', { n: task.after.perFourWeeks, share: Math.abs(task.after.change) })
    : t(task.endedAt === null ? 'hot-topics.task.notYet' : 'hot-topics.task.tooEarly')
  return (
    <KeyValue
      lines
      items={[
        { id: 'unit', label: t('hot-topics.task.unit'), value: textIn(task.unitName) },
        { id: 'measures', label: t('hot-topics.task.measures'), value: task.measures },
        { id: 'due', label: t('hot-topics.task.dueOn'), value: <>{format.date(task.dueOn)} {task.overdue && <Chip tone="danger">{t('hot-topics.task.overdue')}</Chip>}</> },
        { id: 'before', label: t('hot-topics.task.before'), value: t('hot-topics.task.count', { n: format.number(task.before) }) },
        { id: 'after', label: t('hot-topics.task.after'), value: after },
        ...(task.note ? [{ id: 'note', label: t('hot-topics.task.note'), value: task.note }] : []),
      ]}
    />
  )
}
