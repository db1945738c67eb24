// What becomes of the forms of all services together: each field once, who needs it, where it comes from; each document and how it is come by.
// For the situation chosen at the side.
import { useMemo, useState } from 'react'
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import type { Plan } from '../../../../server/modules/planning/plan.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { livePlan, type Chosen } from './live-plan.ts'

type Concept = Plan['concepts'][number]
type Evidence = Plan['evidence'][number]

export function MergedForm({ catalogue, matter, chosen }: { catalogue: Catalogue | null; matter: string; chosen: Chosen }) {
  const t = useT()
  const [asked, setAsked] = useState(false)
  const plan = useMemo(() => livePlan(catalogue, matter, chosen), [catalogue, matter, chosen])
  if (!plan || !catalogue || plan.services.length === 0) return null
  const concepts = plan.concepts.filter(({ source }) => !asked || source.kind === 'ask')
  const count = plan.concepts.filter(({ source }) => source.kind === 'ask').length
  return (
    <>
      <Card title={t('designs.form.title', { n: plan.concepts.length, asked: count })} aside={<Button variant="plain" aria-pressed={asked} onClick={() => setAsked(!asked)}>{asked ? t('designs.form.showAll') : t('designs.form.showAsked')}</Button>}>
        <ConceptTable concepts={concepts} catalogue={catalogue} />
      </Card>
      <Card title={t('designs.documents.title', { n: plan.evidence.length, upload: plan.evidence.filter(({ source }) => source.kind === 'upload').length })}>
        <EvidenceTable evidence={plan.evidence} catalogue={catalogue} />
      </Card>
    </>
  )
}

function useNames(catalogue: Catalogue) {
  const textIn = useTextIn()
  const format = useFormat()
  return {
    services: (ids: readonly string[]) => format.list(ids.map((id) => textIn(catalogue.services[id]?.name ?? { 'zh-CN': id }))),
    concept: (id: string) => textIn(catalogue.concepts[id]?.name ?? { 'zh-CN': id }),
    evidence: (id: string) => textIn(catalogue.evidence[id]?.name ?? { 'zh-CN': id }),
    registry: (id: string) => textIn(catalogue.registries[id]?.name ?? { 'zh-CN': id }),
  }
}

function ConceptTable({ concepts, catalogue }: { concepts: readonly Concept[]; catalogue: Catalogue }) {
  const t = useT()
  const names = useNames(catalogue)
  const columns: Column<Concept>[] = [
    { key: 'name', header: t('designs.form.field'), cell: ({ concept, required }) => <>{names.concept(concept)}{!required && <small className="tb-muted"> {t('designs.form.optional')}</small>} <small className="tb-muted">{concept}</small></> },
    { key: 'source', header: t('designs.form.source'), cell: ({ source }) => <Chip tone={source.kind === 'ask' ? 'warning' : 'success'}>{source.kind === 'registry' ? names.registry(source.registry) : t(`designs.sources.${source.kind}` as 'designs.sources.ask')}</Chip> },
    { key: 'users', header: t('designs.form.users'), cell: ({ neededBy }) => names.services(neededBy) },
  ]
  return <Table caption={t('designs.form.caption')} columns={columns} rows={concepts} rowKey={({ concept }) => concept} empty={<p className="tb-muted">{t('designs.form.none')}</p>} />
}

function EvidenceTable({ evidence, catalogue }: { evidence: readonly Evidence[]; catalogue: Catalogue }) {
  const t = useT()
  const names = useNames(catalogue)
  const columns: Column<Evidence>[] = [
    { key: 'name', header: t('designs.documents.document'), cell: (each) => names.evidence(each.evidence) },
    { key: 'source', header: t('designs.form.source'), cell: ({ source }) => <Chip tone={source.kind === 'upload' ? 'warning' : 'success'}>{source.kind === 'registry' ? names.registry(source.registry) : t(`designs.sources.${source.kind}` as 'designs.sources.upload')}</Chip> },
    { key: 'users', header: t('designs.form.users'), cell: ({ neededBy }) => names.services(neededBy) },
  ]
  return <Table caption={t('designs.documents.caption')} columns={columns} rows={evidence} rowKey={({ needs, evidence: id }) => `${id} ${needs.join(' ')}`} empty={<p className="tb-muted">{t('designs.documents.none')}</p>} />
}
