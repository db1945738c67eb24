// Forecasts of my region: policies in force counted as they are, and what was asked for while policies were written.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { logIdOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Select } from '../../../ui/Select.tsx'
import { ErrorState, Loading } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { ForecastRefusal, NoPopulation } from '../forecasts/ForecastCard.tsx'
import { ForecastView } from '../forecasts/ForecastView.tsx'
import { forecastsQuery, keep, type Forecast } from '../forecasts/queries.ts'

const tones: Record<Forecast['state'], Tone> = { waiting: 'neutral', running: 'azure', finished: 'success', failed: 'danger' }

const policiesQuery = { queryKey: ['benefits', 'policies'], queryFn: async () => (await api('listBenefits', { query: {} })).benefits, staleTime: 60_000 }

export function ForecastTab() {
  const t = useT()
  const format = useFormat()
  const { data, error, refetch, isFetching } = useQuery(forecastsQuery)
  const { data: policies = [] } = useQuery(policiesQuery)
  const [policy, setPolicy] = useState('')
  const [open, setOpen] = useState<string>()
  const asking = useChange((benefit: string) => api('askForecast', { body: { benefit } }), (one) => {
    keep(one)
    setOpen(one.id)
  })
  if (error) return <ErrorState level={2} logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
  if (!data) return <Loading />
  if (!data.hasPopulation) return <NoPopulation />
  const shown = data.forecasts.find(({ id }) => id === open)
  const columns: Column<Forecast>[] = [
    { key: 'name', header: t('governance-desk.policy'), cell: (one) => <Button variant="plain" aria-pressed={one.id === open} onClick={() => setOpen(one.id === open ? undefined : one.id)}>{one.benefitName}</Button> },
    { key: 'state', header: t('governance-desk.state'), cell: (one) => <Chip tone={tones[one.state]}>{t(`governance-desk.states.${one.state}`)}</Chip> },
    { key: 'on', header: t('governance-desk.day'), cell: (one) => format.date(one.on) },
  ]
  return (
    <div className="tb-stack-l">
      <p className="tb-muted">{t('governance-desk.forecastLead')} <Link href={paths.workbenchDesigns()}>{t('governance-desk.designs')}</Link></p>
      <div className="tb-row">
        <Select label={t('governance-desk.policy')} value={policy} onChange={setPolicy} placeholder={t('governance-desk.choose')} options={policies.map(({ id, name }) => ({ value: id, label: name }))} />
        <Button busy={asking.isPending} {...(policy === '' ? { disabledReason: t('governance-desk.choose') } : {})} onClick={() => asking.mutate(policy)}>{t('governance-desk.asItIs')}</Button>
      </div>
      {asking.error !== null && <ForecastRefusal error={asking.error} />}
      {shown && <Card title={shown.benefitName}><ForecastView forecast={shown} /></Card>}
      <Table caption={t('governance-desk.forecasts')} captionShown columns={columns} rows={data.forecasts} rowKey={({ id }) => id} selected={({ id }) => id === open} empty={<p>{t('governance-desk.noForecasts')}</p>} />
    </div>
  )
}
