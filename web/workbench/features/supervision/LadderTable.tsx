// Late cases with the step each has come to and the day of the next.
// Latest promises last, as in the queue.
import { plainDateOf, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT, type T } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import type { LadderStep, LateCase } from './queries.ts'

const columns = (t: T, day: (date: string) => string, name: (one: LateCase) => string): Column<LateCase>[] => [
  { key: 'number', header: t('supervision.number'), cell: (one) => <Link href={paths.workbenchCase({ case: one.id }, { view: 'overdue' })}>{one.number}</Link> },
  { key: 'authority', header: t('supervision.authority'), cell: name },
  { key: 'promised', header: t('supervision.promised'), cell: ({ promisedOn }) => day(promisedOn) },
  { key: 'days', header: t('supervision.days'), cell: ({ daysLate }) => (daysLate === null ? t('supervision.unknownDays') : t('supervision.nDays', { n: daysLate })) },
  { key: 'steps', header: t('supervision.standing'), cell: ({ steps }) => <Ladder steps={steps} /> },
]

export function LadderTable({ cases }: { cases: readonly LateCase[] }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  return (
    <Table
      caption={t('supervision.ladder')}
      rows={cases}
      rowKey={({ id }) => id}
      columns={columns(t, format.day, (one) => textIn(one.authorityName))}
      empty={<EmptyState icon="check" title={t('supervision.ladderEmpty.title')}><p>{t('supervision.ladderEmpty.text')}</p></EmptyState>}
    />
  )
}

/** What has been done, then what comes next; steps after that say nothing new. */
export function Ladder({ steps }: { steps: readonly LadderStep[] }) {
  const t = useT()
  const format = useFormat()
  const next = steps.find(({ takenAt }) => takenAt === null)
  const shown = steps.filter((step) => step.takenAt !== null || step === next)
  const words = ({ to, card }: LadderStep) => (card ? t('supervision.stepCard', { step: t(`supervision.step.${to}`), card: t(`supervision.color.${card}`) }) : t(`supervision.step.${to}`))
  return (
    <ol className="supervision-ladder">
      {shown.map((step) => (
        <li key={step.step} data-taken={step.takenAt !== null || undefined}>
          {words(step)} <small>{step.takenAt ? t('supervision.taken', { date: format.day(plainDateOf(step.takenAt)) }) : step.on ? t('supervision.next', { date: format.day(step.on) }) : t('supervision.unknownDays')}</small>
        </li>
      ))}
    </ol>
  )
}
