// Our books beside those of the payment platform: day by day, and what does not agree, to be explained or booked.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { EmptyState, Loading } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { forStaff } from '../../for-staff.ts'
import './payments.css'

type Books = Reply<'getReconciliation'>
type Day = Books['days'][number]
type Difference = Books['differences'][number]

const booksQuery = (day: string | undefined) => ({ queryKey: ['reconciliation', day ?? ''], queryFn: () => api('getReconciliation', { query: day ? { day } : {} }), staleTime: 5_000 })

export const loader = forStaff(({ request }: LoaderFunctionArgs) => queryClient.ensureQueryData(booksQuery(new URL(request.url).searchParams.get('day') ?? undefined)))

export const title = () => t('fee-desk.books.title')

const refresh = () => queryClient.invalidateQueries({ queryKey: ['reconciliation'] })

export function Component() {
  const t = useT()
  const format = useFormat()
  const [search] = useSearchParams()
  const day = search.get('day') ?? undefined
  const { data } = useQuery(booksQuery(day))
  if (!data) return <Loading />
  return (
    <div className="tb-page books-page tb-stack">
      <header>
        <h1>{t('fee-desk.books.title')}</h1>
        <p className="tb-muted">{t('fee-desk.books.lead')}</p>
      </header>
      {!data.configured && <Notice compact tone="neutral">{t('fee-desk.books.notConfigured')}</Notice>}
      {data.configured && <CompareForm />}
      <Card title={day ? t('fee-desk.books.ofDay', { date: format.day(day) }) : t('fee-desk.books.all')} aside={day && <Link href={paths.workbenchReconciliation()}>{t('fee-desk.books.all')}</Link>}>
        {data.differences.length === 0 ? <p>{t('fee-desk.books.noDifferences')}</p> : (
          <ul className="fee-desk-differences">
            {data.differences.map((one) => <Entry key={one.id} one={one} />)}
          </ul>
        )}
        {day && <p><a href={`/api/v1/reconciliation/${day}/table`} download>{t('fee-desk.books.table')}</a></p>}
      </Card>
      <Days days={data.days} />
    </div>
  )
}

function CompareForm() {
  const t = useT()
  const [day, setDay] = useState('')
  const comparing = useChange((of: string) => api('compareStatement', { params: { day: of } }), async ({ differences }) => {
    toast(t('fee-desk.books.compared', { n: differences }), { tone: 'success' })
    await refresh()
  })
  return (
    <form
      className="books-compare"
      onSubmit={(event) => {
        event.preventDefault()
        if (/^\d{4}-\d{2}-\d{2}$/.test(day)) comparing.mutate(day)
      }}
    >
      <DateInput label={t('fee-desk.books.compareDay')} value={day} onChange={setDay} error={comparing.error === null ? undefined : (messageOf(comparing.error) ?? t('fee-desk.books.failed'))} />
      <Button type="submit" variant="ghost" busy={comparing.isPending}>{t('fee-desk.books.compare')}</Button>
    </form>
  )
}

function Days({ days }: { days: readonly Day[] }) {
  const t = useT()
  const format = useFormat()
  const columns: Column<Day>[] = [
    { key: 'day', header: t('fee-desk.books.day'), cell: ({ day }) => <Link href={paths.workbenchReconciliation({}, { day })}>{format.day(day)}</Link> },
    { key: 'lines', header: t('fee-desk.books.lines'), align: 'end', cell: ({ lines }) => format.number(lines) },
    { key: 'paid', header: t('fee-desk.books.paid'), align: 'end', cell: ({ paidFen }) => format.money(paidFen) },
    { key: 'refunded', header: t('fee-desk.books.refunded'), align: 'end', cell: ({ refundedFen }) => format.money(refundedFen) },
    { key: 'differences', header: t('fee-desk.books.differences'), cell: ({ differences, open }) => (open > 0 ? <b>{t('fee-desk.books.openDifferences', { n: open })}</b> : differences > 0 ? t('fee-desk.books.settledAll', { n: differences }) : t('fee-desk.books.allSettled')) },
  ]
  if (days.length === 0) return <EmptyState title={t('fee-desk.books.none')} />
  return <Table caption={t('fee-desk.books.day')} columns={columns} rows={days} rowKey={({ day }) => day} />
}

function Entry({ one }: { one: Difference }) {
  const t = useT()
  const format = useFormat()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const settling = useChange((how: 'note' | 'book') => api('settleDifference', { params: { id: one.id }, body: { how, note: note.trim() } }), refresh)
  const settle = (how: 'note' | 'book') => {
    setTried(true)
    if (note.trim().length >= 2) settling.mutate(how)
  }
  const amount = (fen: number | null) => (fen === null ? '–' : format.money(fen))
  return (
    <li>
      <p>
        <b>{t(`fee-desk.books.kind.${one.kind}`)}</b> · {t(`fee-desk.books.what.${one.what}`)} · {format.day(one.day)}
        <br />{t('fee-desk.books.here')} {amount(one.hereFen)} · {t('fee-desk.books.there')} {amount(one.thereFen)} <span className="tb-muted">{t('fee-desk.books.reference')} {one.reference}</span>
      </p>
      {one.settled ? <p className="tb-muted">{t('fee-desk.books.settled', { by: one.settled.by, note: one.settled.note })}</p> : (
        <div className="tb-stack">
          {settling.error !== null && <Notice compact tone="danger" live="assertive">{messageOf(settling.error) ?? t('fee-desk.books.failed')}</Notice>}
          <TextInput label={t('fee-desk.books.noteLabel')} value={note} maxLength={1000} onChange={setNote} error={tried && note.trim().length < 2 ? t('fee-desk.books.noteMissing') : undefined} />
          <div className="tb-row">
            {one.canBook && <Button busy={settling.isPending && settling.variables === 'book'} onClick={() => settle('book')}>{t('fee-desk.books.book')}</Button>}
            <Button variant="ghost" busy={settling.isPending && settling.variables === 'note'} onClick={() => settle('note')}>{t('fee-desk.books.note')}</Button>
          </div>
        </div>
      )}
    </li>
  )
}
