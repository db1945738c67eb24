// Hand-overs of one's halls and authorities: what is to be handed over, what is to be receipted, what is late. The view stands in the address.
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { forStaff } from '../../for-staff.ts'
import { DueChip, StateChip } from './DueChip.tsx'
import { listQuery, readView, views, type Row } from './queries.ts'
import './transfers.css'

export const loader = forStaff(async ({ request }) => {
  await queryClient.ensureInfiniteQueryData(listQuery(readView(new URL(request.url).searchParams)))
  return null
})

export const title = () => t('transfer-desk.title')

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const [search] = useSearchParams()
  const view = readView(search)
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(listQuery(view))
  const columns: Column<Row>[] = [
    { key: 'matter', header: t('transfer-desk.matter'), cell: (one) => <Link href={paths.workbenchTransfer({ transfer: one.id })}>{t('transfer-desk.of', { matter: textIn(one.matterName), applicant: one.applicant })}</Link> },
    { key: 'number', header: t('transfer-desk.number'), cell: (one) => one.number },
    { key: 'from', header: t('transfer-desk.from'), cell: (one) => textIn(one.hall) },
    { key: 'to', header: t('transfer-desk.to'), cell: (one) => textIn(one.authorityName) },
    { key: 'due', header: t('transfer-desk.due'), cell: (one) => <DueChip one={one} /> },
    { key: 'state', header: t('transfer-desk.state'), cell: (one) => <StateChip state={one.state} /> },
  ]
  return (
    <div className="tb-page tb-stack">
      <header>
        <h1>{t('transfer-desk.title')}</h1>
        <p className="tb-muted">{t('transfer-desk.lead')}</p>
      </header>
      <nav aria-label={t('transfer-desk.list')} className="transfers-views">
        {views.map((each) => <Link key={each} href={paths.workbenchTransfers({}, each === 'both' ? {} : { view: each })} aria-current={each === view ? 'page' : undefined}>{t(`transfer-desk.views.${each}`)}</Link>)}
      </nav>
      <Card title={t(`transfer-desk.views.${view}`)}>
        <Table caption={t('transfer-desk.list')} rows={data.pages.flatMap((page) => page.transfers)} rowKey={({ id }) => id} columns={columns} empty={<EmptyState icon="check" title={t('transfer-desk.empty')}><p>{t('transfer-desk.emptyText')}</p></EmptyState>} />
        {hasNextPage && <Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('transfer-desk.more')}</Button>}
      </Card>
    </div>
  )
}
