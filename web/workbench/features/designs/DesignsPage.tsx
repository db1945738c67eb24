// The designer's first page: matters of the packs one looks after with their state, designs under way, editions released.
// From here a change is begun, gone on with, reviewed or taken back.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { forStaff } from '../../for-staff.ts'
import { BeginDialog, type Beginning } from './BeginDialog.tsx'
import { EditionsCard } from './EditionsCard.tsx'
import { stateTone } from './words.ts'
import { overviewQuery, type DesignSummary, type Overview, type PackSummary } from './queries.ts'
import './designs.css'

export const loader = forStaff(async () => {
  await queryClient.ensureQueryData(overviewQuery)
  return null
})

export const title = () => t('designs.title')

export function Component() {
  const t = useT()
  const { data } = useQuery(overviewQuery)
  const [beginning, setBeginning] = useState<Beginning>()
  if (!data) return null
  return (
    <div className="tb-page tb-stack designs-home">
      <header className="tb-row">
        <div>
          <h1>{t('designs.title')}</h1>
          <p className="tb-muted">{t('designs.lead')} <Link href={paths.workbenchLessons()}>{t('designs.lessons')}</Link> <Link href={paths.workbenchUnfound()}>{t('designs.unfound')}</Link> <Link href={paths.workbenchImprovements()}>{t('designs.improvements')}</Link></p>
        </div>
        {data.packs.some(({ mayEdit }) => mayEdit) && <div className="tb-row-end tb-row"><Button icon="add" onClick={() => setBeginning({ kind: 'new' })}>{t('designs.begin.new')}</Button><Button icon="add" variant="ghost" onClick={() => setBeginning({ kind: 'policy' })}>{t('design-policies.begin.new')}</Button></div>}
      </header>
      {data.packs.length === 0 && <EmptyState icon="lock" title={t('designs.nothing.title')}><p>{t('designs.nothing.text')}</p></EmptyState>}
      <UnderWay designs={data.designs} />
      {data.packs.map((pack) => <PackCard key={pack.id} pack={pack} designs={data.designs} onBegin={setBeginning} />)}
      <EditionsCard editions={data.editions} />
      <BeginDialog beginning={beginning} overview={data} onClose={() => setBeginning(undefined)} />
    </div>
  )
}

function UnderWay({ designs }: { designs: Overview['designs'] }) {
  const t = useT()
  const format = useFormat()
  const open = designs.filter(({ actions }) => actions.some(({ obstacle }) => obstacle !== 'state'))
  const columns: Column<DesignSummary>[] = [
    { key: 'title', header: t('designs.table.title'), cell: (design) => <Link href={paths.workbenchDesign({ design: design.id })}>{design.title}</Link> },
    { key: 'state', header: t('designs.table.state'), cell: ({ state, releaseOn }) => <Chip tone={stateTone[state]}>{releaseOn ? t('designs.scheduledFor', { date: format.date(releaseOn) }) : t(`designs.state.${state}`)}</Chip> },
    { key: 'mine', header: t('designs.table.mine'), cell: ({ mine }) => (mine ? t('designs.table.byMe') : t('designs.table.byOthers')) },
    { key: 'updated', header: t('designs.table.updated'), cell: ({ updatedAt }) => format.instant(updatedAt) },
  ]
  return (
    <Card title={t('designs.underWay')}>
      <Table caption={t('designs.underWay')} columns={columns} rows={open} rowKey={({ id }) => id} empty={<p className="tb-muted">{t('designs.noneUnderWay')}</p>} />
    </Card>
  )
}

type View = 'matters' | 'services' | 'policies'

type Row = ReturnType<typeof rowsOf>[number]

function rowsOf({ matters, services, policies }: PackSummary, view: View) {
  if (view === 'services') return services.map((each) => ({ ...each, kind: 'services' as const }))
  return view === 'policies' ? policies.map((each) => ({ ...each, kind: 'benefits' as const })) : matters.map((each) => ({ ...each, kind: 'matters' as const }))
}

function PackCard({ pack, designs, onBegin }: { pack: PackSummary; designs: readonly DesignSummary[]; onBegin: (beginning: Beginning) => void }) {
  const t = useT()
  const textIn = useTextIn()
  const [view, setView] = useState<View>('matters')
  const rows = rowsOf(pack, view)
  const openFor = ({ kind, id }: Row) => designs.find((design) => design.pack === pack.id && design.about === `${kind}/${id}` && design.actions.some(({ obstacle }) => obstacle !== 'state'))
  const columns: Column<Row>[] = [
    { key: 'name', header: view === 'services' ? t('designs.service') : view === 'policies' ? t('design-policies.begin.policy') : t('designs.matter'), cell: ({ name, id }) => <><b>{textIn(name)}</b> <small className="tb-muted">{id}</small></> },
    { key: 'own', header: t('designs.table.own'), cell: ({ own }) => (own ? <Chip tone="azure">{t('designs.table.ownHere')}</Chip> : <Chip>{t('designs.table.inherited')}</Chip>) },
    {
      key: 'about', header: view === 'services' ? t('designs.table.limits') : view === 'policies' ? t('design-policies.begin.summary') : t('designs.table.services'),
      cell: (row) => (row.kind === 'matters' ? t('designs.count.services', { n: row.services }) : row.kind === 'benefits' ? textIn(row.summary) : t('designs.limits', { promised: row.promised, statutory: row.statutory })),
    },
    {
      key: 'do', header: t('designs.table.do'), cell: (row) => {
        const open = openFor(row)
        if (open) return <Link href={paths.workbenchDesign({ design: open.id })}>{t('designs.goOn')}</Link>
        return <Button variant="plain" disabledReason={pack.mayEdit ? undefined : t('designs.readOnlyRole')} onClick={() => onBegin({ kind: 'change', pack: pack.id, about: `${row.kind}/${row.id}`, name: textIn(row.name) })}>{t('designs.change')}<span className="tb-hidden"> {textIn(row.name)}</span></Button>
      },
    },
  ]
  const others: { id: View; label: string }[] = [
    { id: 'matters', label: t('designs.showMatters', { n: pack.matters.length }) }, { id: 'services', label: t('designs.showServices', { n: pack.services.length }) }, { id: 'policies', label: t('design-policies.begin.show', { n: pack.policies.length }) },
  ]
  return (
    <Card title={textIn(pack.name)} aside={others.filter(({ id }) => id !== view).map(({ id, label }) => <Button key={id} variant="plain" onClick={() => setView(id)}>{label}</Button>)}>
      <Table caption={textIn(pack.name)} columns={columns} rows={rows} rowKey={({ kind, id }) => `${kind}/${id}`} empty={<p className="tb-muted">{view === 'policies' ? t('design-policies.begin.none') : t('designs.noMatters')}</p>} />
    </Card>
  )
}
