// Needs and duties: for each service what it needs, which resource must supply it, what nobody supplies; as a table to take along.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { saveTable } from '../../../shared/save-file.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toasts.ts'
import { forStaff } from '../../for-staff.ts'
import { rowsOf } from './duty-rows.ts'
import { dutiesQuery, type Duties, type ServiceDuties } from './queries.ts'
import { ServiceNeeds } from './ServiceNeeds.tsx'
import { Views } from './Views.tsx'

export const loader = forStaff(async ({ request }) => {
  await Promise.all([queryClient.ensureQueryData(dutiesQuery('')), queryClient.ensureQueryData(dutiesQuery(new URL(request.url).searchParams.get('line') ?? ''))])
  return null
})

export const title = () => t('data-sharing.duties.title')

/** More than anybody reads at a time; the export has all. */
const shownGaps = 30

export function Component() {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const navigate = useNavigate()
  const line = useSearchParams()[0].get('line') ?? ''
  const { data: all } = useSuspenseQuery(dutiesQuery(''))
  const { data } = useSuspenseQuery(dutiesQuery(line))
  const lines = [...new Map(all.services.map((each) => [each.line, each.authority ? textIn(each.authority) : each.line]))]
  const { total } = data
  const figures = { services: format.number(total.services), concepts: t('data-sharing.duties.ofAll', { n: format.number(total.conceptsSupplied), all: format.number(total.concepts) }), documents: t('data-sharing.duties.ofAll', { n: format.number(total.documentsSupplied), all: format.number(total.documents) }) }
  return (
    <div className="tb-page tb-stack sharing-page">
      <header><h1>{t('data-sharing.duties.title')}</h1><p className="tb-muted">{t('data-sharing.duties.lead')}</p></header>
      <Views current="duties" />
      <div className="sharing-filters">
        <Select label={t('data-sharing.duties.line')} emptyIsAll placeholder={t('data-sharing.duties.allLines')} value={line} onChange={(value) => void navigate(paths.workbenchDuties({}, { line: value }))} options={lines.map(([value, label]) => ({ value, label }))} />
        <Export duties={data} />
      </div>
      <dl className="sharing-figures">
        {(['services', 'concepts', 'documents'] as const).map((figure) => <div key={figure}><dt>{t(`data-sharing.duties.${figure}`)}</dt><dd>{figures[figure]}</dd></div>)}
      </dl>
      <Gaps gaps={data.gaps} />
      <Matrix services={data.services} />
    </div>
  )
}

function Export({ duties }: { duties: Duties }) {
  const t = useT()
  const textIn = useTextIn()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    const rows = rowsOf(duties.services, textIn, { supply: (supply) => t(`data-sharing.duties.supplies.${supply}`), kind: (kind) => t(`data-sharing.duties.kinds.${kind}`), required: t('data-sharing.duties.required') })
    const heading = ['service', 'who', 'kind', 'item', 'required', 'supply', 'supplier'].map((key) => (key === 'who' || key === 'service' || key === 'kind' || key === 'item' || key === 'required' || key === 'supply' ? t(`data-sharing.duties.${key}`) : t('data-sharing.duties.supplier')))
    await saveTable(t('data-sharing.duties.fileName'), [[...heading, t('data-sharing.authority')], ...rows])
    toast(t('data-sharing.duties.exported', { n: rows.length }), { tone: 'success' })
  }
  const press = () => {
    setBusy(true)
    save().catch(() => toast(t('data-sharing.duties.exportFailed'), { tone: 'danger' })).finally(() => setBusy(false))
  }
  return <Button variant="quiet" busy={busy} onClick={press}>{t('data-sharing.duties.export')}</Button>
}

function Gaps({ gaps }: Pick<Duties, 'gaps'>) {
  const t = useT()
  const textIn = useTextIn()
  const columns: Column<Duties['gaps'][number]>[] = [
    { key: 'name', header: t('data-sharing.duties.item'), cell: (gap) => textIn(gap.name) },
    { key: 'kind', header: t('data-sharing.duties.kind'), cell: (gap) => t(`data-sharing.duties.kinds.${gap.kind}`) },
    { key: 'services', header: t('data-sharing.duties.wantedBy'), align: 'end', cell: (gap) => gap.services.length },
  ]
  return (
    <Card title={t('data-sharing.duties.gaps')} aside={gaps.length}>
      <p className="tb-muted">{t('data-sharing.duties.gapsText')}</p>
      <Table caption={t('data-sharing.duties.gaps')} rows={gaps.slice(0, shownGaps)} rowKey={({ kind, id }) => `${kind} ${id}`} columns={columns} empty={<p>{t('data-sharing.duties.noGaps')}</p>} />
      {gaps.length > shownGaps && <p className="tb-muted">{t('data-sharing.duties.allShown', { n: shownGaps })}</p>}
    </Card>
  )
}

function Matrix({ services }: { services: readonly ServiceDuties[] }) {
  const t = useT()
  const textIn = useTextIn()
  const [shown, setShown] = useState<string>()
  const columns: Column<ServiceDuties>[] = [
    { key: 'service', header: t('data-sharing.duties.service'), cell: (one) => textIn(one.name) },
    { key: 'who', header: t('data-sharing.duties.who'), cell: (one) => (one.authority ? textIn(one.authority) : '') },
    { key: 'concepts', header: t('data-sharing.duties.kinds.concept'), align: 'end', cell: (one) => t('data-sharing.duties.supplied', { n: one.concepts.filter(({ supply }) => supply !== 'applicant').length, all: one.concepts.length }) },
    { key: 'documents', header: t('data-sharing.duties.kinds.document'), align: 'end', cell: (one) => <Papers one={one} /> },
    { key: 'open', header: t('data-sharing.duties.show'), cell: (one) => <Button variant="ghost" aria-expanded={shown === one.service} onClick={() => setShown(shown === one.service ? undefined : one.service)}>{t(shown === one.service ? 'data-sharing.duties.hide' : 'data-sharing.duties.show')}</Button> },
  ]
  const open = services.find(({ service }) => service === shown)
  return (
    <>
      {open && <ServiceNeeds one={open} onClose={() => setShown(undefined)} />}
      <Card title={t('data-sharing.duties.matrix')}><Table caption={t('data-sharing.duties.matrix')} rows={services} rowKey={({ service }) => service} columns={columns} selected={({ service }) => service === shown} /></Card>
    </>
  )
}

function Papers({ one }: { one: ServiceDuties }) {
  const t = useT()
  const left = one.documents.filter(({ supply }) => supply === 'paper').length
  return left === 0 ? t('data-sharing.duties.noPapers') : t('data-sharing.duties.papers', { n: left })
}
