// How promises turn out, by service and authority, for those who oversee them; also as a table for a spreadsheet.
// The days stand in the address.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { addressOf } from '../../../api/client.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { DateInput } from '../../../ui/DateInput.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { forStaff } from '../../for-staff.ts'
import { tallyQuery, type Period, type Tally } from './queries.ts'
import './undertakings.css'

const plainDay = /^\d{4}-\d{2}-\d{2}$/
const readPeriod = (search: URLSearchParams): Period => {
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? '']
  return { from: plainDay.test(from) ? from : '', to: plainDay.test(to) ? to : '' }
}

export const loader = forStaff(async ({ request }) => {
  await queryClient.ensureQueryData(tallyQuery(readPeriod(new URL(request.url).searchParams)))
  return null
})

export const title = () => t('undertakings-desk.tally.title')

const figures = ['offered', 'used', 'keptInTime', 'keptLate', 'open', 'late', 'breached'] as const

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const [search] = useSearchParams()
  const period = readPeriod(search)
  const { data } = useSuspenseQuery(tallyQuery(period))
  const columns: Column<Tally>[] = [
    { key: 'service', header: t('undertakings-desk.service'), cell: (row) => textIn(row.serviceName) },
    { key: 'authority', header: t('undertakings-desk.authority'), cell: (row) => textIn(row.authorityName) },
    { key: 'kind', header: t('undertakings-desk.kind'), cell: (row) => t(`undertakings-desk.kinds.${row.kind}`) },
    ...figures.map((figure): Column<Tally> => ({ key: figure, header: t(`undertakings-desk.tally.${figure}`), align: 'end', cell: (row) => row[figure] })),
  ]
  const sum = (figure: (typeof figures)[number]) => data.tallies.reduce((all, row) => all + row[figure], 0)
  return (
    <div className="tb-page tb-stack undertakings-page">
      <p><Link href={paths.workbenchUndertakings()}>{t('undertakings-desk.back')}</Link></p>
      <header>
        <h1>{t('undertakings-desk.tally.title')}</h1>
        <p className="tb-muted">{t('undertakings-desk.tally.lead')}</p>
      </header>
      <PeriodForm key={`${data.from} ${data.to}`} from={data.from} to={data.to} />
      <dl className="undertakings-figures">
        {figures.map((figure) => <div key={figure}><dt>{t(`undertakings-desk.tally.${figure}`)}</dt><dd>{sum(figure)}</dd></div>)}
      </dl>
      <Card title={t('undertakings-desk.tally.table')} aside={<a href={addressOf('downloadUndertakingTallies', {}, { from: data.from, to: data.to })} download>{t('undertakings-desk.tally.download')}</a>}>
        <Table caption={t('undertakings-desk.tally.table')} rows={data.tallies} rowKey={({ service, region, line, kind }) => `${service} ${region} ${line} ${kind}`} columns={columns} empty={<EmptyState icon="check" title={t('undertakings-desk.tally.empty')} />} />
      </Card>
    </div>
  )
}

function PeriodForm({ from: first, to: last }: Period) {
  const t = useT()
  const navigate = useNavigate()
  const [from, setFrom] = useState(first)
  const [to, setTo] = useState(last)
  return (
    <form className="undertakings-filters" onSubmit={(event) => { event.preventDefault(); void navigate(paths.workbenchUndertakingTallies({}, { from, to })) }}>
      <DateInput label={t('undertakings-desk.tally.from')} value={from} onChange={setFrom} />
      <DateInput label={t('undertakings-desk.tally.to')} value={to} onChange={setTo} />
      <Button type="submit" variant="quiet">{t('undertakings-desk.tally.show')}</Button>
    </form>
  )
}
