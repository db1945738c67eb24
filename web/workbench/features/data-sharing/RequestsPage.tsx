// Requests for access: those of one's authorities and those to be answered. Side and state stand in the address.
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { forStaff } from '../../for-staff.ts'
import { readRequests, requestsQuery, sides, type RequestFilter, type RequestRow } from './queries.ts'
import { DueChip, StateChip, Views } from './Views.tsx'

export const loader = forStaff(async ({ request }) => {
  await queryClient.fetchInfiniteQuery(requestsQuery(readRequests(new URL(request.url).searchParams)))
  return null
})

export const title = () => t('data-sharing.requests.title')

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const filter = readRequests(search)
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(requestsQuery(filter))
  const go = ({ side, open }: RequestFilter) => void navigate(paths.workbenchAccessRequests({}, { ...(side === 'both' ? {} : { side }), ...(open ? { open: 'yes' } : {}) }))
  const columns: Column<RequestRow>[] = [
    { key: 'resource', header: t('data-sharing.resource'), cell: (one) => <><Link href={paths.workbenchAccessRequest({ request: one.id })}>{textIn(one.resourceTitle)}</Link>{one.mine && <> <Chip tone="attention">{t('data-sharing.requests.mine')}</Chip></>}<br /><small className="tb-muted">{one.purpose}</small></> },
    { key: 'asker', header: t('data-sharing.requests.asker'), cell: (one) => <>{textIn(one.askerName)}{one.serviceName && <><br /><small className="tb-muted">{textIn(one.serviceName)}</small></>}</> },
    { key: 'owner', header: t('data-sharing.requests.owner'), cell: (one) => textIn(one.ownerName) },
    { key: 'fields', header: t('data-sharing.fields'), align: 'end', cell: (one) => (one.granted === null ? one.fields : `${one.granted} / ${one.fields}`) },
    { key: 'state', header: t('data-sharing.requests.state'), cell: (one) => <StateChip state={one.state} /> },
    { key: 'due', header: t('data-sharing.requests.due'), cell: (one) => <DueChip one={one} /> },
    { key: 'number', header: t('data-sharing.requests.number'), cell: (one) => <span className="sharing-code">{one.number}</span> },
  ]
  return (
    <div className="tb-page tb-stack sharing-page">
      <h1>{t('data-sharing.requests.title')}</h1>
      <Views current="requests" />
      <div className="sharing-filters">
        <Select label={t('data-sharing.requests.which')} value={filter.side} onChange={(value) => go({ ...filter, side: sides.find((side) => side === value) ?? 'both' })} options={sides.map((side) => ({ value: side, label: t(`data-sharing.requests.sides.${side}`) }))} />
        <Checkbox label={t('data-sharing.requests.open')} checked={filter.open} onChange={(open) => go({ ...filter, open })} />
      </div>
      <Card title={t(`data-sharing.requests.sides.${filter.side}`)}>
        <Table caption={t('data-sharing.requests.title')} rows={data.pages.flatMap(({ requests }) => requests)} rowKey={({ id }) => id} columns={columns} empty={<EmptyState icon="check" title={t('data-sharing.requests.empty')}><p>{t('data-sharing.requests.emptyText')}</p></EmptyState>} />
        {hasNextPage && <Button variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('data-sharing.requests.more')}</Button>}
      </Card>
    </div>
  )
}
