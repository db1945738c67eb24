// Benefits of my authority: how each policy stands, screening, changes in registers, what is ready to be paid, lists, letters, appeals,
// what is to be given back, and where runs take facts from.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { detailOf, messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { forStaff } from '../../for-staff.ts'
import { Appeals } from './Appeals.tsx'
import { Feeds } from './Feeds.tsx'
import { Letters } from './Letters.tsx'
import { appealsQuery, deskQuery, feedsQuery, letterBatchesQuery, lettersQuery, payListsQuery, periodText, recoveriesQuery, type Desk, type PayList } from './queries.ts'
import { Recoveries } from './Recoveries.tsx'
import { Screening } from './Screening.tsx'
import './benefits.css'

export const loader = forStaff(() => Promise.all([queryClient.fetchQuery(deskQuery), queryClient.fetchQuery(payListsQuery), queryClient.fetchQuery(lettersQuery()), queryClient.fetchQuery(letterBatchesQuery), queryClient.fetchQuery(appealsQuery), queryClient.fetchQuery(recoveriesQuery), queryClient.fetchQuery(feedsQuery)]))

export const title = () => t('benefit-desk.title')

const listTones: Record<PayList['state'], Tone> = { published: 'azure', approved: 'azure', sent: 'azure', settled: 'success', cancelled: 'neutral' }

type Policy = Desk['policies'][number]
type Payable = Desk['payable'][number]

export function Component() {
  const t = useT()
  const format = useFormat()
  const { data: desk } = useSuspenseQuery(deskQuery)
  const policies: Column<Policy>[] = [
    { key: 'name', header: t('benefit-desk.policy'), cell: (one) => one.benefitName },
    { key: 'counts', header: t('benefit-desk.counts'), cell: (one) => <span className="tb-row">{one.counts.map(({ state, items }) => <Chip key={state}>{t(`benefit-desk.states.${state}`)} {items}</Chip>)}</span> },
    { key: 'budget', header: t('benefit-desk.budget'), cell: (one) => (one.budget ? t('benefit-desk.spent', { taken: format.money(one.budget.committed), amount: format.money(one.budget.fen) }) : t('benefit-desk.noBudget')) },
  ]
  return (
    <div className="tb-page tb-stack-l benefits-page">
      <header>
        <h1>{t('benefit-desk.title')}</h1>
        <p className="tb-muted">{t('benefit-desk.lead')} <Link href={paths.workbenchBenefitGovernance()}>{t('benefit-desk.governance')}</Link></p>
      </header>
      <Appeals />
      <Screening runs={desk.runs} />
      <Table caption={t('benefit-desk.policies')} captionShown columns={policies} rows={desk.policies} rowKey={({ benefit }) => benefit} empty={<EmptyState icon="info" title={t('benefit-desk.noPolicies')} />} />
      <PayableTable rows={desk.payable} />
      <Lists />
      <Letters />
      <Recoveries />
      <Feeds />
    </div>
  )
}

function PayableTable({ rows }: { rows: readonly Payable[] }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const making = useChange((one: Payable) => api('makePayList', { body: { benefit: one.benefit, period: one.period, region: one.region } }), (list) => void navigate(paths.workbenchPayList({ list: list.id })))
  const columns: Column<Payable>[] = [
    { key: 'name', header: t('benefit-desk.policy'), cell: (one) => one.benefitName },
    { key: 'period', header: t('benefit-desk.period'), cell: (one) => periodText(one.period, t('benefit-desk.once')) },
    { key: 'region', header: t('benefit-desk.region'), cell: (one) => one.region },
    { key: 'items', header: t('benefit-desk.people'), align: 'end', cell: (one) => one.items },
    { key: 'amount', header: t('benefit-desk.amount'), align: 'end', cell: (one) => format.money(one.fen) },
    { key: 'make', header: t('benefit-desk.make'), cell: (one) => <Button variant="ghost" busy={making.isPending} onClick={() => making.mutate(one)}>{t('benefit-desk.make')}</Button> },
  ]
  return (
    <div className="tb-stack">
      {making.error !== null && <Notice tone="danger" live="assertive">{detailOf(making.error, 'because') === 'noBudgetOfYear' ? t('benefit-desk.noBudgetOfYear') : (messageOf(making.error) ?? t('benefit-desk.failed'))}</Notice>}
      <Table caption={t('benefit-desk.payable')} captionShown columns={columns} rows={rows} rowKey={(one) => `${one.benefit} ${one.period} ${one.region}`} empty={<EmptyState icon="check" title={t('benefit-desk.noPayable')} />} />
    </div>
  )
}

function Lists() {
  const t = useT()
  const format = useFormat()
  const { data: lists } = useSuspenseQuery(payListsQuery)
  const columns: Column<(typeof lists)[number]>[] = [
    { key: 'name', header: t('benefit-desk.policy'), cell: (one) => <Link href={paths.workbenchPayList({ list: one.id })}>{t('benefit-desk.list.title', { name: one.benefitName, period: periodText(one.period, t('benefit-desk.once')) })}</Link> },
    { key: 'state', header: t('benefit-desk.state'), cell: (one) => <Chip tone={listTones[one.state]}>{t(`benefit-desk.listStates.${one.state}`)}</Chip> },
    { key: 'items', header: t('benefit-desk.people'), align: 'end', cell: (one) => one.items },
    { key: 'amount', header: t('benefit-desk.amount'), align: 'end', cell: (one) => format.money(one.fen) },
  ]
  return <Table caption={t('benefit-desk.lists')} captionShown columns={columns} rows={lists} rowKey={({ id }) => id} empty={<EmptyState icon="info" title={t('benefit-desk.noLists')} />} />
}
