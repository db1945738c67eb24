// Late requests: which, whose, since when, overdue or three times overdue.
// Longest overdue first.
import { formatMoment } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT, type T } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { paths } from '../../../shared/paths.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import type { LateRequest } from './queries.ts'

const columns = (t: T, name: (one: LateRequest) => string): Column<LateRequest>[] => [
  { key: 'title', header: t('supervision.request'), cell: (one) => <Link href={paths.workbenchRequest({ request: one.id })}>{one.title}</Link> },
  { key: 'number', header: t('supervision.requestNumber'), cell: ({ number }) => number },
  { key: 'authority', header: t('supervision.authority'), cell: name },
  { key: 'due', header: t('supervision.answerBy'), cell: ({ dueAt }) => formatMoment(dueAt, thisYear()) },
  { key: 'mark', header: t('supervision.standing'), cell: ({ mark, assigned }) => <><Chip tone="danger">{t(mark === 3 ? 'supervision.tripled' : 'supervision.overdue')}</Chip>{!assigned && <> {t('supervision.unsigned')}</>}</> },
]

export function LateRequestsTable({ requests }: { requests: readonly LateRequest[] }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <Table
      caption={t('supervision.requests')}
      rows={requests}
      rowKey={({ id }) => id}
      columns={columns(t, (one) => textIn(one.authorityName))}
      empty={<EmptyState icon="check" title={t('supervision.requestsEmpty.title')}><p>{t('supervision.requestsEmpty.text')}</p></EmptyState>}
    />
  )
}
