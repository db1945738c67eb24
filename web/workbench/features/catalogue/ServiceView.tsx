// A service as its pack defines it for a place: limits with their source, fields, conditions, documents, result, law.
// Every rule is shown as written, every citation as a link where the pack gives one.
import type { LegalBasis, Service, ServiceConcept } from '../../../../server/modules/catalogue/definitions.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Table } from '../../../ui/Table.tsx'
import { limitText } from './limit-text.ts'
import { placeQuery, type CataloguePlace } from './place.ts'
import type { MatterDetail } from './queries.ts'

interface Props {
  service: Service
  detail: MatterDetail
  place: CataloguePlace
}

export function ServiceView({ service, detail: { matter, catalogue }, place }: Props) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const nameOf = (id: string) => (catalogue.services[id] ? textIn(catalogue.services[id].name) : id)
  return (
    <>
      <header>
        <Link href={paths.workbenchCatalogue({}, placeQuery({ ...place, service: '' }))}>{textIn(matter.name)}</Link>
        <div className="tb-row">
          <h1>{textIn(service.name)}</h1>
          <Chip>{t('catalogue.service')}</Chip>
          <Chip tone={service.decision === 'automatic' ? 'success' : 'neutral'}>{t(`catalogue.decision.${service.decision}`)}</Chip>
          <Chip>{t('catalogue.version', { version: service.version })}</Chip>
          <span className="tb-muted tb-row-end">{t('catalogue.on', { date: format.date(catalogue.on) })}</span>
        </div>
        <p>{textIn(service.summary)}</p>
        <Link href={paths.service({ service: service.id })}>{t('catalogue.openGuide')}</Link>
      </header>
      <Card>
        <KeyValue
          lines
          items={[
            { id: 'limits', label: t('catalogue.limits'), value: `${t('catalogue.table.promised')} ${limitText(service.limits.promised, t)} · ${t('catalogue.table.statutory')} ${limitText(service.limits.statutory, t)}`, aside: <Law law={service.limits.legalBasis} /> },
            { id: 'depends', label: t('catalogue.depends'), value: service.dependsOn.length > 0 ? format.list(service.dependsOn.map(nameOf)) : t('catalogue.noDepends') },
            { id: 'trips', label: t('catalogue.trips'), value: t('catalogue.tripsText', { before: service.trips, after: service.tripsOnline ?? 0 }) },
            { id: 'fee', label: t('catalogue.fee'), value: service.fee === 0 ? t('catalogue.free') : format.money(service.fee) },
            { id: 'result', label: t('catalogue.result'), value: `${textIn(service.result.name)}（${service.result.prefix}）` },
            { id: 'law', label: t('catalogue.law'), value: <ul className="catalogue-laws">{service.legalBasis.map((law) => <li key={law.title + (law.article ?? '')}><Law law={law} /></li>)}</ul> },
          ]}
        />
      </Card>
      <Requirements service={service} />
      <Fields service={service} detail={{ catalogue }} />
      <Documents service={service} detail={{ catalogue }} />
    </>
  )
}

function Law({ law }: { law: LegalBasis }) {
  const text = `${law.title}${law.article ?? ''}`
  return law.url ? <a href={law.url} target="_blank" rel="noreferrer">{text}</a> : <>{text}</>
}

function Requirements({ service }: { service: Service }) {
  const t = useT()
  const textIn = useTextIn()
  return (
    <Card title={t('catalogue.requirements')}>
      {service.requirements.length === 0 && <p>{t('catalogue.noRequirements')}</p>}
      <KeyValue lines items={service.requirements.map((each) => ({ id: each.id, label: textIn(each.name), value: <code>{each.rule.text}</code>, aside: <Law law={each.legalBasis} /> }))} />
    </Card>
  )
}

type Defined = { service: Service; detail: Pick<MatterDetail, 'catalogue'> }

function Fields({ service, detail: { catalogue } }: Defined) {
  const t = useT()
  const textIn = useTextIn()
  const need = ({ concept, required }: ServiceConcept) => {
    const derived = catalogue.concepts[concept]?.derived
    if (derived) return <>{t('catalogue.derived')} <code>{derived.text}</code></>
    if (typeof required === 'boolean') return required ? t('catalogue.required') : t('catalogue.optional')
    return <>{t('catalogue.conditional')} <code>{required.text}</code></>
  }
  return (
    <Card title={t('catalogue.fields')} aside={t('catalogue.fieldCount', { n: service.concepts.length })}>
      <Table
        caption={t('catalogue.fields')}
        rows={service.concepts}
        rowKey={({ concept }) => concept}
        columns={[
          { key: 'name', header: t('catalogue.fields'), cell: ({ concept }) => (catalogue.concepts[concept] ? textIn(catalogue.concepts[concept].name) : concept) },
          { key: 'id', header: t('catalogue.conceptId'), cell: ({ concept }) => <code>{concept}</code>, stackedLabel: 'hidden' },
          { key: 'need', header: t('catalogue.need'), cell: need, stackedLabel: 'hidden' },
          { key: 'sensitive', header: t('catalogue.protection'), cell: ({ concept }) => (catalogue.concepts[concept]?.sensitive ? <Chip tone="warning">{t('catalogue.sensitive')}</Chip> : ''), stackedLabel: 'hidden' },
        ]}
      />
    </Card>
  )
}

function Documents({ service, detail: { catalogue } }: Defined) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const names = (ids: readonly string[]) => format.list(ids.map((id) => (catalogue.evidence[id] ? textIn(catalogue.evidence[id].name) : id)))
  return (
    <Card title={t('catalogue.evidence')}>
      {service.evidence.length === 0 && <p>{t('catalogue.noEvidence')}</p>}
      <KeyValue
        lines
        items={service.evidence.map((need) => ({
          id: need.id,
          label: need.anyOf.length > 1 ? t('catalogue.anyOf', { names: names(need.anyOf) }) : names(need.anyOf),
          value: need.when ? <code>{need.when.text}</code> : t('catalogue.required'),
          aside: <Law law={need.legalBasis} />,
        }))}
      />
    </Card>
  )
}
