// What stands in the list of deliveries, by list: as cells, and as text for the spreadsheet.
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { formatMoment, useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { thisYear } from '../../../shared/now.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toasts.ts'
import { refreshDeliveries, type Row, type View } from './queries.ts'

export type DeliveryColumn = Column<Row> & { heading: string; text: (row: Row) => string }

/** Days in which it becomes urgent. */
const soon = 2

export function useColumns(view: View): DeliveryColumn[] {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const left = ({ daysLeft }: Row) => (daysLeft === null ? t('delivery-desk.due.unknown') : daysLeft < 0 ? t('delivery-desk.due.late', { n: -daysLeft }) : daysLeft === 0 ? t('delivery-desk.due.today') : t('delivery-desk.due.left', { n: daysLeft }))
  const problem = ({ mishap, because }: Row) => (mishap === null ? '' : mishap === 'rejected' ? t('delivery-desk.mishap.rejected', { because: because ?? '' }) : t(`delivery-desk.mishap.${mishap}`))
  const parcel = ({ parcel: one }: Row) => (one === null ? '' : one.failure !== null && one.number === null ? t('delivery-desk.retrying') : [t(`delivery-desk.states.${one.state}`), one.number, one.last?.note].filter(Boolean).join(' · '))
  const plain = (key: keyof typeof headings, text: (row: Row) => string): DeliveryColumn => ({ key, header: headings[key], heading: headings[key], text, cell: text })
  const headings = { name: t('delivery-desk.column.name'), number: t('delivery-desk.column.number'), person: t('delivery-desk.column.person'), due: t('delivery-desk.column.due'), address: t('delivery-desk.column.address'), parcel: t('delivery-desk.column.parcel'), since: t('delivery-desk.column.since'), problem: t('delivery-desk.column.problem'), bundle: t('delivery-desk.column.bundle') }
  const due: DeliveryColumn = {
    ...plain('due', (row) => [row.deliverBy === null ? '' : format.day(row.deliverBy), left(row)].filter(Boolean).join(' · ')),
    cell: (row) => <span className="deliveries-due" data-tone={row.daysLeft === null ? undefined : row.daysLeft < 0 ? 'late' : row.daysLeft <= soon ? 'soon' : undefined}>{left(row)}{row.deliverBy !== null && <small>{format.day(row.deliverBy)}</small>}</span>,
  }
  const parcels: DeliveryColumn = { ...plain('parcel', parcel), cell: (row) => <span className="deliveries-due">{parcel(row)}{row.parcel && <CancelParcel row={row} />}</span> }
  const problems: DeliveryColumn = { ...plain('problem', problem), cell: (row) => (row.mishap === null ? '' : <Chip tone="attention">{problem(row)}</Chip>) }
  const since = plain('since', ({ waitingSince, reminded }) => [waitingSince === null ? '' : formatMoment(waitingSince, thisYear()), reminded > 0 ? t('delivery-desk.reminded', { n: reminded }) : ''].filter(Boolean).join(' · '))
  const first = [plain('name', ({ name }) => textIn(name)), plain('number', ({ caseNumber }) => caseNumber), plain('person', ({ person }) => person), due]
  if (view === 'toSend') return [...first, plain('bundle', ({ bundle }) => t('delivery-desk.bundle', { n: bundle })), plain('address', ({ address }) => address ?? ''), problems]
  if (view === 'onTheWay') return [...first, plain('address', ({ address }) => address ?? ''), parcels]
  return view === 'toShelve' ? [...first, problems] : [...first, since, problems]
}

/** The server decides; here it is only not offered when the courier has it. */
function CancelParcel({ row: { parcel } }: { row: Row }) {
  const t = useT()
  const cancelling = useChange((id: string) => api('cancelParcel', { params: { parcel: id } }), () => {
    toast(t('delivery-desk.cancelled'), { tone: 'success' })
    return refreshDeliveries()
  })
  if (!parcel || (parcel.last !== null && parcel.last.kind !== 'booked')) return null
  return (
    <>
      <Button variant="quiet" busy={cancelling.isPending} onClick={() => cancelling.mutate(parcel.id)}>{t('delivery-desk.cancelParcel')}</Button>
      {cancelling.error !== null && <small role="alert">{messageOf(cancelling.error) ?? t('delivery-desk.failed')}</small>}
    </>
  )
}
