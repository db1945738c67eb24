// Coverage: for each policy how many are due, how many were paid and why the others were not; one policy opened with reasons, rows and districts.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { logIdOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { EmptyState, ErrorState, Loading } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { periodText, type DeskEntitlement } from '../benefits/queries.ts'
import type { Look } from './GovernancePage.tsx'
import { reasons, rowsOf, rowsQuery, tableAddress, type Coverage, type Reason, type TakeUp } from './queries.ts'

export function CoverageTab({ data, policy, onPolicy }: { data: TakeUp } & Look) {
  const t = useT()
  const format = useFormat()
  const open = data.policies.find(({ benefit }) => benefit === policy)
  const widest = ({ gaps }: Coverage): string => {
    const [reason] = reasons.filter((each) => gaps[each] > 0).toSorted((a, b) => gaps[b] - gaps[a])
    return reason ? t('governance-desk.reasonCount', { reason: t(`governance-desk.reasons.${reason}`), n: gaps[reason] }) : ''
  }
  const columns: Column<Coverage>[] = [
    { key: 'name', header: t('governance-desk.policy'), cell: (one) => <Button variant="plain" aria-pressed={one.benefit === policy} onClick={() => onPolicy(one.benefit === policy ? '' : one.benefit)}>{one.benefitName}</Button> },
    { key: 'due', header: t('governance-desk.due'), align: 'end', cell: ({ due }) => format.number(due) },
    { key: 'paid', header: t('governance-desk.paid'), align: 'end', cell: ({ paid }) => format.number(paid) },
    { key: 'share', header: t('governance-desk.share'), align: 'end', cell: ({ share }) => (share === null ? '' : format.share(share)) },
    { key: 'why', header: t('governance-desk.mostly'), cell: widest },
    { key: 'unknown', header: t('governance-desk.unknown'), align: 'end', cell: ({ unknown }) => format.number(unknown) },
  ]
  return (
    <div className="tb-stack-l">
      <p className="tb-muted">{t('governance-desk.coverageLead')}</p>
      {open && <PolicyCard one={open} />}
      <Table caption={t('governance-desk.policies')} captionShown columns={columns} rows={data.policies} rowKey={({ benefit }) => benefit} selected={({ benefit }) => benefit === policy} empty={<EmptyState icon="info" title={t(data.survey ? 'governance-desk.nothing' : 'governance-desk.never')}><p>{t(data.survey ? 'governance-desk.nothingText' : 'governance-desk.neverText')}</p></EmptyState>} />
      {data.policies.length > 0 && <p>{t('governance-desk.take')} <a href={tableAddress('coverage', 'xlsx')} download>XLSX</a> · <a href={tableAddress('coverage', 'csv')} download>CSV</a></p>}
    </div>
  )
}

function PolicyCard({ one }: { one: Coverage }) {
  const t = useT()
  const format = useFormat()
  const [reason, setReason] = useState<Reason>()
  const gaps = reasons.filter((each) => one.gaps[each] > 0)
  const columns: Column<Reason>[] = [
    { key: 'reason', header: t('governance-desk.reason'), cell: (each) => t(`governance-desk.reasons.${each}`) },
    { key: 'people', header: t('governance-desk.people'), align: 'end', cell: (each) => format.number(one.gaps[each]) },
    { key: 'what', header: t('governance-desk.what'), cell: (each) => t(`governance-desk.act.${each}`) },
    { key: 'rows', header: t('governance-desk.rows'), cell: (each) => (rowsOf[each] ? <Button variant="ghost" aria-expanded={each === reason} onClick={() => setReason(each === reason ? undefined : each)}>{t('governance-desk.showRows')}</Button> : '') },
  ]
  const districts: Column<Coverage['districts'][number]>[] = [
    { key: 'name', header: t('governance-desk.district'), cell: ({ name }) => name },
    { key: 'due', header: t('governance-desk.due'), align: 'end', cell: ({ due }) => format.number(due) },
    { key: 'paid', header: t('governance-desk.paid'), align: 'end', cell: ({ paid }) => format.number(paid) },
    { key: 'share', header: t('governance-desk.share'), align: 'end', cell: ({ share }) => (share === null ? '' : format.share(share)) },
    { key: 'unknown', header: t('governance-desk.unknown'), align: 'end', cell: ({ unknown }) => format.number(unknown) },
  ]
  return (
    <Card title={one.benefitName}>
      <div className="tb-stack">
        <p>{t('governance-desk.summary', { due: one.due, paid: one.paid, fen: format.money(one.fen) })}</p>
        {one.population && <p>{t('governance-desk.population', { n: one.population.due, day: format.date(one.population.on) })}</p>}
        <Table caption={t('governance-desk.why')} captionShown columns={columns} rows={gaps} rowKey={(each) => each} empty={<p>{t('governance-desk.noGap')}</p>} />
        {reason && <Rows benefit={one.benefit} reason={reason} />}
        {one.unknown > 0 && <Notice tone="warning" compact>{t('governance-desk.unknownText', { n: one.unknown, facts: one.facts.map(({ name, people }) => t('governance-desk.factCount', { name, n: people === null ? t('governance-desk.few') : format.number(people) })).join(t('governance-desk.and')) })}</Notice>}
        <Table caption={t('governance-desk.byDistrict')} captionShown columns={districts} rows={one.districts} rowKey={({ name }) => name} />
      </div>
    </Card>
  )
}

/** Those an official may see by name, with where to go on. */
function Rows({ benefit, reason }: { benefit: string; reason: Reason }) {
  const t = useT()
  const format = useFormat()
  const { data, error, refetch, isFetching } = useQuery(rowsQuery(benefit, reason))
  if (error) return <ErrorState level={2} logId={logIdOf(error)} onRetry={() => void refetch()} retrying={isFetching} />
  if (!data) return <Loading />
  const columns: Column<DeskEntitlement>[] = [
    { key: 'name', header: t('governance-desk.name'), cell: ({ name }) => name },
    { key: 'period', header: t('governance-desk.period'), cell: ({ period }) => periodText(period, t('benefit-desk.once')) },
    { key: 'region', header: t('governance-desk.district'), cell: ({ region }) => region },
    { key: 'fen', header: t('governance-desk.amount'), align: 'end', cell: ({ fen }) => format.money(fen) },
  ]
  return (
    <div className="tb-stack">
      <Table caption={t('governance-desk.rowsOf', { reason: t(`governance-desk.reasons.${reason}`) })} captionShown columns={columns} rows={data} rowKey={({ id }) => id} empty={<EmptyState icon="check" level={2} title={t('governance-desk.noRows')} />} />
      <p><Link href={paths.workbenchBenefits()}>{t('governance-desk.goOn')}</Link></p>
    </div>
  )
}
