// The late and soon-late cases behind the counts, most overdue first.
// A case opens on its own page; those who only look on find no actions there.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useFormat } from '../../../shared/format.ts'
import { useT, type T } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { stateTones } from '../cases/case-view.ts'
import { timeText } from '../queue/time-text.ts'
import { overdueQuery, type OverdueFilter, type OverdueItem } from './queries.ts'

const columns = (t: T, day: (date: string) => string): Column<OverdueItem>[] => [
  { key: 'service', header: t('overdue.service'), cell: (one) => <Link href={paths.workbenchCase({ case: one.id }, { view: one.urgency === 'late' ? 'overdue' : 'dueSoon' })}>{one.serviceName}</Link> },
  { key: 'applicant', header: t('overdue.applicant'), cell: (one) => one.applicant },
  { key: 'number', header: t('overdue.number'), cell: (one) => one.number },
  { key: 'authority', header: t('overdue.authority'), cell: (one) => one.authorityName },
  { key: 'promised', header: t('overdue.promised'), cell: (one) => (one.promisedOn ? day(one.promisedOn) : '') },
  { key: 'left', header: t('overdue.left'), cell: (one) => <Left one={one} /> },
  { key: 'state', header: t('overdue.state'), cell: (one) => <Chip tone={stateTones[one.state]}>{t(`cases.state.${one.state}`)}</Chip> },
  { key: 'claimed', header: t('overdue.claimed'), cell: (one) => (one.assigned ? t('overdue.claimedYes') : t('overdue.claimedNo')) },
]

export function OverdueCases({ filter }: { filter: OverdueFilter }) {
  const t = useT()
  const format = useFormat()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(overdueQuery(filter))
  const cases = data?.pages.flatMap((page) => page.cases) ?? []
  return (
    <Card title={t('overdue.cases')} aside={<span role="status">{t('overdue.count', { n: hasNextPage ? `${cases.length}+` : cases.length })}</span>}>
      <Table
        caption={t('overdue.cases')}
        rows={cases}
        rowKey={({ id }) => id}
        columns={columns(t, format.day)}
        empty={<EmptyState icon="check" title={t('overdue.empty.title')}><p>{t('overdue.empty.text')}</p></EmptyState>}
      />
      {hasNextPage && <Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('overdue.more')}</Button>}
    </Card>
  )
}

function Left({ one }: { one: OverdueItem }) {
  const t = useT()
  const { text, tone } = timeText(one, t)
  return <b className="overdue-count" data-tone={tone}>{text}</b>
}
