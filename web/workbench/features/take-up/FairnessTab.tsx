// Fairness: of those due a policy, who was paid, refused or waits, by age, sex or district; differences with an interval, small counts hidden.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { logIdOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import type { Look } from './GovernancePage.tsx'
import { dimensions, fairnessQuery, tableAddress, type Dimension, type FairnessGroup, type TakeUp, type Told } from './queries.ts'

const points = (share: number): number => Math.round(share * 1000) / 10
const tenths = (days: number): number => Math.round(days * 10) / 10

export function FairnessTab({ data, policy, onPolicy }: { data: TakeUp } & Look) {
  const t = useT()
  const [dimension, setDimension] = useState<Dimension>('age')
  const chosen = data.policies.find(({ benefit }) => benefit === policy)?.benefit ?? data.policies[0]?.benefit ?? ''
  const { data: found, error, refetch, isFetching } = useQuery(fairnessQuery(chosen, dimension))
  if (data.policies.length === 0) return <EmptyState icon="info" title={t(data.survey ? 'governance-desk.nothing' : 'governance-desk.never')}><p>{t(data.survey ? 'governance-desk.nothingText' : 'governance-desk.neverText')}</p></EmptyState>
  return (
    <div className="tb-stack-l">
      <p className="tb-muted">{t('governance-desk.fairnessLead')}</p>
      <Select label={t('governance-desk.policy')} value={chosen} onChange={onPolicy} options={data.policies.map(({ benefit, benefitName }) => ({ value: benefit, label: benefitName }))} />
      <RadioGroup label={t('governance-desk.by')} inline value={dimension} onChange={(value) => setDimension(dimensions.find((each) => each === value) ?? 'age')} options={dimensions.map((value) => ({ value, label: t(`governance-desk.dimensions.${value}`) }))} />
      {error && <ErrorState level={2} logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />}
      {!found && !error && <Loading />}
      {found && <Groups groups={found.groups} />}
      <p className="tb-muted">{t('governance-desk.protection')}</p>
      <p>{t('governance-desk.take')} <a href={tableAddress(dimension, 'xlsx')} download>XLSX</a> · <a href={tableAddress(dimension, 'csv')} download>CSV</a></p>
    </div>
  )
}

function Groups({ groups }: { groups: readonly FairnessGroup[] }) {
  const t = useT()
  const format = useFormat()
  const shown = (n: number | null): string => (n === null ? t('governance-desk.hidden') : format.number(n))
  const said = ({ difference, low, high, isClear }: Told, kind: 'points' | 'days') => {
    const of = kind === 'points' ? points : tenths
    return <>{t(`governance-desk.${kind}`, { n: of(difference), low: of(low), high: of(high) })} <Chip tone={isClear ? 'warning' : 'neutral'}>{t(isClear ? 'governance-desk.clear' : 'governance-desk.chance')}</Chip></>
  }
  const columns: Column<FairnessGroup>[] = [
    { key: 'group', header: t('governance-desk.group'), cell: ({ names }) => names.join(t('governance-desk.and')) },
    { key: 'due', header: t('governance-desk.due'), align: 'end', cell: ({ due }) => format.number(due) },
    { key: 'paid', header: t('governance-desk.paid'), align: 'end', cell: ({ counts }) => shown(counts.paid) },
    { key: 'refused', header: t('governance-desk.reasons.refused'), align: 'end', cell: ({ counts }) => shown(counts.refused) },
    { key: 'waits', header: t('governance-desk.waits'), align: 'end', cell: ({ counts }) => shown(counts.waits) },
    { key: 'share', header: t('governance-desk.share'), align: 'end', cell: ({ share }) => (share === null ? t('governance-desk.hidden') : format.share(share)) },
    { key: 'difference', header: t('governance-desk.difference'), cell: ({ difference }) => (difference ? said(difference, 'points') : '') },
    { key: 'days', header: t('governance-desk.waited'), cell: ({ days }) => (days ? <>{t('governance-desk.mean', { n: tenths(days.mean) })} {days.difference && said(days.difference, 'days')}</> : '') },
  ]
  return <Table caption={t('governance-desk.groups')} captionShown columns={columns} rows={groups} rowKey={({ names }) => names.join(' ')} empty={<EmptyState icon="info" level={2} title={t('governance-desk.tooFew')} />} />
}
